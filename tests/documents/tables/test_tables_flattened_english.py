"""English tables that a copy wrote as one cell to a line: which lines are a cell, and where a row begins."""

from __future__ import annotations

import pytest

from plantui.model.plan import Plan
from tests.support.english_documents import imported

HEAD = "Town of Seaham\nClimate Action Plan 2026-2028\n\n"
CASES = {
    "no mark between rows": (
        "Action\nResponsible Department\nTarget Date\n"
        "Train 200 teachers in first aid\nHealth Department\nJune 30, 2027\n"
        "Publish a report on air quality\nOffice of Sustainability\nOngoing\n"
        "Restore wetlands at Mill Creek\nWater Utility\n2028\n",
        [
            ("", "Train 200 teachers in first aid", ["Health Department"], ["2027-06-30"]),
            ("", "Publish a report on air quality", ["Office of Sustainability"], []),
            ("", "Restore wetlands at Mill Creek", ["Water Utility"], ["2028-12-31"]),
        ],
    ),
    "cells over several lines, and one left empty": (
        "Action\nLead\nAgency\nPartners\nTimeline\n"
        "Replace street lights on\nHarbour Road\nPublic Works\nDepartment\nTransit Agency,\nSchool Board\nQ2 2027\n"
        "Digitise building permit\nfiles\nFinance Department\n2028\n"
        "Open two community gardens\nParks and Recreation\nHousing Authority\n2027\n",
        [
            (
                "",
                "Replace street lights on Harbour Road",
                ["Public Works Department", "Transit Agency", "School Board"],
                ["2027-06-30"],
            ),
            ("", "Digitise building permit files", ["Finance Department"], ["2028-12-31"]),
            ("", "Open two community gardens", ["Parks and Recreation", "Housing Authority"], ["2027-12-31"]),
        ],
    ),
    "numbers of rows that could be those of pages": (
        "No.\nAction\nLead\nDue Date\nPerformance Measure\n"
        "1\nMap heat islands\nPlanning Department\n2026\nMap published\n"
        "2\nPlant 500 shade trees\nParks and Recreation\n2027\nTrees alive after a year\n"
        "3\nReview parking fees\nCity Manager\n2028\nFees adopted\n",
        [
            ("1", "Map heat islands", ["Planning Department"], ["2026-12-31"]),
            ("2", "Plant 500 shade trees", ["Parks and Recreation"], ["2027-12-31"]),
            ("3", "Review parking fees", ["City Manager"], ["2028-12-31"]),
        ],
    ),
    "sections that are named once": (
        "Strategy\nAction\nResponsible Party\nTimeline\n"
        "Energy\nDraft rules for short-term lets\nHousing Authority\nFall 2026\n"
        "Audit the heating of schools\nSchool Board\n2027\n"
        "Waste\nInstall bottle banks at bus stations\nTransit Agency\n2028\n",
        [
            ("", "Draft rules for short-term lets", ["Housing Authority"], []),
            ("", "Audit the heating of schools", ["School Board"], ["2027-12-31"]),
            ("", "Install bottle banks at bus stations", ["Transit Agency"], ["2028-12-31"]),
        ],
    ),
}


def _tasks(plan: Plan) -> list[tuple[str, str, list[str], list[str]]]:
    return [
        (
            task.number,
            task.title,
            [name for _, name in task.departments.pairs()],
            [str(one.due) for one in task.deadlines],
        )
        for task in plan.tasks
    ]


@pytest.mark.parametrize("name", CASES)
def test_lines_of_a_table_as_its_rows(name: str) -> None:
    """Each row with its number, title, departments and day."""
    text, rows = CASES[name]

    assert _tasks(imported(HEAD + text).plan) == rows


def test_a_row_without_its_leader_is_told() -> None:
    """What the text does not show of a row is a doubt at the row."""
    text = (
        "Action\nLead Agency\nPartners\nTimeline\n"
        "Train 200 teachers in first aid\nHealth Department\nSchool Board\n2027\n"
        "Restore wetlands at Mill Creek\n2028\n"
        "Publish a report on air quality\nOffice of Sustainability\nWater Utility\n2026\n"
    )

    found = imported(HEAD + text)

    assert [(doubt.reason, doubt.read) for doubt in found.doubts if ".row_" in doubt.reason] == [
        ("documents.doubt.row_merged", "Restore wetlands at Mill Creek")
    ]
