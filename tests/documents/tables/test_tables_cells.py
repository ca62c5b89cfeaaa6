"""What cells say: line ends, signs for nothing and for the cell above, dates, roles."""

from __future__ import annotations

import pytest

from plantui.documents.field_kind import FieldKind
from plantui.documents.tables.cells import (
    by_role,
    dates,
    in_year,
    is_ditto,
    names,
    plain,
    says_nothing,
    written_out,
)
from plantui.documents.tables.groups import first_leads, is_group, is_note, is_sum
from plantui.documents.traced import TracedText


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("市交通运输局\n市城管局", "市交通运输局、市城管局"),
        ("市教育局、\n市财政局", "市教育局、市财政局"),
        ("市委人才办、市人\n社局", "市委人才办、市人社局"),
        ("市自然资源和规划\n局、市林业局", "市自然资源和规划局、市林业局"),
        ("市政府\n办公室", "市政府办公室"),
        ("各县（市、区）\n人民政府", "各县（市、区）人民政府"),
        ("市水利局牵头\n市财政局配合", "市水利局牵头、市财政局配合"),
        ("牵头单位：市水利局\n配合单位：市财政局", "牵头单位：市水利局；配合单位：市财政局"),
        ("市水利局<br>市住建局", "市水利局、市住建局"),
        ("**市水利局**", "市水利局"),
        ("无", ""),
        ("——", ""),
    ],
)
def test_line_ends_between_departments(cell: str, read: str) -> None:
    """A line end parts whole names and joins the halves of one."""
    assert names(TracedText.of(cell)).text == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("市公安局 市城市管理局", "市公安局、市城市管理局"),
        ("市水利局　市财政局　　城东区人民政府", "市水利局、市财政局、城东区人民政府"),
        ("市水利局\u00a0财政局", "市水利局、财政局"),
        ("市委 市政府", "市委、市政府"),
        ("市人大 市政协", "市人大、市政协"),
        ("市妇联 团市委", "市妇联、团市委"),
        ("市水利局牵头 市财政局配合", "市水利局牵头、市财政局配合"),
        ("市发展改革委（能源局） 市财政局", "市发展改革委（能源局）、市财政局"),
        ("各县区政府 各开发区管委会", "各县区政府、各开发区管委会"),
        ("市 财政局 市 水利局", "市财政局、市水利局"),
        ("市 财 政 局 市 水 利 局", "市财政局、市水利局"),
        ("市水利局、市财政局 市林业局", "市水利局、市财政局、市林业局"),
        ("市 财 政 局", "市财政局"),
        ("市 人 力 资 源 社 会 保 障 局", "市人力资源社会保障局"),
        ("市财 政局", "市财政局"),
        ("市自然资源和 规划局", "市自然资源和规划局"),
        ("市城市 管理局", "市城市管理局"),
        ("市政府 办公室", "市政府办公室"),
        ("市委 宣传部", "市委宣传部"),
        ("市公安局 交警支队", "市公安局交警支队"),
        ("各县（市、区） 人民政府", "各县（市、区）人民政府"),
        ("经济开发区 管委会", "经济开发区管委会"),
        ("共青团 市委", "共青团市委"),
        ("省水利厅、南山省黄河河务局 安城黄河河务局", "省水利厅、南山省黄河河务局安城黄河河务局"),
    ],
)
def test_blanks_between_and_within_departments(cell: str, read: str) -> None:
    """A blank of either width parts whole names and stands within one; among other marks only a level begins one."""
    assert names(TracedText.of(cell)).text == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("6月底前完成设计\n12月底前完工", "6月底前完成设计；12月底前完工"),
        ("2025年\n12月底前", "2025年12月底前"),
        ("2025年1\n2月底前", "2025年12月底前"),
        ("2024年\n2025年", "2024年；2025年"),
    ],
)
def test_line_ends_between_dates(cell: str, read: str) -> None:
    """Two dates stay two."""
    assert dates(TracedText.of(cell)).text == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("新建站点5个，\n改造3个。", "新建站点5个，改造3个。"),
        ("1.新建站点\n2.改造站点", "1.新建站点；2.改造站点"),
    ],
)
def test_line_ends_between_words(cell: str, read: str) -> None:
    """Words are joined; items stay apart."""
    assert plain(TracedText.of(cell)).text == read


def test_signs_for_nothing_and_for_the_cell_above() -> None:
    """无 and dashes, 同上 and its marks."""
    assert all(says_nothing(text) for text in ("", "无", "—", "-", "/"))
    assert all(is_ditto(text) for text in ("同上", "〃", "″", "—〃—"))
    assert not any(says_nothing(text) or is_ditto(text) for text in ("无锡市", "上同"))


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("2024", "2024年"),
        ("2024—2026", "2024—2026年"),
        ("2025/6/30", "2025年6月30日"),
        ("2025-06-30", "2025年6月30日"),
        ("2025-06-30 00:00:00", "2025年6月30日"),
        ("2025.12", "2025年12月"),
        ("2025Q2", "2025年第2季度"),
        ("2024.3-2025.6", "2024年3月-2025年6月"),
        ("6.30前", "6月30日前"),
        ("2025年6月和12月", "2025年6月、12月"),
        ("长期", "长期"),
        ("2025年6月底", "2025年6月底"),
    ],
)
def test_dates_in_figures(cell: str, read: str) -> None:
    """They are written out as a text would have them."""
    assert written_out(TracedText.of(cell)).text == read


def test_a_year_in_the_name_of_the_column() -> None:
    """It goes before a date without one, and before anything where the columns of several years stand side by side."""
    assert written_out(TracedText.of("6月底"), "2025年").text == "2025年6月底"
    assert written_out(TracedText.of("2024年6月底"), "2025年").text == "2024年6月底"
    assert in_year(TracedText.of("建成通车"), "2025年").text == "建成通车"
    assert in_year(TracedText.of("建成通车"), "2025年", always=True).text == "2025年建成通车"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("市水利局、市住建局", [(FieldKind.RESPONSIBLE, "市水利局、市住建局")]),
        ("牵头：市水利局；配合：市住建局", [(FieldKind.LEAD, "市水利局"), (FieldKind.SUPPORT, "市住建局")]),
        ("【主办】市水利局【协办】市住建局", [(FieldKind.LEAD, "市水利局"), (FieldKind.SUPPORT, "市住建局")]),
        (
            "市水利局；指导单位：市应急局",
            [(FieldKind.RESPONSIBLE, "市水利局"), (FieldKind.GUIDE, "市应急局")],
        ),
        (
            "市水利局（牵头），市住建局、城管局（配合）",
            [(FieldKind.RESPONSIBLE, "市水利局（牵头），市住建局（配合）、城管局（配合）")],
        ),
        ("市水利局（牵头），市住建局", [(FieldKind.RESPONSIBLE, "市水利局（牵头），市住建局")]),
        ("市水利局牵头，市住建局配合", [(FieldKind.RESPONSIBLE, "市水利局牵头，市住建局配合")]),
    ],
)
def test_roles_inside_a_cell(cell: str, found: list[tuple[FieldKind, str]]) -> None:
    """What a cell says itself counts before its column."""
    read = by_role(FieldKind.RESPONSIBLE, TracedText.of(cell))

    assert [(role, part.text) for role, part in read] == found


@pytest.mark.parametrize(
    "text",
    [
        "注：1.本表每月报送",
        "备注：加*的为新增",
        "填表人：王某",
        "审核人（签字）：李某",
        "单位：万元",
        "※带星号的为续建",
    ],
)
def test_notes(text: str) -> None:
    """What stands below a table and is no task."""
    assert is_note(text)


@pytest.mark.parametrize("text", ["注重实绩", "说明会组织", "填报志愿辅导", "1.2", "单位改造"])
def test_no_notes(text: str) -> None:
    """Words of tasks that begin alike."""
    assert not is_note(text)


def test_sums_and_groups() -> None:
    """合计 is a sum, a short cell a group, a sentence neither."""
    assert is_sum(["", "合 计", "12"])
    assert not is_sum(["1", "合计算法改进"])
    assert is_group("一、优化服务")
    assert is_group("服务业")
    assert not is_group("完成全部改造。")


@pytest.mark.parametrize(
    ("note", "leads"),
    [
        ("注：任务分解表中排序第一位的责任处室为牵头处室。", True),
        ("备注：排名第一的单位为牵头单位，其余为配合单位", True),
        ("说明：第一个责任单位为牵头单位", True),
        ("注：列首位的为牵头单位", True),
        ("第一批任务由牵头单位落实", False),
    ],
)
def test_a_note_on_who_leads(note: str, leads: bool) -> None:
    """It holds for every list of the table."""
    assert first_leads(note) is leads
