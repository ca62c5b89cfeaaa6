"""The words that an office adds, while its document is read.

The importer is given them as a value and sets them here for the time of one import; patterns with room for them and the
look-ups of labels and columns ask here. Handing them through every function between would touch each of them for a
vocabulary that most offices leave empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

from plantui.documents.patterns import Pattern, compiled
from plantui.model.own_words import NO_OWN_WORDS, Meaning, OwnWords, Vocabulary

_CURRENT: ContextVar[OwnWords] = ContextVar("own_words", default=NO_OWN_WORDS)
_CACHES: list[Callable[[], None]] = []
_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


@contextmanager
def with_own_words(words: OwnWords) -> Iterator[None]:
    """Read documents with an office's own words, too."""
    if words == _CURRENT.get():
        yield
        return
    forget()
    token = _CURRENT.set(words)
    try:
        yield
    finally:
        _CURRENT.reset(token)
        forget()


def own_words() -> OwnWords:
    """Return the office's words that hold at present."""
    return _CURRENT.get()


def remembered(size: int) -> Callable[[Callable[_Asked, _Answer]], Callable[_Asked, _Answer]]:
    """Keep answers like `lru_cache`, until other words hold."""

    def keep(function: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
        kept = lru_cache(size)(function)
        _CACHES.append(kept.cache_clear)
        return cast(Callable[_Asked, _Answer], kept)

    return keep


def forget() -> None:
    """Forget the answers that were kept."""
    for clear in _CACHES:
        clear()


def meaning_of(word: str, vocabulary: Vocabulary) -> Meaning | None:
    """Return what an own word means, however its letters and blanks are written."""
    if not vocabulary:
        return None
    plain = _plain(word)
    return next((meaning for own, meaning in vocabulary if _plain(own) == plain), None)


def _plain(word: str) -> str:
    return "".join(word.split()).lower()


def any_own(words: Iterator[str] | tuple[str, ...]) -> str:
    """Return the pattern of any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


class OpenPattern:
    """A pattern with room for own words: before the words `beside` that it has already."""

    def __init__(
        self, expression: str, beside: str, own: Callable[[OwnWords], tuple[str, ...]], flags: int = 0
    ) -> None:
        if beside not in expression:
            raise ValueError(f"{beside[:40]} is no part of the pattern")
        self.pattern = expression
        self._beside = beside
        self._own = own
        self._flags = flags
        self._plain = compiled(expression, flags)
        self._widened: tuple[OwnWords, Pattern] = (NO_OWN_WORDS, self._plain)

    def _now(self) -> Pattern:
        words = _CURRENT.get()
        if words is NO_OWN_WORDS:
            return self._plain
        if self._widened[0] is not words:
            added = any_own(self._own(words))
            wide = self.pattern.replace(self._beside, f"{added}|{self._beside}") if added else self.pattern
            self._widened = (words, compiled(wide, self._flags))
        return self._widened[1]

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match at the beginning of a text."""
        return self._now().match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of a whole text."""
        return self._now().fullmatch(text)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self._now().search(text, start)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text."""
        return self._now().finditer(text)
