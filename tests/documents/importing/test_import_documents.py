"""Seven public documents of other fields and layouts, compared with their annotations."""

from __future__ import annotations

import json
import re
from typing import Any
from unicodedata import normalize

import pytest

from plantui.model.plan import Plan, Task
from tests.support.imported_documents import ANNOTATED, document, imported

ALL_TASKS = {
    "cn-wufeichengshi-2018": 20,
    "cn-baoshuiqu-2019": 21,
    "cn-zimaoqu-2018": 53,
    "cn-nongji-2018": 18,
    "cn-jiuye-2018": 15,
    "fortlauderdale-2011-fragment": 26,
}


def _fold(text: str | None) -> str:
    return re.sub(r"[\s“”\"'‘’〔〕()\[\]*]+|[。.:;,；]+$", "", normalize("NFKC", text or ""))


def _expected(name: str) -> list[dict[str, Any]]:
    gold = json.loads((ANNOTATED / f"{name}.gold.json").read_text("utf-8"))
    return [task for section in gold["sections"] for task in section["tasks"]]


def _found(plan: Plan, expected: dict[str, Any]) -> Task | None:
    key = _fold(expected.get("title") or expected.get("starts_with"))
    alike = [
        t
        for t in plan.tasks
        if (_fold(t.title) + _fold(t.text)).startswith(key) or _fold(t.text).startswith(key)
    ]
    same = [t for t in alike if _fold(t.number) == _fold(expected.get("number"))]
    return next(iter(same or alike), None)


@pytest.mark.parametrize(("name", "count"), ALL_TASKS.items())
def test_tasks(name: str, count: int) -> None:
    """All tasks and no others."""
    plan = imported(document(name)).plan

    assert count == len(plan.tasks)
    assert [task for task in _expected(name) if _found(plan, task) is None] == []


@pytest.mark.parametrize("name", ALL_TASKS)
def test_departments_and_dates(name: str) -> None:
    """The departments of every task, whatever their role, and its dates."""
    plan = imported(document(name)).plan
    for expected in _expected(name):
        task = _found(plan, expected)
        assert task is not None
        wanted = {_fold(one) for names in expected["departments"].values() for one in names}
        assert wanted == {_fold(one) for _, one in task.departments.pairs()}
        due = {d["due"] for d in expected["deadlines"] if d.get("due") and not d.get("optional")}
        assert due <= {d.due.isoformat() for d in task.deadlines}


def test_an_english_plan_in_two_columns() -> None:
    """Activities that the document lists four times come once, with most of their departments."""
    plan = imported(document("asheville-mcap-2023")).plan
    expected = _expected("asheville-mcap-2023")
    wanted = {(e["number"], _fold(n)) for e in expected for names in e["departments"].values() for n in names}
    read = {(t.number, _fold(n)) for t in plan.tasks for _, n in t.departments.pairs()}

    assert [str(number) for number in range(1, 23)] == [task.number for task in plan.tasks]
    assert len(wanted & read) > 0.95 * len(wanted)
    assert len(read - wanted) <= 3
