"""Who does a task, where its sentences say it."""

from __future__ import annotations

import pytest
from english import plan_of

from plantui.documents.english.running import bodies_in_sentence
from plantui.documents.traced import TracedText

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


def test_a_point_behind_a_percent_sign_stays_one() -> None:
    plan = plan_of("Action 1.1: Buy green power\nRaise the share to 100%.\nLead: Public Works\n")

    assert "100%." in plan.tasks[0].text
