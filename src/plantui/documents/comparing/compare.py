"""Compares two copies of one document. Hard wraps, blanks and the width of signs are no differences."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from plantui.documents.languages.en import EN
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled

from ..source import Source
from ..traced import Span
from .alignment import Stretch, differences
from .difference import Comparison, Difference, DifferenceKind, Habit, Place, Reading, suggestion_for
from .letters import Letters

_CONTEXT = 12
"""Characters shown before and after a difference."""
_NUMBER = compiled(r"\d+(?:\.\d+)?")


def compare(a: Source, b: Source) -> Comparison:
    """What differs between two copies, in the order of the first."""
    first, second = Letters.of(a), Letters.of(b)
    stretches = list(differences(first.text, second.text))
    found = [_difference(first, second, stretch) for stretch in stretches]
    found += _blanks_in_numbers(first, second, stretches)
    found += _lines_run_together(first, second, stretches)
    found.sort(key=lambda difference: (difference.a.span.start, difference.b.span.start))
    return Comparison(tuple(found), _habits(first, second, stretches))


def _difference(first: Letters, second: Letters, stretch: Stretch) -> Difference:
    start, end, other_start, other_end = stretch
    only, at, till = (first, start, end) if end > start else (second, other_start, other_end)
    place = Place(
        first.raw[start:end],
        second.raw[other_start:other_end],
        first.text[max(0, start - 40) : start],
        first.text[end : end + 40],
        only.begins_line(at) and (till >= len(only.text) or only.begins_line(till)),
    )
    said = suggestion_for(place)
    return Difference(
        said.kind, _reading(first, start, end), _reading(second, other_start, other_end), said.right
    )


def _reading(letters: Letters, start: int, end: int) -> Reading:
    before = letters.printed(max(0, start - _CONTEXT), start)
    after = letters.printed(end, min(len(letters.text), end + _CONTEXT))
    place = letters.places[start]
    span = Span(place, letters.places[end - 1] + 1 if end > start else place)
    return Reading.of(letters.source, letters.printed(start, end), before, after, span)


def _equal_runs(stretches: Sequence[Stretch], length: int) -> Iterator[tuple[int, int, int]]:
    """The pieces between the differences: (place, end, place in the other)."""
    at = other_at = 0
    for start, end, _, other_end in stretches:
        if start > at:
            yield at, start, other_at
        at, other_at = end, other_end
    if length > at:
        yield at, length, other_at


class _Counterparts:
    """Finds for a place in the first copy the same place in the second."""

    def __init__(self, stretches: Sequence[Stretch], length: int) -> None:
        self._runs = list(_equal_runs(stretches, length))
        self._starts = [run[0] for run in self._runs]

    def of(self, start: int, end: int) -> int | None:
        """Where the range stands in the second copy, if it stands there unchanged."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or end > self._runs[index][1]:
            return None
        return self._runs[index][2] + start - self._runs[index][0]


def _blanks_in_numbers(first: Letters, second: Letters, stretches: Sequence[Stretch]) -> Iterator[Difference]:
    """2. 45 beside 2.45: a blank within a line, where the other copy has none."""
    others = _Counterparts(stretches, len(first.text))
    for match in _NUMBER.finditer(first.text):
        start, end = match.span()
        other = others.of(start, end)
        if other is None or first.begins_line(start) or second.begins_line(other):
            continue  # at the start of a line it is an item's number, and a blank after it right
        split = _is_split(first, start, end)
        if split != _is_split(second, other, other + end - start):
            whole = (second if split else first).printed(
                *((other, other + end - start) if split else (start, end))
            )
            a, b = _reading(first, start, end), _reading(second, other, other + end - start)
            parted, place = (first, a.span) if split else (second, b.span)
            if "\n" not in parted.source.text[place.start : place.end]:
                yield Difference(DifferenceKind.BLANK_IN_NUMBER, a, b, whole)


def _is_split(letters: Letters, start: int, end: int) -> bool:
    return letters.places[end - 1] - letters.places[start] >= end - start


def _lines_run_together(
    first: Letters, second: Letters, stretches: Sequence[Stretch]
) -> Iterator[Difference]:
    """A role line that begins in the middle of another: 配合单位：… 责任单位：…"""
    others = _Counterparts(stretches, len(first.text))
    labels = [*ZH.COMPARING_ROLE_LABEL.finditer(first.text), *EN.COMPARING_ROLE_LABEL.finditer(first.text)]
    for match in labels:
        start, end = match.span()
        other = others.of(start, end)
        if other is not None and first.begins_line(start) != second.begins_line(other):
            label = _reading(first, start, end)
            a, b = label, _reading(second, other, other + end - start)
            yield Difference(DifferenceKind.LINES_RUN_TOGETHER, a, b, "\n" + label.text)


def _habits(first: Letters, second: Letters, stretches: Sequence[Stretch]) -> Counter[Habit]:
    counts: Counter[Habit] = Counter()
    for at, end, other_at in _equal_runs(stretches, len(first.text)):
        own, other = first.raw[at:end], second.raw[other_at : other_at + end - at]
        if own != other:
            counts.update(_habit(one, two) for one, two in zip(own, other, strict=True) if one != two)
    return counts


def _habit(one: str, other: str) -> Habit:
    if "。" in (one, other) or "｡" in (one, other):
        return Habit.STOP
    if {one, other} & set("“”„‟＂〝〞‘’‚‛＇"):
        return Habit.QUOTES
    if {one, other} & set("—–―－﹣‐‑‒−─"):
        return Habit.DASH
    return Habit.WIDTH
