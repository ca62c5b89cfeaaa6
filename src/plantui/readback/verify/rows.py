"""The rows of a ledger as its form prints them, and as they stand in a ledger that came back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plantui.export.form_content import FormContent
from plantui.export.formats import Format
from plantui.export.ledger_column import cell_text
from plantui.export.ledger_table import TableField, table_fields
from plantui.model.form import FormKind
from plantui.readback.filled.standing import comparable
from plantui.words.phrases import numbered

from .folding import squeezed
from .printed import Tables, is_same_figure

_PLACED = "position"
"""The column that counts rows: sorting changes it."""
_TELLING = (
    ("plan", "section", "number", "task", "content"),
    ("plan", "number", "task"),
    ("plan", "task"),
    ("task",),
    ("plan", "number"),
    ("number",),
    (_PLACED,),
)
"""Columns by which a row is known again, in turn: who typed over one has left the others."""


class LedgerRow(NamedTuple):
    """A row of a ledger as printed."""

    task: int
    """The row number of its task."""
    name: str
    """Its task in words."""
    cells: Mapping[str, str]
    """The texts of its cells by the names of their columns."""


@dataclass(frozen=True, slots=True)
class LedgerRows:
    """The table of a ledger."""

    headings: Mapping[str, str]
    """The headings of its columns by their names."""
    rows: Sequence[LedgerRow]

    @property
    def compared(self) -> list[str]:
        """The names of the columns whose cells are compared."""
        return [name for name in self.headings if name != _PLACED]


@dataclass(frozen=True, slots=True)
class FoundRows:
    """The rows of a ledger that came back."""

    pairs: Sequence[tuple[LedgerRow, Mapping[str, str]]]
    """Each row with its cells as they stand there."""
    missing: Sequence[LedgerRow]
    """The rows that are not there any more."""
    left_out: Sequence[str]
    """The names of columns that are not there any more."""
    added: Sequence[str]
    """The rows that the form did not have, in words."""


def ledger_rows(content: FormContent, form: Format) -> LedgerRows | None:
    """Return the rows of a ledger in a format; None for a form that is no ledger."""
    if content.form.kind is not FormKind.LEDGER:
        return None
    fields = _fields(content, form)
    rows = [
        LedgerRow(
            row.task.entry.pk,
            numbered(row.task.entry.number, row.task.entry.title),
            {field.name: comparable(cell_text(field.cell(row))) for field in fields},
        )
        for row in content.summary
    ]
    return LedgerRows({field.name: field.heading for field in fields}, rows)


def _fields(content: FormContent, form: Format) -> Sequence[TableField]:
    if form is Format.DOCX:
        from plantui.export.letter.ledger import ledger_fields

        return ledger_fields(content)[0]
    return table_fields(content)


def rows_in(tables: Tables, expected: LedgerRows) -> FoundRows:
    """Return the rows of a ledger as they stand in tables, however sorted or moved; a long ledger has several tables."""
    found = [*_printed(tables, expected.headings)]
    columns = {name for cells in found for name in cells}
    left_out = [name for name in expected.headings if name not in columns] if found else []
    pairs: list[tuple[LedgerRow, Mapping[str, str]]] = []
    rows = [*expected.rows]
    for names in _TELLING:
        if columns.issuperset(names) and expected.headings.keys() >= {*names}:
            pairs += _paired(names, rows, found)
    order = {row.task: at for at, row in enumerate(expected.rows)}
    pairs.sort(key=lambda pair: order[pair[0].task])
    named = [name for name in ("number", "task") if name in columns]
    added = [" ".join(cells[name] for name in named).strip() for cells in found]
    return FoundRows(pairs, rows, left_out, [one for one in added if one])


def _printed(tables: Tables, headings: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Yield the cells of each row below a head that has most of the headings."""
    for table in tables:
        columns: dict[str, int] = {}
        for row in table:
            keys = [squeezed(text) for text in row]
            known = {
                name: keys.index(key) for name, one in headings.items() if (key := squeezed(one)) in keys
            }
            if 2 * len(known) > len(headings):
                columns = known
            elif columns and any(keys):
                yield {name: row[at] if at < len(row) else "" for name, at in columns.items()}


def _paired(
    names: Iterable[str], rows: list[LedgerRow], found: list[dict[str, str]]
) -> list[tuple[LedgerRow, Mapping[str, str]]]:
    """Take the rows that agree in these columns out of both lists, one after the other where several do."""
    by_key: dict[tuple[str, ...], list[LedgerRow]] = defaultdict(list)
    for row in rows:
        by_key[tuple(squeezed(row.cells[name]) for name in names)].append(row)
    pairs: list[tuple[LedgerRow, Mapping[str, str]]] = []
    left: list[dict[str, str]] = []
    for cells in found:
        key = tuple(squeezed(cells[name]) for name in names)
        alike = by_key.get(key)
        if alike and any(key):
            pairs.append((alike.pop(0), cells))
        else:
            left.append(cells)
    taken = {row.task for row, _ in pairs}
    rows[:] = [row for row in rows if row.task not in taken]
    found[:] = left
    return pairs


def is_same_cell(printed: str, right: str) -> bool:
    """Return whether two texts of a cell are the same, but for width, blanks and line ends; a percent may have its sign."""
    if squeezed(comparable(printed)) == squeezed(right):
        return True
    return bool(right) and is_same_figure(printed.strip().removesuffix("%"), right)
