"""Tables of figures as files: the order given, the filter, the day, the count; unknown is not zero."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from plantui.export.figures import FigureTables, export_figures
from plantui.export.formats import Format
from plantui.export.heading import heading_of
from plantui.model.terms import Language, Light, TaskState
from plantui.query.figure_order import FigureColumn, FigureSorting, in_order
from plantui.query.filter import Filter
from plantui.query.stats import By, can_be_rated, figures, grouped
from plantui.query.workspace import Workspace
from plantui.words import Words
from tests.support.export_samples import make_ledger, make_workspace

ZH = Words(Language.ZH)
BY_NAME = FigureSorting(FigureColumn.NAME, descending=True)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path, make_ledger(tmp_path))


def tables(workspace: Workspace, wanted: Filter, *groups: By) -> FigureTables:
    """Return the figures of what passes a filter, the groups from the last name to the first."""
    tasks, has_rate = workspace.matching(wanted), can_be_rated(wanted)
    return FigureTables(
        heading_of(workspace, tasks, wanted),
        figures(workspace, tasks, has_rate=has_rate),
        {by: in_order(grouped(workspace, tasks, by, has_rate=has_rate), BY_NAME) for by in groups},
    )


def text(made: FigureTables, form: Format) -> str:
    return "".join(export_figures(made, form, ZH))


def test_csv_has_the_groups_in_order_and_what_they_are_about(workspace: Workspace) -> None:
    made = tables(workspace, Filter(), By.PLAN, By.YEAR)
    rows = list(csv.reader(io.StringIO(text(made, Format.CSV).removeprefix("\ufeff"))))

    assert rows[0][:5] == ["分组", "名称", "任务数", "完成", "完成率"]
    assert rows[0][-2:] == ["截至日期", "筛选条件"]
    assert rows[1][:5] == ["", "合计", "6", "1", "16.7%"]
    assert [row[1] for row in rows if row[0] == "计划"] == ["玉泉规划", "金石市河湖计划"]
    assert [row[1].strip() for row in rows if row[0] == "年度"] == ["无期限", "2027", "2026", "2024"]
    assert {tuple(row[-2:]) for row in rows[1:]} == {("2026-11-22", "无（全部任务）；所列 6 项，全部 6 项")}
    assert len({len(row) for row in rows}) == 1


def test_a_rate_that_nobody_knows_is_empty_and_a_zero_is_zero(workspace: Workspace) -> None:
    made = tables(workspace, Filter(lights=(Light.RED,)), By.PLAN)
    rows = list(csv.reader(io.StringIO(text(made, Format.CSV).removeprefix("\ufeff"))))

    assert {row[4] for row in rows[1:]} == {""}
    assert {row[3] for row in rows[1:]} == {"0"}
    assert "| – |" in text(made, Format.MARKDOWN)


def test_markdown_states_filter_day_and_count(workspace: Workspace) -> None:
    said = text(tables(workspace, Filter(plans=("jinshi",)), By.DEPARTMENT), Format.MARKDOWN)

    assert said.startswith("# 各单位统计：金石市河湖")
    assert "**筛选条件**：计划：金石市河湖计划" in said
    assert "**截至日期**：2026-11-22" in said
    assert "4/6" in said
    assert said.index("| 合计 |") < said.index("| 西区政府 |") < said.index("| 市水利局 |")


def test_json_keeps_its_keys(workspace: Workspace) -> None:
    data = json.loads(text(tables(workspace, Filter(), By.STATUS), Format.JSON))

    assert data.keys() == {
        *("today", "counting_stage", "notes_left_out", "light_rules", "legend", "overall", "status"),
    }
    assert data["light_rules"] == "default"
    assert data["legend"]["red"] == ["overdue", "far_behind"]
    assert data["legend"].keys() == data["overall"]["lights"].keys()
    assert sorted(state for states in data["legend"].values() for state in states) == sorted(TaskState)
    assert data["overall"]["rate"] == round(1 / 6, 4)
    assert data["status"][0]["rate"] is None
