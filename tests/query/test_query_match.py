"""What words find, best first: by title, by department, by text, by note; and what is marked as found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from plantui.model.plan import Plan, Section
from plantui.query.filter import Filter
from plantui.query.session import Session
from plantui.store.index.bits import rows_of
from tests.support.index_samples import DEPARTMENTS, Shelf, plan, task, write_departments, write_plan

TASKS = (
    task(1, "完善河长制", text="水利局牵头，清洁取暖"),
    task(2, "修建水库", lead="市水务局"),
    task(3, "推进水利建设，清洁取暖", lead="市财政局"),
    task(4, "整治村容村貌", lead="市财政局"),
)
NOTED = "4"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Four tasks, one with a word in its title, one in a department's other name, one in the text, one in a note."""
    folder = tmp_path_factory.mktemp("match")
    info = plan("p").info
    write_plan(folder, Plan(info, sections=(Section("1", "", "行动"),), tasks=TASKS))
    write_departments(folder, DEPARTMENTS)
    shelf = Shelf(folder, cache=folder / "cache")
    started = Session.started(shelf.open(), date(2025, 6, 1), Filter(), None, None)
    yield started
    shelf.close()


def found(session: Session, words: str) -> list[str]:
    """The numbers of the tasks in the order of their match, those of one rank in one text."""
    workspace = session.workspace
    row = session.library.row_of(session.library.plans[0], f"1.{NOTED}")
    assert row is not None
    tasks = workspace.text_set(words) | 1 << row
    parts = workspace.by_match(words, tasks)
    return ["".join(one.number for one in session.library.tasks(rows_of(part))) for part in parts]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("水利", ["3", "12", "", "4"]),
        ("水利 清洁", ["3", "", "1", "4"]),
        ("shuili", ["3", "12", "", "4"]),
        ("qjqn", ["3", "", "", "4"]),
        ("清洁取暖", ["3", "", "1", "4"]),
        ("", ["1234", "", "", ""]),
    ],
)
def test_title_before_department_before_text_before_note(
    session: Session, words: str, expected: list[str]
) -> None:
    assert found(session, words) == expected


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [
        ("水利", "2", "水利 市水务局"),
        ("slj", "1", "slj 市水利局 市水务局"),
        ("qjqn", "3", "qjqn 清洁取暖"),
        ("qingjie slj", "3", "qingjie slj 市水利局 市水务局 清洁 水利建"),
        ("qjqn", "4", "qjqn"),
        ("清洁", "3", "清洁"),
        ("", "3", ""),
    ],
)
def test_what_is_marked_in_a_task(session: Session, words: str, number: str, expected: str) -> None:
    one = session.library.tasks(rows_of(session.library.live))[int(number) - 1]
    assert session.narrowed(Filter(words=words)).sought_in(one) == expected


@pytest.mark.parametrize(("words", "best"), [("水利", "3"), ("slj", "3"), ("修建", "2"), ("没有", None)])
def test_the_best_match(session: Session, words: str, best: str | None) -> None:
    row = session.narrowed(Filter(words=words)).best_match
    assert (None if row is None else session.library.tasks([row])[0].number) == best
