"""The way of a note through checking and closing: which step follows which, and by whom."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from plantui.model.event import Event, Stage, StageKind
from plantui.model.evidence import Evidence, EvidenceKind
from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.progress import Report
from plantui.model.roles import USUAL_ROLES, DeskRole, role_rules
from plantui.model.staged_report import staged
from plantui.model.stages import (
    STEPS,
    NoteStage,
    Obstacle,
    StageState,
    counts_at,
    obstacle,
    stage_states,
    step_day,
)
from plantui.model.terms import Status

DAY = date(2024, 6, 30)
MOMENT = datetime(2024, 6, 30, 4, tzinfo=UTC)
PROOF = Evidence(EvidenceKind.LINK, "https://example.org/yanshou", "验收", DAY)
NOTE = Note(
    "r1",
    TaskKey("plan", "7"),
    "市水利局",
    NoteContent(Status.COMPLETED, "完成", 100, as_of=DAY, evidence=(PROOF,)),
    "张三",
    MOMENT,
    chain="r1",
)

SAVED, RETURNED, SUBMITTED, CHECKED, CLOSED = (
    NoteStage.SAVED,
    NoteStage.RETURNED,
    NoteStage.SUBMITTED,
    NoteStage.CHECKED,
    NoteStage.CLOSED,
)
WAY = {
    (SAVED, "submitted"): SUBMITTED,
    (RETURNED, "submitted"): SUBMITTED,
    (SUBMITTED, "checked"): CHECKED,
    (SUBMITTED, "returned"): RETURNED,
    (CHECKED, "returned"): RETURNED,
    (CHECKED, "closed"): CLOSED,
    (CLOSED, "reopened"): CHECKED,
}
"""Every step that there is; all others are refused."""
MAY = {
    "clerk": {"submitted"},
    "checker": {"submitted", "checked", "returned"},
    "supervision": {"checked", "returned", "closed", "reopened"},
    "reader": set[str](),
}


def step(kind: str, note: str = "r1", reason: str = "理由") -> Event:
    """Return a step taken with a revision of a note."""
    return Event("e", Stage(note, StageKind(kind), reason), "李四", MOMENT, DAY, NOTE.key)


def state_of(note: Note, events: list[Event]) -> StageState:
    """Return how far a revision has come."""
    return stage_states(events).get(note.id, StageState())


@pytest.mark.parametrize("role", [None, *DeskRole])
@pytest.mark.parametrize("kind", StageKind)
@pytest.mark.parametrize("stage", NoteStage)
def test_step_by_stage_and_role(stage: NoteStage, kind: StageKind, role: DeskRole | None) -> None:
    """The whole table: a step is taken from its stages alone, by its roles alone; without a role by everybody."""
    found = obstacle(kind, NOTE, stage, role, reason="理由")
    if role is not None and kind.value not in MAY[role.value]:
        assert found is Obstacle.ROLE
    elif (stage, kind.value) not in WAY:
        assert found is Obstacle.STAGE
    else:
        assert found is None
        assert STEPS[kind].after is WAY[stage, kind.value]


@pytest.mark.parametrize(
    ("kind", "content", "reason", "against"),
    [
        ("closed", NOTE.content, "", None),
        ("closed", NOTE.content._replace(evidence=()), "", Obstacle.NO_EVIDENCE),
        ("closed", NOTE.content._replace(status=Status.IN_PROGRESS), "", Obstacle.NOT_COMPLETED),
        ("returned", NOTE.content, " ", Obstacle.NO_REASON),
        ("returned", NOTE.content, "数字不符", None),
        ("reopened", NOTE.content, "", Obstacle.NO_REASON),
        ("reopened", NOTE.content, None, None),
    ],
)
def test_what_a_step_asks_for(
    kind: str, content: NoteContent, reason: str | None, against: Obstacle | None
) -> None:
    """Closing asks for completion with evidence, a return and a reopening for a reason."""
    found = StageKind(kind)
    stage = next(iter(STEPS[found].before & {CHECKED, CLOSED}))
    assert obstacle(found, NOTE._replace(content=content), stage, reason=reason) is against


@pytest.mark.parametrize(
    ("kinds", "stage", "is_reopened"),
    [
        ("", SAVED, False),
        ("submitted", SUBMITTED, False),
        ("submitted checked", CHECKED, False),
        ("submitted returned", RETURNED, False),
        ("submitted returned submitted", SUBMITTED, False),
        ("submitted checked closed", CLOSED, False),
        ("submitted checked closed reopened", CHECKED, True),
        ("submitted checked closed reopened returned", RETURNED, True),
        ("submitted checked closed reopened closed", CLOSED, False),
    ],
)
def test_stage_follows_from_the_steps(kinds: str, stage: NoteStage, is_reopened: bool) -> None:
    """The last step decides; a closed note that was opened again is known as such."""
    events = [step(kind) for kind in kinds.split()]
    state = state_of(NOTE, events)
    assert (state.stage, state.is_reopened) == (stage, is_reopened)


def test_later_revision_begins_again() -> None:
    """A step is one of the revision that was looked at: what was changed since has to be looked at again."""
    events = [step("submitted"), step("checked"), step("submitted", note="other")]
    assert state_of(NOTE, events).stage is CHECKED
    assert state_of(NOTE._replace(id="r2"), events).stage is SAVED


def test_day_from_which_a_step_holds() -> None:
    """June is checked in July and counts as June's; closing in September changes nothing of August."""
    july, september = date(2024, 7, 3), date(2024, 9, 15)
    state = state_of(NOTE, [])
    assert step_day(StageKind.SUBMITTED, NOTE, state, july) == DAY
    closed = step("closed")._replace(as_of=september)
    state = state_of(NOTE, [step("submitted"), step("checked"), closed])
    assert step_day(StageKind.CLOSED, NOTE, state_of(NOTE, []), september) == september
    assert step_day(StageKind.REOPENED, NOTE, state, september) == september
    assert step_day(StageKind.RETURNED, NOTE, state, date(2024, 9, 20)) == september


def test_which_stage_counts() -> None:
    """A returned note counts as a saved one does: not in circulars that want submitted notes."""
    stages = (None, SAVED, SUBMITTED, RETURNED, CHECKED, CLOSED)
    assert [counts_at(stage, SAVED) for stage in stages] == [True] * 6
    assert [counts_at(stage, SUBMITTED) for stage in stages] == [False, False, True, False, True, True]
    assert [counts_at(stage, CHECKED) for stage in stages] == [False, False, False, False, True, True]


@pytest.mark.parametrize(
    ("notes", "status", "percent", "stage", "waiting"),
    [
        ([""], "completed", 100, None, None),
        (["submitted"], "completed", 100, SUBMITTED, SUBMITTED),
        (["submitted", ""], "completed", 100, None, SUBMITTED),
        (["submitted", "submitted checked"], "completed", 100, CHECKED, None),
        (["submitted returned", ""], "completed", 100, None, RETURNED),
        (["submitted checked closed"], "closed", 100, CLOSED, None),
        (["submitted checked closed reopened"], "in_progress", None, CHECKED, None),
        (["submitted checked closed reopened", ""], "completed", 100, None, None),
    ],
)
def test_report_follows_from_the_stages(
    notes: list[str], status: str, percent: int | None, stage: NoteStage | None, waiting: NoteStage | None
) -> None:
    """A closed note closes, a reopened one no longer says that the task is completed; a later note says it anew."""
    states = [state_of(NOTE, [step(one) for one in kinds.split()]) for kinds in notes]
    found = staged(Report(Status.COMPLETED, 100), states)
    assert found == Report(Status(status), percent, (), stage, waiting)


def test_roles_that_an_office_chose() -> None:
    """An office may give a step to other roles, and ask every desk for a role; the others stay as they are."""
    rules = role_rules("required checked=supervision closed=checker,supervision")
    assert not rules.may(None, StageKind.SUBMITTED)
    assert not rules.may(DeskRole.CHECKER, StageKind.CHECKED)
    assert rules.may(DeskRole.CHECKER, StageKind.CLOSED)
    assert rules.may(DeskRole.CLERK, StageKind.SUBMITTED)
    assert rules.roles_for(StageKind.CLOSED) == (DeskRole.CHECKER, DeskRole.SUPERVISION)
    assert role_rules("") == USUAL_ROLES
    assert USUAL_ROLES.may(None, StageKind.CLOSED)


@pytest.mark.parametrize(
    "written", ["checked", "checked=", "checked=boss", "seen=clerk", "Required", "=clerk"]
)
def test_roles_that_are_none(written: str) -> None:
    with pytest.raises(ValueError, match=written):
        role_rules(f"required {written}")
