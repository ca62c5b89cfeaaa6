"""Every way of writing a date, and which dates are deadlines."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.documents.fields.deadlines.english_deadlines import english_deadlines
from plantui.documents.period import Period
from plantui.documents.tokens.english_dates import dates_in, day_order
from plantui.documents.traced import TracedText
from tests.support.english_documents import FRONT, imported

LABELLED = {
    "2026": ["2026-12-31"],
    "June 2026": ["2026-06-30"],
    "June 30, 2026": ["2026-06-30"],
    "30 June 2026": ["2026-06-30"],
    "1st of Jan 2026": ["2026-01-01"],
    "Sept. 2026": ["2026-09-30"],
    "By the end of 2026": ["2026-12-31"],
    "End 2026": ["2026-12-31"],
    "end of June 2026": ["2026-06-30"],
    "mid-2026": ["2026-06-30"],
    "late 2026": ["2026-12-31"],
    "Q4, 2026": ["2026-12-31"],
    "2026 Q3": ["2026-09-30"],
    "1Q 2026": ["2026-03-31"],
    "second quarter of 2026": ["2026-06-30"],
    "H1 2026": ["2026-06-30"],
    "first half of 2026": ["2026-06-30"],
    "31.12.2026": ["2026-12-31"],
    "31/12/2026": ["2026-12-31"],
    "12/31/2026": ["2026-12-31"],
    "2026-02-28": ["2026-02-28"],
    "06/2026": ["2026-06-30"],
    "2024 – 2026": ["2026-12-31"],
    "2024-2026": ["2026-12-31"],
    "2024-26": ["2026-12-31"],
    "January 2024 to June 2026": ["2026-06-30"],
    "June 2024-December 2025": ["2025-12-31"],
    "Phase 1 by May 2025; all of it by 2030": ["2025-05-31", "2030-12-31"],
    "before 2026": ["2025-12-31"],
    "before June 2026": ["2026-05-31"],
    "on or before 1 June 2026": ["2026-06-01"],
    "Ongoing to 30 June 2026": ["2026-06-30"],
    "2026 and every year thereafter": ["2026-12-31"],
    "From April 2024": [],
    "Started 2024": [],
    "2024 onwards": [],
    "2024 - ongoing": [],
    "Within 18 months": [],
    "31 June 2026": [],
    "2019": ["2019-12-31"],
}


@pytest.mark.parametrize(("text", "expected"), LABELLED.items())
def test_the_value_of_a_label(text: str, expected: list[str]) -> None:
    read = english_deadlines(TracedText.of(text), Period(2020, None), labelled=True)

    assert [one.due.isoformat() for one in read.deadlines] == expected
    assert all(one.phrase in text for one in read.deadlines)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "FY 2026",
            "FY2025-26",
            "2025/26",
            "2025–26",
            "financial year 2026",
            "Q2 2025/26",
            "end of FY 2025",
        ),
        *("Spring 2026", "Fall of 2026", "early 2026", "03/04/2026", "2025/2026"),
    ],
)
def test_what_is_no_certain_day_is_a_doubt(text: str) -> None:
    read = english_deadlines(TracedText.of(text), Period(2020, None), labelled=True)

    assert read.deadlines == ()
    assert [doubt.read for doubt in read.doubts] == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cut emissions 40% below 2005 levels by 2030.", ["by 2030"]),
        ("Reach the target by the 2030 goal.", ["by the 2030 goal"]),
        ("Rules must be in force no later than June 30, 2027.", ["no later than June 30, 2027"]),
        ("Carry on from 2021 through 2026.", ["2021 through 2026"]),
        ("Adopt the 2025 budget in 2026.", []),
        ("Return to by 2021 levels.", []),
        ("Report by February 1 of each year.", []),
        ("Open the pool in Q3 2026", ["Q3 2026"]),
        ("Dredge the pond between May 2026 and April 2027.", ["May 2026 and April 2027"]),
        ("The team met between May 2024 and April 2025.", []),
        ("Close it by the end of the 2027 academic year.", []),
    ],
)
def test_in_running_text_only_what_is_due(text: str, expected: list[str]) -> None:
    read = english_deadlines(TracedText.of(text), Period(2020, None))

    assert [one.phrase for one in read.deadlines] == expected


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Finish the survey by 30 June 2019.", ["2019-06-30"]),
        ("By 2018 the council had reduced waste.", []),
        ("Waste was halved by 2019.", []),
        ("In Q3 2019 waste rose.", []),
    ],
)
def test_a_date_before_the_plan_is_listed_with_a_doubt(text: str, due: list[str]) -> None:
    """What was done by then is history."""
    read = english_deadlines(TracedText.of(text), Period(2020, None))

    assert [str(one.due) for one in read.deadlines] == due
    assert [doubt.reason for doubt in read.doubts] == ["clauses.before_plan"] * len(due)


def test_one_clear_date_says_the_order_of_all() -> None:
    assert day_order("Done 03/04/2026 and 25/04/2026") is True
    assert day_order("Done 03/04/2026 and 04/25/2026") is False
    assert day_order("Done 03/04/2026") is None
    assert [str(one.due) for one in dates_in("03/04/2026", order=True)] == ["2026-04-03"]


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        ("Open it in summer 2026.", ["2026-08-31", "2026-09-30"]),
        ("Open it by Fall 2026.", ["2026-11-30", "2026-12-31"]),
        ("Open it by FY2028-29.", ["2029-06-30", "2029-09-30"]),
        ("Open it by FY 2028.", ["2028-06-30", "2028-09-30"]),
        ("Open it in Q3 2026/27.", ["2026-12-31", "2027-03-31"]),
        ("Open it by the end of the 2027 academic year.", ["2027-06-30", "2027-08-31"]),
    ],
)
def test_an_uncertain_date_has_alternatives(text: str, alternatives: list[str]) -> None:
    read = english_deadlines(TracedText.of(text), Period(2020, None))

    assert read.deadlines == ()
    assert [[*doubt.alternatives] for doubt in read.doubts] == [alternatives]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Within 12 months of plan adoption", "2026-03-18"),
        ("Open it within two years.", "2027-03-18"),
        ("Answer within 6 months of receipt.", None),
    ],
)
def test_months_are_counted_from_the_day_of_issue(text: str, due: str | None) -> None:
    read = english_deadlines(TracedText.of(text), Period(2020, None, issued=date(2025, 3, 18)))

    assert [str(one.due) for one in read.deadlines] == ([due] if due else [])
    assert len(read.doubts) == len(read.deadlines)


def test_a_time_without_a_date_is_a_doubt() -> None:
    found = imported(FRONT + "Action 1: Sweep the square\nLead: Works Office\nTimeline: Year 2\n")

    assert "Year 2" in [doubt.read for doubt in found.doubts]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Replace ten boilers by 30 September.", "2025-09-30"),
        ("Replace ten boilers by September 30th.", "2025-09-30"),
        ("Replace ten boilers by the end of March.", "2025-03-31"),
        ("Replace ten boilers no later than June.", "2025-06-30"),
        ("Replace ten boilers before June.", "2025-05-31"),
        ("Replace ten boilers by Q3.", "2025-09-30"),
        ("Replace ten boilers by the third quarter.", "2025-09-30"),
        ("Replace ten boilers by the end of the year.", "2025-12-31"),
        ("Replace ten boilers by year-end.", "2025-12-31"),
    ],
)
def test_a_date_without_a_year(text: str, due: str) -> None:
    """It is of the document's only year; where nothing tells the year it is doubtful and no day."""
    known = english_deadlines(TracedText.of(text), Period(2025, 2025))
    unknown = english_deadlines(TracedText.of(text), Period(None, None))

    assert [str(one.due) for one in known.deadlines] == [due]
    assert (known.doubts, unknown.deadlines) == ((), ())
    assert [(doubt.reason, doubt.facts["phrase"] in text) for doubt in unknown.doubts] == [
        ("clauses.no_year", True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Report by February 1 of each year.",
        "Report every year by March.",
        "Staff may march by the lake.",
        "Meet in March or by April 2026.",
        "Finish it by May FY26.",
        "The plan was adopted in March.",
        "Finish it by Dec． 31， 2026.",
        "Finish it by Dec. 31,",
    ],
)
def test_what_is_no_date_without_a_year(text: str) -> None:
    read = english_deadlines(TracedText.of(text), Period(2020, None))

    assert "clauses.no_year" not in [doubt.reason for doubt in read.doubts]
