"""Which words name which column, and which rows are heads."""

from __future__ import annotations

import pytest

from plantui.documents.field_kind import FieldKind
from plantui.documents.tables.heads import column_of, head_at, head_of


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("序号", FieldKind.NUMBER),
        ("牵头单位", FieldKind.LEAD),
        ("主办科室", FieldKind.LEAD),
        ("主责单位", FieldKind.LEAD),
        ("承办单位", FieldKind.LEAD),
        ("协办部门", FieldKind.SUPPORT),
        ("责任处室（单位）", FieldKind.RESPONSIBLE),
        ("责任单位及责任人", FieldKind.RESPONSIBLE),
        ("牵头及配合单位", FieldKind.RESPONSIBLE),
        ("督导单位", FieldKind.GUIDE),
        ("监管部门", FieldKind.GUIDE),
        ("牵头领导", FieldKind.OTHER),
        ("责任人", FieldKind.OTHER),
        ("分管领导", FieldKind.OTHER),
        ("包联县长", FieldKind.OTHER),
        ("投资（万元）", FieldKind.OTHER),
        ("完成期限", FieldKind.DUE),
        ("时间", FieldKind.DUE),
        ("建设年限", FieldKind.DUE),
        ("开工时间", FieldKind.OTHER),
        ("工作领域", FieldKind.SECTION),
        ("任务", FieldKind.TITLE),
        ("存在问题", FieldKind.TITLE),
        ("推进措施", FieldKind.TEXT),
        ("主要内容及目标", FieldKind.TEXT),
        ("工作目标", FieldKind.MEASURE),
        ("2025年度目标", FieldKind.MEASURE),
        ("有关单位", None),
        ("市直各部门", None),
        ("市教育局", None),
        ("完成改造任务，由责任单位落实。", None),
    ],
)
def test_what_a_column_holds(words: str, column: FieldKind | None) -> None:
    """Persons, sums and starts are of no use; a name is no column."""
    assert column_of(words) is column


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        (["任务", "责任单位", "时间"], [FieldKind.TITLE, FieldKind.RESPONSIBLE, FieldKind.DUE]),
        (["重点任务", "主要任务", "牵头单位"], [FieldKind.TITLE, FieldKind.TEXT, FieldKind.LEAD]),
        (["工作任务", "主责单位", "协办单位"], [FieldKind.TITLE, FieldKind.LEAD, FieldKind.SUPPORT]),
        (["工作任务", "牵头单位", "主责单位"], [FieldKind.TITLE, FieldKind.LEAD, FieldKind.RESPONSIBLE]),
        (["工作任务", "主办单位", "承办单位"], [FieldKind.TITLE, FieldKind.LEAD, FieldKind.RESPONSIBLE]),
        (["序号", "工作目标", "责任单位"], [FieldKind.NUMBER, FieldKind.TEXT, FieldKind.RESPONSIBLE]),
        (["项目名称", "单位", "责任单位"], [FieldKind.TITLE, FieldKind.OTHER, FieldKind.RESPONSIBLE]),
    ],
)
def test_columns_beside_each_other(cells: list[str], columns: list[FieldKind]) -> None:
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
    assert list(head.columns) == [
        FieldKind.TITLE,
        FieldKind.LEAD,
        FieldKind.SUPPORT,
        FieldKind.MEASURE,
        FieldKind.MEASURE,
    ]
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
