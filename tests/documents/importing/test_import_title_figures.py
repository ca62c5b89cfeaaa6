"""Figures and dates in the numbered sentence that becomes a task's title."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.documents.imported import Imported
from tests.support.imported_documents import imported

HEAD = "临江市绿色出行行动方案（2024—2026年）\n\n一、设施建设\n\n"
OTHERS = "2.巡查。每月巡查。牵头单位：市水利局。\n3.宣传。开展宣传。牵头单位：市教育局。\n"


def read(item: str) -> Imported:
    return imported(f"{HEAD}1.{item}牵头单位：市交通运输局。\n{OTHERS}")


def targets(found: Imported) -> list[tuple[str, str, float | int | None, str | None, date | None]]:
    """Name, direction, value, unit and day of each indicator of the first task."""
    return [(one.indicator, one.op or "", one.value, one.unit, one.due) for one in found.plan.tasks[0].indicators]  # fmt: skip


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "新建绿道30公里。到2025年6月底前完成。",
            [("新建绿道", ">=", 30, "公里", date(2025, 6, 30))],
        ),
        ("公交覆盖率达到85%。优化线路。", [("公交覆盖率", ">=", 85, "%", None)]),
        (
            "新建绿道30公里。2024年底前开工，2025年底前建成。",
            [("新建绿道", ">=", 30, "公里", None)],
        ),
        (
            "新建绿道30公里。优化选址，2025年底前建成桥梁2座。",
            [
                ("新建绿道", ">=", 30, "公里", date(2025, 12, 31)),
                ("桥梁", ">=", 2, "座", date(2025, 12, 31)),
            ],
        ),
        (
            "2025年底前新建绿道30公里。抓紧选址。",
            [("新建绿道", ">=", 30, "公里", date(2025, 12, 31))],
        ),
        (
            "新建绿道30公里。到2025年，新建绿道30公里。",
            [("新建绿道", ">=", 30, "公里", date(2025, 12, 31))],
        ),
        ("打造15分钟生活圈。优化布局。", []),
        ("推进5G网络建设。优化布局。", []),
    ],
)
def test_targets(item: str, expected: list[tuple[str, str, float, str, date | None]]) -> None:
    """A title's figure has the only day of the task, and what the text says again is said once."""
    found = [(name.removeprefix("建成"), *rest) for name, *rest in targets(read(item))]
    assert found == expected


def test_a_date_in_the_title_is_a_deadline() -> None:
    task = read("2025年底前新建绿道30公里。2024年6月底前完成选址，2025年年底前通车。").plan.tasks[0]

    assert [(one.phrase, one.due) for one in task.deadlines] == [
        ("2024年6月底前", date(2024, 6, 30)),
        ("2025年年底前", date(2025, 12, 31)),
    ]
    task = read("2025年底前新建绿道30公里。抓紧选址。").plan.tasks[0]
    assert [(one.phrase, one.due, one.clause) for one in task.deadlines] == [
        ("2025年底前", date(2025, 12, 31), "新建绿道30公里")
    ]


def test_the_places_of_a_titles_figures_are_in_the_title() -> None:
    found = read("新建绿道30公里。到2025年6月底前完成。")
    source = found.plan.tasks[0].source
    assert source is not None
    start, end = map(int, source.indicators[0].split("-"))

    assert found.source.text[start:end] == "新建绿道30公里"


@pytest.mark.parametrize("mark", ["——", "……", "──", "…"])
def test_a_dash_or_dots_end_what_a_figure_is_said_of(mark: str) -> None:
    found = read(
        f"整治占道。清理废弃车辆120辆{mark}2024年12月底前完成；新增停车点8处{mark}到2025年6月底前建成。"
    )

    assert targets(found) == [
        ("清理废弃车辆", ">=", 120, "辆", date(2024, 12, 31)),
        ("新增停车点", ">=", 8, "处", date(2025, 6, 30)),
    ]
