"""Brackets, quotation marks and what stands between marks at the outermost level, on folded text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_OPEN = {"（": "）", "《": "》", "“": "”", "‘": "’", "〈": "〉"}
_CLOSE = frozenset(_OPEN.values())


@dataclass(frozen=True, slots=True)
class Piece:
    """A range of a text between two marks, and the mark that ends it (empty at the end of the text)."""

    start: int
    end: int
    mark: str


def groups(text: str) -> list[tuple[int, int]]:
    """The outermost round brackets: where each opens, and the place behind its closing mark. One that is never
    closed is none."""
    found: list[tuple[int, int]] = []
    depth, start = 0, 0
    for at, char in enumerate(text):
        if char == "（":
            if depth == 0:
                start = at
            depth += 1
        elif char == "）" and depth:
            depth -= 1
            if depth == 0:
                found.append((start, at + 1))
    if depth and (rest := text.find("（", start + 1)) > 0:
        found.extend((rest + left, rest + right) for left, right in groups(text[rest:]))
    return found


def depths(text: str) -> list[int]:
    """For each character, how many brackets, quotation marks and titles enclose it. A mark that is never closed
    encloses nothing."""
    result = [0] * len(text)
    stack: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if char in _OPEN:
            stack.append((_OPEN[char], at))
        elif char in _CLOSE:
            closers = [mark for mark, _ in stack]
            if char in closers:
                while stack:
                    mark, start = stack.pop()
                    if mark == char:
                        for inside in range(start, at + 1):
                            result[inside] += 1
                        break
    return result


def pieces(text: str, marks: str) -> Iterator[Piece]:
    """The text cut at these marks, but not inside brackets, quotation marks or titles."""
    start = 0
    levels = depths(text)
    for at, char in enumerate(text):
        if char in marks and levels[at] == 0:
            yield Piece(start, at, char)
            start = at + 1
    yield Piece(start, len(text), "")
