"""Rows that belong to what stands above them: to a group, to the row before, to the line before."""

from __future__ import annotations

from tests.support.english_documents import imported as english
from tests.support.imported_documents import imported, roles

TITLE = "海川市2025年民生任务分解表\n海川市人民政府办公室\n2025年3月3日\n\n"
HEAD = "| 序号 | 任务 | 工作措施 | 牵头单位 |\n"


def test_a_table_whose_numbers_go_on_stands_in_the_last_group() -> None:
    """A caption between two tables, or the end of a page, closes no group that the first has opened."""
    plan = imported(
        TITLE
        + HEAD
        + "| 一、改善出行 |\n| 1 | 改造道路 | 改造道路12条，增设路灯。 | 市住建局 |\n\n续表\n\n"
        + HEAD
        + "| 2 | 新建公园 | 新建公园3座，增加绿地。 | 市城管局 |\n"
    ).plan

    assert [section.title for section in plan.sections] == ["改善出行"]
    assert [task.section for task in plan.tasks] == ["1", "1"]


def test_a_row_of_words_alone_goes_on_with_the_row_above() -> None:
    """The page cut it: it has neither a number nor a title nor departments."""
    plan = imported(
        TITLE
        + HEAD
        + "| 1 | 改造道路 | 改造道路12条。 | 市住建局 |\n| | | 增设路灯300盏。 | |\n| 2 | 新建公园 | 新建公园3座。 | 市城管局 |\n"
    ).plan

    assert [task.text for task in plan.tasks] == ["改造道路12条。增设路灯300盏。", "新建公园3座。"]


def test_a_number_in_words_beside_the_name_of_a_group() -> None:
    """一 in a cell of its own is the number of the group named in the next."""
    plan = imported(
        TITLE + HEAD + "| 一 | 改善出行 | | |\n| 1 | 改造道路 | 改造道路12条。 | 市住建局 |\n"
    ).plan

    assert [(section.number, section.title) for section in plan.sections] == [("一、", "改善出行")]


def test_lines_without_a_bar_go_on_with_the_cell_above() -> None:
    """In lower case they do, behind a capital they name a group of the rows below."""
    plan = english(
        "Town of Testville\nHarbor Plan 2024-2027\n\nAction | Lead | Timeframe\nPaint the boats | Harbor Office | By May 2025\n"
        "and the piers\nQuays\nSweep the quay | Works Office | By June 2025\n"
    ).plan

    assert [task.title for task in plan.tasks] == ["Paint the boats", "Sweep the quay"]
    assert [roles(task) for task in plan.tasks] == [{"lead": ["Harbor Office"]}, {"lead": ["Works Office"]}]
    assert [section.title for section in plan.sections][-1] == "Quays"
