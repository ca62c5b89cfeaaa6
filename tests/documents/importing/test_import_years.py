"""The years of a plan, and of dates that name none: what nothing tells is asked for, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.source import SourceKind, source_of

_OTHERS = "2. 清理河道。清理河道垃圾。\n牵头单位：市水利局\n\n3. 加强宣传。开展宣传。\n牵头单位：市教育局\n"


def read(
    item: str = "加快淘汰。", title: str = "临江市扬尘治理行动方案", year: int | None = None
) -> Imported:
    """Import a document of three tasks, of which the first has this text."""
    text = f"{title}\n\n（一）蓝天行动\n\n1. 淘汰锅炉。{item}\n牵头单位：市生态环境局\n\n{_OTHERS}"
    return import_document(source_of("临江.txt", "", SourceKind.TEXT, text), year=year)


def years(found: Imported) -> tuple[int | None, int | None]:
    return found.plan.info.start_year, found.plan.info.end_year


def dues(found: Imported) -> list[tuple[str, date]]:
    return [(deadline.phrase, deadline.due) for deadline in found.plan.tasks[0].deadlines]


def undated(found: Imported) -> list[str]:
    """The phrases that are doubtful for want of a year."""
    return [doubt.facts["phrase"] for doubt in found.doubts if doubt.reason == "clauses.no_year"]


@pytest.mark.parametrize(
    ("item", "phrase", "due"),
    [
        ("9月底前完成12台。", "9月底前", date(2025, 9, 30)),
        ("年底前完成12台。", "年底前", date(2025, 12, 31)),
        ("年底完成12台。", "年底", date(2025, 12, 31)),
        ("6月30日前完成12台。", "6月30日前", date(2025, 6, 30)),
        ("6月完成12台。", "6月", date(2025, 6, 30)),
        ("下半年完成12台。", "下半年", date(2025, 12, 31)),
        ("三季度末前完成12台。", "三季度末前", date(2025, 9, 30)),
        ("7月至10月底完成12台。", "7月至10月底", date(2025, 10, 31)),
        ("国庆节前完成12台。", "国庆节前", date(2025, 10, 1)),
    ],
)
def test_a_date_whose_year_nothing_tells(item: str, phrase: str, due: date) -> None:
    """Without a year no date but a doubt at the phrase, and one of the plan; with the user's year the date."""
    without, given = read(item), read(item, year=2025)

    assert (years(without), dues(without), undated(without)) == ((None, None), [], [phrase])
    assert [doubt.reason for doubt in without.doubts].count("documents.doubt.no_years") == 1
    assert [indicator.due for indicator in without.plan.tasks[0].indicators] in ([], [None])
    assert (years(given), dues(given), undated(given)) == ((2025, 2025), [(phrase, due)], [])
    assert "documents.doubt.no_years" not in [doubt.reason for doubt in given.doubts]


@pytest.mark.parametrize(
    "item",
    ["按照《大气污染防治条例（2018年版）》淘汰。", "浓度比2020年下降。", "按照《2019年工作要点》淘汰。", "落实临政〔2021〕3号文件。"],
)  # fmt: skip
def test_years_of_something_else_are_not_the_plans(item: str) -> None:
    assert years(read(item)) == (None, None)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("到2026年淘汰12台。", (2026, 2026)),
        ("2025年6月底前淘汰12台，2026年底前全部淘汰。", (2025, 2026)),
        ("2025-06-30前淘汰12台，2026/12/31前全部淘汰。", (2025, 2026)),
        ("二〇二六年底前全部淘汰。", (2026, 2026)),
        ("2025年以来淘汰12台。", (2025, 2025)),
    ],
)
def test_the_years_of_a_plan_are_those_of_its_dates(item: str, expected: tuple[int, int]) -> None:
    assert years(read(item)) == expected


def test_the_years_in_the_title_stand_and_the_users_year_is_that_of_dates_without_one() -> None:
    title = "临江市扬尘治理行动方案（2024—2026年）"
    found = read("9月底前完成12台，2026年底前全部完成。", title, 2025)

    assert years(found) == (2024, 2026)
    assert dues(found) == [("9月底前", date(2025, 9, 30)), ("2026年底前", date(2026, 12, 31))]
    assert undated(found) == []


def test_an_undated_deadline_in_a_part_that_was_set_aside_is_doubted() -> None:
    """It has no date, but says by when all the same."""
    text = f"临江市治理方案\n\n一、总体要求\n\n9月底前完成排查。\n\n二、重点任务\n\n1. 治理河道。治理河道。\n牵头单位：市水利局\n\n{_OTHERS}"
    found = import_document(source_of("临江.txt", "", SourceKind.TEXT, text))

    assert [doubt.facts["said"] for doubt in found.doubts if doubt.reason.endswith("deadline_set_aside")] == [
        "9月底前"
    ]


ENGLISH = """\
City of Lakeside
Dust Action Plan

1. Boilers
Action 1.1: Replace old boilers
Lead: Housing Department
Support: Finance Department

Action 1.2: Clean the roads
Lead: Department of Public Works

Action 1.3: Train inspectors
Lead: Department of Health
"""


@pytest.mark.parametrize(("year", "expected"), [(None, (None, None)), (2025, (2025, 2025))])
def test_an_english_plan_without_any_year(year: int | None, expected: tuple[int | None, int | None]) -> None:
    found = import_document(source_of("lakeside.txt", "", SourceKind.TEXT, ENGLISH), year=year)

    assert years(found) == expected
    assert ("documents.doubt.no_years" in [doubt.reason for doubt in found.doubts]) == (year is None)


def test_an_english_plan_without_a_title_is_called_as_its_file() -> None:
    """Its name is no title that was read, so it is doubtful."""
    text = ENGLISH.removeprefix("City of Lakeside\nDust Action Plan\n\n")
    found = import_document(source_of("lakeside.txt", "", SourceKind.TEXT, text))

    assert found.plan.info.title == "lakeside"
    assert [doubt.read for doubt in found.doubts if doubt.reason == "documents.doubt.no_title"] == [
        "lakeside"
    ]


def test_three_dates_without_a_year_are_one_doubt() -> None:
    """It has their number and all their places; two are told one by one."""
    many = read("3月底前完成4台，6月底前完成8台，9月底前完成12台。")
    few = read("6月底前完成8台，9月底前完成12台。")

    (doubt,) = [one for one in many.doubts if one.reason == "documents.doubt.dates_without_year"]
    assert (doubt.read, doubt.facts, len(doubt.places)) == ("3月底前、6月底前、9月底前", {"count": "3"}, 3)
    assert undated(many) == []
    assert undated(few) == ["6月底前", "9月底前"]
