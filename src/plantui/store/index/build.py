"""Compiles plan files into the index. Only what changed is read again; a plan keeps a block of row numbers to itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import Problem
from plantui.planfile.bounds import MOST_BYTES
from plantui.planfile.departments import read_department_files
from plantui.planfile.reader import unusable_file
from plantui.planfile.toml_source import read_content
from plantui.store.database_uri import database_uri

from . import schema
from .compiled import CompiledFile, CompiledPlan, PlanContent, is_of_the_index, json_text, section_row
from .compiling import compiled_files
from .files import FileStamp, digest, is_departments
from .library import read_registry
from .spelled import packed_name
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
        plans = [
            PlanContent(stamp.path, changed[stamp.path])
            for stamp in self.stamps
            if self._is_to_be_compiled(stamp.path, changed)
        ]
        with closing(compiled_files(plans, self.registry)) as compiled:
            for position, stamp in enumerate(self.stamps):
                if stamp.path in changed:
                    if self.progress:
                        self.progress(position, len(self.stamps), Path(stamp.path).name)
                    self._file(stamp, changed[stamp.path], compiled)
                self.db.execute("update file set position = ? where path = ?", (position, stamp.path))
        self._shadow()

    def _is_to_be_compiled(self, path: str, changed: Mapping[str, bytes | None]) -> bool:
        return path in changed and not is_departments(path) and self._is_new(path, changed[path])

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

    def _file(self, stamp: FileStamp, content: bytes | None, compiled: Iterator[CompiledFile]) -> None:
        sha256 = digest(content) if content is not None else ""
        if not self._is_new(stamp.path, content):
            self.db.execute(
                "update file set size = ?, mtime_ns = ? where path = ?",
                (stamp.size, stamp.mtime_ns, stamp.path),
            )
            return
        self._forget(stamp.path)
        if is_departments(stamp.path):
            problems = problems_text(
                problem for problem in self.department_problems if problem.file == stamp.path
            )
        else:
            problems = self._stored(next(compiled), stamp.path)
        self.db.table("file").insert(
            {"path": stamp.path, "size": stamp.size, "mtime_ns": stamp.mtime_ns, "sha256": sha256}
            | {"position": 0, "problems": problems}
        )

    def _stored(self, read: CompiledFile, path: str) -> str:
        """Store the plan and return its problems; a plan that cannot be stored is left out with a problem."""
        if read.plan is None:
            return read.problems
        try:
            with self.db.atomic():
                self._plan(read.plan, path)
        except Exception as error:
            if is_of_the_index(error):
                raise
            return problems_text(unusable_file(path, error).problems)
        return read.problems

    def _plan(self, plan: CompiledPlan, path: str) -> None:
        first = self.db.execute("select next_row from counter").fetchone()[0]
        count = len(plan.tasks)
        self.db.execute("update counter set next_row = ?", (first + max(count, 1),))
        self.db.table("plan").insert(
            {"first": first, "tasks": count, "id": plan.id, "path": path, "position": 0, "shown": 0}
            | {"info": plan.info, "goals": plan.goals}
        )
        self._insert("section", 11, ((first, *section_row(section, first)) for section in plan.sections))
        self._insert("task", 8, ((pk, first, *row) for pk, row in enumerate(plan.tasks, first)))
        self._insert("body", 2, enumerate(plan.bodies, first))
        words = ((pk, *words) for pk, words in enumerate(plan.words, first))
        self._insert("words(rowid, title, names, body)", 4, words)
        self._insert("facet", 4, ((kind, value, first, rows) for kind, value, rows in plan.facets))
        self._insert("spelled_title", 3, [(first, *plan.spelled_titles)])
        self._names(plan.names)

    def _insert(self, table: str, columns: int, rows: Iterable[tuple[object, ...]]) -> None:
        """Insert rows with a value for each column: keys for each would take longer than the rows."""
        marks = ", ".join("?" * columns)
        self.db.conn.executemany(f"insert into {table} values ({marks})", rows)

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
                | {"aliases": json_text(department.aliases), "members": json_text(department.members)}
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


def _content(stamp: FileStamp) -> bytes | None:
    """Return the file's content, None where it cannot be read or is too large."""
    try:
        content = read_content(Path(stamp.path))
        return content if len(content) <= MOST_BYTES else None
    except OSError:
        return None
