"""The tree as rows: what is open, what has hits, with its figures; the same as writing the whole tree down."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantui.model.key import TaskKey
from plantui.model.plan import Deadline, Departments, Plan, PlanInfo, Section, Task
from plantui.model.progress import Report
from plantui.model.terms import Light, Status
from plantui.planfile.writer import plan_toml
from plantui.query.outline import Branch, Folding, Leaf, NodeKey, Outline, TaskRows, TreeRow
from plantui.query.workspace import Workspace
from plantui.store.index import bits
from plantui.store.index.library import Library
from plantui.store.index.opening import open_library
from plantui.store.ledger import TaskReports
from tests.support.naive_library import (
    Bundled,
    all_reports,
    filters,
    opened_once,
    workspace_of,
)

TODAY = date(2025, 12, 10)
bundled = opened_once
Told = tuple[object, ...]
"""A row as plain values."""


def section(name: str, parent: str | None = None) -> Section:
    return Section(name, f"{name}.", f"章{name}", parent)


def task(name: str, under: str, *days: date) -> Task:
    deadlines = tuple(Deadline("底前", day) for day in days)
    return Task(name, under, name, f"任务{name}", "", Departments(lead=("局",)), deadlines)


LATE, LATER = date(2024, 12, 31), date(2027, 12, 31)
DEEP = Plan(
    PlanInfo("deep", "深计划", "深", "甲市", 2024, 2026),
    sections=(
        *(section("1"), section("1.1", "1"), section("1.1.1", "1.1"), section("1.2", "1")),
        *(section("2"), section("2.1", "2"), section("3")),
    ),
    tasks=(
        *(task("a", "1", LATE), task("b", "1"), task("c", "1.1.1", LATE), task("d", "1.1.1", LATER)),
        *(task("e", "1.2"), task("f", "2", LATE), *(task(f"m{n}", "3", LATER) for n in range(150))),
    ),
)
EMPTY = Plan(
    PlanInfo("empty", "空计划", "空", "甲市", 2024, 2026), sections=(section("1"), section("1.1", "1"))
)
BARE = Plan(PlanInfo("zbare", "光计划", "光", "乙市", 2024, 2026))
PLANS = {plan.info.id: plan for plan in (DEEP, EMPTY, BARE)}
NODES = [
    NodeKey(plan.info.id, one) for plan in PLANS.values() for one in ("", *(s.id for s in plan.sections))
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A deep plan with many tasks in one section, one without tasks, one without anything."""
    folder = tmp_path_factory.mktemp("plans")
    for plan in PLANS.values():
        (folder / f"{plan.info.id}.toml").write_text(plan_toml(plan), encoding="utf-8")
    found = open_library([folder], tmp_path_factory.mktemp("cache"))
    yield found
    found.close()


@pytest.fixture(scope="module")
def workspace(library: Library) -> Workspace:
    done = {
        TaskKey("deep", name): TaskReports({"局": Report(Status.COMPLETED)}, 1) for name in ("b", "c", "m149")
    }
    return Workspace(library, TODAY, done)


def told(row: TreeRow) -> Told:
    if isinstance(row, Leaf):
        return row.task.pk, row.task.title, row.depth
    heading = row.section.title if row.section else row.plan.title
    return row.key, heading, row.depth, row.is_open, row.total, row.done, row.red


def written_down(workspace: Workspace, plans: dict[str, Plan], tasks: int, folding: Folding) -> list[Told]:
    """The rows by walking the plans themselves."""
    library = workspace.library
    everything = tasks == library.live
    rows: list[Told] = []

    def branch(key: NodeKey, heading: str, depth: int, below: list[int]) -> bool:
        shown = [pk for pk in below if tasks >> pk & 1]
        if not shown and not everything:
            return False
        done = sum(workspace.done >> pk & 1 for pk in shown)
        red = sum(workspace.lights[Light.RED] >> pk & 1 for pk in shown)
        rows.append((key, heading, depth, folding.is_open(key), len(shown), done, red))
        return folding.is_open(key)

    for entry in library.plans:
        plan = plans[entry.id]
        pks = {one.id: pk for one in plan.tasks if (pk := library.row_of(entry, one.id)) is not None}

        def below(name: str, plan: Plan = plan, pks: dict[str, int] = pks) -> list[int]:
            own = [pks[one.id] for one in plan.tasks if one.section == name]
            return own + [pk for one in plan.sections if one.parent == name for pk in below(one.id)]

        def walk(parent: str | None, depth: int, plan: Plan = plan, pks: dict[str, int] = pks) -> None:
            for one in plan.sections:
                if one.parent == parent and branch(
                    NodeKey(plan.info.id, one.id), one.title, depth, below(one.id)
                ):
                    own = [t for t in plan.tasks if t.section == one.id and tasks >> pks[t.id] & 1]
                    rows.extend((pks[t.id], t.title, depth + 1) for t in own)
                    walk(one.id, depth + 1)

        if branch(NodeKey(entry.id), plan.info.title, 0, list(pks.values())):
            walk(None, 1)
    return rows


foldings = st.builds(
    Folding,
    st.booleans(),
    st.frozensets(st.sampled_from([*NODES, NodeKey("nowhere"), NodeKey("deep", "9")]), max_size=6),
)


@st.composite
def task_sets(draw: st.DrawFn, library: Library) -> int:
    """A few tasks, all but a few, all, none."""
    some = st.frozensets(st.integers(0, 160), max_size=8).map(bits.from_rows)
    most = some.map(lambda found: library.live & ~found)
    return draw(st.one_of(some.map(lambda found: found & library.live), most, st.just(library.live)))


@given(data=st.data(), folding=foldings)
@settings(max_examples=300)
def test_the_rows_are_those_of_the_tree(
    library: Library, workspace: Workspace, data: st.DataObject, folding: Folding
) -> None:
    tasks = data.draw(task_sets(library))
    outline = Outline(workspace, tasks, folding)
    expected = written_down(workspace, PLANS, tasks, folding)

    assert [told(row) for row in outline] == expected
    assert len(outline) == len(expected)


@given(data=st.data())
def test_the_rows_of_the_real_plans(bundled: Bundled, data: st.DataObject) -> None:
    workspace = workspace_of(bundled, TODAY, all_reports(bundled, 1))
    nodes = [
        NodeKey(name, one)
        for name, plan in bundled.plans.items()
        for one in ("", *(s.id for s in plan.sections))
    ]
    folding = Folding(data.draw(st.booleans()), frozenset(data.draw(st.lists(st.sampled_from(nodes)))))
    tasks = workspace.matching(data.draw(filters(bundled)))
    rows = [told(row) for row in Outline(workspace, tasks, folding)]

    assert rows == written_down(workspace, bundled.plans, tasks, folding)


@given(data=st.data())
def test_every_hit_stands_under_its_parents(bundled: Bundled, data: st.DataObject) -> None:
    workspace = workspace_of(bundled, TODAY, {})
    tasks = workspace.matching(data.draw(filters(bundled)))
    outline = Outline(workspace, tasks, Folding(all_open=True))
    above: list[Branch] = []
    seen = 0
    for row in outline:
        del above[row.depth :]
        assert len(above) == row.depth
        if isinstance(row, Branch):
            assert row.total > 0 or tasks == workspace.library.live
            above.append(row)
            continue
        seen |= 1 << row.task.pk
        one = next(one for one in bundled.tasks if one.pk == row.task.pk)
        sections = {section.id: section for section in one.plan.sections}
        parents: list[str] = []
        name: str | None = one.task.section
        while name:
            parents.insert(0, name)
            name = sections[name].parent
        assert [branch.key for branch in above] == [
            NodeKey(one.plan.info.id, name) for name in ["", *parents]
        ]
    assert seen == tasks


@given(data=st.data(), folding=foldings)
def test_positions(library: Library, workspace: Workspace, data: st.DataObject, folding: Folding) -> None:
    """Of every task and branch: where it stands, or None where it is folded away or filtered out."""
    tasks = data.draw(task_sets(library))
    outline = Outline(workspace, tasks, folding)
    rows = list(outline)
    leaves = {row.task.pk: at for at, row in enumerate(rows) if isinstance(row, Leaf)}
    branches = {row.key: at for at, row in enumerate(rows) if isinstance(row, Branch)}

    assert {pk: outline.position_of_task(pk) for pk in range(170)} == {
        pk: leaves.get(pk) for pk in range(170)
    }
    for key in (*NODES, NodeKey("nowhere"), NodeKey("deep", "9")):
        assert outline.position_of_branch(key) == branches.get(key)


def test_a_filter_leaves_out_empty_branches_and_everything_does_not(
    workspace: Workspace, library: Library
) -> None:
    one = 1 << (library.row_of(library.plans[0], "c") or 0)
    everything = Outline(workspace, library.live, Folding(all_open=True))
    hit = Outline(workspace, one, Folding(all_open=True))

    assert [str(told(row)[1]) for row in hit] == ["深计划", "章1", "章1.1", "章1.1.1", "任务c"]
    assert [row.key.section for row in everything if isinstance(row, Branch)][-4:] == ["", "1", "1.1", ""]
    assert len(Outline(workspace, 0, Folding(all_open=True))) == 0


def test_figures_of_a_branch(workspace: Workspace, library: Library) -> None:
    """Done, all and overdue are counted among the tasks shown, also where the branch is folded."""
    deep = library.plans[0]
    tasks = library.live & ~(1 << (library.row_of(deep, "c") or 0))
    plan = Outline(workspace, tasks, Folding())[0]
    filtered = Outline(workspace, library.live, Folding())[0]

    assert isinstance(plan, Branch)
    assert isinstance(filtered, Branch)
    assert (plan.total, plan.done, plan.red) == (155, 2, 2)
    assert (filtered.total, filtered.done, filtered.red) == (156, 3, 2)


@pytest.mark.parametrize("all_open", [False, True])
def test_folding(all_open: bool) -> None:
    one, other = NodeKey("p"), NodeKey("p", "1")
    folding = Folding(all_open).toggled(one)

    assert (folding.is_open(one), folding.is_open(other)) == (not all_open, all_open)
    assert folding.toggled(one) == Folding(all_open)


@given(foldings, st.sampled_from(NODES), st.sampled_from(NODES))
def test_toggling_changes_one_branch(folding: Folding, key: NodeKey, other: NodeKey) -> None:
    changed = folding.toggled(key)

    assert changed.is_open(key) is not folding.is_open(key)
    assert key == other or changed.is_open(other) is folding.is_open(other)


@pytest.fixture(params=["outline", "list"])
def rows(request: pytest.FixtureRequest, workspace: Workspace, library: Library) -> Outline | TaskRows:
    if request.param == "outline":
        return Outline(workspace, library.live, Folding(all_open=True))
    return TaskRows(workspace, workspace.rows(library.live))


def test_rows_are_a_sequence(rows: Outline | TaskRows) -> None:
    """From the end, in any order, by slices."""
    last = rows[-1]
    every = list(rows)

    assert last == every[-1]
    assert [rows[at] for at in reversed(range(len(rows)))] == every[::-1]
    assert list(reversed(rows)) == every[::-1]
    assert rows[3:9] == every[3:9]
    assert rows[::50] == every[::50]
    assert rows[-3:] == every[-3:]
    assert rows[100:1000] == every[100:]
    assert rows[-len(every)] == every[0]
    for outside in (len(every), -len(every) - 1):
        with pytest.raises(IndexError):
            rows[outside]


def test_a_list_has_its_rows_in_its_order(workspace: Workspace, library: Library) -> None:
    first = library.plans[0].first
    order = array("I", [first + 150, first, first + 70])
    rows = TaskRows(workspace, order)

    assert [row.task.pk for row in rows if isinstance(row, Leaf)] == list(order)
    assert [rows.position_of_task(pk) for pk in (*order, first + 1)] == [0, 1, 2, None]
    assert {row.depth for row in rows} == {0}


def test_rows_are_read_as_they_are_looked_at(tmp_path: Path) -> None:
    """A long tree costs what is on the screen."""
    many = Plan(DEEP.info, sections=(section("1"),), tasks=tuple(task(f"{n}", "1") for n in range(3000)))
    (tmp_path / "deep.toml").write_text(plan_toml(many), encoding="utf-8")
    library = open_library([tmp_path], tmp_path / "cache")
    outline = Outline(Workspace(library, TODAY, {}), library.live, Folding(all_open=True))
    asked: list[int] = []
    read = library.tasks
    library.tasks = lambda rows: asked.extend(rows) or read(rows)  # type: ignore[method-assign,func-returns-value]
    screen = outline[1500:1540]

    assert [row.task.id for row in screen if isinstance(row, Leaf)] == [str(n) for n in range(1498, 1538)]
    assert len(asked) <= 128
    assert [outline[at] for at in reversed(range(1500, 1540))] == screen[::-1]
    assert len(asked) <= 128
    for at in reversed(range(1400, 1500)):
        _ = outline[at]
    assert len(asked) <= 256
    for at in range(len(outline)):
        _ = outline[at]
    assert outline[1500:1540] == screen
    library.close()
