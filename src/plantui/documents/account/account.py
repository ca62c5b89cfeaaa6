"""Accounts for every character of the document: in a field, set aside for a named reason, or not understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plantui.documents.imported import Remainder, RemainderKind, Shares
from plantui.documents.patterns import compiled
from plantui.documents.source import Source
from plantui.documents.tasks.extracted import ExtractedTask
from plantui.documents.traced import Span, TracedText

_PIECE = compiled(r"\S(?:.*\S)?")
_LEAST = 2
_OPEN, _FIELD, _ASIDE = range(3)
_IS_OPEN, _IS_FIELD, _IS_ASIDE = (bytes(mark == wanted for mark in range(256)) for wanted in range(3))
"""Tables that translate one mark to 1 and all others to 0."""


class Accounted(NamedTuple):
    """The three shares of a document, and its pieces that are in no field."""

    shares: Shares
    remainder: tuple[Remainder, ...]


class Account:
    """A mark for every character of a source. What is in a field stays there, whatever else is said of its place."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._marks = bytearray(len(source.text))
        self._named: list[Remainder] = []

    def use(self, texts: Iterable[TracedText]) -> None:
        """Mark these characters as standing in a field or a heading of the plan."""
        for text in texts:
            for places in _runs(text.offsets):
                self._marks[places.start : places.stop] = bytes([_FIELD]) * len(places)

    def reopen(self, spans: Iterable[Span]) -> None:
        """Mark what a task's text says of who, until when or how much, and no field has, as not understood."""
        for span in spans:
            self._marks[span.start : span.end] = bytes(span.end - span.start)

    def name(self, kind: RemainderKind, texts: Iterable[TracedText]) -> None:
        """Set these texts aside for a reason, each as a piece of its own."""
        for text in texts:
            if text.text:
                self._set_aside(kind, [text])

    def name_whole(self, kind: RemainderKind, texts: Iterable[TracedText]) -> None:
        """Set these texts aside for a reason; those with nothing else between them are one piece of the document."""
        run: list[TracedText] = []
        for text in sorted((text for text in texts if text.text), key=lambda text: text.span.start):
            if run and not self._is_blank(run[-1].span.end, text.span.start):
                self._set_aside(kind, run)
                run = []
            run.append(text)
        if run:
            self._set_aside(kind, run)

    def name_span(self, kind: RemainderKind, span: Span) -> None:
        """Set a range aside for a reason."""
        self._named.append(Remainder(span, kind))
        self._fill(range(span.start, span.end))

    def _set_aside(self, kind: RemainderKind, texts: list[TracedText]) -> None:
        self._named.append(Remainder(Span.around(text.span for text in texts), kind))
        for text in texts:
            self._fill(text.offsets)

    def _fill(self, offsets: Iterable[int]) -> None:
        for places in _runs(offsets):
            marks = self._marks[places.start : places.stop]
            self._marks[places.start : places.stop] = marks.replace(b"\0", bytes([_ASIDE]))

    def _is_blank(self, start: int, end: int) -> bool:
        """Return whether no words stand between two places but those that were set aside already."""
        return not any(self._marks[at] != _ASIDE and self._counts(at) for at in range(start, end))

    def set_aside(self, piece: Remainder) -> Iterator[TracedText]:
        """Yield the lines of a piece, or what of them is in no field, as it stands in the document."""
        for start, line in _lines(self._source.text, piece.span):
            open_places = [at for at in range(start, start + len(line)) if self._marks[at] != _FIELD]
            for run in _runs(open_places):
                if any(self._counts(at) for at in run):
                    yield TracedText.of(self._source.text[run.start : run.stop], run.start).strip()

    def close(self) -> Accounted:
        """Return the shares of words in a field, set aside and not understood, and the remainder."""
        found: list[Remainder] = []
        for start, line in _lines(self._source.text, Span(0, len(self._source.text))):
            for match in _PIECE.finditer(line):
                places = self._open(start + match.start(), start + match.end())
                if len(places) > _LEAST:
                    found.append(Remainder(Span(places[0], places[-1] + 1), RemainderKind.UNKNOWN))
        remainder = sorted([*self._named, *found], key=lambda piece: piece.span.start)
        return Accounted(self._shares(), tuple(remainder))

    def _shares(self) -> Shares:
        # A byte for each character, as one number: what holds of a million of them is counted at once.
        words = int.from_bytes(bytes(map(str.isalnum, self._source.text)))
        counts = [
            (words & int.from_bytes(self._marks.translate(is_mark))).bit_count()
            for is_mark in (_IS_FIELD, _IS_ASIDE, _IS_OPEN)
        ]
        return Shares(*counts)

    def _open(self, start: int, end: int) -> list[int]:
        """Return the places of the words in a range that nothing accounts for."""
        if self._marks.find(_OPEN, start, end) < 0:
            return []
        return [at for at in range(start, end) if not self._marks[at] and self._counts(at)]

    def _counts(self, at: int) -> bool:
        """Marks between fields (the full stop after a title, the comma between names) are no words."""
        return self._source.text[at].isalnum()


def _runs(places: Iterable[int]) -> Iterator[range]:
    """Yield places that follow each other as ranges."""
    if isinstance(places, range):
        yield places
        return
    start = end = -1
    for at in places:
        if at != end:
            if start >= 0:
                yield range(start, end)
            start = at
        end = at + 1
    if start >= 0:
        yield range(start, end)


def _lines(text: str, within: Span) -> Iterator[tuple[int, str]]:
    at = within.start
    for line in text[within.start : within.end].split("\n"):
        yield at, line
        at += len(line) + 1


class Skipped(NamedTuple):
    """Texts that are in no field, with the reason."""

    kind: RemainderKind
    texts: Sequence[TracedText]
    is_whole: bool = True
    """True where those with nothing between them are one piece of the document; else each is one."""


def account_of(
    source: Source,
    tasks: Sequence[ExtractedTask],
    used: Iterable[TracedText],
    ranges: Iterable[tuple[RemainderKind, Span]],
    skipped: Iterable[Skipped],
) -> Account:
    """Return the account, in which every piece of the document has its mark: what is in a field, lines of the page and
    tables as ranges, then the rest."""
    account = Account(source)
    for task in tasks:
        account.use(task.used)
        account.reopen(piece.span for piece in task.details)
    account.use(used)
    for kind, span in ranges:
        account.name_span(kind, span)
    for task in tasks:
        account.name(RemainderKind.DETAILS, task.details)
    for piece in skipped:
        if piece.is_whole:
            account.name_whole(piece.kind, piece.texts)
        else:
            account.name(piece.kind, piece.texts)
    return account
