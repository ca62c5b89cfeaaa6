"""The columns of a ledger form: chosen on the screen, by the form, all; own headings; left out by a profile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plantui.export.form_content import FormContent
from plantui.export.ledger_column import CellKind, LedgerCell
from plantui.export.ledger_columns import LEDGER_COLUMNS
from plantui.export.ledger_table import dropped_headings, table_fields
from plantui.export.summary import summary
from plantui.model.form import Form, FormKind, InLanguages, Profile
from plantui.model.terms import Language, Light
from plantui.query.columns import Column
from plantui.query.comparison import Comparison
from plantui.query.filter import Filter
from plantui.query.opening import open_workspace
from plantui.store.ledger import Ledger
from plantui.words import Words
from tests.support.export_samples import make_ledger, make_workspace

LEDGER = Form("ledger", FormKind.LEDGER, ("html",), InLanguages("工作台账", "Working ledger"))


@pytest.fixture
def content(tmp_path: Path) -> FormContent:
    ledger = make_ledger(tmp_path)
    workspace = make_workspace(tmp_path, ledger)
    made = summary(workspace, workspace.rows(workspace.library.live), Filter(), ledger)
    return FormContent(LEDGER, made, Words(Language.ZH))


def headings(content: FormContent) -> list[str]:
    return [field.heading for field in table_fields(content)]


def test_without_a_choice_the_columns_are_those_that_offices_are_used_to(content: FormContent) -> None:
    names = [field.name for field in table_fields(content)]
    one_plan = content._replace(summary=replace(content.summary, rows=(4, 5)))
    heading = replace(one_plan.summary.heading, plans=one_plan.summary.heading.plans[1:])
    one_plan = one_plan._replace(summary=replace(one_plan.summary, heading=heading))

    assert set(names) <= {column.name for column in LEDGER_COLUMNS}
    assert names[:4] == ["position", "plan", "section", "number"]
    assert "shared" in names and "guide" not in names
    assert [field.name for field in table_fields(one_plan)] == [
        name for name in names if name not in ("plan", "shared")
    ]


def test_a_form_chooses_columns_their_order_and_headings(content: FormContent) -> None:
    own = replace(
        LEDGER,
        columns=("light", "task", "progress"),
        headings={"task": InLanguages("重点事项", "Item"), "progress": InLanguages("进展")},
    )
    chosen = content._replace(form=own)
    first, *_ = content.summary

    assert headings(chosen) == ["预警", "重点事项", "进展"]
    assert headings(chosen._replace(words=Words(Language.EN))) == ["light", "Item", "进展"]
    assert [field.cell(first) for field in table_fields(chosen)][:2] == ["红", "整治 | 河道"]
    assert [field.light(first) for field in table_fields(chosen)] == [Light.RED, None, None]


def test_columns_of_the_screen_say_what_they_say_there(content: FormContent) -> None:
    shown = replace(content.summary, columns=(Column.DAYS, Column.TASK, Column.LIGHT))
    chosen = content._replace(summary=shown, form=replace(LEDGER, columns=("task",)))
    first, *_ = shown

    assert headings(chosen) == ["逾期/剩余天", "任务", "预警"]
    assert [field.cell(first) for field in table_fields(chosen)] == ["逾期691天", "1 整治 | 河道", "红"]
    assert [field.light(first) for field in table_fields(chosen)] == [None, None, Light.RED]


def test_a_profile_leaves_columns_out_and_names_them(content: FormContent) -> None:
    public = Profile("publication", InLanguages("公开"), ("problems", "percent", "charts"))
    own = content._replace(form=replace(LEDGER, columns=("task", "problems", "light")), profile=public)

    assert headings(own) == ["任务", "预警"]
    assert dropped_headings(own) == ["存在问题"]
    assert dropped_headings(content) == []


def named(content: FormContent, *names: str) -> list[list[LedgerCell]]:
    """Return the cells of columns, row by row."""
    fields = table_fields(content._replace(form=replace(LEDGER, columns=names)))
    return [[field.cell(row) for field in fields] for row in content.summary]


def test_a_ledger_has_the_columns_that_offices_hand_in(content: FormContent) -> None:
    rows = named(content, "deadlines", "schedule", "closed", "source", "remarks")

    assert rows[0] == [
        "2026年底前\n2024年底前",
        "时间已过 96%，进度 60%",
        "否",
        "金石市河湖[行动]计划（2024—2026年）",
        "未报送单位：市城管局、市水利局",
    ]
    assert rows[3] == [
        "无期限",
        "",
        "否",
        "金石市河湖[行动]计划（2024—2026年）",
        "东县政府：=每年都做\n未报送单位：西区政府、东县政府",
    ]


def test_the_change_since_the_last_period_is_told_where_there_is_one(
    content: FormContent, tmp_path: Path
) -> None:
    workspace = content.summary.workspace
    ledger = Ledger(tmp_path / "ledger.db", "x")
    day = date(2026, 6, 30)
    before = Comparison(day, day, open_workspace(workspace.library, ledger, day))

    assert [cell for (cell,) in named(content, "compared")] == [""] * 6
    assert [cell for (cell,) in named(content._replace(before=before), "compared")] == [
        "10%→60%",
        "绿→黄",
        "绿→蓝\n未启动→已完成\n未报比例→100%",
        "未启动→推进中\n未报比例→5%",
        "无变化",
        "无变化",
    ]
    assert named(content._replace(before=before, words=Words(Language.EN)), "compared")[1:2] == [
        ["green → yellow"]
    ]


def test_a_spreadsheet_reckons_with_days_and_percents_of_the_screen(content: FormContent) -> None:
    columns = (Column.DAYS, Column.DUE, Column.PERCENT, Column.NUMBER)
    fields = table_fields(content._replace(summary=replace(content.summary, columns=columns)))
    first, *_ = content.summary

    assert [field.value.cell(first) for field in fields] == [-691, date(2024, 12, 31), 60, "1"]
    assert [field.kind for field in fields] == [
        CellKind.DAYS_LEFT,
        CellKind.DATE,
        CellKind.PERCENT,
        CellKind.TEXT,
    ]
