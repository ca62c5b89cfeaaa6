"""Text that knows where each of its characters stands in the source, whatever was joined, cut or repaired."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from .patterns import Pattern


@dataclass(frozen=True, slots=True)
class Span:
    """A range of characters of the source text: from `start` up to, but without, `end`."""

    start: int
    end: int

    @classmethod
    def around(cls, spans: Iterable[Span]) -> Span:
        """Return the range from the first to the last character of several."""
        starts, ends = zip(*((span.start, span.end) for span in spans), strict=True)
        return cls(min(starts), max(ends))

    def holds(self, other: Span) -> bool:
        """Return whether another range lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether both ranges have a character."""
        return self.start < other.end and other.start < self.end


class TracedText:
    """A string and, for each of its characters, the place in the source text that it comes from."""

    __slots__ = ("offsets", "text")

    def __init__(self, text: str, offsets: array[int] | range) -> None:
        self.text = text
        self.offsets = offsets

    @classmethod
    def of(cls, text: str, start: int = 0) -> TracedText:
        """A piece of the source as it stands there, beginning at `start`."""
        return cls(text, range(start, start + len(text)))

    @classmethod
    def join(cls, parts: Iterable[TracedText]) -> TracedText:
        """Several texts one after the other, with nothing between them."""
        pieces = [part for part in parts if part.text]
        if len(pieces) == 1:
            return pieces[0]
        offsets = array("I")
        for piece in pieces:
            offsets.extend(piece.offsets)
        return cls("".join([piece.text for piece in pieces]), offsets)

    @classmethod
    def implied(cls, words: str, place: int) -> TracedText:
        """Words that the source does not print there but means: all of them have one place."""
        return cls(words, array("I", [place] * len(words)))

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"TracedText({self.text!r})"

    @overload
    def __getitem__(self, index: slice) -> TracedText: ...
    @overload
    def __getitem__(self, index: int) -> str: ...
    def __getitem__(self, index: slice | int) -> TracedText | str:
        if isinstance(index, slice):
            return TracedText(self.text[index], self.offsets[index])
        return self.text[index]

    @property
    def span(self) -> Span:
        """The range of the source that the text comes from; an empty text has none of its own."""
        if not self.offsets:
            return Span(0, 0)
        if isinstance(self.offsets, range):
            return Span(self.offsets.start, self.offsets.stop)
        return Span(min(self.offsets), max(self.offsets) + 1)

    def strip(self, characters: str | None = None) -> TracedText:
        """Without the blanks, or these characters, at both ends."""
        length = len(self.text.strip(characters))
        if length == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip(characters)) if length else 0
        return self[start : start + length]

    def within(self, span: Span) -> TracedText:
        """Without what stands outside a range of the source, and without blanks at both ends."""
        if self.offsets and span.holds(self.span):
            return self.strip()
        kept = [at for at, offset in enumerate(self.offsets) if span.start <= offset < span.end]
        return TracedText(
            "".join(self.text[at] for at in kept), array("I", (self.offsets[at] for at in kept))
        ).strip()

    def replaced(self, changes: Mapping[int, str]) -> TracedText:
        """With other characters in these places."""
        if not changes:
            return self
        letters = list(self.text)
        for at, new in changes.items():
            letters[at] = new
        return TracedText("".join(letters), self.offsets)

    def without(self, pattern: Pattern) -> TracedText:
        """Without every match of a pattern."""
        return self.substituted(pattern, lambda _, words: words[:0])

    def substituted(
        self, pattern: Pattern, by: Callable[[re.Match[str], TracedText], TracedText]
    ) -> TracedText:
        """With another text for every match of a pattern; `by` is given the match and the words matched."""
        parts: list[TracedText] = []
        at = 0
        for match in pattern.finditer(self.text):
            parts += [self[at : match.start()], by(match, self[match.start() : match.end()])]
            at = match.end()
        return TracedText.join([*parts, self[at:]]) if at else self

    def split(self, pattern: Pattern) -> Iterator[TracedText]:
        """The pieces between the matches of a pattern."""
        at = 0
        for match in pattern.finditer(self.text):
            yield self[at : match.start()]
            at = match.end()
        yield self[at:]
