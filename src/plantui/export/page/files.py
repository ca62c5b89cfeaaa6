"""The forms that are written as web pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from plantui.export.filename import suggested_name
from plantui.export.form_content import FormContent, FormFile
from plantui.export.formats import Format
from plantui.export.origin import origin_of
from plantui.export.phrasing import form_title
from plantui.export.progress import Progress
from plantui.export.report.one_page import one_page_document
from plantui.export.report.report import report_document
from plantui.export.writing import emit
from plantui.model.form import FormKind
from plantui.model.problem import DataError

from .frame import Frame, Paper
from .ledger import ledger_layout, ledger_page
from .report import report_page
from .room import PageRoom


def page_files(content: FormContent) -> list[FormFile]:
    """Return the page of a form."""

    def write(stream: BinaryIO, progress: Progress) -> None:
        emit(_page(content, progress), stream)

    kind = content.form.title.text(content.words.language)
    name = suggested_name(content.summary.heading, Format.HTML, content.words, kind)
    return [FormFile(name, write, streams=True)]


def _page(content: FormContent, progress: Progress) -> Iterator[str]:
    words, origin = content.words, origin_of(content, Format.HTML).text
    if content.form.kind is FormKind.LEDGER:
        title = form_title(words, content.summary.heading, content.form.title.text(words.language))
        layout = ledger_layout(content)
        frame = Frame(title, words.language, "ledger", layout.paper, origin)
        return ledger_page(content, layout, frame, progress)
    if content.form.kind is FormKind.ONE_PAGE:
        room = PageRoom(words.language)
        document, kind, paper = one_page_document(content, room.fits), "one-page", Paper.ONE_PAGE
        if not room.fits(document):
            raise DataError("reports.one_page.no_room")
    else:
        document, kind, paper = report_document(content, has_charts=True), "report", Paper.OFFICIAL
    return report_page(words, document, Frame(document.title, words.language, kind, paper, origin))
