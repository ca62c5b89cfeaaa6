"""A report as a page: the document's title, body and signature, and the small lines below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.export.blocks import Document
from plantui.words import Words

from .blocks import block_markup
from .frame import Frame
from .markup import text


def report_page(words: Words, document: Document, frame: Frame) -> Iterator[str]:
    """Yield the page of a document in pieces."""
    yield frame.start()
    yield f"<main>\n<h1>{text(document.title)}</h1>\n"
    yield from _lines("subtitle", [document.subtitle])
    yield from _lines("addressee", [document.addressee])
    yield from block_markup(words, document.blocks)
    yield from _lines("signature", document.signature)
    yield "</main>\n"
    if document.notes:
        yield "<footer>\n"
        yield from _lines("note", document.notes)
        yield "</footer>\n"
    yield frame.end()


def _lines(kind: str, lines: Sequence[str]) -> Iterator[str]:
    yield from (f'<p class="{kind}">{text(line)}</p>\n' for line in lines if line)
