"""Dated requirements of a task: what a department says of each, in the wording that it spoke of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from .plan import Deadline


class RequirementReport(NamedTuple):
    """A department's word on one dated requirement of a task."""

    requirement: Deadline
    """The requirement as it stood in the plan when the note was written: a revised plan does not change it."""
    is_done: bool | None = None
    """True for done, False for open again, None where only a percent is given."""
    done_on: date | None = None
    """The day on which it was done; None where no day is given, and unless `is_done`."""
    percent: int | None = None
    """0 to 100, None where nothing is said."""


def standing(notes: Iterable[Sequence[RequirementReport]]) -> dict[Deadline, RequirementReport]:
    """Return what holds of each requirement by the reports of one department's counting notes, oldest note first.

    A word stands until that department says otherwise: a later note that gives only a percent leaves the tick as it was.
    """
    found: dict[Deadline, RequirementReport] = {}
    for reports in notes:
        for report in reports:
            before = found.get(report.requirement)
            found[report.requirement] = report if before is None else _after(before, report)
    return found


def _after(before: RequirementReport, report: RequirementReport) -> RequirementReport:
    tick = before if report.is_done is None else report
    percent = before.percent if report.percent is None else report.percent
    return RequirementReport(report.requirement, tick.is_done, tick.done_on, percent)
