"""A column of the working ledger: what its cells are, and the part of a row that they follow from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from plantui.words import Words

from .cell_source import CellSource, Reuse, RowPart

if TYPE_CHECKING:
    from plantui.query.comparison import Comparison

    from .summary import SummaryRow

LedgerCell = str | int | date | tuple[date, ...]
"""The content of a cell: text, a number, a day, or several days, ascending; an empty text where there is nothing to say."""


class CellKind(Enum):
    """Kinds of values of a column, by which a spreadsheet shows and reckons with them."""

    TEXT = auto()
    """Text, which stays as it is."""
    NUMBER = auto()
    DATE = auto()
    """A day, or several."""
    PERCENT = auto()
    """A whole number of percent."""
    DAYS_LEFT = auto()
    """Days to a date, negative where it has passed."""


class LedgerColumn(NamedTuple):
    """A column of the working ledger."""

    name: str
    """Its name in forms and on the command line; its heading is the word `export.column.NAME`."""
    part: RowPart
    """The part of a row that its cell follows from."""
    said: Callable[[Words, Any], LedgerCell]
    """The function that says that part in words."""
    reuse: Reuse = Reuse.NEVER
    kind: CellKind = CellKind.TEXT
    against: Callable[[Words, SummaryRow, Comparison], LedgerCell] | None = None
    """Its content beside an earlier time; such a column is empty where there is none to compare with."""
    all_said: Callable[[Words, Any], Sequence[LedgerCell]] | None = None
    """Says several parts as `said` says each, where it takes less for all of them together."""
    is_for_readers: bool = False
    """True where it only puts together for people what other columns say: tables for programs do without."""

    def source(self, words: Words) -> CellSource[LedgerCell]:
        """Return the source of its cells."""
        all_said = partial(self.all_said, words) if self.all_said else None
        return CellSource(self.part, partial(self.said, words), self.reuse, all_said)

    def cell(self, words: Words, row: SummaryRow) -> LedgerCell:
        """Return the cell of one row."""
        return self.said(words, self.part(row))

    @property
    def is_figure(self) -> bool:
        """True where a spreadsheet shall reckon with it; every other cell stays the text that it is."""
        return self.kind is not CellKind.TEXT

    def heading(self, words: Words) -> str:
        """Return the heading of the column."""
        return words(f"export.column.{self.name}")


def cell_text(cell: LedgerCell) -> str:
    """Return a cell as text: days as `2025-12-31`, several a line each."""
    if isinstance(cell, tuple):
        return "\n".join(map(str, cell))
    return str(cell)


def cell_texts(cells: Sequence[LedgerCell]) -> list[str]:
    """Return the `cell_text` of each cell."""
    return [cell if type(cell) is str else cell_text(cell) for cell in cells]
