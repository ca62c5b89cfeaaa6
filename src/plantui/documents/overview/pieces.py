"""A document as the pieces that a person can point at: numbered headings, paragraphs, rows of tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from plantui.documents.languages.language import CHINESE, ENGLISH, language_of
from plantui.documents.normalize.normalize import normalize
from plantui.documents.source import Source, TableRow
from plantui.documents.tokens.numbering import Style
from plantui.documents.traced import Span, TracedText
from plantui.documents.traditional import is_traditional, simplified


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One piece: a paragraph (in English documents a line), or a row of a table."""

    text: TracedText
    """Its words, the number among them; the cells of a row with bars between them."""
    number: str = ""
    title: TracedText | None = None
    """The words behind its number, or of what the format marks as a heading."""
    rank: int | None = None
    """Rank of its number among those of the document, a smaller one is higher; None without a number."""
    is_chapter: bool = False
    """Its number is one of those that part a document into chapters."""
    row: TableRow | None = None
    index: int = 0
    """Number of a row in its table, from 1; the head is the first."""

    @property
    def span(self) -> Span:
        """The range of the document that it takes."""
        return self.text.span


def readable(source: Source) -> Source:
    """Return the document in the characters that the rules are made for, each in its place."""
    return (simplified(source) if is_traditional(source.text) else None) or source


def pieces_of(source: Source) -> tuple[Piece, ...]:
    """Return all pieces of a document, in its order."""
    simple = readable(source)
    rows = [*_rows(simple)]
    spans = tuple(row.span for row in rows)
    read = _english(simple, spans) if language_of(simple.text).is_english else _chinese(simple, spans)
    return tuple(sorted([*rows, *read], key=lambda piece: piece.span.start))


def _rows(source: Source) -> Iterator[Piece]:
    for _, rows in groupby(source.rows, key=lambda row: row.table):
        for index, row in enumerate(rows, 1):
            cells = [*row_cells(row)]
            if not cells:
                continue
            parts = [cells[0]]
            for cell in cells[1:]:
                parts += [TracedText.implied(" | ", cell.offsets[0]), cell]
            yield Piece(TracedText.join(parts), row=row, index=index)


def row_cells(row: TableRow) -> Iterator[TracedText]:
    """Yield the cells of a row that hold anything."""
    for cell, start in zip(row.cells, row.starts, strict=True):
        text = TracedText.of(cell, start).strip()
        if text.text:
            yield text


def _chinese(source: Source, rows: tuple[Span, ...]) -> Iterator[Piece]:
    for one in normalize(source, CHINESE, rows).paragraphs:
        if one.number is None or one.number_text is None:
            if one.text.text:
                yield Piece(one.text, title=one.text if one.is_heading else None)
            continue
        style, deep = one.number.style, len(one.number.major)
        whole = TracedText.join([one.number_text, one.text])
        rank = int(style) * 10 + deep
        yield Piece(whole, one.number.printed, one.text, rank, is_chapter=style <= Style.HAN)


def _english(source: Source, rows: tuple[Span, ...]) -> Iterator[Piece]:
    from plantui.documents.normalize.broken_words import joined
    from plantui.documents.structure.numbered import heads_of

    found = normalize(source, ENGLISH)
    inside = {
        at
        for at, line in enumerate(found.kept)
        if any(span.start <= line.text.span.start < span.end for span in rows)
    }
    lines = found.kept
    heads = {head.first: head for head in heads_of(lines) if head.first not in inside}
    ranks: dict[str, int] = {}
    at = 0
    while at < len(lines):
        head = heads.get(at)
        end = head.end if head else at + 1
        if at not in inside:
            words = joined([line.text for line in lines[at:end]], found.words)
            if head:
                rank = ranks.setdefault(head.series, len(ranks))
                place, start = head.title_at
                title = joined(
                    [lines[place].text[start:], *(one.text for one in lines[place + 1 : end])], found.words
                )
                yield Piece(words, head.number, title, rank, is_chapter=rank == 0)
            else:
                yield Piece(words, title=words if lines[at].is_heading else None)
        at = end
