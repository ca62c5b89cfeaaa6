"""The regular expressions of the rules. To compile them all takes longer than a usual import, and a document needs few: each
is compiled when the first text comes that has the words which all of its matches have (`needed.py`).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .needed import Needed, is_caseless, needed_words

_PATIENCE = 300
"""How often beginnings of texts are compared in vain before a pattern is compiled: then it answers more quickly."""
_FEW = 3
"""How often a pattern is missed before it counts as one that most texts lack."""
_OF_BEGINNINGS = ("match", "fullmatch")
_METHODS = (*_OF_BEGINNINGS, "search", "finditer", "findall", "split", "sub", "subn")
_NEEDED: dict[str, Needed] = {}
_KNOWN: dict[tuple[str, int], Pattern] = {}


class Pattern:
    """An expression with the methods of a compiled one."""

    def __init__(self, expression: str, flags: int = 0) -> None:
        self.pattern = expression
        self._flags = flags
        self._made: re.Pattern[str] | None = None
        self._missed = 0
        self._needed: Needed | None = None
        """What each match has; None as long as nobody asked."""

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in a text, or in a part of it."""
        return self._compiled().search(text, start, end) if self._may_match(text) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match at the beginning of a text, or of a part of it."""
        return self._compiled().match(text, start, end) if self._may_begin(text) else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match of a whole text, or of a whole part of it."""
        return self._compiled().fullmatch(text, start, end) if self._may_begin(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Return the matches in a text, or in a part of it, one by one."""
        return self._compiled().finditer(text, start, end) if self._may_match(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """Return what the matches in a text are, or their groups."""
        return self._compiled().findall(text) if self._may_match(text) else []

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        """Return the parts of a text between the matches."""
        return self._compiled().split(text, maxsplit) if self._may_match(text) else [text]

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return a text with other words in the place of the matches."""
        return self._compiled().sub(by, text, count) if self._may_match(text) else text

    def subn(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> tuple[str, int]:
        """Return a text with other words in the place of the matches, and how many there were."""
        return self._compiled().subn(by, text, count) if self._may_match(text) else (text, 0)

    def _may_match(self, text: str) -> bool:
        needed = self._needed
        if needed is None:
            needed = self._needed = self._asked()
        for words in needed:
            for word in words:
                if word in text:
                    break
            else:
                self._missed += 1
                return False
        return True

    def _may_begin(self, text: str) -> bool:
        return self._may_match(text) or self._missed > _PATIENCE

    def _asked(self) -> Needed:
        if self._flags & re.VERBOSE:
            return ()
        needed = _NEEDED.get(self.pattern)
        if needed is None:
            needed = needed_words(self.pattern)
        return tuple(filter(is_caseless, needed)) if self._flags & re.IGNORECASE else needed

    def _compiled(self) -> re.Pattern[str]:
        if self._made is None:
            self._made = re.compile(self.pattern, self._flags)
            # From now on it is asked at once; but to look through a text takes longer than to look for its words.
            at_once = _OF_BEGINNINGS if self._missed > _FEW else _METHODS
            vars(self).update((name, getattr(self._made, name)) for name in at_once)
        return self._made


def compiled(expression: str, flags: int = 0) -> Pattern:
    """Return the pattern of an expression. Asked for again, it is the same object."""
    key = (expression, int(flags))
    found = _KNOWN.get(key)
    if found is None:
        found = _KNOWN[key] = Pattern(expression, key[1])
    return found


def keep_needed(needed: Mapping[str, Needed]) -> None:
    """Keep what is known already of expressions: the words that each match has."""
    _NEEDED.update(needed)
