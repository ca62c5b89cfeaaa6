"""Rows of tables whose format is known: what they become, and what is said of the rest."""

from __future__ import annotations

from plantui.documents.formats import read_source
from plantui.documents.imported import RemainderKind
from plantui.documents.importer import import_document
from tests.support.english_documents import imported

HEAD = "| No. | Action | Lead | Partners | Timeframe | Cost |\n|---|---|---|---|---|---|\n"
PLAN = (
    "# Harbor Action Plan 2024-2027\n\n## Pillar I – Ships\n\n"
    + HEAD
    + "| I.1 | Paint the boats | Harbor Office | Sea Scouts | By May 2025 | |\n"
    "| I.2 | Mend the nets | Fish Board | Sea Scouts | By June 2025 | 500 |\n\n## Pillar III – Quays\n\n"
    + HEAD
    + "| III.1 | Sweep the quay | Harbor Office | Sea Scouts | Every May | |\n"
    "| III.2 | Light the quay | Harbor Office | Power Board | By mid-2026 | |\n"
)


def test_the_rows_of_each_table_are_the_tasks() -> None:
    found = import_document(read_source(PLAN.encode(), "plan.md"), "demo")

    assert [task.number for task in found.plan.tasks] == ["I.1", "I.2", "III.1", "III.2"]


def test_a_letter_before_the_name_of_a_group() -> None:
    """A row of a letter and a name is no task; one of a number and a title is."""
    rows = "| A. | Ships | | | | |\n| 1 | Paint the boats | Harbor Office | | By May 2025 | |\n| 2 | Mend the nets | | | | |\n"
    found = import_document(
        read_source(f"# Harbor Action Plan 2024\n\n{HEAD}{rows}".encode(), "plan.md"), "demo"
    )

    assert [task.title for task in found.plan.tasks] == ["Paint the boats", "Mend the nets"]
    assert [section.title for section in found.plan.sections] == ["Ships"]


def test_a_row_that_was_read_in_full_is_no_remainder() -> None:
    found = import_document(read_source(PLAN.encode(), "plan.md"), "demo")
    tables = [
        found.source.text[one.span.start : one.span.end]
        for one in found.remainder
        if one.kind is RemainderKind.TABLE
    ]

    assert [text.split("\n")[0] for text in tables] == ["No.", "I.2", "No."]


def test_a_sentence_behind_goal_is_a_goal_and_no_section() -> None:
    plan = imported(
        "City of Testville\nClimate Plan 2024-2040\n\n1 Goals\n\nGoal 1: Lower the losses from floods by 30% by 2030.\n"
        "Goal 2: Protect our people from storms.\n\nBUILDINGS\n\nGoal: Reduce the heat of homes by 40% by 2035.\n\n"
        "Action B.1 Paint the roofs\nLead: Works Office\n\nAction B.2 Plant the roofs\nLead: Parks Office\n"
    ).plan

    assert [section.title for section in plan.sections] == ["BUILDINGS"]
    assert [(goal.text, goal.value) for goal in plan.goals] == [
        ("Lower the losses from floods by 30% by 2030", 30),
        ("Protect our people from storms", None),
        ("Reduce the heat of homes by 40% by 2035", 40),
    ]


def test_an_overall_objective_is_a_goal() -> None:
    plan = imported(
        "City of Testville\nClimate Plan 2024-2040\n\nBackground\n\nOverall objective: A town without waste.\n\n"
        "Action 1: Paint the roofs\nLead: Works Office\n\nAction 2: Plant the roofs\nLead: Parks Office\n"
    ).plan

    assert [goal.text for goal in plan.goals] == ["A town without waste"]


def test_measures_and_counts() -> None:
    plan = imported(
        "City of Testville\nClimate Plan 2024-2040\n\n1 Buses\n\n"
        "Action 1: Buy buses\nLead: Works Office\nPerformance measure: 24 quiet buses\n\n"
        "Action 2: Cut the number of idle buses to zero by 2030\nLead: Parks Office\nMeasure: Share of idle buses\n\n"
        "Action 3: Bring 12 old depots back into use\nLead: Parks Office\n\nAction 4: Thin 2,100 acres\nLead: Parks Office\n"
    ).plan

    assert [[(one.value, one.unit) for one in task.indicators] for task in plan.tasks] == [
        [(24, "buses")],
        [(0, None)],
        [(12, "depots")],
        [(2100, "acres")],
    ]
    assert plan.tasks[1].text == "Share of idle buses"


def test_the_issuer_in_emphasis_and_the_region_without_a_place() -> None:
    text = PLAN.replace("## Pillar I ", "*Secretariat of the Harbor Union*\n\n## Pillar I ", 1)
    found = import_document(read_source(text.encode(), "plan.md"), "demo").plan
    without = import_document(read_source(PLAN.encode(), "plan.md"), "demo").plan

    assert found.info.issuer == "Secretariat of the Harbor Union"
    assert without.info.region == "Harbor Action Plan 2024-2027"
