"""Accounts for every character of the document: in a field, in a heading, in a named remainder, or not understood."""

from __future__ import annotations

from collections.abc import Iterable

from plantui.documents.patterns import compiled

from .imported import Remainder, RemainderKind
from .source import Source
from .traced import Span, TracedText

_PIECE = compiled(r"\S(?:.*\S)?")
_LEAST = 2


class Account:
    """A mark for every character of a source."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._used = bytearray(len(source.text))
        self._named: list[Remainder] = []

    def use(self, texts: Iterable[TracedText]) -> None:
        """These characters are in a field or a heading."""
        for text in texts:
            for offset in text.offsets:
                self._used[offset] = 1

    def use_span(self, span: Span) -> None:
        """All characters of a range are."""
        self._used[span.start : span.end] = b"\1" * (span.end - span.start)

    def name(self, kind: RemainderKind, texts: Iterable[TracedText]) -> None:
        """These are in none, for a reason."""
        for text in texts:
            if text.text:
                self._named.append(Remainder(text.span, kind))
                self.use((text,))

    def name_whole(self, kind: RemainderKind, texts: Iterable[TracedText]) -> None:
        """These are in none together, as one piece of the document."""
        spans = [text.span for text in texts if text.text]
        if spans:
            self.name_span(kind, Span(min(s.start for s in spans), max(s.end for s in spans)))

    def name_span(self, kind: RemainderKind, span: Span) -> None:
        """A range is in none, for a reason."""
        self._named.append(Remainder(span, kind))
        self.use_span(span)

    def close(self) -> tuple[float, tuple[Remainder, ...]]:
        """The share of the characters accounted for, and the remainder, what is not understood included."""
        text = self._source.text
        total = missing = 0
        unknown: list[Remainder] = []
        for start, line in _lines(text):
            for match in _PIECE.finditer(line):
                total += len("".join(match.group().split()))
                span = self._open(start + match.start(), start + match.end())
                missing += span[1]
                if span[0] is not None and span[1] > _LEAST:
                    unknown.append(Remainder(span[0], RemainderKind.UNKNOWN))
        found = sorted([*self._named, *unknown], key=lambda piece: piece.span.start)
        return (1.0 - missing / total if total else 1.0), tuple(found)

    def _open(self, start: int, end: int) -> tuple[Span | None, int]:
        """What a line holds that nothing accounts for: its range, and how many characters of words."""
        if self._used.find(0, start, end) < 0:
            return None, 0
        open_places = [
            at for at in range(start, end) if not self._used[at] and _counts(self._source.text[at])
        ]
        if not open_places:
            return None, 0
        return Span(open_places[0], open_places[-1] + 1), len(open_places)


def _counts(char: str) -> bool:
    """Marks between fields (the full stop after a title, the comma between names) are no words."""
    return char.isalnum()


def _lines(text: str) -> Iterable[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1
