"""Documents of layouts that were once missed: each with the tasks, and the doubts about its tables, that are right."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from plantui.documents.formats import read_source
from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.model.plan import Task
from tests.support.imported_documents import roles
from tests.support.paths import DOCUMENTS

CASES = sorted((DOCUMENTS / "cases").glob("*.toml"))
ROLES = ("lead", "support", "responsible", "guide")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_layout_is_read(case: Path) -> None:
    """Number, title, departments and days of every task, in the order of the document."""
    wanted = tomllib.loads(case.read_text("utf-8"))
    found = _imported(case)

    assert [_told(task) for task in found.plan.tasks] == [_wanted(task) for task in wanted["tasks"]]
    texts = {at: task["text"] for at, task in enumerate(wanted["tasks"]) if "text" in task}
    assert {at: found.plan.tasks[at].text for at in texts} == texts
    if "sections" in wanted:
        assert [section.title for section in found.plan.sections] == wanted["sections"]
    if "doubts" in wanted:
        reasons = [doubt.reason.removeprefix("documents.doubt.") for doubt in found.doubts]
        assert [
            reason for reason in reasons if reason not in ("no_issuer", "no_issue_date", "title_from_text")
        ] == (wanted["doubts"])
    for words in wanted.get("set_aside", ()):
        assert any(words in found.source.text[one.span.start : one.span.end] for one in found.remainder)


def _imported(case: Path) -> Imported:
    path = next(path for path in case.parent.glob(f"{case.stem}.*") if path != case)
    return import_document(read_source(path.read_bytes(), path.name))


def _told(task: Task) -> tuple[str, str, dict[str, list[str]], list[str]]:
    return task.number, task.title, roles(task), sorted({str(one.due) for one in task.deadlines})


def _wanted(task: dict[str, Any]) -> tuple[str, str, dict[str, list[str]], list[str]]:
    who = {role: task[role] for role in ROLES if role in task}
    return task.get("number", ""), task["title"], who, sorted(task.get("due", []))
