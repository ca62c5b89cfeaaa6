"""Numbers and days as a sheet shows them."""

from __future__ import annotations

from datetime import datetime

import pytest

from plantui.documents.formats.workbook.number_format import BUILT_IN
from plantui.documents.formats.workbook.shown_number import shown_moment, shown_number, shown_text

DAY = 45838  # 2025-06-30, a Monday


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('yyyy"年"m"月"d"日"', "2025年6月30日"),
        ('[$-804]yyyy"年"m"月"', "2025年6月"),
        ('[$-zh-CN]yyyy"年"mm"月"', "2025年06月"),
        ('yyyy"年"', "2025年"),
        ('e"年"m"月"', "2025年6月"),
        ('yyyy"年"m"月底前"', "2025年6月底前"),
        ('"截至"yyyy"年"m"月"', "截至2025年6月"),
        ('yyyy"年第2季度"', "2025年第2季度"),
        ('[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二五年六月三十日"),
        ('[DBNum3]yyyy"年"m"月"', "２０２５年６月"),
        ("yyyy.mm", "2025.06"),
        ("yyyy-mm-dd h:mm", "2025-06-30"),
        (BUILT_IN[14], "2025/6/30"),
        (BUILT_IN[27], "2025年6月"),
        (BUILT_IN[31], "2025年6月30日"),
        (BUILT_IN[57], "2025年6月"),
        ("aaaa", "星期一"),
        ("h:mm", "0:00"),
    ],
)  # fmt: skip
def test_days(code: str, shown: str) -> None:
    """A format that the import reads is shown to the letter."""
    assert shown_number(DAY, code) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('m"月"d"日"', "2025年6月30日"),
        ('[$-411]ggge"年"m"月"d"日"', "2025年6月30日"),
        ('[DBNum2]yyyy"年"m"月"', "2025年6月"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2025-06-30"),
        ("mm/yyyy", "2025-06"),
        ("yyyymm", "2025-06"),
        ("yy", "2025"),
        (BUILT_IN[15], "2025-06-30"),
        (BUILT_IN[17], "2025-06"),
        (BUILT_IN[58], "2025年6月30日"),
    ],
)  # fmt: skip
def test_days_in_no_readable_form(code: str, shown: str) -> None:
    """Another form gives the same parts in one that is read."""
    assert shown_number(DAY, code) == shown


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (2025.1, "0.00", "2025.10"),
        (1.1, "0.00", "1.10"),
        (2025.1, "General", "2025.1"),
        (0.85, "0%", "85%"),
        (0.855, "0.0%", "85.5%"),
        (1.005, "0.00", "1.01"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (-1234567.5, "#,##0;[Red]-#,##0", "-1,234,568"),
        (-5, "0", "-5"),
        (5, '"≤"0"天"', "≤5天"),
        (8, '"（"0"）"', "（8）"),
        (6, '"2025年"0"月底"', "2025年6月底"),
        (202506, '0000"年"00"月"', "2025年06月"),
        (1, "000", "001"),
        (1.25, "0.##", "1.25"),
        (12345678, '0.0,,"百万"', "12.3百万"),
        (0, '0;-0;"无"', "无"),
        (3, '[>2]"高";"低"', "高"),
        (1, '[>2]"高";"低"', "低"),
        (12, "[DBNum1]General", "十二"),
        (12, "[DBNum2]0", "壹贰"),
        (13800000000, "000-0000-0000", "138-0000-0000"),
        (12, "¥#,##0.00", "¥12.00"),
        (12, "[$￥-804]#,##0", "￥12"),
        (0.1 + 0.2, "General", "0.3"),
        (-1, "yyyy-mm-dd", "-1"),
        (1e9, "yyyy-mm-dd", "1000000000"),
        (45838, "@", "45838"),
    ],
)  # fmt: skip
def test_numbers(value: float, code: str, shown: str) -> None:
    """Places, words around them, sections by sign and by condition."""
    assert shown_number(value, code) == shown


def test_days_since_1904() -> None:
    """A workbook of an old Mac counts from 1904."""
    assert shown_number(DAY - 1462, "yyyy-mm-dd", since_1904=True) == "2025-06-30"


def test_others() -> None:
    """Text may have words around it; a moment under a format for numbers is its day."""
    assert shown_text("5", '@"平方米"') == "5平方米"
    assert shown_text("第5条", '0"月"') == "第5条"
    assert shown_moment(datetime(2025, 6, 30, 8), "General") == "2025-06-30"  # noqa: DTZ001
