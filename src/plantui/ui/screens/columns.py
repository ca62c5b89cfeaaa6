"""Choosing, ordering and sorting the columns of the list."""

from __future__ import annotations

from plantui.query.columns import Column, Sorting

from .host import ScreenHost


class ColumnControls:
    """Sorts the list from clicks on its headings."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host

    def sort_by(self, column: Column) -> None:
        """Sort by a column; where the list is so, turn it round, and then go back to the order of the view."""
        host = self._host
        host.show(host.session.with_sorting(next_sorting(host.session.sorting, column)))


def next_sorting(now: Sorting | None, column: Column) -> Sorting | None:
    """Return the sorting after a column was chosen once more: rising, falling, none."""
    if now is None or now.column is not column:
        return Sorting(column)
    return None if now.descending else Sorting(column, descending=True)
