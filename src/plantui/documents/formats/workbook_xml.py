"""A workbook as one file of XML, as Excel 2003 and the programs of many offices write it, mostly named .xls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.problem import DataError

from .content import Content
from .limits import MOST_CELLS
from .markup import local, tree_of
from .workbook.book import NamedSheet, book_content
from .workbook.shown import Area, Formula, Place, Sheet, Shown
from .workbook.strings import CellText
from .workbook.styles import PLAIN, CellStyle
from .workbook.values import number_cell, text_cell

if TYPE_CHECKING:
    from lxml.etree import _Element

_S = "{urn:schemas-microsoft-com:office:spreadsheet}"
_NAMED_FORMATS: Mapping[str, str] = {
    "General Number": "General", "General Date": "yyyy/m/d h:mm", "Long Date": 'yyyy"年"m"月"d"日"',
    "Medium Date": "d-mmm-yy", "Short Date": "yyyy/m/d", "Long Time": "h:mm:ss", "Medium Time": "h:mm AM/PM",
    "Short Time": "h:mm", "Fixed": "0.00", "Standard": "#,##0.00", "Percent": "0.00%", "Scientific": "0.00E+00",
    "Currency": '"¥"#,##0.00',
}  # fmt: skip
"""Number formats that have a name of their own here."""
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001  a sheet's days have no zone
_PLACE = re.compile(r"R(\d{1,7})C(\d{1,5})")
_MOST = 1 << 24


def read_workbook_xml(content: bytes, *, with_hidden: bool = False) -> Content:
    """All visible sheets in their order; formulas as their last result."""
    root = tree_of(content.lstrip())
    reader = _Reader(_styles(root))
    sheets = [
        NamedSheet(str(one.get(f"{_S}Name") or ""), _is_hidden(one), reader.sheet(one))
        for one in root.iterfind(f"{_S}Worksheet")
    ]
    return book_content(sheets, with_hidden=with_hidden)


@dataclass(slots=True)
class _Reader:
    """Reads the sheets of a workbook."""

    _styles: Mapping[str, CellStyle]
    _cells: int = 0

    def sheet(self, element: _Element) -> Sheet:
        """Return a sheet. Raises DataError for more cells than are read."""
        sheet = Sheet(filters=[*_filters(element)])
        table = element.find(f"{_S}Table")
        if table is None:
            return sheet
        columns = [*_placed(table.iterchildren(f"{_S}Column"))]
        sheet.hidden_columns = [one.reach for one in columns if _is_closed(one.element, "Width")]
        for one in _placed(table.iterchildren(f"{_S}Row")):
            row = self._row(one, columns, sheet)
            if row:
                self._count(len(row) * len(one.reach))
                sheet.rows.update(dict.fromkeys(one.reach, row))
                if _is_closed(one.element, "Height"):
                    sheet.hidden_rows.update(one.reach)
        return sheet

    def _row(self, row: _Placed, columns: list[_Placed], sheet: Sheet) -> dict[int, Shown]:
        found: dict[int, Shown] = {}
        number = row.reach.start
        for cell in _placed(row.element.iterchildren(f"{_S}Cell"), "MergeAcross"):
            column = cell.reach.start
            below = next((one.element for one in columns if column in one.reach), None)
            named = (one.get(f"{_S}StyleID") for one in (cell.element, row.element, below) if one is not None)
            style = self._styles.get(next((name for name in named if name), "Default"), PLAIN)
            data = cell.element.find(f"{_S}Data")
            shown = _shown(data, style)
            if cell.element.get(f"{_S}Formula") is not None:
                shown = shown or Shown("")
                is_unsure = data is None or (data.text or "").strip() in ("", "0")
                shown.formula = Formula.UNSURE if is_unsure else Formula.WORKED_OUT
            if shown is not None:
                found[column] = shown
            deep = _whole(cell.element.get(f"{_S}MergeDown"), 0)
            if deep or len(cell.reach) > 1:
                last = Place(number + deep, cell.reach.stop - 1)
                sheet.merged.append(Area(Place(number, column), last))
        return found

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MOST_CELLS:
            raise DataError("formats.too_many_cells", most=f"{MOST_CELLS:,}")


class _Placed(NamedTuple):
    """A row, a column or a cell, with the numbers that it takes."""

    element: _Element
    reach: range


def _placed(elements: Iterator[_Element], further: str = "Span") -> Iterator[_Placed]:
    """Yield elements with their numbers: each says its own, or follows the one before."""
    number = 1
    for element in elements:
        number = _whole(element.get(f"{_S}Index"), number)
        reach = range(number, number + 1 + _whole(element.get(f"{_S}{further}"), 0))
        yield _Placed(element, reach)
        number = reach.stop


def _shown(data: _Element | None, style: CellStyle) -> Shown | None:
    if data is None:
        return None
    written = "".join(map(str, data.itertext()))
    match data.get(f"{_S}Type"):
        case "Number":
            try:
                return number_cell(float(written), style)
            except (ValueError, OverflowError):
                return text_cell(CellText(written), style)
        case "DateTime":
            return _day(written, style)
        case "Boolean":
            return text_cell(CellText("TRUE" if written.strip() == "1" else "FALSE"), style)
        case _:
            struck = "".join(str(text) for one in data.iter("{*}S") for text in one.itertext())
            kept = "".join(_kept(data)) if struck else written
            return text_cell(CellText(kept, struck), style)


def _kept(element: _Element) -> Iterator[str]:
    """Yield the words that no `S` strikes through."""
    yield element.text or ""
    for child in element:
        if local(child) != "S":
            yield from _kept(child)
        yield child.tail or ""


def _day(written: str, style: CellStyle) -> Shown | None:
    try:
        moment = datetime.fromisoformat(written.strip()).replace(tzinfo=None)
    except ValueError:
        return text_cell(CellText(written), style)
    code = "yyyy-mm-dd" if style.code == PLAIN.code else style.code
    return number_cell((moment - _FIRST_DAY) / timedelta(days=1), style._replace(code=code))


def _styles(root: _Element) -> dict[str, CellStyle]:
    """Return the styles by their names; one that says nothing follows its parent, which stands before it."""
    found: dict[str, CellStyle] = {}
    for style in root.iterfind(f"{_S}Styles/{_S}Style"):
        before = found.get(str(style.get(f"{_S}Parent") or "Default"), PLAIN)
        form, font = style.find(f"{_S}NumberFormat"), style.find(f"{_S}Font")
        code = form.get(f"{_S}Format") if form is not None else None
        code = before.code if form is None else _NAMED_FORMATS.get(str(code), str(code or PLAIN.code))
        struck = before.is_struck if font is None else font.get(f"{_S}StrikeThrough") == "1"
        found[str(style.get(f"{_S}ID") or "")] = CellStyle(code, struck)
    return found


def _is_hidden(sheet: _Element) -> bool:
    return any(
        (one.text or "").strip() != "SheetVisible" for one in sheet.iterfind("{*}WorksheetOptions/{*}Visible")
    )


def _is_closed(element: _Element, size: str) -> bool:
    return element.get(f"{_S}Hidden") == "1" or element.get(f"{_S}{size}") == "0"


def _filters(sheet: _Element) -> Iterator[Area]:
    """Yield the area of a filter in which something is chosen."""
    for one in sheet.iterfind("{*}AutoFilter"):
        written = next((str(value) for name, value in one.attrib.items() if str(name).endswith("Range")), "")
        places = [Place(int(row), int(column)) for row, column in _PLACE.findall(written)]
        if len(one) and places:
            yield Area(places[0], places[-1])


def _whole(written: str | None, otherwise: int) -> int:
    if not written or not written.isascii() or not written.isdigit():
        return otherwise
    return min(int(written[:9]), _MOST)
