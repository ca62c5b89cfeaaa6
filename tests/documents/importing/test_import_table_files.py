"""The tasks of a plan as a table are the same plan, whichever program's file the table comes in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from plantui.model.plan import Plan
from plantui.model.terms import Role
from tests.support.document_files import xlsx_of
from tests.support.imported_documents import SEEDS, document, imported, roles
from tests.support.old_workbooks import xls_of
from tests.support.open_documents import ods_of

Rows = Sequence[Sequence[object]]
HEAD = ["序号", "主要任务", "牵头单位", "配合单位", "完成时限"]


def _table(plan: Plan) -> list[list[object]]:
    """Return the tasks as an office lists them: a row each, with who leads, who helps and until when."""
    rows: list[list[object]] = [[*HEAD]]
    for number, task in enumerate(plan.tasks, 1):
        who = roles(task)
        lead = who.get(Role.LEAD.value, []) or who.get(Role.RESPONSIBLE.value, [])
        days = [f"{one.due.year}年{one.due.month}月底前" for one in task.deadlines[:1]]
        helping = "、".join(who.get(Role.SUPPORT.value, []))
        words = [task.text or task.title, "、".join(lead), helping, *days]
        cells = [word.replace("\n", "") for word in words]
        rows.append([number, *cells, *[""] * (len(HEAD) - 1 - len(cells))])
    return rows


def _said(content: bytes, name: str) -> list[object]:
    found = import_document(read_source(content, name))
    tasks = [(task.number, task.title, task.text, roles(task), task.deadlines) for task in found.plan.tasks]
    measured = [task.indicators for task in found.plan.tasks]
    return [tasks, measured, [doubt.reason for doubt in found.doubts]]


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize(("make", "ending"), [(xls_of, "xls"), (ods_of, "ods")])
def test_table(name: str, make: Callable[[Rows], bytes], ending: str) -> None:
    """Tasks, departments, days, indicators and doubts are those of the .xlsx."""
    rows = _table(imported(document(name)).plan)

    assert len(rows) > 20
    assert _said(make(rows), f"plan.{ending}") == _said(xlsx_of(rows), "plan.xlsx")
