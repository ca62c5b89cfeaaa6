"""Figures in words, of acidity and of so much a day."""

from __future__ import annotations

import pytest

from plantui.documents.fields.indicators import read_indicators
from plantui.documents.period import Period
from plantui.documents.traced import TracedText


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("安装监测设备二百二十台。", [("安装监测设备", ">=", 220, "台")]),
        ("完成二十台既有多层住宅电梯加装。", [("既有多层住宅电梯加装", ">=", 20, "台")]),
        ("床位占比达到百分之六十五。", [("床位占比", ">=", 65, "%")]),
        ("审批时限压缩至十五个工作日", [("审批时限", "<=", 15, "个工作日")]),
        ("出水pH值6-9。", [("出水pH值", ">=", 6, None), ("出水pH值", "<=", 9, None)]),
        ("处理污泥200t/d。", [("处理污泥", ">=", 200, "t/d")]),
        ("落实六个百分之百要求。", []),
        ("走进千家万户。", []),
        ("落实二十条措施。", []),
        ("推进百千万工程。", []),
    ],
)
def test_figures(text: str, expected: list[tuple[str, str, float, str | None]]) -> None:
    """From ten on numbers in words are figures; names and idioms are none."""
    found = read_indicators(TracedText.of(text), (), Period(2025, 2025))
    assert [(one.indicator, one.op and one.op.value, one.value, one.unit) for one in found] == expected
