"""A row of a ledger, its cells by their meaning."""

from __future__ import annotations

from typing import NamedTuple

from plantui.model.column_map import LedgerField

from ..naming import on_one_line
from .cells import has_elements, is_unwritten, plain_words
from .table import PlacedTable, Row

_TITLE = 60
"""Characters of a text that serve as the title of a task that has none."""


class Line(NamedTuple):
    """A row of a ledger."""

    table: PlacedTable
    row: Row
    label: str
    """The words by which a doubt names it."""
    nothing: frozenset[str]
    """The words of the ledger for an empty cell."""

    def text(self, field: LedgerField) -> str:
        """Return what stands in a column."""
        text = self.table.cell(self.row, field).strip()
        return "" if text in self.nothing else text

    def written(self, field: LedgerField) -> str:
        """Return what somebody wrote into a column: nothing where a program put a sign for an empty cell."""
        text = self.text(field)
        return "" if is_unwritten(text) else text

    def plain(self, field: LedgerField) -> str:
        """Return what was written, of a text marked up as a web page is its words."""
        text = self.written(field)
        return plain_words(text) if has_elements(text) else text

    @property
    def wording(self) -> str:
        """The whole wording of the task that the row speaks of; empty where it speaks of none."""
        return wording_of(self.text(LedgerField.TITLE), self.text(LedgerField.TEXT))

    @property
    def title(self) -> str:
        """The title of the task: the first words of its text where it has none."""
        return on_one_line(self.plain(LedgerField.TITLE)) or _first_words(self.plain(LedgerField.TEXT))

    @property
    def heading(self) -> str:
        """The title of a group of the rows below: one text alone, in one cell or merged over several; empty for a task."""
        texts = [cell.strip() for cell in self.row if cell.strip()]
        if len(self.row) < 2 or not texts or len({*texts}) > 1:
            return ""
        is_alone = len(texts) == 1 and not self.wording
        return texts[0] if len(texts) > 1 or is_alone else ""


def wording_of(title: str, text: str) -> str:
    """Return the whole wording of a task: two may agree in their first words."""
    return f"{title}\n{text}".strip()


def _first_words(text: str) -> str:
    """Return the beginning of a text up to the end of a word or a clause."""
    line = on_one_line(text)
    if len(line) <= _TITLE:
        return line
    cut = line[:_TITLE]
    at = max(cut.rfind(sign) for sign in " ，,；;。")
    return (cut[:at] if at > _TITLE // 2 else cut).rstrip(" ，,；;。")
