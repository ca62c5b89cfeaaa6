"""F1 on a task in each state: rule, dates, figures, last entry and the plan's sentence, under rules of any colours."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from plantui.model.key import TaskKey
from plantui.model.light_rules import DEFAULT_RULES, LightRules
from plantui.model.note import Note, NoteContent
from plantui.model.plan import Deadline, Departments, Plan, PlanInfo, Section, Task
from plantui.model.progress import Report, TaskReports
from plantui.model.terms import Language, Light, Status, TaskState
from plantui.planfile.writer import plan_toml
from plantui.query.outline import Leaf
from plantui.query.session import Session
from plantui.query.workspace import Workspace
from plantui.store.index.opening import open_library
from plantui.ui.explaining import explanation
from plantui.words import Words
from plantui.words.light_phrases import light_label, state_meaning

TODAY = date(2025, 7, 1)
BUREAU = "市水利局"
SENTENCE = "到规定时限完成管网改造。"
SOON, LATER, PAST = date(2025, 7, 20), date(2025, 12, 31), date(2025, 5, 31)
CASES: dict[TaskState, tuple[date | None, Status | None, int | None]] = {
    TaskState.COMPLETED: (PAST, Status.COMPLETED, 100),
    TaskState.CLOSED: (PAST, Status.CLOSED, None),
    TaskState.STANDING: (PAST, Status.ONGOING, None),
    TaskState.DEFERRED: (PAST, Status.DEFERRED, None),
    TaskState.STOPPED: (PAST, Status.STOPPED, None),
    TaskState.NO_DATE: (None, Status.IN_PROGRESS, None),
    TaskState.OVERDUE: (PAST, Status.IN_PROGRESS, None),
    TaskState.FAR_BEHIND: (LATER, Status.IN_PROGRESS, 5),
    TaskState.BEHIND: (LATER, Status.IN_PROGRESS, 60),
    TaskState.DUE_SOON: (SOON, Status.IN_PROGRESS, 95),
    TaskState.NOT_STARTED: (LATER, None, None),
    TaskState.ON_SCHEDULE: (LATER, Status.IN_PROGRESS, 85),
}
SETTLED = {TaskState(one) for one in ("completed", "closed", "standing", "deferred", "stopped")}
"""States in which the dates are not held against the task."""
SWITCHED = DEFAULT_RULES._replace(
    name="ours",
    zh="本市规则",
    en="our rules",
    lights=tuple(
        (state, Light.GREEN if light is Light.BLUE else Light.BLUE) for state, light in DEFAULT_RULES.lights
    ),
)
"""Rules of other colours: what was blue is green, and all else blue."""


@pytest.mark.parametrize("rules", [DEFAULT_RULES, SWITCHED], ids=lambda rules: rules.name)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("state", CASES)
def test_each_state_is_explained(
    tmp_path: Path, state: TaskState, language: Language, rules: LightRules
) -> None:
    due, status, percent = CASES[state]
    deadlines = (Deadline("规定时限", due, "完成管网改造"),) if due else ()
    task = Task("1", "1", "1", "管网", SENTENCE, Departments(lead=(BUREAU,)), deadlines)
    plan = Plan(
        PlanInfo("p", "p", "p", "甲市", 2023, 2025), sections=(Section("1", "一", "水"),), tasks=(task,)
    )
    (tmp_path / "p.toml").write_text(plan_toml(plan), encoding="utf-8")
    key, words = TaskKey("p", "1"), Words(language)
    reason = "已批准" if state in (TaskState.STANDING, TaskState.DEFERRED, TaskState.STOPPED) else ""
    notes: list[Note] = []
    reports: dict[TaskKey, TaskReports] = {}
    if status is not None:
        content = NoteContent(status, "已完成招标", percent, reason=reason, as_of=date(2025, 6, 20))
        notes = [Note("n", key, BUREAU, content, "张三", datetime(2025, 6, 20, 4, tzinfo=UTC))]
        reports = {key: TaskReports({BUREAU: Report(status, percent, as_of=content.as_of)}, 1, content.as_of)}
    with open_library([tmp_path], tmp_path / "cache") as library:
        workspace = Workspace(library, TODAY, reports, rules=rules)
        (entry,) = library.tasks([next(iter(library.plans)).first])
        assert workspace.light(entry).state is state
        lines = explanation(words, Session(workspace), Leaf(entry, 0), notes)
    text = "\n".join(lines)

    assert lines[1].startswith(light_label(words, workspace.light(entry)))
    assert state_meaning(words, rules, state) in text
    assert (rules.en if language is Language.EN else rules.zh) in text
    assert SENTENCE in text
    if due:
        assert due.isoformat() in text
    if status is not None:
        assert "已完成招标" in text
        assert "2025-06-20" in text
        assert words(f"terms.status.{status.value}") in text
    else:
        assert words("screen.pane.no_notes") in text
    if percent is not None:
        assert f"{percent}%" in text
    if reason:
        assert reason in text
    is_held = state not in SETTLED
    assert ("已过 31 天" in text or "31 days late" in text) == (is_held and due == PAST)
