"""The files of the forms that a word processor opens."""

from __future__ import annotations

from plantui.export.filename import suggested_name
from plantui.export.form_content import FormContent, FormFile
from plantui.export.formats import Format
from plantui.export.report.report import report_document

from .writing import letter_file


def letter_files(content: FormContent) -> list[FormFile]:
    """Return the files of a form, in order."""
    return [letter_file(content, report_document(content), _name(content))]


def _name(content: FormContent) -> str:
    kind = content.form.title.text(content.words.language)
    return suggested_name(content.summary.heading, Format.DOCX, content.words, kind)
