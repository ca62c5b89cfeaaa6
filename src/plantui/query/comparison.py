"""Comparison of a set of tasks with an earlier time (较上期): the workspace as it was, by which both are asked alike."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.since import Since

from .circular import circular_workspace
from .opening import open_workspace
from .workspace import Workspace

if TYPE_CHECKING:
    from plantui.store.ledger import Ledger

_ONE_DAY = timedelta(days=1)


class Comparison(NamedTuple):
    """An earlier time that a form compares with."""

    since: Since
    """The day, or the state of the ledger, that it compares with."""
    day: date
    """The as-of day of then."""
    then: Workspace
    """The workspace as it was: lights, statuses and percents of then, on the same plans and row numbers."""


def usual_since(workspace: Workspace) -> Since:
    """Return what a form compares with by itself: the end of the period before the one that is being reported."""
    return workspace.period.first


def comparison(workspace: Workspace, ledger: Ledger, since: Since) -> Comparison | None:
    """Return where the tasks stood before a day began, or in a state of the ledger; None where nothing was said by then.

    Before a day stands what the notes say as of the day before, those that were entered later too: June is entered in
    July. In a state of the ledger stands what was stored by then. The notes count then by the same choice of the office
    as now. Raises UsageError for a state that the ledger does not know.
    """
    if isinstance(since, date):
        if since == date.min:
            return None
        return _compared(workspace, ledger, since, since - _ONE_DAY)
    with ledger.at(since) as then:
        return _compared(workspace, then, since, min(then.last_day() or date.max, workspace.today))


def _compared(workspace: Workspace, ledger: Ledger, since: Since, day: date) -> Comparison | None:
    then = circular_workspace(
        open_workspace(workspace.library, ledger, day, workspace.rules, keeps=False), ledger
    )
    return Comparison(since, day, then) if then.reports.say_something else None
