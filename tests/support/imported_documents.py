"""Imports for the tests: our own copies of documents, read as plain text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.source import SourceKind, source_of
from plantui.model.plan import Plan, Task
from plantui.planfile.reader import read_plan
from tests.support.paths import DOCUMENTS, PLANS

ANNOTATED = DOCUMENTS / "annotated"
LAYOUTS = DOCUMENTS / "layouts"

SEEDS = {
    "zhengzhou-a": "zhengzhou-2023-2025",
    "zhengzhou-b": "zhengzhou-2023-2025",
    "beautiful-zhengzhou": "beautiful-zhengzhou-2025-2035",
    "sanmenxia": "sanmenxia-2023-2025",
    "xinxiang": "xinxiang-2023-2025",
}
"""Each document and the reviewed plan that was made from it."""


def imported(text: str, name: str = "demo.txt") -> Imported:
    """A text as a plan."""
    return import_document(source_of(name, "", SourceKind.TEXT, text))


def document(name: str) -> str:
    """The text of one of our documents."""
    return path_of(name).read_text("utf-8")


def path_of(name: str) -> Path:
    """Return the path of one of our documents: the bundled plans have theirs beside them."""
    own = PLANS / f"{SEEDS.get(name, name)}.txt"
    places = (DOCUMENTS / f"{name}.txt", ANNOTATED / f"{name}.txt", own)
    return next(path for path in places if path.exists())


def layout(name: str) -> Plan:
    """Import one of the small documents that show a layout each."""
    return imported((LAYOUTS / f"{name}.txt").read_text("utf-8")).plan


def reviewed(name: str) -> Plan:
    """A bundled plan."""
    plan = read_plan(PLANS / f"{name}.toml").plan
    assert plan is not None
    return plan


def roles(task: Task) -> dict[str, list[str]]:
    """The departments of a task by role, empty roles left out."""
    found: dict[str, list[str]] = {}
    for role, name in task.departments.pairs():
        found.setdefault(role.value, []).append(name)
    return found


def said(plan: Plan) -> list[Any]:
    """Return what a plan says, blanks in texts apart, to hold one import of a document against another."""
    tasks = [(t.id, t.section, t.title, "".join(t.text.split()), roles(t), t.deadlines) for t in plan.tasks]
    info = plan.info
    return [
        tasks,
        [s.title for s in plan.sections],
        info.title,
        info.issued,
        info.issuer,
        info.document_number,
    ]
