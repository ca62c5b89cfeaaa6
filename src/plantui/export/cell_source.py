"""Cells of very many rows, a column at a time: what follows from equal parts of rows is worked out once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum, auto
from typing import Any, Generic, NamedTuple, TypeVar

from .summary import SummaryRow

Cell = TypeVar("Cell")
Other = TypeVar("Other")

RowPart = Callable[[SummaryRow], Any]
"""Gives the part of a row that a cell says: a date, a light, the notes; only what says it knows of which type it is."""

_REMEMBERED = 4_096
"""Parts whose cells are remembered, as many as statements of the ledger are."""


class Reuse(Enum):
    """Cases in which a cell may be taken from an earlier row."""

    NEVER = auto()
    """The part is of this row alone."""
    EQUAL = auto()
    """The earlier row's part was equal; for parts of little text, quick to compare."""
    SAME = auto()
    """The earlier row had the very object; for larger parts, which rows share."""


class CellSource(NamedTuple, Generic[Cell]):
    """A column of cells: the part of a row that they follow from, and what they say of it."""

    part: RowPart
    said: Callable[[Any], Cell]
    reuse: Reuse = Reuse.NEVER
    all_said: Callable[[Any], Sequence[Cell]] | None = None
    """Says several parts as `said` says each, where it takes less for all of them together."""

    def cell(self, row: SummaryRow) -> Cell:
        """Return the cell of one row."""
        return self.said(self.part(row))

    def column(self, parts: Sequence[object]) -> Sequence[Cell]:
        """Return the cells that say these parts."""
        return self.all_said(parts) if self.all_said else [*map(self.said, parts)]

    def then(self, made: Callable[[Cell], Other]) -> CellSource[Other]:
        """Return the column of what is made of each cell."""
        said = self.said
        if self.all_said:
            return self.then_all(lambda cells: [*map(made, cells)])
        return CellSource(self.part, lambda part: made(said(part)), self.reuse)

    def then_all(self, made: Callable[[Sequence[Cell]], Sequence[Other]]) -> CellSource[Other]:
        """Return the column of what is made of several cells together, one of each."""
        said, column = self.said, self.column
        return CellSource(
            self.part, lambda part: made([said(part)])[0], self.reuse, lambda parts: made(column(parts))
        )


class CellColumns(Generic[Cell]):
    """Columns of cells side by side. Those that follow from the same part of a row are asked together."""

    def __init__(self, sources: Sequence[CellSource[Cell]]) -> None:
        found: dict[tuple[RowPart, Reuse], list[int]] = {}
        for at, source in enumerate(sources):
            found.setdefault((source.part, source.reuse), []).append(at)
        groups = [
            (_Group(part, reuse, [sources[at].column for at in places]), places)
            for (part, reuse), places in found.items()
        ]
        self._groups = [group for group, _ in groups]
        placed = [at for _, places in groups for at in places]
        self._order = [placed.index(at) for at in range(len(sources))]

    def of(self, rows: Sequence[SummaryRow]) -> Iterable[tuple[Cell, ...]]:
        """Return the cells of each row, in the order of the columns."""
        if not rows:
            return ()
        columns = [column for group in self._groups for column in group.columns(rows)]
        return zip(*[columns[at] for at in self._order], strict=True)


class _Group(Generic[Cell]):
    """Columns that follow from one part of a row."""

    def __init__(
        self, part: RowPart, reuse: Reuse, said: Sequence[Callable[[Sequence[object]], Sequence[Cell]]]
    ) -> None:
        self._part = part
        self._reuse = reuse
        self._said = said
        self._known: list[dict[object, Cell]] = [{} for _ in said]
        """The cells of parts met before, a dictionary for each column."""
        self._held: list[object] = []
        """Holds these parts, so that no other object gets the identity of one."""

    def columns(self, rows: Sequence[SummaryRow]) -> list[Sequence[Cell]]:
        """Return the cells of rows, column by column."""
        parts = [*map(self._part, rows)]
        if self._reuse is Reuse.NEVER:
            return [said(parts) for said in self._said]
        keys: Sequence[object] = [*map(id, parts)] if self._reuse is Reuse.SAME else parts
        self._learn(dict(zip(keys, parts, strict=True)))
        return [[*map(known.__getitem__, keys)] for known in self._known]

    def _learn(self, parts: Mapping[object, object]) -> None:
        """Make the cells of those parts that were not met before."""
        if len(self._held) > _REMEMBERED:
            self._held.clear()
            for known in self._known:
                known.clear()
        new = [key for key in parts if key not in self._known[0]]
        if not new:
            return
        found = [parts[key] for key in new]
        self._held += found
        for known, said in zip(self._known, self._said, strict=True):
            known.update(zip(new, said(found), strict=True))


def whole_row(row: SummaryRow) -> SummaryRow:
    """Return the row, for a cell that follows from several of its parts."""
    return row
