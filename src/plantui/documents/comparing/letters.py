"""The characters of a document that count in a comparison, each with its place: without blanks, one width of signs."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass

from plantui.model.likeness import SAME

from ..source import Source


@dataclass(frozen=True, slots=True)
class Letters:
    """What is compared of a source."""

    source: Source
    text: str
    """All characters but blanks, in the common shape."""
    raw: str
    """The same characters as they are."""
    places: array[int]
    """Where each stands in the source, and after them the source's end."""

    @classmethod
    def of(cls, source: Source) -> Letters:
        """The letters of a document."""
        places = array("I", (at for at, char in enumerate(source.text) if not char.isspace()))
        raw = "".join(source.text.split())
        places.append(len(source.text))
        return cls(source, raw.translate(SAME), raw, places)

    def printed(self, start: int, end: int) -> str:
        """A range of letters as the source prints it, with a single blank for whatever parts them."""
        if start >= end:
            return ""
        return " ".join(self.source.text[self.places[start] : self.places[end - 1] + 1].split())

    def between(self, start: int, end: int | None) -> str:
        """Return the letters that stand in a range of the source; its end is that of the source where there is none."""
        last = len(self.text) if end is None else bisect_left(self.places, end)
        return self.text[bisect_left(self.places, start) : last]

    def gap(self, at: int) -> str:
        """The blanks before a letter."""
        if not 0 < at < len(self.text):
            return ""
        return self.source.text[self.places[at - 1] + 1 : self.places[at]]

    def begins_line(self, at: int) -> bool:
        """Whether a letter is the first of its line."""
        return at == 0 or "\n" in self.gap(at)
