"""The last sheet: what the workbook was made from, and what its reader has to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.export.form_content import FormContent
from plantui.export.form_facts import form_facts
from plantui.model.csv_cell import LONGEST
from plantui.words import Words

from .book import A4, Book, Cell
from .heads import add_title, part_title
from .ledger_sheet import LedgerOutcome
from .looks import Look
from .measures import HIGHEST_ROW, line_count, row_height

_WIDTH = 120
_NAMED = 20
"""Number of cells that are named one by one."""


def add_notes_sheet(book: Book, content: FormContent, outcome: LedgerOutcome) -> None:
    """Add the sheet with all facts, a row each."""
    words = book.words
    sheet = book.add_sheet(words("workbook.sheet.notes"))
    add_title(sheet, part_title(content, words("workbook.sheet.notes")), [], 1, _WIDTH)
    for note in (*form_facts(content), *outcome_notes(words, outcome)):
        sheet.add_row([Cell(note, Look.PLAIN)], row_height(line_count(note, _WIDTH)))
    sheet.set_widths([_WIDTH])
    sheet.print_on(A4)


def outcome_notes(words: Words, outcome: LedgerOutcome) -> Iterator[str]:
    """Yield sentences on the cells that are not shown whole."""
    if outcome.continued:
        cells = _named(words, outcome.continued)
        yield words("workbook.continued_cells", longest=LONGEST, count=len(outcome.continued), cells=cells)
    if outcome.hidden:
        cells = _named(words, outcome.hidden)
        yield words("workbook.hidden_cells", highest=int(HIGHEST_ROW), count=len(outcome.hidden), cells=cells)


def _named(words: Words, cells: Sequence[str]) -> str:
    named = words.listing([*cells[:_NAMED]])
    return words("workbook.and_more", cells=named) if len(cells) > _NAMED else named
