"""Which words name which column, and which rows are heads."""

from __future__ import annotations

import pytest

from plantui.documents.tables.columns import Column, column_of, head_at, head_of


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("序号", Column.NUMBER),
        ("牵头单位", Column.LEAD),
        ("主办科室", Column.LEAD),
        ("主责单位", Column.LEAD),
        ("承办单位", Column.LEAD),
        ("协办部门", Column.SUPPORT),
        ("责任处室（单位）", Column.RESPONSIBLE),
        ("责任单位及责任人", Column.RESPONSIBLE),
        ("牵头及配合单位", Column.RESPONSIBLE),
        ("督导单位", Column.GUIDE),
        ("监管部门", Column.GUIDE),
        ("牵头领导", Column.OTHER),
        ("责任人", Column.OTHER),
        ("分管领导", Column.OTHER),
        ("包联县长", Column.OTHER),
        ("投资（万元）", Column.OTHER),
        ("完成期限", Column.DUE),
        ("时间", Column.DUE),
        ("建设年限", Column.DUE),
        ("开工时间", Column.OTHER),
        ("工作领域", Column.SECTION),
        ("任务", Column.TITLE),
        ("存在问题", Column.TITLE),
        ("推进措施", Column.CONTENT),
        ("主要内容及目标", Column.CONTENT),
        ("工作目标", Column.GOAL),
        ("2025年度目标", Column.GOAL),
        ("有关单位", None),
        ("市直各部门", None),
        ("市教育局", None),
        ("完成改造任务，由责任单位落实。", None),
    ],
)
def test_what_a_column_holds(words: str, column: Column | None) -> None:
    """Persons, sums and starts are of no use; a name is no column."""
    assert column_of(words) is column


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        (["任务", "责任单位", "时间"], [Column.TITLE, Column.RESPONSIBLE, Column.DUE]),
        (["重点任务", "主要任务", "牵头单位"], [Column.TITLE, Column.CONTENT, Column.LEAD]),
        (["工作任务", "主责单位", "协办单位"], [Column.TITLE, Column.LEAD, Column.SUPPORT]),
        (["工作任务", "牵头单位", "主责单位"], [Column.TITLE, Column.LEAD, Column.RESPONSIBLE]),
        (["工作任务", "主办单位", "承办单位"], [Column.TITLE, Column.LEAD, Column.RESPONSIBLE]),
        (["序号", "工作目标", "责任单位"], [Column.NUMBER, Column.CONTENT, Column.RESPONSIBLE]),
        (["项目名称", "单位", "责任单位"], [Column.TITLE, Column.OTHER, Column.RESPONSIBLE]),
    ],
)
def test_columns_beside_each_other(cells: list[str], columns: list[Column]) -> None:
    """主责 and 承办 lead unless somebody else does; 单位 may be a unit of measurement."""
    head = head_of(cells)

    assert head is not None
    assert list(head.columns) == columns


@pytest.mark.parametrize(
    "cells",
    [
        ["指标名称", "单位", "2025年目标"],
        ["区域", "管网长度（公里）", "改造长度（公里）"],
        ["推进重点项目", "市直有关单位"],
        ["责任单位", "责任单位"],
    ],
)
def test_no_heads(cells: list[str]) -> None:
    """Indicators, figures, tasks and titles."""
    assert head_of(cells) is None


def test_a_head_of_two_rows() -> None:
    """What the lower row leaves empty the upper one names; the years of goals are kept."""
    found = head_at([["任务", "责任分工", "", "目标", ""], ["", "牵头", "配合", "2024年", "2025年"]], 0)

    assert found is not None
    head, size = found
    assert list(head.columns) == [Column.TITLE, Column.LEAD, Column.SUPPORT, Column.GOAL, Column.GOAL]
    assert (size, head.year(3), head.year(4)) == (2, "2024年", "2025年")


def test_a_row_above_a_repeated_head() -> None:
    """A task whose title sounds like a column is no upper row of the head that comes again after it."""
    rows = [["5", "重点项目推进", "完成12项任务", "市水利局"], ["序号", "重点任务", "工作措施", "牵头单位"]]

    assert head_at(rows, 0) is None


def test_a_head_above_its_first_row() -> None:
    """A row of tasks is no second row of the head."""
    found = head_at([["任务", "责任单位"], ["改造泵站", "市水利局"]], 0)

    assert found is not None
    assert found[1] == 1
