"""Small plan folders to compile, and a shelf that opens and closes their libraries."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from plantui.model.department import Department
from plantui.model.plan import Deadline, Departments, Plan, PlanInfo, Section, Task
from plantui.model.search_text import search_terms
from plantui.planfile.writer import departments_toml, plan_toml
from plantui.store.index.library import Library
from plantui.store.index.opening import open_library

REGION = "甲市"
DEPARTMENTS = (Department(REGION, "市水利局", ("市水务局",)), Department(REGION, "市财政局"))


def task(
    number: int, title: str, section: str = "1", *days: date, lead: str = "市水利局", text: str = ""
) -> Task:
    deadlines = tuple(Deadline(f"{day:%Y年%m月}底前", day) for day in days)
    return Task(
        f"{section}.{number}", section, str(number), title, text, Departments(lead=(lead,)), deadlines
    )


def plan(name: str, *titles: str, **info: object) -> Plan:
    """A plan with one section and a task for each title."""
    sections = (Section("1", "（一）", "行动"),)
    tasks = tuple(task(number, title) for number, title in enumerate(titles, 1))
    whole = PlanInfo(name, f"{name}计划", name, REGION, 2024, 2026)
    return Plan(whole._replace(**info), sections=sections, tasks=tasks)  # type: ignore[arg-type]


def write_plan(folder: Path, one: Plan) -> Path:
    """Put a plan's file into a folder, later than the file that was there."""
    return write(folder / f"{one.info.id}.toml", plan_toml(one))


def write_departments(folder: Path, departments: Sequence[Department]) -> Path:
    return write(folder / "departments.toml", departments_toml(departments))


def write(path: Path, content: str) -> Path:
    """Write a file; its time is a second after that of the file it takes the place of."""
    path.parent.mkdir(parents=True, exist_ok=True)
    later = path.stat().st_mtime_ns + 10**9 if path.exists() else None
    path.write_text(content, encoding="utf-8")
    if later is not None:
        os.utime(path, ns=(later, later))
    return path


def touch(path: Path) -> None:
    """Give a file another time and leave its content."""
    later = path.stat().st_mtime_ns + 10**9
    os.utime(path, ns=(later, later))


class Shelf:
    """Opens libraries of plan folders in one cache folder; remembers which files each opening compiled."""

    def __init__(self, *folders: Path, cache: Path) -> None:
        self.folders = list(folders)
        self.cache = cache
        self.read: list[str] = []
        """The files read by the last opening."""
        self._opened: list[Library] = []

    def open(self) -> Library:
        """The library as of now."""
        self.read = []
        library = open_library(self.folders, self.cache)
        self._opened.append(library)
        return library

    def close(self) -> None:
        for library in self._opened:
            library.close()

    @property
    def index(self) -> Path:
        """The one index file in the cache folder."""
        (found,) = self.cache.iterdir()
        return found


def titles(library: Library) -> dict[str, list[str]]:
    """The titles of each plan's tasks."""
    return {
        one.id: [task.title for task in library.tasks(range(one.first, one.first + one.tasks))]
        for one in library.plans
    }


def hits(library: Library, words: str) -> list[str]:
    """The titles of the tasks that hold the words."""
    return [task.title for task in library.tasks(rows_holding(library, words))]


def rows_holding(library: Library, words: str) -> list[int]:
    """The row numbers of the tasks that hold all of the words."""
    from plantui.store.index.bits import rows_of

    found = library.live
    for term in search_terms(words):
        found &= library.holding(term)
    return list(rows_of(found))


def damage_table(index: Path, table: str) -> None:
    """Spoil the page where a table or an index of it begins, as a bad disk would."""
    content = bytearray(index.read_bytes())
    with closing(sqlite3.connect(index)) as db:
        (size,) = db.execute("pragma page_size").fetchone()
        (page,) = db.execute("select rootpage from sqlite_master where name = ?", (table,)).fetchone()
    content[(page - 1) * size : page * size] = b"\xff" * size
    index.write_bytes(content)
