"""A list inside the form, as high as its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.geometry import Size
from textual.message import Message

from plantui.ui.widgets.row_list import RowList, T


class FormRows(RowList[T]):
    """Rows that the user changes with keys: each list says what its keys do."""

    DEFAULT_CSS = "FormRows { height: auto; background: $panel; scrollbar-size-horizontal: 0; }"

    @dataclass
    class Edited(Message):
        """Message that the user has changed, added or removed a row."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.rows)

    def fill(self, rows: Sequence[T]) -> None:
        """Show these rows; the cursor stays in its line, as far as there are so many."""
        changed = len(rows) != len(self.rows)
        self.show(rows, self.cursor, keep_scroll=True)
        if changed:
            self.refresh(layout=True)
