"""A letter as plain text, for a mail: paragraphs parted by blank lines, each row of a table as lines of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantui.words import Words

from .blocks import Block, Chart, Document, Heading, Paragraph, Table, plain


def document_text(words: Words, document: Document) -> str:
    """Return the document as text; its title is left out, which a mail has as its subject."""
    parts = [document.subtitle, document.addressee]
    parts += [part for block in document.blocks for part in _parts(words, block)]
    parts += ["\n".join(document.signature), "\n".join(document.notes)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _parts(words: Words, block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield plain(block.text)
        case Table():
            yield block.title
            headings = [column.heading for column in block.columns]
            for row in block.rows:
                yield _lines(words, zip(headings, (plain(cell.text) for cell in row), strict=True))
        case Chart():
            yield block.title
            yield _lines(words, ((bar.label, bar.text) for bar in block.bars))


def _lines(words: Words, labelled: Iterable[tuple[str, str]]) -> str:
    """Return texts behind their labels, a line each, those of several lines put into one; what is empty is left out."""
    return "\n".join(
        words("export.labelled", label=label, text=words.listing(text.splitlines()))
        for label, text in labelled
        if text
    )
