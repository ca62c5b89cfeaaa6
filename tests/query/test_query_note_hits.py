"""Tests of the words filter over plans and notes: what it finds, and what is known while the notes are searched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from plantui.model.key import TaskKey
from plantui.model.plan import Plan, Section, Task
from plantui.model.progress import Report, TaskReports
from plantui.model.terms import Status
from plantui.query.filter import Filter
from plantui.query.opening import open_workspace
from plantui.query.workspace import Workspace
from plantui.store.index.bits import rows_of
from plantui.store.index.library import Library
from plantui.store.index.opening import open_library
from plantui.store.ledger import Ledger
from tests.support.index_samples import plan, write_plan
from tests.support.ledger_samples import BUREAU, Clock, said

TODAY = date(2024, 12, 1)
TITLES = ("清洁取暖改造", "供水", "招标清洁")


def key(number: int) -> TaskKey:
    return TaskKey("p", f"T{number}")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    tasks = tuple(Task(f"T{number}", "1", "", title, title) for number, title in enumerate(TITLES))
    write_plan(tmp_path / "plans", Plan(plan("p").info, sections=(Section("1", "", "行动"),), tasks=tasks))
    with open_library([tmp_path / "plans"], tmp_path / "cache") as opened:
        yield opened


def reports(*numbers: int) -> dict[TaskKey, TaskReports]:
    return {key(number): TaskReports({BUREAU: Report(Status.IN_PROGRESS)}, 1) for number in numbers}


def titles(workspace: Workspace, words: str) -> list[str]:
    tasks = workspace.matching(Filter(words=words))
    return [task.title for task in workspace.library.tasks(rows_of(tasks))]


def test_a_word_stands_in_the_plan_or_in_a_note(library: Library, tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db", "a", clock=Clock()) as ledger:
        ledger.add(key(0), BUREAU, said("完成招标"))
        ledger.add(key(1), BUREAU, said("清洁能源"))
        workspace = open_workspace(library, ledger, TODAY)
        assert titles(workspace, "清洁") == ["清洁取暖改造", "供水", "招标清洁"]
        assert titles(workspace, "招标") == ["清洁取暖改造", "招标清洁"]
        assert titles(workspace, "清洁 招标") == ["清洁取暖改造", "招标清洁"]
        assert titles(workspace, "供水 能源") == ["供水"]
        assert titles(workspace, "") == list(TITLES)
        assert workspace.unsearched_terms("清洁 招标") == ()


def test_until_the_notes_are_searched_the_plans_answer(library: Library) -> None:
    workspace = Workspace(library, TODAY, reports(1))
    assert titles(workspace, "清洁") == ["清洁取暖改造", "招标清洁"]
    assert workspace.unsearched_terms("清洁 ＡＢ") == ("清洁", "ab")
    searched = workspace.with_note_hits("清洁", library.task_set([key(1), TaskKey("gone", "1")]))
    assert titles(searched, "清洁") == list(TITLES)
    assert searched.unsearched_terms("清洁 ab") == ("ab",)
    assert titles(workspace, "清洁") == ["清洁取暖改造", "招标清洁"]


def test_a_changed_ledger_keeps_the_hits_until_it_is_searched_again(library: Library) -> None:
    searched = Workspace(library, TODAY, reports(1)).with_note_hits("清洁", library.task_set([key(1)]))
    for later in (
        searched.with_reports(reports(0)),
        searched.with_ledger(reports(0, 1)),
        searched.on_day(date(2025, 1, 1)),
    ):
        assert titles(later, "清洁") == list(TITLES)
        assert later.unsearched_terms("清洁") == ("清洁",)
        assert titles(later.with_note_hits("清洁", 0), "清洁") == ["清洁取暖改造", "招标清洁"]


def test_without_notes_there_is_nothing_to_search(library: Library) -> None:
    assert Workspace(library, TODAY, {}).unsearched_terms("清洁") == ()


def test_many_terms_are_remembered_and_then_forgotten(library: Library) -> None:
    workspace = Workspace(library, TODAY, reports(1))
    for number in range(200):
        workspace = workspace.with_note_hits(str(number), library.task_set([key(1)]))
    assert titles(workspace, "199") == ["供水"]
    assert workspace.unsearched_terms("0 199") == ("0",)
