"""The year that a person gives to a plan without one in the review: dates without a year are of it, as with `--year`."""

from __future__ import annotations

import pytest

from plantui.documents.importer import import_document
from plantui.documents.review import Review
from plantui.documents.source import Source, SourceKind, source_of
from plantui.model.plan import Plan

CHINESE = """临江市扬尘治理行动方案

一、重点任务
（一）淘汰老旧车辆。9月底前完成。（牵头单位：市公安局）
（二）硬化道路。12月底前完成。（牵头单位：市城管局）
（三）冲洗车辆。（牵头单位：市住建局）
"""
ENGLISH = """City of Lakeside
Dust Action Plan

Action 1: Scrap old lorries
Lead agency: Police Department
Timeline: 30 September

Action 2: Pave the roads
Lead agency: Streets Department
Timeline: 31 December

Action 3: Wash the lorries
Lead agency: Housing Department
"""


def _source(text: str) -> Source:
    return source_of("plan.txt", "", SourceKind.TEXT, text)


def _review(text: str) -> Review:
    return Review(import_document(_source(text)))


def _give(review: Review, name: str, year: str) -> None:
    review.correct(next(one for one in review.fields if one.key == f"plan/{name}"), year)


def _dues(plan: Plan) -> list[list[str]]:
    return [[one.due.isoformat() for one in task.deadlines] for task in plan.tasks]


@pytest.mark.parametrize("text", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_a_year_that_is_filled_in_gives_the_dates_without_one(text: str) -> None:
    """One of both years is enough; the dates are those of `--year`, and their doubts are gone."""
    review = _review(text)
    assert _dues(review.plan()) == [[], [], []]
    assert [one.reason for one in review.imported.doubts].count("clauses.no_year") == 2

    _give(review, "start_year", "2025")

    assert _dues(review.plan()) == [["2025-09-30"], ["2025-12-31"], []]
    assert _dues(review.plan()) == _dues(import_document(_source(text), year=2025).plan)
    assert "clauses.no_year" not in [one.reason for one in review.imported.doubts]
    assert (review.plan().info.start_year, review.plan().info.end_year) == (2025, None)


@pytest.mark.parametrize(("end", "expected"), [("2025", "2025-09-30"), ("2026", None)])
def test_only_a_single_year_gives_dates(end: str, expected: str | None) -> None:
    review = _review(CHINESE)
    _give(review, "start_year", "2025")
    _give(review, "end_year", end)

    assert _dues(review.plan())[0] == ([expected] if expected else [])


def test_a_year_taken_back_takes_its_dates_along() -> None:
    review = _review(CHINESE)
    _give(review, "end_year", "2025")
    assert _dues(review.plan())[0] == ["2025-09-30"]

    review.undo()
    assert _dues(review.plan())[0] == []

    review.redo()
    assert _dues(review.plan())[0] == ["2025-09-30"]


def test_a_review_that_goes_on_has_the_dates_of_its_year() -> None:
    """A decision on such a date is kept with it."""
    review = _review(CHINESE)
    _give(review, "start_year", "2025")
    deadline = next(one for one in review.fields if one.kind == "deadline" and one.read)
    review.correct(deadline, "2025-09-20 9月20日前")

    again = Review(import_document(_source(CHINESE)), review.decisions)

    assert again.outdated == {}
    assert _dues(again.plan()) == [["2025-09-20"], ["2025-12-31"], []]
