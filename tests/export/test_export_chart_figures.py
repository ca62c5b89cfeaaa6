"""Figures of the charts on the small library whose summaries are known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plantui.export.chart_figures import (
    completion_by_department,
    deadlines_by_quarter,
    indicators_against_targets,
)
from plantui.export.summary import Summary, summary
from plantui.model.actual import Actual
from plantui.model.event import Extension
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Light, Op, Status
from plantui.query.filter import Filter
from plantui.store.index import bits
from plantui.store.ledger import Ledger, NewEvent
from tests.support.export_samples import TODAY, WATER, make_ledger, make_workspace

RIVERS = TaskKey("jinshi", "1")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return make_ledger(tmp_path)


def everything(folder: Path, ledger: Ledger, wanted: Filter | None = None) -> Summary:
    workspace = make_workspace(folder, ledger)
    wanted = wanted or Filter()
    return summary(workspace, workspace.rows(workspace.matching(wanted)), wanted, ledger)


def by_quarter(made: Summary) -> dict[str, tuple[int, ...]]:
    return {one.quarter.name: tuple(one.counts.values()) for one in deadlines_by_quarter(made)}


def test_completion_lists_the_lowest_rate_first(tmp_path: Path, ledger: Ledger) -> None:
    found = completion_by_department(everything(tmp_path, ledger))

    rates = [(str(group.value), group.figures.done, group.figures.total) for group in found]
    assert rates[0] == ("金石市/东县政府", 0, 2)
    assert rates[-2:] == [("金石市/市水利局", 1, 3), ("金石市/市财政局", 1, 2)]


def test_no_completion_where_the_choice_of_the_tasks_decides_it(tmp_path: Path, ledger: Ledger) -> None:
    assert completion_by_department(everything(tmp_path, ledger, Filter(lights=(Light.RED,)))) == []


def test_deadlines_are_counted_by_quarter_done_overdue_ahead_and_set_aside(
    tmp_path: Path, ledger: Ledger
) -> None:
    made = everything(tmp_path, ledger)

    assert by_quarter(made) == {
        "2024Q4": (0, 1, 0, 0),
        "2026Q1": (0, 1, 0, 0),
        "2026Q4": (0, 0, 2, 0),
        "2027Q4": (1, 0, 0, 0),
    }
    assert [list(bits.rows_of(one.tasks)) for one in deadlines_by_quarter(made)] == [[0], [5], [0, 1], [2]]


def test_an_extension_moves_a_deadline_and_a_decision_to_wait_sets_it_aside(
    tmp_path: Path, ledger: Ledger
) -> None:
    deadline = WATER.tasks[0].deadlines[1]
    ledger.record([NewEvent(Extension(deadline, date(2026, 11, 30), "汛期", "市政府"), TODAY, RIVERS)])
    ledger.add(
        TaskKey("yuquan", "1.1.2"),
        "市水利局",
        NoteContent(Status.DEFERRED, "暂缓", as_of=date(2026, 10, 1), reason="待批复"),
    )

    assert by_quarter(everything(tmp_path, ledger)) == {
        "2026Q1": (0, 0, 0, 1),
        "2026Q4": (0, 0, 3, 0),
        "2027Q4": (1, 0, 0, 0),
    }


def test_values_are_shares_of_their_targets_and_what_is_none_is_counted(
    tmp_path: Path, ledger: Ledger
) -> None:
    first, second = WATER.tasks[0].indicators
    quality = WATER.tasks[2].indicators[0]
    day = date(2026, 10, 31)
    for task, actuals in (
        ("1", (Actual(first, 2, "条", day), Actual(second, 9, "公里", day))),
        ("3", (Actual(quality, None, None, day, grade="Ⅲ类"),)),
    ):
        content = NoteContent(Status.IN_PROGRESS, "开工", as_of=day, actuals=actuals)
        ledger.add(TaskKey("jinshi", task), "市水利局", content)

    found = indicators_against_targets(everything(tmp_path, ledger))

    assert [(one.value.department, round(one.share, 3), one.state.value) for one in found.values] == [
        ("市水利局", 0.667, "missed")
    ]
    assert found.not_drawn == 2
    assert len(found.table.rows) == 4


@pytest.mark.parametrize(
    ("value", "target", "drawn"), [(3.0, 2.0, 1), (0, 2, 1), (3, 0, 0), (3, -2, 0), (-1, 2, 0), (3, None, 0)]
)
def test_only_what_has_a_share_is_drawn(
    tmp_path: Path, ledger: Ledger, value: float, target: float | None, drawn: int
) -> None:
    indicator = WATER.tasks[0].indicators[0]._replace(value=target, op=Op.AT_LEAST)
    task = WATER.tasks[0]._replace(indicators=(indicator,))
    plan = WATER._replace(tasks=(task, *WATER.tasks[1:]))
    content = NoteContent(
        Status.IN_PROGRESS, "开工", as_of=TODAY, actuals=(Actual(indicator, value, "条", TODAY),)
    )
    ledger.add(RIVERS, "市水利局", content)
    workspace = make_workspace(tmp_path, ledger, (plan,))

    found = indicators_against_targets(summary(workspace, [0], Filter(), ledger))

    assert (len(found.values), found.not_drawn) == (drawn, 1 - drawn)
