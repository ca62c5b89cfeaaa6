"""Titles and names as they are spelled in pinyin: what the index keeps of them, and how letters are looked up in it."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from operator import methodcaller
from typing import NamedTuple

from plantui.model.letters import initials

from . import bits

_BETWEEN = "|"
"""Parts the ways in which one text is spelled, all on one line."""


class PackedTitles(NamedTuple):
    """The titles of a plan's tasks in pinyin, a line for each, compressed."""

    spelled: bytes
    initials: bytes


def packed_titles(titles: Iterable[str]) -> PackedTitles:
    """Return the titles of a plan's tasks as they are spelled, and their initials alone."""
    from plantui.store.pinyin.spelling import spellings

    lines = "\n".join(_BETWEEN.join(spellings(title)) for title in titles).encode("ascii")
    return PackedTitles(zlib.compress(lines, 1), zlib.compress(initials(lines), 1))


def packed_name(name: str) -> str:
    """Return what letters for a department may begin with, as one line; empty where its name has no pinyin."""
    from plantui.store.pinyin.names import name_spellings

    return _BETWEEN.join(name_spellings(name))


def ways_of_line(line: bytes) -> list[str]:
    """Return the ways in which the text of a line is spelled."""
    return line.decode("ascii").split(_BETWEEN)


def lines_with(lines: bytes, piece: bytes) -> int:
    """Return the lines in which a piece of text stands, as a set of line numbers."""
    before = lines.split(piece)[:-1]
    return bits.from_rows(accumulate(map(methodcaller("count", b"\n"), before)))


class SpelledLines:
    """Spelled texts in which letters are looked up, one a line; a line may hold several ways of spelling its text."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines

    @cached_property
    def _small(self) -> bytes:
        return self._lines.lower()

    @cached_property
    def _starts(self) -> array[int]:
        """The places where the lines begin, and at last where one more would."""
        ended = self._lines + b"\n"
        return array("L", accumulate(map(len, ended.splitlines(keepends=True)), initial=0))

    def holding(self, letters: str) -> int:
        """Return the lines in which letters stand for syllables anywhere, as a set of line numbers."""
        lines, small, starts, piece = self._lines, self._small, self._starts, letters.encode("ascii")
        found: list[int] = []
        at = small.find(piece)
        while at >= 0:
            if lines[at : at + 1].isupper():
                found.append(bisect_right(starts, at) - 1)
                at = starts[found[-1] + 1] - 1
            at = small.find(piece, at + 1)
        return bits.from_rows(found)

    @cached_property
    def _ways(self) -> tuple[bytes, bytes]:
        """Initials and syllables, with a sign before each way of spelling a line."""
        before = _BETWEEN.encode()
        marked = before + self._lines.replace(b"\n", b"\n" + before)
        return initials(marked), marked.lower()

    def beginning(self, letters: str) -> int:
        """Return the lines of which some way of spelling begins with letters, as a set of line numbers."""
        piece = (_BETWEEN + letters).encode("ascii")
        return bits.union(lines_with(ways, piece) for ways in self._ways)
