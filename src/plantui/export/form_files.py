"""The files of a form: which writer makes which kind of form in which format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO

from plantui.model.form import FormKind
from plantui.model.problem import UsageError

from .filename import suggested_name
from .form_content import FormContent, FormFile
from .form_libraries import require_libraries
from .formats import EXCHANGE_FORMATS, TEXT_FORMATS, Format
from .progress import Progress

if TYPE_CHECKING:
    from .csvfile import CutCell

FormWriter = Callable[[FormContent], list[FormFile]]
"""Makes the files of a form; nothing is written before they are asked to."""


def form_files(content: FormContent, form: Format) -> list[FormFile]:
    """Return the files of a form in a format: one, or several that belong together.

    Raises UsageError where that kind of form has no such format, and where the library that writes it is not installed.
    """
    kind = content.form.kind
    writer = _WRITERS.get((kind, form))
    if writer is None:
        formats = content.words.listing([known.value for known in formats_of(kind)])
        raise UsageError("forms.no_writer", form=content.form.name, format=form.value, formats=formats)
    require_libraries(form)
    return writer(content)


def formats_of(kind: FormKind) -> tuple[Format, ...]:
    """Return the formats that a kind of form can be written in."""
    return tuple(form for known, form in _WRITERS if known is kind)


def _text(form: Format) -> FormWriter:
    """Return the writer of the summary as text."""

    def files(content: FormContent) -> list[FormFile]:
        from .formats import export
        from .writing import emit

        cut: list[CutCell] = []

        def write(stream: BinaryIO, progress: Progress) -> None:
            cut.clear()
            pieces = export(content.summary, form, content.words, cut.append)
            emit(_told(pieces, len(content.summary), progress), stream)

        def remarks() -> list[str]:
            if not cut:
                return []
            from .csvfile import cut_cells_sentence

            return [cut_cells_sentence(content.words, cut)]

        name = suggested_name(content.summary.heading, form, content.words)
        return [FormFile(name, write, remarks, streams=True)]

    return files


def _told(pieces: Iterable[str], rows: int, progress: Progress) -> Iterator[str]:
    """Yield the pieces of a text and tell how far it is: there is about one for each row."""
    progress(0, rows)
    for done, piece in enumerate(pieces, 1):
        if done % _AT_ONCE == 0:
            progress(min(done, rows), rows)
        yield piece
    progress(rows, rows)


_AT_ONCE = 200
"""Pieces after which progress is told."""


def _page(content: FormContent) -> list[FormFile]:
    """Return the form as a web page."""
    from .page.files import page_files

    return page_files(content)


def _letter(content: FormContent) -> list[FormFile]:
    """Return the form as documents of a word processor."""
    from .letter.files import letter_files

    return letter_files(content)


def _mail(content: FormContent) -> list[FormFile]:
    """Return the letters as mails that nobody has sent yet."""
    from .mail import mail_files

    return mail_files(content)


def _marked(content: FormContent) -> list[FormFile]:
    """Return a report as Markdown."""
    from .document_markdown import document_markdown
    from .report.report import report_document
    from .writing import emit

    words = content.words

    def write(stream: BinaryIO, progress: Progress) -> None:
        pieces = document_markdown(words, report_document(content))
        emit(_told(pieces, len(content.summary), progress), stream)

    kind = content.form.title.text(words.language)
    return [
        FormFile(suggested_name(content.summary.heading, Format.MARKDOWN, words, kind), write, streams=True)
    ]


def _calendar(content: FormContent) -> list[FormFile]:
    """Return the open deadlines as a calendar."""
    from .calendar import calendar_files

    return calendar_files(content)


def _todos(content: FormContent) -> list[FormFile]:
    """Return the tasks as to-dos of a calendar."""
    from .todo_file import todo_files

    return todo_files(content)


def _exchange(form: Format) -> FormWriter:
    """Return the writer of a plan with its notes in a format of another system."""

    def files(content: FormContent) -> list[FormFile]:
        from .exchange_file import exchange_files

        return exchange_files(content, form)

    return files


def _workbook(content: FormContent) -> list[FormFile]:
    """Return the ledger as a workbook."""
    from .workbook.files import workbook_files

    return workbook_files(content)


_WRITERS: Mapping[tuple[FormKind, Format], FormWriter] = {
    **{(FormKind.SUMMARY, form): _text(form) for form in TEXT_FORMATS},
    (FormKind.LEDGER, Format.HTML): _page,
    (FormKind.REPORT, Format.HTML): _page,
    (FormKind.ONE_PAGE, Format.HTML): _page,
    (FormKind.REPORT, Format.MARKDOWN): _marked,
    (FormKind.CALENDAR, Format.ICS): _calendar,
    (FormKind.CALENDAR, Format.VTODO): _todos,
    (FormKind.REMINDER, Format.EML): _mail,
    (FormKind.LEDGER, Format.XLSX): _workbook,
    **{(FormKind.EXCHANGE, form): _exchange(form) for form in EXCHANGE_FORMATS},
    **{
        (kind, Format.DOCX): _letter
        for kind in (FormKind.LEDGER, FormKind.REPORT, FormKind.ONE_PAGE, FormKind.REMINDER)
    },
}
"""The writers, each of which imports what it needs only when it is asked for files."""
