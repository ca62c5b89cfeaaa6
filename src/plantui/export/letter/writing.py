"""Writes a document of blocks as a file of a word processor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from plantui.export.blocks import Document
from plantui.export.form_content import FormContent, FormFile
from plantui.export.formats import Format
from plantui.export.origin import origin_of
from plantui.export.progress import Progress

from .own_template import laid_out, paper_for
from .page_paper import page_paper
from .paper import Paper
from .template import letter_template

_AT_ONCE = 500
"""Pieces after which progress is told."""


def letter_file(
    content: FormContent, document: Document, name: str, *, is_one_page: bool = False, recipient: str = ""
) -> FormFile:
    """Return the file of a report, a letter or a summary on one page. Nothing is made before it is written."""

    def write(stream: BinaryIO, progress: Progress) -> None:
        paper = (
            page_paper(content)
            if is_one_page
            else paper_for(content, letter_template(content.words.language))
        )
        body = laid_out(paper, content, document)
        pieces = told(body, len(document.blocks), progress)
        finish(paper, content, document.title, pieces, stream, recipient)

    return FormFile(name, write)


def finish(
    paper: Paper, content: FormContent, title: str, body: Iterable[str], stream: BinaryIO, recipient: str = ""
) -> None:
    """Write a paper with its body and its properties."""
    day, language = content.summary.heading.as_of, content.words.language
    author = content.form.sender.text(language) or "plantui"
    paper.describe(title, author, day, origin_of(content, Format.DOCX, recipient).text)
    paper.write(body, stream, day)


def told(pieces: Iterable[str], total: int, progress: Progress) -> Iterator[str]:
    """Yield the pieces of a body and tell how far it is."""
    progress(0, total)
    for at, piece in enumerate(pieces, 1):
        if at % _AT_ONCE == 0:
            progress(min(at, total), total)
        yield piece
    progress(total, total)
