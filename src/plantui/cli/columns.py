"""The columns that options choose, and the order of the tasks that they ask for."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from plantui.model.problem import UsageError
from plantui.model.text import half_width
from plantui.query.order import Order
from plantui.words.catalogue import Words

from .values import Values

if TYPE_CHECKING:
    from plantui.query.columns import Column, Sorting
    from plantui.query.workspace import Workspace

SEPARATORS = ",、"
"""Signs between two columns; a full-width comma counts as the half-width one."""


def columns_of(words: Words, values: Values) -> tuple[Column, ...]:
    """Return the columns asked for, each once; none where none were. Raises UsageError for one that is not there."""
    asked = values.texts("columns")
    if not asked:
        return ()
    import re

    from .vocabulary import COLUMNS

    written = (half_width(one) for one in asked)
    names = (name for one in written for name in re.split(f"[{SEPARATORS}]", one))
    return tuple(dict.fromkeys(COLUMNS.find(words, name) for name in names))


def sorting_of(words: Words, written: str) -> Sorting:
    """Return the sorting behind `column` or `column:direction`. Raises UsageError for a word that is not there."""
    from plantui.query.columns import Sorting

    from .vocabulary import DIRECTIONS, SORTS

    name, colon, direction = half_width(written).partition(":")
    sorting = SORTS.find(words, name.removeprefix("-"))
    # As the statistics take it; lost as if it were a slip, it would silently sort the other way round.
    turned = DIRECTIONS.find(words, direction) if colon else False
    turned = turned != name.startswith("-")
    return Sorting(sorting.column, sorting.descending != turned)


def ordered(words: Words, workspace: Workspace, tasks: int, values: Values) -> array[int]:
    """Return the row numbers of a task set in the order asked for. Raises UsageError where two orders are."""
    written = values.optional("sort")
    if written is None and values.text("order") == Order.DOCUMENT:
        return workspace.rows(tasks)  # nothing was asked for, so the words for it are not needed
    from .vocabulary import ORDERS

    order = ORDERS.find(words, values.text("order"))
    if written is None:
        return workspace.rows(tasks, order)
    if order is not Order.DOCUMENT:
        raise UsageError("cli.two_orders")
    from plantui.query.sorting import order_of

    return order_of(workspace, sorting_of(words, written)).all_of(tasks)
