"""Remarks on a ledger while it is read: doubts about its rows and columns, and losses counted by column."""

from __future__ import annotations

from plantui.model.column_map import ColumnMap, LedgerField
from plantui.model.problem import Message

from ..losses import LossAccount, LossCount, LossKind
from .cells import has_elements
from .doubts import Doubts
from .line import Line


class Remarks:
    """Gathers doubts and losses, each column by the head that the map has for it."""

    def __init__(self, by: ColumnMap) -> None:
        self._by = by
        self._doubts = Doubts()
        self._losses = LossCount()

    @property
    def doubts(self) -> tuple[Message, ...]:
        """A sentence for each kind of doubt."""
        return self._doubts.messages()

    @property
    def account(self) -> LossAccount:
        """The losses so far."""
        return self._losses.account()

    def head(self, field: LedgerField) -> str:
        """Return the head of a column as the map names it."""
        return next(iter(self._by.heads(field)), field.value)

    def doubt(self, kind: str, example: str, about: str = "") -> None:
        """Note a doubt about the ledger, or about a row or a value of it."""
        self._doubts.add(kind, example, about)

    def doubt_cell(self, kind: str, line: Line, field: LedgerField, said: str) -> None:
        """Note a doubt about the cell of a row."""
        self._doubts.add(kind, f"{line.label}: {said}", self.head(field))

    def words_in(self, line: Line, field: LedgerField) -> str:
        """Return a text of a row, one marked up as a web page is as its words, which is counted."""
        if has_elements(line.text(field)):
            self.approximate(field)
        return line.plain(field)

    def lose(self, field: LedgerField, times: int = 1) -> None:
        """Count something in a column that has no place."""
        self._losses.add(self.head(field), LossKind.LOST, times)

    def lose_column(self, head: str, times: int) -> None:
        """Count the cells of a column that the map does not have."""
        self._losses.add(head, LossKind.LOST, times)

    def approximate(self, field: LedgerField) -> None:
        """Count something in a column that became something like it."""
        self._losses.add(self.head(field), LossKind.APPROXIMATED)
