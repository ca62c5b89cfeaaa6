"""Brackets, quotation marks and what stands between marks at the outermost level, on folded text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from plantui.documents.patterns import compiled

_OPEN = {"（": "）", "《": "》", "“": "”", "‘": "’", "〈": "〉"}
_CLOSE = frozenset(_OPEN.values())
_MARKS = compiled(f"[{''.join(_OPEN)}{''.join(_CLOSE)}]")
_DEEPEST = 16


class Piece(NamedTuple):
    """A range of a text between two marks, and the mark that ends it (empty at the end of the text)."""

    start: int
    end: int
    mark: str


def groups(text: str) -> list[tuple[int, int]]:
    """The outermost round brackets: where each opens, and the place behind its closing mark. One that is never
    closed is none."""
    pairs: list[tuple[int, int]] = []
    open_at: list[int] = []
    for at, char in enumerate(text):
        if char == "（":
            open_at.append(at)
        elif char == "）" and open_at:
            pairs.append((open_at.pop(), at + 1))
    outermost: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if not outermost or start >= outermost[-1][1]:
            outermost.append((start, end))
    return outermost


@lru_cache(maxsize=64)  # several rules cut the same clause
def depths(text: str) -> tuple[int, ...]:
    """For each character, how many brackets, quotation marks and titles enclose it. A mark that is never closed
    encloses nothing; what stands deeper than any sentence does is not counted."""
    changes: list[int] = []
    stack: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        at, char = match.start(), match.group()
        if char in _OPEN:
            stack.append((_OPEN[char], at))
            del stack[:-_DEEPEST]
        elif char in _CLOSE and any(mark == char for mark, _ in stack):
            mark, start = stack.pop()
            while mark != char:
                mark, start = stack.pop()
            changes = changes or [0] * (len(text) + 1)
            changes[start] += 1
            changes[at + 1] -= 1
    return tuple(accumulate(changes))[: len(text)] if changes else (0,) * len(text)


def pieces(text: str, marks: str) -> Iterator[Piece]:
    """The text cut at these marks, but not inside brackets, quotation marks or titles."""
    start = 0
    levels = depths(text)
    for match in compiled(f"[{marks}]").finditer(text):
        if levels[at := match.start()] == 0:
            yield Piece(start, at, match.group())
            start = at + 1
    yield Piece(start, len(text), "")


class Ranges:
    """Ranges of a text that are taken, so that of overlapping readings the first one offered wins."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def take(self, start: int, end: int) -> bool:
        """Take a range; False where some of it is taken."""
        if any(self._taken[start:end]):
            return False
        self._taken[start:end] = b"\x01" * (end - start)
        return True
