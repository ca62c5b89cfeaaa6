"""What is a numbered heading, which headings are tasks, and where their titles end."""

from __future__ import annotations

import pytest

from plantui.documents.languages.language import ENGLISH
from plantui.documents.normalize.normalize import normalize
from plantui.documents.source import SourceKind, source_of
from plantui.documents.structure.numbered import heads_of
from tests.support.english_documents import plan_of
from tests.support.imported_documents import roles

HEADS = [
    ("Action 1.1.1: Adopt a rule", "Action 1.1.1", "Adopt a rule"),
    ("Action 1.1.1 Adopt a rule", "Action 1.1.1", "Adopt a rule"),
    ("Action 3 – Adopt a rule", "Action 3", "Adopt a rule"),
    ("Action #3: Adopt a rule", "Action 3", "Adopt a rule"),
    ("Mitigation Action MH-1: Adopt a rule", "Mitigation Action MH-1", "Adopt a rule"),
    ("Action Item 2: Adopt a rule", "Action Item 2", "Adopt a rule"),
    ("Commitment 2\nAdopt a rule", "Commitment 2", "Adopt a rule"),
    ("Strategy B: Keep homes affordable", "Strategy B", "Keep homes affordable"),
    ("CHAPTER THREE\nRECOMMENDED ACTIONS", "CHAPTER THREE", "RECOMMENDED ACTIONS"),
    ("BE-1 Adopt a rule", "BE-1", "Adopt a rule"),
    ("E1.2 Adopt a rule", "E1.2", "Adopt a rule"),
    ("A.1 Adopt a rule", "A.1", "Adopt a rule"),
    ("EL/24/1\nAdopt a rule", "EL/24/1", "Adopt a rule"),
    ("(1) Adopt a rule", "1", "Adopt a rule"),
    ("2) Adopt a rule", "2", "Adopt a rule"),
    ("3. Adopt a rule", "3", "Adopt a rule"),
    ("4.1 Adopt a rule\nof the board", "4.1", "Adopt a rule of the board"),
]


@pytest.mark.parametrize(("text", "number", "title"), HEADS)
def test_a_heading(text: str, number: str, title: str) -> None:
    lines = normalize(source_of("a", "", SourceKind.TEXT, f"{text}\n\nText follows here.\n"), ENGLISH).kept
    heads = heads_of(lines)

    assert [head.number for head in heads] == [number]
    line, start = heads[0].title_at
    assert (
        " ".join([lines[line].text.text[start:], *(x.text.text for x in lines[line + 1 : heads[0].end])])
        == title
    )


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2.5 Million people live here",
            "30 homes were built",
            "Action 3 will follow in spring",
            "Goals 1 and 2 matter",
        ),
        *(
            "Action 1 Buy it ........ 12",
            "GOAL ONE Goal 3 Goal 2",
            "The rule of 2019. One more",
            "SB 1383 by the state",
        ),
    ],
)
def test_no_heading(text: str) -> None:
    lines = normalize(source_of("a", "", SourceKind.TEXT, f"{text}\n"), ENGLISH).kept

    assert heads_of(lines) == []


BLOCK = (
    "{}Adopt a policy\nDescribe it.\nLead Agency: Alpha\n\n{}Adopt a rule\nDescribe it.\nLead Agency: Beta\n"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *(("Objective 1.1: ", "Objective 1.2: "), ("BE-1. ", "BE-2. "), ("E1.2 ", "E1.3 "), ("A1. ", "A2. ")),
        *(
            ("1. ", "2. "),
            ("1.1 ", "1.2 "),
            ("EL/24/1 ", "EL/24/2 "),
            ("Policy 1: ", "Policy 2: "),
            ("• ", "• "),
            ("", ""),
        ),
    ],
)
def test_headings_with_fields_are_tasks(first: str, second: str) -> None:
    plan = plan_of(BLOCK.format(first, second))

    assert [(task.title, roles(task)) for task in plan.tasks] == [
        ("Adopt a policy", {"lead": ["Alpha"]}),
        ("Adopt a rule", {"lead": ["Beta"]}),
    ]


def test_steps_between_a_task_and_its_fields_are_its_text() -> None:
    plan = plan_of(
        "Action 1: Adopt a policy\nSteps:\n1. Draft it\n2. Adopt it\nLead: Alpha\n\n"
        "Action 2: Adopt a rule\nSteps:\n1. Draft it\n2. Adopt it\nLead: Beta\n"
    )

    assert [task.title for task in plan.tasks] == ["Adopt a policy", "Adopt a rule"]
    assert plan.tasks[1].text == "1. Draft it 2. Adopt it"


def test_strategies_with_numbered_children_are_sections() -> None:
    plan = plan_of(
        "Strategy A: Build more\n\nA.1 Allow homes\nLead: Planning\n\nA.2 Permit faster\nLead: Building\n\n"
        "Strategy B: Keep homes\n\nB.1 Repair homes\nLead: Housing\n"
    )

    assert [task.number for task in plan.tasks] == ["A.1", "A.2", "B.1"]
    assert [(s.number, s.parent) for s in plan.sections] == [
        ("Goal 1", None),
        ("Strategy A", "1"),
        ("Strategy B", "1"),
    ]


def test_a_list_of_the_actions_before_them_makes_none_twice() -> None:
    plan = plan_of(
        "Action 1: Adopt a policy\nAction 2: Adopt a rule\n\nAction 1: Adopt a policy\nText.\nLead: Alpha\n\n"
        "Action 2: Adopt a rule\nText.\nLead: Beta\n"
    )

    assert [(task.number, roles(task)["lead"]) for task in plan.tasks] == [
        ("Action 1", ["Alpha"]),
        ("Action 2", ["Beta"]),
    ]


def test_chapters_and_glossaries_are_no_tasks() -> None:
    plan = plan_of(
        "1.0 INTRODUCTION\nThe plan is new.\n\n2.0 ACTIONS\n\nAction 1: Adopt a policy\nLead: Alpha\n\n"
        "Action 2: Adopt a rule\nLead: Beta\n\n3.0 REVIEW\nThe board reviews it.\n\nGLOSSARY\nMTCO2e: Metric tons.\n"
    )

    assert [task.title for task in plan.tasks] == ["Adopt a policy", "Adopt a rule"]
    assert plan.tasks[1].text == ""
