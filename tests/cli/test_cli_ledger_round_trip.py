"""A ledger of plantui's own read back through its column map: plan and notes again, less what the account says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from plantui.model.plan import Plan
from plantui.model.terms import Role
from plantui.planfile.reader import read_plan
from plantui.planfile.search_path import bundled_plans
from tests.support.cli_home import Home

PLANS = ("zhengzhou-2023-2025", "sanmenxia-2023-2025", "beautiful-zhengzhou-2025-2035")
DAY = "2024-12-10"


class Said(NamedTuple):
    """A note that is written on a task."""

    status: str
    percent: int | None
    progress: str
    problems: str = ""
    next_steps: str = ""


SAYINGS = (
    Said("in_progress", 40, "开工三处，投资1.2亿元"),
    Said("completed", 100, "全部完成", "资金未结清", "年底前结清"),
    Said("in_progress", None, "正在招标"),
    Said("not_started", 0, "前期工作"),
)
EXPECTED_LOSSES = {
    "csv": {
        "序号",
        "计划",
        "量化指标",
        "完成时限",
        "现时限",
        "延期次数",
        "序时进度",
        "审核",
        "是否销号",
        "完成比例计入单位",
    }
    | {
        "预警",
        "预警原因",
        "未报送单位",
        "从未报送单位",
        "未更新天数",
        "补报单位",
        "出处",
        "截至日期",
        "筛选条件",
        "台账现状",
    },
    "xlsx": {
        "序号",
        "量化指标",
        "完成时限",
        "现时限",
        "延期次数",
        "序时进度",
        "较上期",
        "预警",
        "是否销号",
        "出处",
        "备注",
    },
}
"""Columns that the account may name: figures of the ledger itself, targets as sentences, words of several dates of one day."""


def noted(home: Home, plan: Plan) -> list[Said]:
    """Report on the first tasks of a plan, each by its first department; return what was said."""
    found: list[Said] = []
    for task, said in zip(plan.tasks, SAYINGS, strict=False):
        names = [name for _, name in task.departments.pairs()] or ["市生态环境局"]
        percent = [] if said.percent is None else ["--percent", str(said.percent)]
        more = ["--problems", said.problems] if said.problems else []
        more += ["--next", said.next_steps] if said.next_steps else []
        words = [
            "--status",
            said.status,
            "--progress",
            said.progress,
            "--date",
            "2024-11-30",
            *percent,
            *more,
        ]
        done = home.run("note", "add", plan.info.id, task.id, "--department", names[0], *words, today=DAY)
        assert done.code == 0, done.err
        found.append(said)
    return found


def note_of(note: dict[str, Any]) -> Said:
    """A note of the JSON form as it was said."""
    return Said(note["status"], note["percent"], note["progress"], note["problems"], note["next_steps"])


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_ledger_comes_back(tmp_path: Path, name: str, suffix: str, language: str) -> None:
    home, ledger = Home(tmp_path), tmp_path / f"ledger.{suffix}"
    plan = read_plan(bundled_plans() / f"{name}.toml").plan
    assert plan is not None
    said = noted(home, plan)
    written = home.run(
        "export", "-f", suffix, "--plan", name, "-o", str(ledger), "--lang", language, today=DAY
    )
    assert written.code == 0, written.err

    back = home.run("import", str(ledger), "--json", today=DAY).data

    assert back["import"]["map"] == "plantui"
    tasks = back["tasks"]
    assert [task["number"] for task in tasks] == [task.number for task in plan.tasks]
    for task, found in zip(plan.tasks, tasks, strict=True):
        assert (found["title"], found["text"]) == (task.title, task.text)
        days = {date.fromisoformat(one["due"]) for one in found["deadlines"]}
        assert days == {one.due for one in task.deadlines}
        for role in (Role.LEAD, Role.SUPPORT, Role.RESPONSIBLE):
            assert tuple(found["departments"].get(role, ())) == task.departments.of(role), (task.number, role)
    notes = back["import"]["notes"]
    assert [note["task"] for note in notes] == [task["id"] for task in tasks[: len(said)]]
    assert [note["as_of"] for note in notes] == ["2024-11-30"] * len(said)
    for task, note, one in zip(plan.tasks, notes, said, strict=False):
        # What a ledger says of a task is the word of all that lead it; here one of them has reported.
        assert note_of(note)._replace(status=one.status) == one
        assert note["status"] in {one.status, *(["in_progress"] if len(task.departments.lead) > 1 else [])}
    if language == "zh":
        lost = {one["what"] for one in back["import"]["losses"]}
        assert lost - EXPECTED_LOSSES[suffix] == set()
