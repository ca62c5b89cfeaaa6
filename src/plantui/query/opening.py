"""Opening what a command works on: the plans, and the ledger as of a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from plantui.model.key import TaskKey
from plantui.model.light_rules import LightRules
from plantui.model.progress import TaskReports
from plantui.store.index.library import Library

from .office import OfficeChoice, OfficeChoices, office_of
from .workspace import Workspace

if TYPE_CHECKING:
    from plantui.model.since import Since
    from plantui.store.ledger import Ledger


def open_workspace(
    library: Library, ledger: Ledger, today: date, rules: LightRules | None = None, *, keeps: bool = True
) -> Workspace:
    """Return the plans with what the ledger says of them as of `today`, under these light rules or the office's.

    Without `keeps` nothing of a large ledger is kept for the next start, or taken from what was kept.
    Raises plantui.model.problem.DataError where the ledger cannot be read.
    """
    if not ledger.exists():
        return workspace_without_ledger(library, today, rules)
    from .beside import beside_of
    from .kept import keep, read_reports, take_kept_sets

    is_demo = ledger.demo_day() is not None

    def find_notes(term: str) -> int:
        return library.task_set(ledger.tasks_with(term, today) or ())

    def find_changed(since: Since) -> int:
        return library.task_set(ledger.changed_tasks(since))

    office = office_of(ledger, today)
    read = read_reports(library, ledger, today, keeps=keeps)
    workspace = Workspace(
        library,
        today,
        read.reports,
        is_demo=is_demo,
        find_notes=find_notes,
        find_changed=find_changed,
        office=office,
        rules=rules,
    )
    workspace.beside = beside_of(ledger, today)
    workspace.period_reports = reports_at_period_end(ledger, office, today)
    take_kept_sets(workspace, read)
    if rules is None:
        keep(workspace, ledger, read)
    return workspace


def workspace_without_ledger(library: Library, today: date, rules: LightRules | None = None) -> Workspace:
    """Return the plans as of `today` where nothing has been written yet, under these light rules or the usual ones."""
    return Workspace(library, today, {}, rules=rules)


def reports_at_period_end(
    ledger: Ledger, office: OfficeChoices, today: date
) -> Mapping[TaskKey, TaskReports] | None:
    """Return the reports as of the last day of the period that is being reported, None where it has not ended yet."""
    day = ended_period_day(office, today)
    return ledger.latest(day) if day else None


def ended_period_day(office: OfficeChoices, today: date) -> date | None:
    """Return the last day of the period that is being reported, None where it has not ended yet."""
    if not office.is_made(OfficeChoice.CLOSING_DAY):
        return None
    day = office.reporting.day_to_report(today)
    return day if day < today else None
