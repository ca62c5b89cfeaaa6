"""Targets with figures, and the plan's goals."""

from __future__ import annotations

import pytest

from plantui.documents.fields.indicators.english_figures import read_figures
from plantui.documents.period import Period
from plantui.documents.traced import TracedText
from plantui.model.terms import Force
from tests.support.english_documents import imported

FIGURES = {
    "Reduce greenhouse gas emissions 40% below 2005 levels by 2030.": [
        "greenhouse gas emissions >= 40 % 2030-12-31 2005"
    ],
    "Cut energy use in Town buildings by 20% by 2027.": [
        "energy use in Town buildings >= 20 % 2027-12-31 None"
    ],
    "Install 150 public Level 2 charging ports and 20 fast chargers by December 2026.": [
        "public Level 2 charging ports >= 150 ports 2026-12-31 None",
        "fast chargers >= 20 chargers 2026-12-31 None",
    ],
    "Plant 10,000 new trees by 2030 and increase canopy cover from 8% to 15%.": [
        "new trees >= 10000 trees 2030-12-31 None",
        "canopy cover >= 15 % None None",
    ],
    "At least 600,000 residents will hold a card by June 2025.": [
        "residents >= 600000 residents 2025-06-30 None"
    ],
    "Build no fewer than 400 homes by 2028.": ["homes >= 400 homes 2028-12-31 None"],
    "Reduce waste per household from 430 kg to 380 kg by 2027.": [
        "waste per household <= 380 kg 2027-12-31 None"
    ],
    "By December 31, 2026, reduce deaths from 38.2 to 30.0 per 100,000 population.": [
        "deaths <= 30.0 per 100,000 population 2026-12-31 None"
    ],
    "Reduce demand to 55 gallons per day by 2030.": ["demand <= 55 gallons per day 2030-12-31 None"],
    "Raise capacity to 2.5 million tonnes per year by 2027.": [
        "capacity >= 2.5 million tonnes per year 2027-12-31 None"
    ],
    "The partnership will train 10 000 workers by 2026.": ["workers >= 10000 workers 2026-12-31 None"],
    "Replace cars so that 100% of small vehicles are electric by 2027.": [
        "small vehicles >= 100 % 2027-12-31 None"
    ],
    "Restore 2.5 miles of creek channel.": ["creek channel >= 2.5 miles None None"],
    "Install six air quality sensors.": ["air quality sensors >= 6 sensors None None"],
    "Traffic deaths shall fall by 50% by 2028.": ["Traffic deaths >= 50 % 2028-12-31 None"],
    "30% reduction by 2030": ["reduction >= 30 % 2030-12-31 None"],
}


@pytest.mark.parametrize(("text", "expected"), FIGURES.items())
def test_a_target(text: str, expected: list[str]) -> None:
    read = read_figures(TracedText.of(text), Period(2020, None))

    assert [
        f"{one.indicator} {one.op and one.op.value} {one.value} {one.unit} {one.due} {one.baseline_year}"
        for one in read
    ] == expected


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Require new buildings of more than 500 square metres to be efficient.",
            "Meet the rules of SB 1383.",
        ),
        *(
            "Spend $85,000 on pumps.",
            "Every system serving more than 3,300 people has a plan.",
            "Use the 2021 audit.",
        ),
        *("See Table 4 and Section 12.", "Homes within 400 metres of a stop are counted."),
    ],
)
def test_figures_that_are_no_target(text: str) -> None:
    assert read_figures(TracedText.of(text), Period(2020, None)) == []


def test_a_hope_is_not_binding() -> None:
    hoped = read_figures(TracedText.of("The plan aims to plant 500 trees."), Period(2020, None))

    assert [one.force for one in hoped] == [Force.EXPECTED]


def test_goals_in_their_chapter_in_objectives_and_in_prose() -> None:
    plan = imported(
        "City of Testville\nClimate Plan 2024-2040\n\nEXECUTIVE SUMMARY\nUnder this plan the City will cut emissions 50% below 2005\n"
        "levels by 2030 and reach carbon neutrality by 2040. Models project that flows will fall by 15% by 2035.\n"
        "Residents asked that fees be lowered by 2026.\n\nGOALS\n- Reduce water loss from 17% to 10% by 2028.\n"
        "- Keep our river clean.\n\nObjective 1: By 2029, increase the number of affordable homes by 150\n\n"
        "Action 1.1: Adopt a policy\nPlant 20 trees by 2027.\nLead: Planning\n\nAction 1.2: Adopt a rule\nLead: Parks\n"
    ).plan

    assert [(goal.text, goal.value, str(goal.due)) for goal in plan.goals] == [
        ("By 2029, increase the number of affordable homes by 150", 150, "2029-12-31"),
        ("Under this plan the City will cut emissions 50% below 2005 levels by 2030", 50, "2030-12-31"),
        ("reach carbon neutrality by 2040", None, "2040-12-31"),
        ("Reduce water loss from 17% to 10% by 2028", 10, "2028-12-31"),
    ]
