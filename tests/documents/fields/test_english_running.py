"""Who does a task, where its sentences say it."""

from __future__ import annotations

import pytest

from plantui.documents.tokens.body_sentences import bodies_in_sentence
from plantui.documents.traced import TracedText
from tests.support.english_documents import plan_of
from tests.support.imported_documents import roles

SENTENCES = [
    (
        "The review is led by the Office of the Mayor with support from the Division of Parks",
        "lead Office of the Mayor; support Division of Parks",
    ),
    ("Led by the Finance Office, supported by the Harbor Trust", "lead Finance Office; support Harbor Trust"),
    (
        "Museum Services will lead this work in partnership with the Arts Council",
        "lead Museum Services; support Arts Council",
    ),
    (
        "The Vice Dean for Teaching will lead, with support from the Registry",
        "lead Vice Dean for Teaching; support Registry",
    ),
    (
        "The School of Law leads, together with the School of Music and the City Library",
        "lead School of Law; support School of Music; support City Library",
    ),
    (
        "The Dean of Students is responsible for this initiative, in collaboration with Campus Safety",
        "responsible Dean of Students; support Campus Safety",
    ),
    (
        "Grounds Management is the responsible office; the Tree Board advises",
        "responsible Grounds Management; support Tree Board",
    ),
    (
        "This action will be led by Public Works with support from the Fire District No. 3",
        "lead Public Works; support Fire District No. 3",
    ),
    (
        "The Water District will hold the day with help from Bay Volunteers, and 50 people come",
        "responsible Water District; support Bay Volunteers",
    ),
    ("The Council leads to a better town", ""),
    ("This work will lead to savings with support from the Bank", ""),
    ("The programme supports the Arts Council", ""),
    ("We will lead by example", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_names_bodies(sentence: str, expected: str) -> None:
    found = bodies_in_sentence(TracedText.of(sentence))

    assert "; ".join(f"{role.value} {name.text}" for role, name in found) == expected


def test_actions_below_a_goal_are_the_tasks_where_sentences_name_who_leads() -> None:
    plan = plan_of(
        "Action 1.1: Repair the mill\nThe work is led by the Harbor Office with support from Bay Trust.\n\n"
        "Action 1.2: Dredge the canal\nLed by the Canal Board.\n\n"
        "Action 1.3: Paint the pier\nIt is old. Lead: Harbor Office. Support: Arts Council.\n"
    )

    assert [task.number for task in plan.tasks] == ["Action 1.1", "Action 1.2", "Action 1.3"]
    assert [section.title for section in plan.sections] == ["Buildings"]
    assert [roles(task) for task in plan.tasks] == [
        {"lead": ["Harbor Office"], "support": ["Bay Trust"]},
        {"lead": ["Canal Board"]},
        {"lead": ["Harbor Office"], "support": ["Arts Council"]},
    ]
    assert "led by the Harbor Office" in plan.tasks[0].text


def test_actions_below_a_goal_are_the_tasks_where_one_of_them_has_a_label() -> None:
    plan = plan_of(
        "Action 1.1: Repair the mill\nIt is old.\n\nAction 1.2: Dredge the canal\nIt is full.\n\n"
        "Action 1.3: Paint the pier\nLead: Harbor Office\n"
    )

    assert [task.number for task in plan.tasks] == ["Action 1.1", "Action 1.2", "Action 1.3"]


def test_numbered_actions_that_go_on_from_a_table_are_tasks() -> None:
    plan = plan_of(
        "No.\tAction\tLead agency\tTimeframe\nA.1\tBuild a levee\tPublic Works\tby 2026\n"
        "A.2\tBuy two boats\tFire Department\tby 2027\n\n"
        "A.3 Adopt a river code. The Board will adopt it.\n\n"
        "A.4 Hold a river day. It is fun.\n"
    )

    assert [task.number for task in plan.tasks] == ["A.1", "A.2", "A.3", "A.4"]


def test_a_heading_behind_the_last_task_is_none_of_its_text() -> None:
    plan = plan_of(
        "1.1 Repair the mill. It is led by the Harbor Office.\n\n1.2 Dredge the canal. Led by the Canal Board.\n\n"
        "How we will report\n\nThe Harbor Office will publish a report in each year of this plan, and more.\n"
    )

    assert [task.text for task in plan.tasks] == [
        "It is led by the Harbor Office.",
        "Led by the Canal Board.",
    ]


def test_a_heading_below_the_fields_of_the_last_task_is_none_of_its_text() -> None:
    plan = plan_of(
        "Action 1: Repair the mill\nIt is old.\nLead: Harbor Office\nAction 2: Dredge the canal\nIt is full.\n"
        "Lead: Canal Board\nMoney\nThe budget of the town has 2 million dollars for both of these actions, and more.\n"
    )

    assert [task.text for task in plan.tasks] == ["It is old.", "It is full."]


def test_a_point_behind_a_percent_sign_stays_one() -> None:
    plan = plan_of("Action 1.1: Buy green power\nRaise the share to 100%.\nLead: Public Works\n")

    assert "100%." in plan.tasks[0].text
