"""Rows of a printed table that the end of a page has broken in two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantui.documents.patterns import compiled

from .content import Cell
from .printed import Printed, PrintedRemark, PrintedTable, is_page_number

_WHOLE_NAME = compiled(r"[局委厅办院会司处队室校]$")
_NAME_BEGINS = compiled(r"[市县区省各州盟]")


def goes_on(table: PrintedTable, later: PrintedTable) -> bool:
    """Return whether a table is the rest of one on an earlier page."""
    return table.page < later.page and table.columns == later.columns


def join_broken_rows(parts: Iterable[Printed]) -> None:
    """Join a row without a number at the beginning of a page to the last one of the page before.

    Only in a table that gives each row one: there no row of its own has none. A head that is printed again may stand before.
    """
    head: Sequence[Cell] = ()
    last: PrintedTable | None = None
    for part in parts:
        if isinstance(part, PrintedRemark):
            continue
        if not isinstance(part, PrintedTable):
            last = last if is_page_number(part.text) or not part.text.strip() else None
            continue
        if last is not None and goes_on(last, part):
            at = int(bool(part.rows) and _texts(part.rows[0]) == _texts(head))
            if _is_rest(last, part, at):
                last.rows[-1] = [_joined(*cells) for cells in zip(last.rows[-1], part.rows[at], strict=True)]
                del part.rows[at]
        else:
            head = part.rows[0] if part.rows else ()
        last = part if part.rows else last


def _is_rest(table: PrintedTable, later: PrintedTable, at: int) -> bool:
    rows = later.rows[at:]
    if not rows or not table.rows or len(rows[0]) != len(table.rows[-1]) or len(rows[0]) != table.columns:
        return False
    numbers = [row[0].text.strip() for row in (*table.rows[1:], *rows[1:]) if row]
    return not rows[0][0].text.strip() and any(cell.text.strip() for cell in rows[0]) and all(numbers)


def _joined(cell: Cell, rest: Cell) -> Cell:
    """Return a cell with its rest; names that are both whole stand apart, other words go on."""
    if not rest.text or not cell.text:
        return cell._replace(text=cell.text or rest.text)
    is_list = _WHOLE_NAME.search(cell.text) and _NAME_BEGINS.match(rest.text)
    return cell._replace(text=cell.text + ("\n" if is_list else "") + rest.text)


def _texts(row: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in row]
