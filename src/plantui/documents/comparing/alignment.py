"""Which pieces of two long texts are the same: anchored at passages that both have once, so time grows with length."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from plantui.documents.patterns import compiled

_SENTENCE = compiled(r"[^.;]{12,}")
_PASSAGES = (10, 5)
"""Lengths of the passages that are looked for between the sentences that both texts have."""
_MOST = 300_000
"""Length between two equal sentences beyond which the texts have nothing to do with each other."""
_SMALL = 4_000_000
"""Product of two lengths up to which every pair of characters may be compared."""


class Stretch(NamedTuple):
    """A piece of the first text and the piece of the second that stands in its place; equal or not."""

    start: int
    end: int
    other_start: int
    other_end: int


def differences(first: str, second: str) -> Iterator[Stretch]:
    """The pieces that differ, in order."""
    at = other_at = 0
    for start, other_start, length in _joined(_matches(first, 0, len(first), second, 0, len(second), 0)):
        if start > at or other_start > other_at:
            yield Stretch(at, start, other_at, other_start)
        at, other_at = start + length, other_start + length
    if at < len(first) or other_at < len(second):
        yield Stretch(at, len(first), other_at, len(second))


def _joined(matches: Iterator[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Matches that follow each other without a gap on either side as one."""
    whole: tuple[int, int, int] | None = None
    for start, other_start, length in matches:
        if whole and (start, other_start) == (whole[0] + whole[2], whole[1] + whole[2]):
            whole = (whole[0], whole[1], whole[2] + length)
        else:
            if whole:
                yield whole
            whole = (start, other_start, length)
    if whole:
        yield whole


def _matches(
    first: str, start: int, end: int, second: str, other_start: int, other_end: int, depth: int
) -> Iterator[tuple[int, int, int]]:
    """The equal pieces of two ranges: (place, place in the other, length)."""
    while start < end and other_start < other_end and first[start] == second[other_start]:
        run = _run(first, start, end, second, other_start, other_end)
        yield start, other_start, run
        start, other_start = start + run, other_start + run
    if start == end or other_start == other_end:
        return
    anchors = _anchors(first, start, end, second, other_start, other_end, depth)
    if not anchors:
        if (end - start) * (other_end - other_start) <= _SMALL:
            matcher = SequenceMatcher(None, first[start:end], second[other_start:other_end], autojunk=False)
            for block in matcher.get_matching_blocks():
                if block.size:
                    yield start + block.a, other_start + block.b, block.size
        elif depth < len(_PASSAGES):
            yield from _matches(first, start, end, second, other_start, other_end, depth + 1)
        return
    for place, other_place in anchors:
        if place < start or other_place < other_start:
            continue  # inside the run that the anchor before it began
        yield from _matches(first, start, place, second, other_start, other_place, depth + 1)
        run = _run(first, place, end, second, other_place, other_end)
        yield place, other_place, run
        start, other_start = place + run, other_place + run
    yield from _matches(first, start, end, second, other_start, other_end, depth + 1)


def _run(first: str, at: int, end: int, second: str, other_at: int, other_end: int) -> int:
    """How far two texts go on alike."""
    length = 0
    most = min(end - at, other_end - other_at)
    while length < most:
        step = min(256, most - length)
        if first[at + length : at + length + step] == second[other_at + length : other_at + length + step]:
            length += step
            continue
        while first[at + length] == second[other_at + length]:
            length += 1
        break
    return length


def _anchors(
    first: str, start: int, end: int, second: str, other_start: int, other_end: int, depth: int
) -> list[tuple[int, int]]:
    """Places of passages that each range has exactly once, as many as stand in the same order in both."""
    if depth > len(_PASSAGES) or (depth and max(end - start, other_end - other_start) > _MOST):
        return []
    own = _once(first, start, end, depth)
    other = _once(second, other_start, other_end, depth)
    return _in_order([(place, other[passage]) for passage, place in own.items() if passage in other])


def _once(text: str, start: int, end: int, depth: int) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, passage in _passages(text, start, end, depth):
        places[passage] = -1 if passage in places else at
    return {passage: at for passage, at in places.items() if at >= 0}


def _passages(text: str, start: int, end: int, depth: int) -> Iterator[tuple[int, str]]:
    if not depth:
        for match in _SENTENCE.finditer(text, start, end):
            yield match.start(), match[0]
        return
    size = _PASSAGES[depth - 1]
    for at in range(start, end - size + 1):
        yield at, text[at : at + size]


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs, which are ordered by the first place, that is ordered by the second, too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[at] = place
            ends[at] = index
    chain: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]
