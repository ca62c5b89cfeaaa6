"""The lines of a text as they were printed, blanks included: in a table they mean something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantui.documents.normalize.lines import LINE_ENDS
from plantui.documents.source import Source
from plantui.documents.traced import TracedText


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line, also an empty one."""

    text: TracedText

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.text.strip()


def raw_lines(source: Source, outside: Sequence[range] = ()) -> list[RawLine]:
    """All lines of a source but those inside these ranges (tables that the format itself has)."""
    return [*_lines(source.text, outside)]


def _lines(text: str, outside: Sequence[range]) -> Iterator[RawLine]:
    at = 0
    ranges = iter(sorted(outside, key=lambda places: places.start))
    places = next(ranges, range(0))
    for match in [*LINE_ENDS.finditer(text), None]:
        end = match.start() if match else len(text)
        while places.stop <= at and places:
            places = next(ranges, range(0))
        if at not in places:
            yield RawLine(TracedText.of(text[at:end], at))
        at = end + 1
