"""Titles and names as they are spelled in pinyin: what the index keeps of them, and how letters are looked up in it."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from plantui.model.letters import initials, may_be_initials, may_be_syllables

_BETWEEN = "|"
"""Parts the ways in which one text is spelled, all on one line."""


def packed_titles(titles: Iterable[str]) -> bytes:
    """Return the titles of a plan's tasks as they are spelled, a line for each, compressed."""
    from plantui.store.pinyin.spelling import spellings

    lines = (_BETWEEN.join(spellings(title)) for title in titles)
    return zlib.compress("\n".join(lines).encode("ascii"), 1)


def packed_name(name: str) -> str:
    """Return what letters for a department may begin with, as one line; empty where its name has no pinyin."""
    from plantui.store.pinyin.names import name_spellings

    return _BETWEEN.join(name_spellings(name))


class SpelledLines:
    """Spelled texts in which letters are looked up, one a line; a line may hold several ways of spelling its text."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines

    @cached_property
    def _small(self) -> bytes:
        return self._lines.lower()

    @cached_property
    def _small_starts(self) -> array[int]:
        return _starts(self._small)

    @cached_property
    def _initials(self) -> bytes:
        return initials(self._lines)

    @cached_property
    def _initial_starts(self) -> array[int]:
        return _starts(self._initials)

    def line(self, number: int) -> list[str]:
        """Return the ways in which the text of a line is spelled."""
        starts = self._small_starts
        return self._lines[starts[number] : starts[number + 1] - 1].decode("ascii").split(_BETWEEN)

    def holding(self, letters: str) -> set[int]:
        """Return the lines in which letters stand anywhere, where they are enough to be looked for so."""
        piece = letters.encode("ascii")
        found: set[int] = set()
        if may_be_initials(letters):
            found.update(_lines_with(self._initials, self._initial_starts, piece))
        if may_be_syllables(letters):
            lines = self._lines
            found.update(
                _lines_with(self._small, self._small_starts, piece, lambda at: lines[at : at + 1].isupper())
            )
        return found

    def beginning(self, letters: str) -> set[int]:
        """Return the lines of which some way of spelling begins with letters."""
        return {
            line
            for text, starts in ((self._initials, self._initial_starts), (self._small, self._small_starts))
            for before in ("\n", _BETWEEN)
            for line in _lines_with(b"\n" + text, starts, (before + letters).encode("ascii"))
        }


def _starts(text: bytes) -> array[int]:
    """Return where each line begins, and at last where one more would."""
    return array("L", [0, *accumulate(len(line) + 1 for line in text.split(b"\n"))])


def _lines_with(
    text: bytes, starts: Sequence[int], piece: bytes, fits: Callable[[int], bool] = lambda at: True
) -> Iterator[int]:
    """Yield the lines in which a piece of text stands, each once, at a place that fits."""
    at = text.find(piece)
    while at >= 0:
        if fits(at):
            line = bisect_right(starts, at) - 1
            yield line
            at = text.find(piece, starts[line + 1])
        else:
            at = text.find(piece, at + 1)
