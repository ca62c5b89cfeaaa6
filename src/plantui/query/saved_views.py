"""Saved views and what they show: a search line, a view, columns and their order."""

from __future__ import annotations

from plantui.model.find_line import FindVocabulary
from plantui.model.problem import UsageError
from plantui.store.saved_views import SavedView

from .columns import DEFAULT_COLUMNS, Column, ColumnChoice, Sorting
from .filter import Filter
from .finding import LineReader, Understood, can_be_written, line_of
from .session import Session
from .views import View


def saved_view(session: Session, name: str, vocabulary: FindVocabulary) -> SavedView:
    """Return what a session shows as a view to save. Raises UsageError for a filter that no search line can say."""
    chosen, choice = session.active_filter, session.column_choice
    if not can_be_written(chosen):
        raise UsageError("views.cannot_be_saved")
    return SavedView(
        name,
        find=line_of(chosen, vocabulary),
        view=session.view.value,
        columns=tuple(one.value for one in choice.chosen),
        sorted_by=choice.sorting.column.value if choice.sorting else "",
        descending=choice.sorting is not None and choice.sorting.descending,
    )


def session_of(session: Session, saved: SavedView, vocabulary: FindVocabulary) -> tuple[Session, Understood]:
    """Return the session that shows a saved view, and how its search line was understood.

    Raises UsageError for a view or a column that this version does not have.
    """
    reader = LineReader(session.library, session.workspace.plan_sets, vocabulary)
    found = reader.understood(saved.find, Filter())
    shown = session.with_view(view_of(saved)).narrowed(found.filter)
    return shown.with_column_choice(column_choice_of(saved)), found


def view_of(saved: SavedView) -> View:
    """Return the view that a saved one is a filter of. Raises UsageError for one that there is not."""
    if saved.view not in set(View):
        raise UsageError("views.unknown", name=saved.name, key="view", value=saved.view)
    return View(saved.view)


def column_choice_of(saved: SavedView) -> ColumnChoice:
    """Return the columns of a saved view and their order. Raises UsageError for a column that there is not."""
    columns = tuple(dict.fromkeys(_column(saved, "columns", one) for one in saved.columns))
    sorting = (
        Sorting(_column(saved, "sorted_by", saved.sorted_by), saved.descending) if saved.sorted_by else None
    )
    return ColumnChoice(columns or DEFAULT_COLUMNS, sorting)


def _column(saved: SavedView, key: str, value: str) -> Column:
    if value not in set(Column):
        raise UsageError("views.unknown", name=saved.name, key=key, value=value)
    return Column(value)
