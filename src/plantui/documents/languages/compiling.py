"""The patterns of a language, each compiled when it is first asked for."""

from __future__ import annotations

from types import ModuleType

from plantui.documents.patterns import Pattern, compiled, keep_needed


class Patterns:
    """Patterns by the names of their constants: `ZH.NAMES_STRONG.search(text)`."""

    def __init__(self, words: ModuleType) -> None:
        self._words = words
        keep_needed(words.NEEDED)

    def __getattr__(self, name: str) -> Pattern:
        pattern = compiled(getattr(self._words, name))
        setattr(self, name, pattern)  # found without this method from now on
        return pattern
