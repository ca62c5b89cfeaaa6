"""Opening what a command works on: the plans, and the ledger as of a day."""

from __future__ import annotations

from datetime import date

from plantui.store.index.library import Library
from plantui.store.ledger import Ledger

from .office import OfficeChoices, office_choices
from .workspace import Workspace


def open_workspace(library: Library, ledger: Ledger, today: date) -> Workspace:
    """Return the plans with what the ledger says of them as of `today`.

    Raises plantui.model.problem.DataError where the ledger cannot be read.
    """
    if not ledger.exists():
        return Workspace(library, today, {})
    is_demo = ledger.demo_day() is not None

    def find_notes(term: str) -> int:
        return library.task_set(ledger.tasks_with(term, today) or ())

    return Workspace(
        library,
        today,
        ledger.latest(today),
        is_demo=is_demo,
        find_notes=find_notes,
        office=office_of(ledger, today),
    )


def office_of(ledger: Ledger, today: date) -> OfficeChoices:
    """Return the office-wide choices that hold as of `today`. Raises DataError as every reading of the ledger."""
    return office_choices(ledger.events("choice", today=today))
