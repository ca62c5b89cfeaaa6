"""A workbook as it is shown: its sheets in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...source import MarkKind
from ..content import Builder, Cell, Content, Remark
from .shown import Sheet, shown_rows, whole_text


class NamedSheet(NamedTuple):
    """A sheet of a workbook with its name."""

    name: str
    is_hidden: bool
    sheet: Sheet

    @property
    def is_filled(self) -> bool:
        """Whether it has words, or anything to be said of its cells."""
        rows = self.sheet.rows.values()
        return any(cell.text.strip() or cell.remarks for row in rows for cell in row.values())


def book_content(sheets: Sequence[NamedSheet], *, with_hidden: bool = False) -> Content:
    """Return all visible sheets, each a table. Of several each begins with its name, as a row of one cell; the name of the
    only one is the document's caption. What is hidden is left out and said, or read like the rest."""
    filled = [one for one in sheets if one.is_filled]
    shown = [one for one in filled if with_hidden or not one.is_hidden]
    builder = Builder()
    for one in shown:
        title = one.name if len(shown) > 1 else ""
        rows = shown_rows(one.sheet, title, with_hidden=with_hidden)
        builder.table([[Cell(one.name)], *rows] if title else rows)
    if not with_hidden:
        builder.mark(
            Remark(MarkKind.HIDDEN_SHEET, whole_text(one.sheet), one.name) for one in filled if one.is_hidden
        )
    return builder.content(shown[0].name if len(shown) == 1 else "")
