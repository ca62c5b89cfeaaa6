"""Fills a ledger with notes on the tasks of the synthetic library: `python -m bench.notes FILE COUNT TASKS`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from plantui.store.ledger import Ledger

from .synthetic import PER_PLAN, tasks

PROGRESS = "已完成前期勘察和方案比选，正在推进施工图审查。"


def fill(path: Path, count: int, of_tasks: int) -> None:
    """Write `count` notes by the first leading departments of tasks spread over `of_tasks`."""
    step = max(1, of_tasks // count)
    with Ledger(path, "bench") as ledger:
        for task in tasks(of_tasks):
            if task.number % step:
                continue
            key = TaskKey(f"synthetic-{task.number // PER_PLAN + 1:02}", task.id)
            is_done = task.number % 3 == 0
            status, percent = (Status.COMPLETED, 100) if is_done else (Status.IN_PROGRESS, task.number % 100)
            ledger.add(key, task.leads[0], NoteContent(status, PROGRESS, percent, as_of=date(2026, 6, 1)))


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
