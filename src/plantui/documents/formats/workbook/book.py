"""A workbook as it is shown: its sheets in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...source import MarkKind
from ..content import Builder, Cell, Content, Remark
from .shown import Formula, Sheet, Shown, shown_rows, whole_text


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
    _say_unworked([one.sheet for one in sheets])
    filled = [one for one in sheets if one.is_filled]
    shown = [one for one in filled if with_hidden or not one.is_hidden]
    builder = Builder()
    for one in shown:
        title = one.name if len(shown) > 1 else ""
        rows = shown_rows(one.sheet, title, with_hidden=with_hidden)
        builder.table([[Cell(one.name)], *rows] if title else rows)
        builder.mark(one.sheet.aside)
    if not with_hidden:
        builder.mark(
            Remark(MarkKind.HIDDEN_SHEET, whole_text(one.sheet), one.name) for one in filled if one.is_hidden
        )
    return builder.content(shown[0].name if len(shown) == 1 else "")


def _say_unworked(sheets: Sequence[Sheet]) -> None:
    """Say of each formula that it has no result where none of the workbook has more than nought or nothing: a program has
    written them and not worked them out. Elsewhere nought and nothing are results."""
    rows = [row for sheet in sheets for row in sheet.rows.values()]
    known = {cell.formula for row in rows for cell in row.values()}
    if Formula.UNSURE not in known:
        return
    is_unworked = Formula.WORKED_OUT not in known
    for row in rows:
        for column, cell in [*row.items()]:
            if cell.formula is not Formula.UNSURE:
                continue
            if is_unworked:
                row[column] = Shown("", [Remark(MarkKind.NO_RESULT)])
            elif not cell.text and not cell.remarks:
                del row[column]
