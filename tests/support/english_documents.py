"""Small English documents for the tests, and what was read from them."""

from __future__ import annotations

from datetime import date

from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.overview.no_tasks import NoTasks
from plantui.documents.source import SourceKind, source_of
from plantui.model.plan import Plan, Task

FRONT = "City of Testville\nClimate Action Plan 2023-2030\n\nGoal 1: Buildings\n\n"


def imported(text: str) -> Imported:
    """A text as a plan, also one in which no task was found."""
    try:
        return import_document(source_of("demo.txt", "", SourceKind.TEXT, text), "demo")
    except NoTasks as error:
        return error.imported


def plan_of(body: str) -> Plan:
    """The plan of a text below a front page and a goal."""
    return imported(FRONT + body).plan


def dues(task: Task) -> list[date]:
    """The dates of a task."""
    return [deadline.due for deadline in task.deadlines]
