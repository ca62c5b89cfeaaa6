"""Compiles plan files into the index. Only what changed is read again; a plan keeps a block of row numbers to itself."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.plan import Plan, PlanInfo, Task
from plantui.model.problem import Problem
from plantui.model.progress import accountable
from plantui.model.terms import Role
from plantui.planfile.bounds import MOST_BYTES
from plantui.planfile.departments import read_department_files
from plantui.planfile.jsonform import plan_dict, task_dict
from plantui.planfile.places import place_dict
from plantui.planfile.reader import PlanFile, read_plan, unusable_file
from plantui.planfile.toml_source import read_content
from plantui.store.database_uri import database_uri

from . import bits, schema
from .facets import ANY_ROLE, FacetKind
from .files import FileStamp, digest, is_departments
from .grams import grams
from .library import read_registry
from .outline import PlacedSection, place
from .spelled import packed_name, packed_titles
from .stored_problems import problems_text

if TYPE_CHECKING:
    from sqlite_utils import Database

Progress = Callable[[int, int, str], None]
"""Told before each file: its position, how many there are, its name."""


def refresh(path: Path, stamps: Sequence[FileStamp], progress: Progress | None = None) -> None:
    """Bring the index at `path`, which nobody else has open, up to date with these files.

    Raises sqlite3.DatabaseError where the file at `path` is no database: it may be deleted.
    """
    # Nobody else sees the file before it is whole: it needs no lock, which not every file system has.
    with closing(
        sqlite3.connect(database_uri(path, "nolock=1"), uri=True, isolation_level=None)
    ) as connection:
        # A cache that a power cut spoils is made again.
        connection.execute("pragma journal_mode = memory")
        connection.execute("pragma synchronous = off")
        compile_into(connection, stamps, progress)


def compile_into(
    connection: sqlite3.Connection, stamps: Sequence[FileStamp], progress: Progress | None = None
) -> None:
    """Bring an index up to date with these files, through a connection without transactions of its own."""
    from sqlite_utils import Database

    db = Database(connection)
    with db.atomic():
        if _outdated(db):
            _empty(db)
        _Build(db, stamps, progress).run()


def _outdated(db: Database) -> bool:
    """Return whether to start from nothing: another version, or mostly rows of plans that have changed since."""
    if db.execute("pragma user_version").fetchone()[0] != schema.VERSION:
        return True
    used, live = db.execute("select next_row, (select sum(tasks) from plan) from counter").fetchone()
    return bool(used > 2 * (live or 0) + 4096)


def _empty(db: Database) -> None:
    for (table,) in db.execute("select name from sqlite_master where type = 'table'").fetchall():
        if not table.startswith(("words_", "sqlite_")):
            db.execute(f"drop table [{table}]")
    schema.create(db)


class _Build:
    """A refresh of the index: compares the files with what is known, compiles the changed ones, forgets the vanished ones."""

    def __init__(self, db: Database, stamps: Sequence[FileStamp], progress: Progress | None) -> None:
        self.db = db
        self.stamps = stamps
        self.progress = progress
        self.known: dict[str, tuple[int, int, str]] = {
            path: (size, mtime_ns, sha256)
            for path, size, mtime_ns, sha256 in db.execute("select path, size, mtime_ns, sha256 from file")
        }

    def run(self) -> None:
        changed = {
            stamp.path: _content(stamp)
            for stamp in self.stamps
            if self.known.get(stamp.path, ())[:2] != (stamp.size, stamp.mtime_ns)
        }
        present = {stamp.path for stamp in self.stamps}
        vanished = self.known.keys() - present
        if any(
            is_departments(path) and self._is_new(path, changed.get(path)) for path in {*changed, *vanished}
        ):
            # Which names are known decides what is said of every plan.
            _empty(self.db)
            self.known = {}
            changed = {stamp.path: _content(stamp) for stamp in self.stamps}
            vanished = set()
        for path in vanished:
            self._forget(path)
        self._departments(changed)
        for position, stamp in enumerate(self.stamps):
            if stamp.path in changed:
                if self.progress:
                    self.progress(position, len(self.stamps), Path(stamp.path).name)
                self._file(stamp, changed[stamp.path])
            self.db.execute("update file set position = ? where path = ?", (position, stamp.path))
        self._shadow()

    def _is_new(self, path: str, content: bytes | None) -> bool:
        return content is None or path not in self.known or self.known[path][2] != digest(content)

    def _forget(self, path: str) -> None:
        for first, tasks in self.db.execute(
            "select first, tasks from plan where path = ?", (path,)
        ).fetchall():
            for table in ("task", "body"):
                self.db.execute(f"delete from {table} where pk between ? and ?", (first, first + tasks - 1))
            for table in ("section", "facet", "spelled_title"):
                self.db.execute(f"delete from {table} where plan = ?", (first,))
            self.db.execute("delete from plan where first = ?", (first,))
        self.db.execute("delete from file where path = ?", (path,))

    def _file(self, stamp: FileStamp, content: bytes | None) -> None:
        sha256 = digest(content) if content is not None else ""
        if content is not None and self.known.get(stamp.path, (0, 0, ""))[2] == sha256:
            self.db.execute(
                "update file set size = ?, mtime_ns = ? where path = ?",
                (stamp.size, stamp.mtime_ns, stamp.path),
            )
            return
        self._forget(stamp.path)
        problems: Sequence[Problem]
        if is_departments(stamp.path):
            problems = [problem for problem in self.department_problems if problem.file == stamp.path]
        else:
            # A file that cannot be read is read again by the reader, which says what is wrong with it.
            source = Path(stamp.path) if content is None else content
            read = self._stored(read_plan(source, stamp.path, self.registry), stamp.path)
            problems = read.problems
        self.db.table("file").insert(
            {"path": stamp.path, "size": stamp.size, "mtime_ns": stamp.mtime_ns, "sha256": sha256}
            | {"position": 0, "problems": problems_text(problems)}
        )

    def _stored(self, read: PlanFile, path: str) -> PlanFile:
        """Store the plan and return what was read; a plan that cannot be stored is left out with a problem."""
        if read.plan is None:
            return read
        try:
            with self.db.atomic():
                self._plan(read.plan, path)
        except Exception as error:
            if _is_of_the_index(error):
                raise
            return unusable_file(path, error)
        return read

    def _plan(self, plan: Plan, path: str) -> None:
        first = self.db.execute("select next_row from counter").fetchone()[0]
        sections, tasks = place(plan, first)
        self.db.execute("update counter set next_row = ?", (first + max(len(tasks), 1),))
        head = plan_dict(plan._replace(tasks=(), sections=()))
        self.db.table("plan").insert(
            {"first": first, "tasks": len(tasks), "id": plan.info.id, "path": path, "position": 0, "shown": 0}
            | {"info": _json(head["plan"]), "goals": _json(head["goals"])}
        )
        self.db.table("section").insert_all(_section_row(first, section) for section in sections)
        self.db.conn.executemany(
            "insert into task values (?, ?, ?, ?, ?, ?, ?, ?)", _task_rows(first, plan, tasks)
        )
        self.db.conn.executemany(
            "insert into body values (?, ?)",
            ((pk, _json(task_dict(t))) for pk, (_, t) in enumerate(tasks, first)),
        )
        self.db.conn.executemany(
            "insert into words(rowid, title, names, body) values (?, ?, ?, ?)",
            ((pk, *map(grams, _haystack(task, plan.info))) for pk, (_, task) in enumerate(tasks, first)),
        )
        self.db.conn.executemany(
            "insert into facet values (?, ?, ?, ?)",
            ((kind, value, first, bits.pack(rows)) for (kind, value), rows in _facets(plan, tasks)),
        )

        self.db.execute(
            "insert into spelled_title values (?, ?)", (first, packed_titles(task.title for _, task in tasks))
        )
        self._names(
            {name for _, task in tasks for _, name in task.departments.pairs()}.union(plan.info.responsible)
        )

    def _names(self, names: Iterable[str]) -> None:
        """Store the pinyin of names of departments, of those that are not known yet."""
        known = "select 1 from spelled_name where name = ?"
        new = [name for name in sorted(set(names)) if not self.db.execute(known, (name,)).fetchone()]
        self.db.conn.executemany(
            "insert into spelled_name values (?, ?)", ((name, packed_name(name)) for name in new)
        )

    def _departments(self, changed: Mapping[str, bytes | None]) -> None:
        """Read the departments of all files: compiled where one changed, else as they are known."""
        self.department_problems: tuple[Problem, ...] = ()
        if not self.known:
            read = read_department_files([Path(s.path) for s in self.stamps if is_departments(s.path)])
            self.department_problems = read.problems
            self.db.table("department").insert_all(
                {"position": position, "region": department.region, "name": department.name}
                | {"aliases": _json(department.aliases), "members": _json(department.members)}
                for position, department in enumerate(read.departments)
            )
            self._names(name for one in read.departments for name in (one.name, *one.aliases, *one.members))
        self.registry = read_registry(self.db.conn)

    def _shadow(self) -> None:
        """Show the first plan of each id; give every plan the position of its file."""
        self.db.execute("update plan set position = (select position from file where file.path = plan.path)")
        self.db.execute(
            "update plan set shown = position = (select min(other.position) from plan other where other.id = plan.id)"
        )


def _is_of_the_index(error: Exception) -> bool:
    """Return whether the index itself failed, such as on a full disk, and not one file's content."""
    return isinstance(error, OSError | sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError


def _content(stamp: FileStamp) -> bytes | None:
    """Return the file's content, None where it cannot be read or is too large."""
    try:
        content = read_content(Path(stamp.path))
        return content if len(content) <= MOST_BYTES else None
    except OSError:
        return None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _section_row(plan: int, placed: PlacedSection) -> dict[str, object]:
    section = placed.section
    return {
        "plan": plan,
        "ordinal": placed.ordinal,
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "parent": placed.parent,
        "depth": placed.depth,
        "first": placed.first,
        "own": placed.own,
        "total": placed.total,
        "source": _json(place_dict(section.source)) if section.source else "",
    }


def _task_rows(first: int, plan: Plan, tasks: Sequence[tuple[int, Task]]) -> Iterator[tuple[object, ...]]:
    for pk, (section, task) in enumerate(tasks, first):
        due = min((deadline.due for deadline in task.deadlines), default=None)
        names = _json(accountable(task.departments, plan.info.responsible))
        yield pk, first, section, task.id, task.number, task.title, due.isoformat() if due else "", names


def _haystack(task: Task, plan: PlanInfo) -> tuple[str, str, str]:
    """Return what words are looked for in: by which the task is called, its departments, its text."""
    names = " ".join([*(name for _, name in task.departments.pairs()), *plan.responsible])
    return f"{task.id} {task.number} {task.title}", names, task.text


def _facets(plan: Plan, tasks: Sequence[tuple[int, Task]]) -> Iterator[tuple[tuple[str, str], int]]:
    """Return the set of row numbers, counted from the plan's first, of every facet value."""
    rows: dict[tuple[str, str], list[int]] = {}
    for row, (_, task) in enumerate(tasks):
        for role, name in task.departments.pairs():
            for key in (role.value, ANY_ROLE):
                rows.setdefault((FacetKind.DEPARTMENT, f"{key}\t{name}"), []).append(row)
        years = {str(deadline.due.year) for deadline in task.deadlines} or {""}
        for year in years:
            rows.setdefault((FacetKind.YEAR, year), []).append(row)
        for tag in task.tags:
            rows.setdefault((FacetKind.TAG, tag), []).append(row)
        for day in {deadline.due.isoformat() for deadline in task.deadlines}:
            rows.setdefault((FacetKind.DUE, day), []).append(row)
        due = min((deadline.due for deadline in task.deadlines), default=None)
        rows.setdefault((FacetKind.FIRST_DUE, due.isoformat() if due else ""), []).append(row)
        for role in Role:
            names = task.departments.of(role) or (plan.info.responsible if role is Role.RESPONSIBLE else ())
            first = f"{role.value}\t{names[0] if names else ''}"
            rows.setdefault((FacetKind.FIRST_DEPARTMENT, first), []).append(row)
    for name in plan.info.responsible:
        for role_name in (Role.RESPONSIBLE.value, ANY_ROLE):
            rows[FacetKind.DEPARTMENT, f"{role_name}\t{name}"] = list(range(len(tasks)))
    return ((key, bits.from_rows(found)) for key, found in rows.items())
