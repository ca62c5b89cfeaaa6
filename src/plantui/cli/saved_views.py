"""The saved view that `--view` names: which tasks it shows, in which columns and order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantui.model.problem import UsageError
from plantui.query.columns import ColumnChoice
from plantui.query.views import View, view_filter, view_limits
from plantui.store.saved_views import SavedView, read_views, views_file

if TYPE_CHECKING:
    from plantui.model.department import DepartmentRef
    from plantui.query.filter import Filter
    from plantui.query.workspace import Workspace
    from plantui.store.index.library import Library

    from .context import CommandContext
    from .values import Values


def view_asked_for(context: CommandContext, values: Values) -> SavedView | None:
    """Return the saved view that `--view` names by name or digit, None where none is asked for. Raises UsageError."""
    name = values.optional("view")
    if not name:
        return None
    views = read_views(views_file(context.config_path))
    for one in views:
        if name.strip() in (one.name, str(one.digit)):
            return one
    if not views:
        raise UsageError("views.no_views", name=name)
    raise UsageError("views.unknown_name", name=name, names=" | ".join(one.name for one in views))


@dataclass(frozen=True, slots=True)
class SelectedView:
    """The saved view of a command: which tasks it shows, in which columns and order."""

    view: View
    own: DepartmentRef | None
    choice: ColumnChoice

    def narrowed(self, chosen: Filter) -> Filter:
        """Return a filter with what the view adds to it: 本单位 is the own department."""
        return view_filter(self.view, chosen, self.own)

    def limits(self, workspace: Workspace) -> int:
        """Return the tasks that the view may show."""
        return view_limits(workspace, self.view)

    def ordered(self, workspace: Workspace, tasks: int) -> Sequence[int]:
        """Return the row numbers of a task set in the order of the view."""
        if self.choice.sorting is None:
            return workspace.rows(tasks, self.view.order)
        from plantui.query.sorting import order_of

        return order_of(workspace, self.choice.sorting).all_of(tasks)


def selected_view(context: CommandContext, library: Library, values: Values) -> SelectedView | None:
    """Return the saved view that `--view` names, None where none is asked for. Raises UsageError."""
    saved = view_asked_for(context, values)
    if saved is None:
        return None
    from plantui.query.saved_views import column_choice_of, view_of
    from plantui.query.session import department_named

    own = department_named(library, context.settings().department)
    return SelectedView(view_of(saved), own, column_choice_of(saved))
