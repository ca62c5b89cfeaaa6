"""A workbook: styles, widths, print settings and charts are XlsxWriter's, the rows are written here.

Rows go to the disk as they come, so that a sheet of a hundred thousand rows takes no memory. XlsxWriter's own mode for that
("constant memory") takes several times as long for a cell, drops without a word what is written to a row already left, and
lets a text that begins with `<r>` and ends with `</r>` into the file unescaped. So the text of the rows is made here and put
where that mode keeps it; `tests/test_foreign_insides.py` knows what has to be true of the library for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from tempfile import TemporaryDirectory
from typing import BinaryIO, NamedTuple

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.chart import Chart  # type: ignore[import-untyped]
from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from plantui.export.package import set_package_day
from plantui.model.problem import DataError
from plantui.words import Words

from .looks import Look, look_properties
from .measures import PIXELS_OF_POINT, column_width
from .texts import text_markup

MOST_ROWS = 1_048_576
"""Rows that a sheet has."""
_LONGEST_NAME = 31
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_FIRST_DAY = date(1900, 3, 1)
"""The first day of which all spreadsheets count alike."""
_DAY_ZERO = date(1899, 12, 30).toordinal()
_BELOW_EDGE = 6
"""Pixels between the upper edge of a chart and that of its cell."""

Value = str | int | float | date | None
"""The value of a cell; None for an empty one."""


class Cell(NamedTuple):
    """A cell with its look."""

    value: Value
    look: Look


class Paper(NamedTuple):
    """A sheet of paper, lying."""

    number: int
    """Its number in the file format."""
    cells: int
    """Cells of the body's letters that a row may have so that it can still be read there."""


A4 = Paper(9, 200)
A3 = Paper(8, 400)


class Book:
    """A workbook that is being written; `writing` makes it and takes care of its end."""

    def __init__(self, stream: _Outlet, folder: str, words: Words, day: date) -> None:
        self.words = words
        self._workbook = Workbook(
            stream, {"constant_memory": True, "tmpdir": folder, "use_zip64": True, "in_memory": False}
        )
        self._workbook.set_properties({"created": datetime.combine(day, time(), UTC).replace(tzinfo=None)})
        self.formats: dict[Look, Format] = {
            look: self._workbook.add_format(look_properties(words, look)) for look in Look
        }
        """The library's formats of the looks."""
        self.styles = {look: f' s="{one._get_xf_index()}"' for look, one in self.formats.items()}
        """The looks as an attribute of a cell in the file."""

    def add_sheet(self, name: str) -> Sheet:
        """Add a sheet at the end; of its name remains what the name of a sheet can hold."""
        fitting = _NOT_IN_NAME.sub("_", name)[:_LONGEST_NAME].strip("' ") or "_"
        return Sheet(self, self._workbook.add_worksheet(fitting), fitting)

    def name_cell(self, name: str, sheet: Sheet, row: int, column: int) -> None:
        """Give a cell a name, which stays with it where rows and columns are put in."""
        self._workbook.define_name(name, sheet.reference(row, column))

    def set_property(self, name: str, text: str) -> None:
        """Add a property of the document's own."""
        self._workbook.set_custom_property(name, text, "text")

    def chart(self, kind: str, subtype: str = "") -> Chart:
        """Return a new chart: `column`, or `bar` for lying ones; of subtype `stacked` where parts stand on each other."""
        return self._workbook.add_chart({"type": kind, **({"subtype": subtype} if subtype else {})})

    def end(self) -> None:
        """Put the parts together. Raises OSError where the stream or the disk does not take them."""
        try:
            self._workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error

    def give_up(self) -> None:
        """Let go of the files of a workbook that remains unfinished."""
        for sheet in self._workbook.worksheets():
            sheet.row_data_fh.close()


class _Outlet:
    """A stream that can be let go of: the library's archive ends itself when it is thrown away, and must not write then."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream: BinaryIO | None = stream

    def let_go(self) -> None:
        """Write nowhere from now on."""
        self._stream = None

    def write(self, data: bytes) -> int:
        """Write bytes, and return how many."""
        return self._stream.write(data) if self._stream else len(data)

    def tell(self) -> int:
        """Return the place where the next byte goes."""
        return self._stream.tell() if self._stream else 0

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place and return it."""
        return self._stream.seek(offset, whence) if self._stream else 0

    def flush(self) -> None:
        """Hand on what waits."""
        if self._stream:
            self._stream.flush()


@contextmanager
def writing(stream: BinaryIO, words: Words, day: date) -> Iterator[Book]:
    """Write a workbook to a stream: whole at the end of the block, not at all where it raises.

    The same sheets make the same bytes: the only time in it is the day.
    """
    outlet = _Outlet(stream)
    with TemporaryDirectory(prefix="plantui-") as folder:
        book = Book(outlet, folder, words, day)
        try:
            yield book
            book.end()
        except BaseException:
            outlet.let_go()
            book.give_up()
            raise
    set_package_day(stream, day)


class Sheet:
    """A sheet, whose rows are added one after the other."""

    def __init__(self, book: Book, worksheet: Worksheet, name: str) -> None:
        self.name = name
        self.next_row = 0
        """The number of the row that is added next, from 0."""
        self.has_charts = False
        """True where charts lie over the rows: then the library has to know how high these are."""
        self.height = 0.0
        """The height of the rows so far, in points."""
        self._book = book
        self._worksheet = worksheet
        self._letters: list[str] = []

    def reference(self, row: int, column: int) -> str:
        """Return a cell as formulas name it from everywhere in the workbook."""
        place = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
        return f"='{self.name.replace(chr(39), chr(39) * 2)}'!{place}"

    def range(self, first_row: int, first_column: int, last_row: int, last_column: int) -> str:
        """Return a range of cells as formulas name it from everywhere in the workbook."""
        last = xl_rowcol_to_cell(last_row, last_column, row_abs=True, col_abs=True)
        return f"{self.reference(first_row, first_column)}:{last}"

    def cell_name(self, row: int, column: int) -> str:
        """Return the name of a cell as its reader sees it, such as `E7`."""
        return str(xl_rowcol_to_cell(row, column))

    def add_row(self, cells: Sequence[Cell], height: float) -> None:
        """Add a row of a height in points. Raises DataError where the sheet has no room for it."""
        self.add_marked_row([self.markup(cell) for cell in cells], height)

    def markup(self, cell: Cell) -> str:
        """Return a cell in the words of the file, behind its place: cells alike have it in common."""
        return f"{self._book.styles[cell.look]}{_content(cell.value)}"

    def add_marked_row(self, cells: Sequence[str], height: float) -> None:
        """Add a row of cells as `markup` gives them. Raises as `add_row` does."""
        number = self.next_row + 1
        if number > MOST_ROWS:
            raise DataError("workbook.too_many_rows", most=MOST_ROWS)
        while len(self._letters) < len(cells):
            self._letters.append(xl_col_to_name(len(self._letters)))
        marked = [
            f'<c r="{letters}{number}"{markup}' for letters, markup in zip(self._letters, cells, strict=False)
        ]
        head = f'<row r="{number}" ht="{height:g}" customHeight="1">'
        self._worksheet.row_data_fh.write(f"{head}{''.join(marked)}</row>")
        self._reach(self.next_row, len(cells))
        self.next_row = number
        self.height += height
        if self.has_charts:
            self._worksheet.row_sizes[number - 1] = [round(height * PIXELS_OF_POINT), False]

    def add_band(self, text: str, look: Look, columns: int, height: float) -> None:
        """Add a row of one text over so many columns, merged within that row."""
        row = self.next_row
        self.add_row([Cell(text, look), *[Cell(None, look)] * (columns - 1)], height)
        if columns > 1:
            self._worksheet.merge_range(row, 0, row, columns - 1, "", self._book.formats[look])
            self._worksheet.table.clear()  # the cells are written already

    def _reach(self, row: int, columns: int) -> None:
        """Tell the library how far the sheet reaches."""
        sheet = self._worksheet
        sheet.dim_rowmin, sheet.dim_rowmax = 0, row
        sheet.dim_colmin, sheet.dim_colmax = 0, max(columns - 1, sheet.dim_colmax or 0)

    def set_widths(self, cells: Sequence[int]) -> None:
        """Set the widths of the columns from the first on, each for so many cells."""
        for column, count in enumerate(cells):
            self._worksheet.set_column(column, column, column_width(count))

    def freeze(self, row: int, column: int) -> None:
        """Keep the rows above and the columns before in sight."""
        self._worksheet.freeze_panes(row, column)

    def filter_buttons(self, first_row: int, last_row: int, columns: int) -> None:
        """Give the heads in the first row buttons that filter and sort the rows down to the last one."""
        self._worksheet.autofilter(first_row, 0, last_row, columns - 1)

    def print_on(self, paper: Paper, head: int | None = None, *, pages: int = 0) -> None:
        """Set up the print: paper lying, as wide as one page, the row of heads on each, pages numbered at the foot.

        `pages` are the pages that it may be high, 0 for any number.
        """
        sheet = self._worksheet
        sheet.set_paper(paper.number)
        sheet.set_landscape()
        sheet.fit_to_pages(1, pages)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer(f"&C{self._book.words('workbook.page')}")
        sheet.hide_gridlines(2)
        if head is not None:
            sheet.repeat_rows(head)

    def break_pages(self, rows: Sequence[int]) -> None:
        """Begin a new page before each of these rows."""
        self._worksheet.set_h_pagebreaks(rows)

    def insert_chart(self, row: int, column: int, chart: Chart, description: str) -> None:
        """Lay a chart over the sheet with its upper left corner in a cell, a little below the cell's upper edge.

        A chart whose edge lies on the break of a page prints that edge on the page before.
        """
        place = {"object_position": 2, "y_offset": _BELOW_EDGE}
        self._worksheet.insert_chart(
            row, column, chart, place | {"description": description, "decorative": False}
        )


def _content(value: Value) -> str:
    """Return a cell's markup behind its place and style."""
    if value is None or value == "":
        return "/>"
    if isinstance(value, date):
        if value < _FIRST_DAY:
            return _content(value.isoformat())
        value = value.toordinal() - _DAY_ZERO
    if isinstance(value, str):
        return f' t="inlineStr"><is>{text_markup(value)}</is></c>'
    return f"><v>{value}</v></c>"
