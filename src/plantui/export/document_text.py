"""A letter as plain text, for a mail: paragraphs parted by blank lines, each row of a table as lines of its own."""

from __future__ import annotations

from collections.abc import Iterable

from plantui.words import Words

from .blocks import Chart, Document, Table, plain, written_parts


def document_text(words: Words, document: Document) -> str:
    """Return the document as text; its title is left out, which a mail has as its subject."""

    def held(block: Table | Chart) -> list[str]:
        if isinstance(block, Chart):
            return [_lines(words, ((bar.label, bar.text) for bar in block.bars))]
        headings = [column.heading for column in block.columns]
        return [
            _lines(words, zip(headings, (plain(cell.text) for cell in row), strict=True))
            for row in block.rows
        ]

    return "\n\n".join(written_parts(document, held)) + "\n"


def _lines(words: Words, labelled: Iterable[tuple[str, str]]) -> str:
    """Return texts behind their labels, a line each, those of several lines put into one; what is empty is left out."""
    return "\n".join(
        words("export.labelled", label=label, text=words.listing(text.splitlines()))
        for label, text in labelled
        if text
    )
