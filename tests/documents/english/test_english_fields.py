"""Fields belong to the heading before them, values end where they should, text is kept."""

from __future__ import annotations

from tests.support.english_documents import dues, imported, plan_of
from tests.support.imported_documents import roles


def test_two_support_labels_in_one_block_are_one_role() -> None:
    plan = plan_of(
        "Action 1: Adopt a policy\nLead: Planning\nSupporting Departments: Finance\nPartners: Trust\nTimeline: 2025\n\n"
        "Action 2: Adopt a rule\nLead: Parks\nTimeline: 2026\n"
    )

    assert [roles(task) for task in plan.tasks] == [
        {"lead": ["Planning"], "support": ["Finance", "Trust"]},
        {"lead": ["Parks"]},
    ]
    assert [[due.year for due in dues(task)] for task in plan.tasks] == [[2025], [2026]]


def test_a_task_whose_label_is_not_known_borrows_none() -> None:
    """The owner of the next task must not move up."""
    plan = plan_of(
        "Action 1: Adopt a policy\nBoss: Planning\n\nAction 2: Adopt a rule\nLead: Parks\n\nAction 3: Adopt a code\nLead: Fire\n"
    )

    assert [roles(task) for task in plan.tasks] == [{}, {"lead": ["Parks"]}, {"lead": ["Fire"]}]


def test_labels_above_the_text() -> None:
    plan = plan_of(
        "Action 1: Adopt a policy\nLead: Planning\nThe board will adopt it by March 2025.\n\n"
        "Action 2: Adopt a rule\nLead: Parks\nThe rule holds for all.\n"
    )

    assert [roles(task)["lead"] for task in plan.tasks] == [["Planning"], ["Parks"]]
    assert [task.text for task in plan.tasks] == [
        "The board will adopt it by March 2025.",
        "The rule holds for all.",
    ]


def test_an_unknown_label_ends_a_value() -> None:
    plan = plan_of(
        "Action 1: Adopt a policy\nOwner: Head of Property\nRisk owner mood: Calm\nBy when: 2025\n"
    )

    assert roles(plan.tasks[0]) == {"lead": ["Head of Property"]}


def test_values_over_two_lines() -> None:
    plan = plan_of(
        "Action 1: Adopt a policy for the town and all of the villages around it\n"
        "Support: Information Services, Fire Marshal, Department of Planning\nand Building\n"
        "Lead: Office of the Chief (Digital\nTeam)\nTimeline: by March 31,\n2027\n"
    )

    assert roles(plan.tasks[0]) == {
        "lead": ["Office of the Chief (Digital Team)"],
        "support": ["Information Services", "Fire Marshal", "Department of Planning and Building"],
    }
    assert [str(due) for due in dues(plan.tasks[0])] == ["2027-03-31"]


def test_labels_alone_on_their_lines() -> None:
    plan = plan_of(
        "Action 1: Adopt a policy\nResponsible Agency\nCounty Emergency Office\nSupporting Agencies\nBay City Works\n"
        "Fire District\nPriority\nHigh\nEstimated Completion\n2025\n\n"
        "Action 2: Adopt a rule\nResponsible Agency\nBoard of Commissioners\nSupporting Agencies\nCounty Counsel\n"
        "Priority\nHigh\nEstimated Completion\nJune 2026\n"
    )

    assert [roles(task) for task in plan.tasks] == [
        {"responsible": ["County Emergency Office"], "support": ["Bay City Works", "Fire District"]},
        {"responsible": ["Board of Commissioners"], "support": ["County Counsel"]},
    ]
    assert [[str(due) for due in dues(task)] for task in plan.tasks] == [["2025-12-31"], ["2026-06-30"]]


def test_a_start_is_no_deadline_and_the_end_of_a_range_is() -> None:
    plan = plan_of(
        "Action 1: Adopt a policy\nLead: Planning\nStart: 2024     End: 2026     Cost: Low\n\n"
        "Action 2: Adopt a rule\nLead: Parks\nTimeline: January 2024 - June 2026\n"
    )

    assert [[str(due) for due in dues(task)] for task in plan.tasks] == [["2026-12-31"], ["2026-06-30"]]


def test_milestones_with_a_start_and_an_end_below_each_other() -> None:
    body = "".join(
        f"Commitment {n}: Open the data\nLead agency\nOffice {name}\nStart Date\nEnd Date\n"
        f"{n}.1 Standard written\nMay 2024\nJune 2025\n{n}.2 Data published\nJuly 2025\nMay 202{n + 5}\n"
        for n, name in ((1, "Alpha"), (2, "Beta"))
    )
    plan = plan_of(body)

    assert [task.number for task in plan.tasks] == ["Commitment 1", "Commitment 2"]
    assert [[str(due)[:7] for due in dues(task)] for task in plan.tasks] == [
        ["2025-06", "2026-05"],
        ["2025-06", "2027-05"],
    ]


def test_what_is_no_field_is_named() -> None:
    """A cost is no field of a plan; it is in the account of the document all the same."""
    read = imported(
        "City of Testville\nPlan 2024-2030\n\nAction 1: Adopt a policy\nText.\nLead: Planning\nCost: $4,000\nStatus: New\n"
    )

    kinds = {remainder.kind.value for remainder in read.remainder}
    assert "details" in kinds
    assert "unknown" not in kinds
    assert read.shares.coverage == 1.0


def test_a_sentence_behind_a_role_label_names_nobody_and_is_not_lost() -> None:
    read = imported(
        "City of Testville\nPlan 2024-2030\n\nAction 1: Adopt a policy\n"
        "Lead: the lead will be chosen once the board has met and heard residents\nSupport: Finance\n\n"
        "Action 2: Adopt a rule\nLead: Parks\nSupport: Finance\n"
    )

    assert [roles(task) for task in read.plan.tasks] == [
        {"support": ["Finance"]},
        {"lead": ["Parks"], "support": ["Finance"]},
    ]
    assert read.shares.coverage == 1.0


def test_the_columns_of_a_page_put_a_block_above_its_heading() -> None:
    plan = plan_of(
        "1. Buy solar panels\nText of the first.\nLead: Alpha\nSupport: Gamma\n\f"
        "Lead: Beta\nSupport: Delta\n2. Insulate the roofs\nText of the second.\n\f"
        "3. Plant trees\nText of the third.\nLead: Parks\nSupport: Trust\n\f"
        "4. Sweep the streets\nText of the fourth.\nLead: Works\nSupport: Trust\n"
        "5. Clean the river\nText of the fifth.\nLead: Water\nSupport: Trust\n"
    )

    assert [(task.title, roles(task)["lead"]) for task in plan.tasks] == [
        ("Buy solar panels", ["Alpha"]),
        ("Insulate the roofs", ["Beta"]),
        ("Plant trees", ["Parks"]),
        ("Sweep the streets", ["Works"]),
        ("Clean the river", ["Water"]),
    ]


def test_an_unknown_label_with_bodies_is_doubtful() -> None:
    """Who stands behind a label of no vocabulary may have a role; a county may be but the place."""
    read = imported(
        "City of Testville\nPlan 2024-2030\n\n"
        + "".join(
            f"Action {at}: Adopt a policy\nCustodian: Public Works Department, Library Board\nJurisdiction: Elm County\nLead: Planning\n\n"
            for at in (1, 2, 3)
        )
    )

    (doubt,) = [one for one in read.doubts if one.reason == "documents.doubt.labels_unread"]
    assert (doubt.read, doubt.facts, len(doubt.places)) == ("Custodian:", {"count": "3"}, 3)


STEPS = "Oak School\nImprovement Plan 2025\n\n" + "".join(
    f"• {step} ({who}, by {month} 12, 2025)\n"
    for step, who, month in (
        ("Plan lessons together", "Principal and Math Coach", "September"),
        ("Call home on the first day", "Attendance Clerk", "October"),
        ("Translate all notices", "Family Liaison", "November"),
    )
)


def test_brackets_of_who_and_when() -> None:
    """Three brackets with who and by when are fields without their labels; one is a remark."""
    plan = plan_of(STEPS)
    assert [(task.title, roles(task)) for task in plan.tasks] == [
        ("Plan lessons together", {"responsible": ["Principal", "Math Coach"]}),
        ("Call home on the first day", {"responsible": ["Attendance Clerk"]}),
        ("Translate all notices", {"responsible": ["Family Liaison"]}),
    ]
    assert [str(due) for task in plan.tasks for due in dues(task)] == [
        "2025-09-12",
        "2025-10-12",
        "2025-11-12",
    ]

    once = plan_of(
        "City\nPlan 2025\n\n1. Plant trees (Sites, by June 2025)\nLead: Parks\n\n2. Mow\nLead: Works\n\n3. Dig\nLead: Works\n"
    )
    assert [roles(task) for task in once.tasks] == [
        {"lead": ["Parks"]},
        {"lead": ["Works"]},
        {"lead": ["Works"]},
    ]
