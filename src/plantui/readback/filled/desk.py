"""The grounds on which rows are judged: the ledger now and when the workbook was made, and what the user has chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from plantui.model.department import DepartmentRef
from plantui.model.roles import DeskRole
from plantui.store.ledger import Ledger
from plantui.words import Words

from .standing import TaskStanding


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices of the user for a workbook."""

    departments: tuple[DepartmentRef, ...] = ()
    """The department that filled it in, in each region that has one of its name; none where the rows say so."""
    day: date | None = None
    """The day that all notes speak of; None where the rows, and else the day that is reported on, say so."""
    takes_good_rows: bool = False
    """True where the good rows are taken though others have mistakes."""
    role: DeskRole | None = None
    """The role of the desk."""

    def department_in(self, region: str) -> DepartmentRef | None:
        """Return the department that filled in the workbook, for a plan of a region; None where it is not known."""
        return next((ref for ref in self.departments if ref.region == region), None)


@dataclass(frozen=True, slots=True)
class Desk:
    """All that single rows are judged by."""

    words: Words
    """The language of the workbook."""
    ledger: Ledger
    now: Mapping[int, TaskStanding]
    then: Mapping[int, TaskStanding] | None
    """The standing of the tasks when the workbook was made; None where that is not known: then all in it is meant."""
    then_ledger: Ledger | None
    """The ledger as it was then."""
    choices: Choices
    today: date
    report_day: date
    """The day that notes speak of where nothing else is said."""
    received_at: datetime | None = None
    """The moment at which this very file came in before; None where it did not."""

    def standings(self, task: int) -> Iterator[TaskStanding]:
        """Yield what the ledger says of a task now, and what it said when the workbook was made."""
        yield self.now[task]
        if self.then is not None and task in self.then:
            yield self.then[task]
