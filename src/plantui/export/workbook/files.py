"""The file of the working ledger as a workbook."""

from __future__ import annotations

from typing import BinaryIO

from plantui.export.filename import suggested_name
from plantui.export.form_content import FormContent, FormFile
from plantui.export.formats import Format
from plantui.export.origin import origin_of, property_pieces
from plantui.export.progress import Progress

from .book import writing
from .chart_sheet import add_chart_sheet
from .department_sheet import add_department_sheet
from .ledger_sheet import LedgerOutcome, add_ledger_sheet
from .notes_sheet import add_notes_sheet, outcome_notes


def workbook_files(content: FormContent) -> list[FormFile]:
    """Return the workbook of a ledger: the tasks, the figures by department, charts, notes."""
    words, heading = content.words, content.summary.heading
    outcomes: list[LedgerOutcome] = []

    def write(stream: BinaryIO, progress: Progress) -> None:
        with writing(stream, words, heading.as_of) as book:
            outcome = add_ledger_sheet(book, content, progress)
            add_department_sheet(book, content)
            add_chart_sheet(book, content)
            add_notes_sheet(book, content, outcome)
            for name, text in property_pieces(origin_of(content, Format.XLSX).text):
                book.set_property(name, text)
        outcomes[:] = [outcome]

    def remarks() -> list[str]:
        return [note for outcome in outcomes for note in outcome_notes(words, outcome)]

    kind = content.form.title.text(words.language)
    return [FormFile(suggested_name(heading, Format.XLSX, words, kind), write, remarks)]
