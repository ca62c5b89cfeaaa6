"""Choosing, ordering and sorting the columns of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.query.columns import Column, next_sorting
from plantui.ui.widgets.painted import PLACE_WIDTH

from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.ui.dialogs.columns import ColumnChoice, Preview


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
        session = host.session

        def chosen(choice: ColumnChoice | None) -> None:
            if choice is not None:
                host.show(host.session.with_columns(choice.columns).with_sorting(choice.sorting))

        host.open_dialog(ColumnsDialog(host.words, session.columns, session.sorting, self._preview), chosen)

    def _preview(self, choice: ColumnChoice) -> Preview:
        """Return the list as it would be."""
        from plantui.ui.dialogs.columns import Preview

        host = self._host
        painter, rows = host.painter_of(
            host.session.with_columns(choice.columns).with_sorting(choice.sorting)
        )
        first = rows[:_PREVIEW_ROWS]
        width = (
            host.rows.text_width if host.rows.size.width else host.size.width - PLACE_WIDTH
        )  # the pane may cover it
        return Preview(
            lambda room: [
                painter.headings(min(room, width)),
                *(painter(row, min(room, width)) for row in first),
            ],
            frozenset(place.column for place in painter.layout(width).placed),
        )


_PREVIEW_ROWS = 3
