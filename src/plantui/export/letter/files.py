"""The files of the forms that a word processor opens."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.export.filename import suggested_name
from plantui.export.form_content import FormContent, FormFile
from plantui.export.formats import Format
from plantui.model.form import FormKind

from .writing import letter_file


def letter_files(content: FormContent) -> list[FormFile]:
    """Return the files of a form: one, of reminders one for each department."""
    # What makes one kind of form takes time to load, and the others do without.
    match content.form.kind:
        case FormKind.LEDGER:
            from .ledger import ledger_file

            return [ledger_file(content, _name(content))]
        case FormKind.ONE_PAGE:
            from plantui.export.report.one_page import one_page_document

            from .room import PageRoom

            room = PageRoom(content)
            document = one_page_document(content, room.fits)
            room.refuse(document)
            return [letter_file(content, document, _name(content), is_one_page=True)]
        case FormKind.REMINDER:
            return [*_reminders(content)]
    from plantui.export.report.report import report_document

    return [letter_file(content, report_document(content), _name(content))]


def _reminders(content: FormContent) -> Iterator[FormFile]:
    """Yield a letter for each department, under names that differ."""
    from plantui.export.report.reminders import named_reminders

    for name, department, document in named_reminders(content, Format.DOCX):
        yield letter_file(content, document, name, recipient=str(department))


def _name(content: FormContent) -> str:
    kind = content.form.title.text(content.words.language)
    return suggested_name(content.summary.heading, Format.DOCX, content.words, kind)
