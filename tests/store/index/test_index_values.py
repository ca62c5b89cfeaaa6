"""The index hands out the values of the model, as the plan files have them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from plantui.model.plan import Departments, Goal, Place, Plan, Section, TaskSource
from plantui.model.terms import Op
from plantui.planfile.jsonform import plan_dict, task_dict
from plantui.planfile.reader import read_plan
from plantui.planfile.search_path import bundled_plans
from plantui.store.index.library import GoalEntry, Library
from plantui.store.index.opening import open_library
from tests.support.index_samples import REGION, Shelf, plan, task, write_plan

BUNDLED = sorted(path.stem for path in bundled_plans().glob("*.toml") if path.stem != "departments")


def whole(library: Library, plan_id: str) -> Plan:
    """Return a plan put together from its head and its tasks."""
    entry = library.plan(plan_id)
    assert entry is not None
    tasks = (library.task(pk) for pk in range(entry.first, entry.first + entry.tasks))
    return library.head(entry)._replace(tasks=tuple(tasks))


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with closing(open_library([bundled_plans()], tmp_path_factory.mktemp("cache"))) as library:
        yield library


@pytest.mark.parametrize("name", BUNDLED)
def test_a_plan_comes_out_of_the_index_as_it_went_in(bundled: Library, name: str) -> None:
    read = read_plan(bundled_plans() / f"{name}.toml").plan

    assert read is not None
    assert whole(bundled, name) == read


@pytest.mark.parametrize("name", BUNDLED)
def test_the_text_of_a_task_is_its_json_form(bundled: Library, name: str) -> None:
    entry = bundled.plan(name)
    assert entry is not None
    rows = range(entry.first, entry.first + entry.tasks)

    texts = bundled.task_texts(rows)

    assert [json.loads(text) for text in texts] == [task_dict(bundled.task(pk)) for pk in rows]
    assert not any("\n" in text for text in texts)


def test_an_entry_says_what_the_head_says(bundled: Library) -> None:
    for entry in bundled.plans:
        head = bundled.head(entry)
        info = plan_dict(head)["plan"]
        shared = [name for name in entry._fields if name in info and name != "status"]
        assert {name: getattr(entry, name) for name in shared} == {
            name: tuple(info[name]) if name == "responsible" else info[name] or "" for name in shared
        }
        assert entry.status is head.info.status
        assert bundled.goals(entry) == [
            GoalEntry(goal.text, goal.due.isoformat() if goal.due else "") for goal in head.goals
        ]


def test_headings_and_tasks_keep_their_places(tmp_path: Path) -> None:
    made = plan("places", "甲")
    source = TaskSource(3, title="10-12", departments=("20-24",))
    made = made._replace(
        goals=(Goal("水质", "比例", Op.AT_LEAST, 85, "%", date(2025, 12, 31), source=Place(2, "5-9", 1)),),
        sections=(Section("1", "一", "行动", None, Place(1, "0-4")), Section("1.1", "", "治水", "1")),
        tasks=(task(1, "甲")._replace(section="1.1", source=source),),
    )
    write_plan(tmp_path / "plans", made)
    library = Shelf(tmp_path / "plans", cache=tmp_path / "cache").open()

    assert whole(library, "places") == made
    library.close()


def test_a_name_with_a_tab_is_one_department(tmp_path: Path) -> None:
    """Names were joined by tabs, so that this was two departments."""
    names = ("市水\t利局", "市财政局")
    made = plan("tabs", "甲")
    made = made._replace(tasks=(made.tasks[0]._replace(departments=Departments(lead=names)),))
    write_plan(tmp_path / "plans", made)
    library = Shelf(tmp_path / "plans", cache=tmp_path / "cache").open()
    (entry,) = library.tasks([library.plans[0].first])

    assert entry.accountable == names
    assert {name for region, name in library.printed_names if region == REGION} == set(names)
    library.close()
