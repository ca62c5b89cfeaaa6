"""Choosing, ordering and sorting the columns of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.query.columns import Column, next_sorting
from plantui.ui.widgets.painted import PLACE_WIDTH

from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.query.columns import ColumnChoice
    from plantui.ui.dialogs.columns import Preview

_PREVIEW_ROWS = 3


class ColumnControls:
    """Sorts the list from clicks on its headings, and opens the choice of columns."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host

    def sort_by(self, column: Column) -> None:
        """Sort by a column; where the list is so, turn it round, and then go back to the order of the view."""
        host = self._host
        host.show(host.session.with_sorting(next_sorting(host.session.sorting, column)))

    def choose(self) -> None:
        """Let the user choose, order and sort the columns."""
        from plantui.ui.dialogs.columns import ColumnsDialog

        host = self._host

        def chosen(choice: ColumnChoice | None) -> None:
            if choice is not None:
                host.show(host.session.with_column_choice(choice))

        host.open_dialog(ColumnsDialog(host.words, host.session.column_choice, self._preview), chosen)

    def _preview(self, choice: ColumnChoice) -> Preview:
        """Return the list as it would be."""
        from plantui.ui.dialogs.columns import Preview

        host = self._host
        painter, rows = host.painter_of(host.session.with_column_choice(choice))
        first = rows[:_PREVIEW_ROWS]
        is_covered = not host.rows.size.width  # by the pane
        width = host.size.width - PLACE_WIDTH if is_covered else host.rows.text_width
        return Preview(
            lambda room: [
                painter.headings(min(room, width)),
                *(painter(row, min(room, width)) for row in first),
            ],
            frozenset(place.column for place in painter.layout(width).placed),
        )
