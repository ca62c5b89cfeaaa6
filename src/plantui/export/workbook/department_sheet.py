"""The second sheet: the figures of each department, worst first, and of all tasks together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.export.blocks import Figure, Table, TableCell, plain
from plantui.export.form_content import FormContent
from plantui.export.report.figure_table import department_table, overall_row
from plantui.export.report.telling import Telling

from .book import A4, Book, Cell, Sheet
from .heads import add_heads, head_facts, part_title
from .looks import LIGHT_LOOKS, Look
from .measures import cells_of, line_count, row_height

NAME_PREFIX = "pt_"
"""Beginning of the names of cells that hold a figure; the name of the figure follows."""
_NAME_WIDTHS = (14, 40)
_FIGURE_WIDTH = 11


def add_department_sheet(book: Book, content: FormContent) -> None:
    """Add the sheet of departments. Each figure is a cell with a name, by which a later reading finds it."""
    words = book.words
    telling = Telling(content)
    table, overall = department_table(telling), overall_row(telling)
    sheet = book.add_sheet(words("workbook.sheet.departments"))
    widths = [_name_width(table), *[_FIGURE_WIDTH] * (len(table.columns) - 1)]
    title = part_title(content, words("workbook.sheet.departments"))
    facts = [*head_facts(content), words("workbook.overall.note")]
    head = add_heads(sheet, title, facts, [column.heading for column in table.columns], widths)
    for row in table.rows:
        _add_figures(book, sheet, row, widths[0])
    last = sheet.next_row - 1
    _add_figures(book, sheet, overall, widths[0], is_total=True)
    sheet.set_widths(widths)
    sheet.freeze(head + 1, 1)
    sheet.filter_buttons(head, max(last, head), len(widths))
    sheet.print_on(A4, head)


def _name_width(table: Table) -> int:
    widest = max((cells_of(plain(row[0].text)) for row in table.rows), default=0)
    narrowest, most = _NAME_WIDTHS
    return min(max(widest + 2, narrowest), most)


def _add_figures(
    book: Book, sheet: Sheet, row: Sequence[TableCell], width: int, *, is_total: bool = False
) -> None:
    for column, cell in enumerate(row):
        for figure in _figures(cell):
            book.name_cell(f"{NAME_PREFIX}{figure.name}", sheet, sheet.next_row, column)
    cells = [_cell(cell, is_name=not column, is_total=is_total) for column, cell in enumerate(row)]
    sheet.add_row(cells, row_height(line_count(plain(row[0].text), width)))


def _figures(cell: TableCell) -> Iterator[Figure]:
    return (piece for piece in cell.text if isinstance(piece, Figure))


def _cell(cell: TableCell, *, is_name: bool, is_total: bool) -> Cell:
    """Return a figure as a number that a spreadsheet reckons with, any other text as it is."""
    text = plain(cell.text)
    if not any(_figures(cell)):
        return Cell(text, Look.TOTAL if is_total else Look.TEXT if is_name else Look.CENTRED)
    if text.endswith("%"):
        return Cell(round(float(text[:-1]) / 100, 6), Look.TOTAL_RATE if is_total else Look.RATE)
    light = LIGHT_LOOKS[cell.light] if cell.light else Look.CENTRED
    return Cell(int(text), Look.TOTAL if is_total else light)
