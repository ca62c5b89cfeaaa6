"""English tasks that are sentences, numbers with a year, and names of several words."""

from __future__ import annotations

import pytest

from plantui.documents.overview.no_tasks import NoTasks
from tests.support.imported_documents import imported, roles

PLEDGES = """Waitoki District Council
Wellbeing Plan 2025-2028

Focus area 1: Homes

We will insulate 200 homes each year. The Housing Team leads this work with support from Healthy Homes Waitoki and Te Whatu Ora.

We will publish an assessment by 30 April 2026. It is led by the Strategy and Policy Team, in partnership with Ngāti Roa.

We will run neighbours' days, delivered by the Libraries and Venues Team.
"""


def test_sentences_that_pledge_work_are_tasks() -> None:
    """Paragraphs that say what will be done and by whom are tasks where there are three, with one doubt about who."""
    found = imported(PLEDGES)
    assert [(task.title, roles(task)) for task in found.plan.tasks] == [
        (
            "We will insulate 200 homes each year",
            {"lead": ["Housing Team"], "support": ["Healthy Homes Waitoki", "Te Whatu Ora"]},
        ),
        (
            "We will publish an assessment by 30 April 2026",
            {"lead": ["Strategy and Policy Team"], "support": ["Ngāti Roa"]},
        ),
        (
            "We will run neighbours' days, delivered by the Libraries and Venues Team",
            {"responsible": ["Libraries and Venues Team"]},
        ),
    ]
    reasons = [doubt.reason for doubt in found.doubts]
    assert reasons.count("documents.doubt.from_sentences") == 1


def test_two_such_paragraphs_are_no_plan() -> None:
    """A report that says twice who will do something has no tasks."""
    text = PLEDGES.rsplit("We will run", 1)[0]
    with pytest.raises(NoTasks):
        imported(text)


WORKSHEET = """Kestrel County
Hazard Mitigation Plan
Adopted November 14, 2023

{word} 2023-01
Elevate structures along Willow Creek, Mill Run and Ash Street
Responsible Department: Planning
Timeline: {term}

{word} 2023-02
Install backup generators
Responsible Department: Public Works
Timeline: By December 2025

{word} 2023-03
Adopt a building code
Responsible Department: Building Department
Timeline: June 30, 2024
"""


@pytest.mark.parametrize("word", ["Mitigation Action", "Project"])
def test_a_number_with_a_year(word: str) -> None:
    """`Mitigation Action 2023-01` above its title, which may have commas, is the number of a task."""
    found = imported(WORKSHEET.format(word=word, term="Ongoing"))
    assert [(task.number, task.title) for task in found.plan.tasks] == [
        (f"{word} 2023-01", "Elevate structures along Willow Creek, Mill Run and Ash Street"),
        (f"{word} 2023-02", "Install backup generators"),
        (f"{word} 2023-03", "Adopt a building code"),
    ]


@pytest.mark.parametrize(
    ("term", "reasons"),
    [
        ("Ongoing", []),
        ("Annually", []),
        ("Every May", []),
        ("December each year", []),
        ("Immediate", []),
        ("3-5 years", ["documents.doubt.no_certain_date"]),
        ("End of spring term 2026", ["documents.doubt.no_certain_date"]),
        ("October half term 2025", ["documents.doubt.no_certain_date"]),
    ],
)
def test_terms_without_a_day(term: str, reasons: list[str]) -> None:
    """A term that says that there is no day is none and no doubt; one whose day is not certain is a doubt."""
    found = imported(WORKSHEET.format(word="Mitigation Action", term=term))
    assert [str(one.due) for one in found.plan.tasks[0].deadlines] == []
    assert [doubt.reason for doubt in found.doubts] == reasons


LISTS = """City of Port Ellery
Climate Strategy
Adopted May 7, 2024

1. Plant street trees
Lead: {lead}
Support: Public Works Department, Bicycle Advisory Committee

2. Open resilience hubs
Lead: Housing Division
Support: Community Services Agency, {support}

3. Raise the trail
Lead: Public Works Department
Support: Coastal Conservancy
"""


@pytest.mark.parametrize(
    ("support", "names"),
    [
        ("Ellery Clean Power", ["Parks, Recreation and Waterfront"]),
        ("and Ellery Clean Power", ["Parks", "Recreation and Waterfront"]),
    ],
)
def test_a_name_of_three_fields(support: str, names: list[str]) -> None:
    """Where no list has an `and` before its last name, `Parks, Recreation and Waterfront` is one name."""
    found = imported(LISTS.format(lead="Parks, Recreation and Waterfront", support=support))
    assert roles(found.plan.tasks[0])["lead"] == names
