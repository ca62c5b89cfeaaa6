"""The first lines of a form as text, for a look at it before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from plantui.model.form import FormKind
from plantui.words import Words

from .blocks import Chart, Document, Table, plain, written_parts
from .form_making import Contents, files_of
from .formats import TEXT_FORMATS, Format, export
from .ledger_column import cell_text
from .ledger_table import dropped_headings, table_fields

if TYPE_CHECKING:
    from .form_content import FormContent

_FIRST = 3
"""Rows of a ledger that are shown."""
_LINES = 40
"""Lines that are shown of one form."""
_FILES = 8
"""Files that are named one by one."""


def preview_lines(contents: Contents, words: Words) -> list[str]:
    """Return the first lines of forms, the names of their files first. Raises as `files_of` does."""
    names = [one.file.name for one in files_of(contents)]
    more = len(names) - _FILES
    listed = words.listing(names[:_FILES])
    lines = [
        words("export.preview.files_more" if more > 0 else "export.preview.files", files=listed, more=more)
    ]
    for content, form in contents:
        lines += ["", *islice(_lines(content, form), _LINES)]
    return lines


def _lines(content: FormContent, form: Format) -> Iterator[str]:
    match content.form.kind:
        case FormKind.LEDGER:
            yield from _ledger(content)
        case FormKind.REPORT:
            from .report.report import report_document

            yield from _document(report_document(content))
        case FormKind.ONE_PAGE:
            from .report.one_page import one_page_document

            yield from _document(one_page_document(content, _fits))
        case FormKind.REMINDER:
            from .report.reminders import reminder_documents

            for _, letter in reminder_documents(content)[:1]:
                yield from _document(letter)
        case FormKind.SUMMARY if form in TEXT_FORMATS:
            text = "".join(islice(export(content.summary, form, content.words), _LINES))
            yield from text.removeprefix("\ufeff").splitlines()
        case _:
            yield content.form.title.text(content.words.language)


def _fits(document: Document) -> bool:
    """Return that there is room: the writer measures it, here only the beginning is shown."""
    return True


def _ledger(content: FormContent) -> Iterator[str]:
    words, fields = content.words, table_fields(content)
    yield words("export.preview.columns", count=len(fields), names=words.listing([f.heading for f in fields]))
    if dropped := dropped_headings(content):
        yield words("export.preview.dropped", names=words.listing(dropped))
    some = replace(content.summary, rows=content.summary.rows[:_FIRST])
    for row in some:
        cells = ((field.heading, cell_text(field.cell(row))) for field in fields)
        said = [words("export.labelled", label=name, text=text) for name, text in cells if text]
        yield words("export.filter.join").join(said)
    if left := len(content.summary) - _FIRST:
        yield words("export.preview.more_rows", count=left) if left > 0 else ""


def _document(document: Document) -> Iterator[str]:
    yield document.title
    for part in written_parts(document, _held):
        yield from part.splitlines()


def _held(block: Table | Chart) -> Iterator[str]:
    if isinstance(block, Table):
        yield _line([column.heading for column in block.columns])
        for row in block.rows:
            yield _line([plain(cell.text) for cell in row])


def _line(cells: Sequence[str]) -> str:
    return " | ".join(cells)
