"""The columns of a foreign ledger, found by their heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from plantui.model.column_map import ColumnMap, LedgerField

_HEAD_WITHIN = 20
"""Rows in which the heads are looked for."""
_LEAST = 2
"""Columns that a head has to have at least."""
_ANY = "*"

Row = tuple[str, ...]
"""The texts of the cells of a row; of merged cells each place has the text."""


class LedgerTable(NamedTuple):
    """A table of a file: a sheet, or all of a CSV file."""

    name: str
    """The sheet's name, empty where there is only one."""
    rows: tuple[Row, ...]


class PlacedTable(NamedTuple):
    """A table whose columns are known."""

    name: str
    above: tuple[str, ...]
    """The texts above the heads, each once."""
    columns: Mapping[LedgerField, int]
    others: Mapping[int, str]
    """Heads of the columns that the map has no place for."""
    rows: tuple[Row, ...]
    """The rows below the heads."""

    def cell(self, row: Row, field: LedgerField) -> str:
        """Return the text of a row in a column; empty where the ledger has no such column."""
        at = self.columns.get(field)
        return row[at] if at is not None and at < len(row) else ""


def placed_table(table: LedgerTable, by: ColumnMap) -> PlacedTable | None:
    """Return a table with the columns of a map; None where it has no heads of it."""
    best: PlacedTable | None = None
    for at in range(min(len(table.rows), _HEAD_WITHIN)):
        for heads, end in _heads_at(table.rows, at):
            columns = _columns(heads, by)
            titled = LedgerField.TITLE in columns or LedgerField.TEXT in columns
            if titled and len(columns) >= _LEAST and (best is None or len(columns) > len(best.columns)):
                above = dict.fromkeys(text for row in table.rows[:at] for text in row if text)
                taken = {*columns.values()}
                others = {index: head for index, head in enumerate(heads) if index not in taken}
                rows = tuple(row for row in table.rows[end:] if row != heads)  # heads come again on a page
                best = PlacedTable(table.name, tuple(above), columns, others, rows)
    return best


def is_recognised(table: LedgerTable, by: ColumnMap) -> bool:
    """Return whether a table has all columns by which the ledgers of a map are recognised."""
    found = placed_table(table, by) if by.recognised_by else None
    return found is not None and all(field in found.columns for field in by.recognised_by)


def recognised_maps(tables: Sequence[LedgerTable], maps: Sequence[ColumnMap]) -> list[ColumnMap]:
    """Return the maps that a file may be read by without one being named."""
    return [one for one in maps if any(is_recognised(table, one) for table in tables)]


def _heads_at(rows: Sequence[Row], at: int) -> Iterator[tuple[Row, int]]:
    """Yield what may be the heads at a row, with the row behind them: its cells, or with those of the next one below them."""
    yield rows[at], at + 1
    if at + 1 == len(rows):
        return
    upper, lower = rows[at], rows[at + 1]
    reaches_down = any(above and above == below for above, below in zip(upper, lower, strict=False))
    if reaches_down and len(lower) == len(upper):
        yield tuple(below or above for above, below in zip(upper, lower, strict=True)), at + 2


def _columns(heads: Row, by: ColumnMap) -> dict[LedgerField, int]:
    found: dict[LedgerField, int] = {}
    folded = [*map(_folded, heads)]
    taken: set[int] = set()
    for field, names in by.columns:
        for name in map(_folded, names):
            at = next(
                (at for at, head in enumerate(folded) if at not in taken and _is_head(head, name)), None
            )
            if at is not None:
                found[field] = at
                taken.add(at)
                break
    return found


def _is_head(head: str, name: str) -> bool:
    return head.startswith(name.removesuffix(_ANY)) if name.endswith(_ANY) else head == name


def _folded(head: str) -> str:
    return "".join(normalize("NFKC", head).casefold().split())
