"""Many plan files are compiled by programs beside this one: what comes of it is the same, whatever becomes of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from plantui.model.department import DepartmentRegistry
from plantui.planfile.search_path import bundled_plans
from plantui.planfile.writer import plan_toml
from plantui.store.index import compiling, schema
from plantui.store.index.compiled import CompiledFile, PlanContent
from plantui.store.index.compiling import compiled_files
from plantui.store.index.opening import open_library
from plantui.store.index.workers import Workers
from tests.support.index_samples import DEPARTMENTS, plan, write, write_departments, write_plan

BUNDLED = ("zhengzhou-2023-2025", "sanmenxia-2023-2025")
REGISTRY = DepartmentRegistry(DEPARTMENTS)
PLANS = [
    *(PlanContent(f"plans/{name}.toml", (bundled_plans() / f"{name}.toml").read_bytes()) for name in BUNDLED),
    PlanContent("plans/broken.toml", b"x = ["),
    PlanContent("plans/gone.toml", None),
    *(PlanContent(f"plans/p{n}.toml", plan_toml(plan(f"p{n}", "治水", "节水")).encode()) for n in range(9)),
]


@pytest.fixture(scope="module")
def alone() -> list[CompiledFile]:
    """The plans as this process compiles them."""
    found = [*compiled_files(PLANS, REGISTRY, 0)]
    assert [one.plan is not None for one in found].count(False) == 2
    return found


@pytest.mark.parametrize("count", [2, 3])
def test_workers_return_what_is_compiled_here(count: int, alone: list[CompiledFile]) -> None:
    assert [*compiled_files(PLANS, REGISTRY, count)] == alone


def test_an_index_made_by_workers_is_the_same_to_the_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "plans"
    for number in range(6):
        write_plan(folder, plan(f"p{number}", f"治水{number}", "节水", "造林"))
    write(folder / "broken.toml", "x = [")
    write_departments(folder, DEPARTMENTS)
    open_library([folder], tmp_path / "one").close()
    monkeypatch.setattr(compiling, "_WORTH_WORKERS", 0)
    monkeypatch.setattr(compiling, "processors", lambda: 2)
    open_library([folder], tmp_path / "two").close()

    (one,), (two,) = ([*(tmp_path / name).iterdir()] for name in ("one", "two"))
    assert two.read_bytes() == one.read_bytes()


@pytest.mark.parametrize("program", ["", "/nowhere/python", "/bin/false", "/bin/echo"])
def test_without_a_program_to_start_all_is_compiled_here(
    program: str, alone: list[CompiledFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", program)

    assert [*compiled_files(PLANS, REGISTRY, 2)] == alone


def test_workers_of_another_build_are_not_asked(
    alone: list[CompiledFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    """plantui was installed anew while it runs: what that one makes of a plan is not for this index."""
    monkeypatch.setattr(schema, "VERSION", schema.VERSION - 1)

    assert [*compiled_files(PLANS, REGISTRY, 2)] == alone


def test_what_a_killed_worker_was_at_is_compiled_here(alone: list[CompiledFile]) -> None:
    with Workers(2, REGISTRY) as at_work:
        found = at_work.compiled(PLANS)
        begun = [next(found)]
        for process in at_work.processes:
            process.kill()

        assert [*begun, *found] == alone


def test_whoever_stops_early_leaves_no_worker_behind() -> None:
    with Workers(2, REGISTRY) as at_work:
        next(at_work.compiled(PLANS))
        processes = at_work.processes
        assert len(processes) == 2

    assert [process.poll() is None for process in processes] == [False, False]


def test_a_small_library_starts_no_program(
    alone: list[CompiledFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(count: int, registry: DepartmentRegistry) -> Workers:
        raise AssertionError("a program was started")

    monkeypatch.setattr("plantui.store.index.workers.Workers", fail)

    assert [*compiled_files(PLANS, REGISTRY)] == alone
