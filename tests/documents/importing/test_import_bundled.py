"""The bundled plans are what the import makes of the documents beside them, and the reviewed changes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from docs.bundled import Change, Outdated, bundled, changed, changes_of, names
from plantui.documents.formats import read_source
from plantui.documents.quoting import document_beside, placed, plan_quotations, quotations
from plantui.model.plan import Plan
from plantui.planfile.jsonform import plan_dict
from plantui.planfile.writer import plan_toml
from tests.support.imported_documents import imported, path_of, reviewed
from tests.support.paths import PLANS

NAMES = names()


def test_every_plan_has_its_document_and_changes() -> None:
    plans = {path.stem for path in PLANS.glob("*.toml")} - {"departments"}

    assert set(NAMES) == plans == {path.stem for path in PLANS.glob("*.txt")}


@pytest.mark.parametrize("name", NAMES)
def test_importing_again_changes_nothing(name: str) -> None:
    """After a change of the rules: `make plans`, and look at what it changes."""
    assert plan_toml(bundled(name)) == (PLANS / f"{name}.toml").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_only_reviewed_fields_differ(name: str) -> None:
    """Field by field, the plan is the import's but for those that the changes name, each with its reason."""
    read = plan_dict(imported(path_of(name).read_text("utf-8"), f"{name}.txt").plan)
    ours = plan_dict(reviewed(name))
    read["plan"]["id"], read["plan"]["source"]["sha256"] = name, ours["plan"]["source"]["sha256"]
    found = {path for path, before, after in _differences(read, ours, "") if before != after}

    assert found == {change.field for change in changes_of(name)}
    assert all(change.why.strip() for change in changes_of(name))


def _differences(one: Any, other: Any, path: str) -> list[tuple[str, Any, Any]]:
    if isinstance(one, dict):
        assert one.keys() == other.keys()
        return [d for key in one for d in _differences(one[key], other[key], f"{path}/{key}".lstrip("/"))]
    if isinstance(one, list):
        pairs = enumerate(zip(one, other, strict=True))
        return [d for at, (a, b) in pairs for d in _differences(a, b, f"{path}/{_name(a, at)}")]
    return [(path, one, other)]


def _name(row: Any, at: int) -> str:
    return row["id"] if isinstance(row, dict) and "id" in row else str(at)


def test_two_copies_of_one_document_give_the_same_plan() -> None:
    """The whole plan but for its places; ％ and Ⅱ are spelt as the copy spells them."""
    source = replace(read_source(path_of("zhengzhou-b")), name="zhengzhou-2023-2025.txt")

    assert _said(bundled("zhengzhou-2023-2025", source)) == _said(reviewed("zhengzhou-2023-2025"))


def _said(plan: Plan) -> Any:
    data = plan_dict(plan)
    for row in (data["plan"], *data["goals"], *data["sections"], *data["tasks"]):
        row.pop("source", None)
    return json.loads(normalize("NFKC", json.dumps(data, ensure_ascii=False)).replace(" ", ""))


@pytest.mark.parametrize("name", NAMES)
def test_every_place_leads_into_the_document(name: str) -> None:
    """All that is said of places is in the document that lies beside the plan, unchanged."""
    plan = reviewed(name)
    document = document_beside(PLANS / f"{name}.toml", plan.info.source)
    assert document.source is not None
    headings = [one for row in plan.sections for one in placed("section", row.title, row.source)]
    found = [*plan_quotations(plan), *headings]
    of_tasks = [one for task in plan.tasks for one in quotations(task)]

    assert len(found) >= 3 + len(plan.goals) + len(plan.sections)
    for one in found:
        assert document.source.line_of(one.quotation.span.start) == one.line
    assert all(one.span.start < one.span.end <= len(document.source.text) for one in of_tasks)
    assert {one.field for one in of_tasks} >= {"title", "text"}


def test_a_change_of_another_reading_is_refused() -> None:
    plan = reviewed("zhengzhou-2023-2025")

    with pytest.raises(Outdated):
        changed(plan, [Change("plan/region", "郑州", "郑州市", "the reading is another now")])
    with pytest.raises(Outdated):
        changed(plan, [Change("plan/region", "郑州市", "郑州市", "it is read right now")])
    with pytest.raises(KeyError):
        changed(plan, [Change("tasks/99/title", "", "x", "there is no such task")])


def test_a_task_is_named_by_its_id() -> None:
    plan = changed(
        reviewed("beautiful-zhengzhou-2025-2035"),
        [Change("tasks/2.3.2/title", _title("2.3.2"), "新题", "")],
    )

    assert next(task.title for task in plan.tasks if task.id == "2.3.2") == "新题"


def _title(task_id: str) -> str:
    return next(task.title for task in reviewed("beautiful-zhengzhou-2025-2035").tasks if task.id == task_id)


def test_documents_keep_their_bytes_in_every_checkout() -> None:
    """Their SHA-256 is recorded: a line end that git changes would be another document."""
    attributes = (Path(PLANS).parent / ".gitattributes").read_text("utf-8")

    assert "plans/*.txt -text" in attributes.splitlines()
