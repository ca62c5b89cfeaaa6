"""Reads the compiled index: all plans found on the search path, a window at a time."""

from __future__ import annotations

import json
import sqlite3
import weakref
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self, TypeVar

from plantui.model.department import Department, DepartmentRef, DepartmentRegistry
from plantui.model.key import TaskKey
from plantui.model.problem import Problem
from plantui.model.terms import PlanStatus, Role
from plantui.store.database_uri import database_uri

from . import bits
from .damage import read_from_index
from .facets import ANY_ROLE, FacetKind, WordPlace
from .schema import VERSION

if TYPE_CHECKING:
    # Made when a whole task or plan is looked at: a start shows entries and does without these classes.
    from plantui.model.plan import Deadline, Funding, Indicator, Plan, Task
    from plantui.model.report_age import ReportMarks
    from plantui.planfile.search_path import HiddenPlan

    from .files import FileStamp
    from .spelled import SpelledLines  # loaded by the first letters that are looked up

T = TypeVar("T")

_MANY = 500
"""Number of values that go into one statement."""


class PlanEntry(NamedTuple):
    """A plan as the tree shows it. Its tasks have the row numbers from `first` on."""

    first: int
    tasks: int
    id: str
    path: str
    title: str
    short_title: str
    region: str
    status: PlanStatus
    responsible: tuple[str, ...]
    start_year: int | None
    end_year: int | None
    document_number: str
    issuer: str
    issued: str
    """A day or a month, ISO, empty where the document names none."""
    report_target_days: int | None = None
    report_limit_days: int | None = None

    @property
    def has_report_marks(self) -> bool:
        """True where the plan sets a target or a limit for the age of a last report."""
        return (self.report_target_days, self.report_limit_days) != (None, None)

    @property
    def report_marks(self) -> ReportMarks:
        """Target and limit of the age of a last report."""
        from plantui.model.report_age import ReportMarks

        return ReportMarks(self.report_target_days, self.report_limit_days)

    @property
    def in_force_from(self) -> str:
        """The day, the month or else the year from which reports on it are owed, ISO; empty where nothing tells."""
        return self.issued or str(self.start_year or "")

    @property
    def first_day(self) -> date | None:
        """The first day of what `in_force_from` says; None where nothing tells."""
        said = self.in_force_from
        return date.fromisoformat(said + "-01-01"[len(said) - len("2025") :]) if said else None


class GoalEntry(NamedTuple):
    """A goal of a plan as the pane shows it."""

    text: str
    due: str
    """ISO, empty without a date."""


class SectionEntry(NamedTuple):
    """A heading: `own` tasks directly under it from row `first` on, `total` with all headings below."""

    ordinal: int
    id: str
    number: str
    title: str
    parent: int
    depth: int
    first: int
    own: int
    total: int


class SectionSpans(NamedTuple):
    """The stretches of rows under each heading of a plan, in the order of the headings."""

    firsts: list[int]
    ends: list[int]
    """The row behind the last task below the heading."""
    own_ends: list[int]
    """The row behind the last task directly under it."""
    depths: list[int]


class LinesOfRows(NamedTuple):
    """A stretch of lines that stand for as many rows."""

    line: int
    row: int
    length: int


class TaskEntry(NamedTuple):
    """A task as the tree shows it."""

    pk: int
    plan: int
    section: int
    id: str
    number: str
    title: str
    due: str
    """The earliest date, ISO, empty without one."""
    accountable: tuple[str, ...]
    """The departments whose notes decide its status, as printed."""


def read_registry(db: sqlite3.Connection) -> DepartmentRegistry:
    """Return the departments that an index holds."""
    rows = db.execute("select region, name, aliases, members from department order by position")
    return DepartmentRegistry(
        Department(region, name, _listed(aliases), _listed(members))
        for region, name, aliases, members in rows
    )


def _listed(text: str) -> tuple[str, ...]:
    return (
        () if text == "[]" else tuple(json.loads(text))
    )  # most departments have neither members nor aliases


class Library:
    """An open index. Threads may share it, since SQLite takes their reads one after the other.

    Raises IndexDamaged from any method where the index file is damaged, which is then deleted.
    """

    def __init__(self, db: sqlite3.Connection, path: Path | None = None) -> None:
        self.path = path
        """Path of the index, None for one in memory."""
        self._db = db
        self._closing = weakref.finalize(self, db.close)  # a library that is forgotten lets go of its file
        self._sections: dict[int, list[SectionEntry]] = {}
        self._spans: dict[int, SectionSpans] = {}
        self._titles_spelled_last: tuple[int, list[bytes]] = (-1, [])
        """The plan whose titles were asked for last, and these titles in pinyin."""
        self._heads: dict[int, Plan] = {}

    @classmethod
    def at(cls, path: Path) -> Library:
        """Open an index file. Raises sqlite3.OperationalError where it is not there or may not be read."""
        # immutable: an index is never written again, only replaced, so no lock and no side files are needed.
        uri = database_uri(path, "mode=ro&immutable=1")
        return cls(sqlite3.connect(uri, uri=True, check_same_thread=False), path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._closing()

    @cached_property
    @read_from_index
    def plans(self) -> tuple[PlanEntry, ...]:
        """The plans: those in force before drafts before superseded ones, else in the order of the search path."""
        rows = self._db.execute("select first, tasks, id, path, info from plan where shown order by position")
        ranks = list(PlanStatus)
        return tuple(sorted((_plan_entry(*row) for row in rows), key=lambda plan: ranks.index(plan.status)))

    @cached_property
    def plan_at(self) -> Mapping[int, PlanEntry]:
        """The plans by their first row number."""
        return {plan.first: plan for plan in self.plans}

    @cached_property
    def _firsts(self) -> list[int]:
        """The first row number of each plan, ascending."""
        return sorted(self.plan_at)

    def plan_of(self, pk: int) -> PlanEntry:
        """Return the plan of the task of a row number."""
        return self.plan_at[self._firsts[bisect_right(self._firsts, pk) - 1]]

    @cached_property
    def live(self) -> int:
        """The set of all tasks."""
        everything = 0
        for plan in self.plans:
            everything |= bits.span(plan.first, plan.tasks)
        return everything

    @cached_property
    @read_from_index
    def registry(self) -> DepartmentRegistry:
        """The known departments of all regions."""
        return read_registry(self._db)

    def plan(self, plan_id: str) -> PlanEntry | None:
        """Return the plan of that id."""
        return next((plan for plan in self.plans if plan.id == plan_id), None)

    def is_made_of(self, stamps: Sequence[FileStamp]) -> bool:
        """Return whether the index was compiled by this version from just these files.

        Raises sqlite3.DatabaseError where the file is no index or too damaged to tell.
        """
        if self._db.execute("pragma user_version").fetchone()[0] != VERSION:
            return False
        known = self._db.execute("select path, size, mtime_ns from file order by position").fetchall()
        return known == [(stamp.path, stamp.size, stamp.mtime_ns) for stamp in stamps]

    @cached_property
    @read_from_index
    def stamp(self) -> str:
        """The files and plans that row numbers hang on: an index of the same stamp has each task under the same number."""
        files = self._db.execute("select path, size, mtime_ns, sha256 from file order by position").fetchall()
        plans = self._db.execute("select first, tasks, id, shown from plan order by first").fetchall()
        return json.dumps([VERSION, files, plans])

    @cached_property
    @read_from_index
    def file_hashes(self) -> Mapping[str, str]:
        """The SHA-256 of each file by its path, as the index was compiled from it."""
        return dict(self._db.execute("select path, sha256 from file"))

    @read_from_index
    def hidden_plans(self) -> list[HiddenPlan]:
        """Return the plans that are not shown, since one of the same id stands before them on the search path."""
        # Only who opens plans by a search path has it loaded.
        from plantui.planfile.search_path import hidden_plans

        return hidden_plans(self._db.execute("select id, path from plan order by position"))

    @read_from_index
    def problems(self) -> list[Problem]:
        """Return the problems of the files when they were compiled, in the order of the files."""
        rows = self._db.execute(
            "select problems from file where problems != '[]' order by position"
        ).fetchall()
        if not rows:
            return []
        from .stored_problems import stored_problems

        return [problem for (problems,) in rows for problem in stored_problems(problems)]

    @read_from_index
    def sections(self, plan: PlanEntry) -> list[SectionEntry]:
        """Return the headings of a plan in reading order."""
        if plan.first not in self._sections:
            self._sections[plan.first] = self._read_sections(plan)
        return self._sections[plan.first]

    def section_spans(self, plan: PlanEntry) -> SectionSpans:
        """Return the stretches of rows of the plan's headings, for counting in all of them at once."""
        if plan.first not in self._spans:
            sections = self.sections(plan)
            self._spans[plan.first] = SectionSpans(
                [one.first for one in sections],
                [one.first + one.total for one in sections],
                [one.first + one.own for one in sections],
                [one.depth for one in sections],
            )
        return self._spans[plan.first]

    def _read_sections(self, plan: PlanEntry) -> list[SectionEntry]:
        rows = self._db.execute(
            "select ordinal, id, number, title, parent, depth, first, own, total"
            " from section where plan = ? order by ordinal",
            (plan.first,),
        )
        return [SectionEntry(*row) for row in rows]

    @read_from_index
    def tasks(self, rows: Sequence[int]) -> list[TaskEntry]:
        """Return the tasks of these row numbers, in their order."""
        found: dict[int, TaskEntry] = {}
        for many in _portions(rows):
            marks = ",".join("?" * len(many))
            query = f"select pk, plan, section, id, number, title, due, accountable from task where pk in ({marks})"
            for pk, plan, section, ident, number, title, due, names in self._db.execute(query, many):
                found[pk] = TaskEntry(pk, plan, section, ident, number, title, due, _names(names))
        return [found[pk] for pk in rows]

    @read_from_index
    def printed_numbers(self, plan: PlanEntry) -> list[tuple[int, str]]:
        """Return the row number and the printed number of each task of a plan."""
        query = "select pk, number from task where plan = ? order by pk"
        return self._db.execute(query, (plan.first,)).fetchall()

    @read_from_index
    def row_of(self, plan: PlanEntry, task_id: str) -> int | None:
        """Return the row number of a task."""
        row = self._db.execute(
            "select pk from task where plan = ? and id = ?", (plan.first, task_id)
        ).fetchone()
        return row[0] if row else None

    @read_from_index
    def places_of(self, keys: Iterable[TaskKey]) -> dict[TaskKey, tuple[int, tuple[str, ...]]]:
        """Return the row number and the accountable departments of each task; a task that no plan holds is left out."""
        found: dict[TaskKey, tuple[int, tuple[str, ...]]] = {}
        for plan, tasks in self._by_plan(keys):
            for many in _portions(tasks):
                marks = ",".join("?" * len(many))
                query = f"select id, pk, accountable from task where plan = ? and id in ({marks})"
                for task, pk, accountable in self._db.execute(query, (plan.first, *many)):
                    found[TaskKey(plan.id, task)] = (pk, _names(accountable))
        return found

    @read_from_index
    def deadlines_of(self, rows: Iterable[int]) -> dict[int, tuple[Deadline, ...]]:
        """Return the dated requirements of the tasks of these row numbers, without reading the rest of each task."""
        from plantui.planfile.jsonform import deadline_from_dict

        texts = self._texts([*rows], "json_extract(json, '$.deadlines')")
        return {pk: tuple(map(deadline_from_dict, json.loads(text))) for pk, text in texts.items()}

    @read_from_index
    def due_days_of(self, rows: Sequence[int]) -> dict[int, list[date]]:
        """Return the days of the dated requirements of the tasks of these row numbers, in the order of the plan."""
        texts = self._texts(rows, "json_extract(json, '$.deadlines')")
        return {pk: [date.fromisoformat(one["due"]) for one in json.loads(texts[pk])] for pk in rows}

    def rows_of(self, keys: Iterable[TaskKey]) -> dict[TaskKey, int]:
        """Return the row numbers of these tasks; one that no plan holds (any more) is left out."""
        return {
            TaskKey(plan.id, task): pk
            for plan, tasks in self._by_plan(keys)
            for task, pk in self._rows_in(plan, tasks)
        }

    def _by_plan(self, keys: Iterable[TaskKey]) -> list[tuple[PlanEntry, list[str]]]:
        """Return the ids of the tasks under the plans, without those of other plans."""
        wanted: dict[str, list[str]] = {}
        for key in keys:
            wanted.setdefault(key.plan, []).append(key.task)
        return [(plan, wanted[plan.id]) for plan in self.plans if plan.id in wanted]

    @read_from_index
    def _rows_in(self, plan: PlanEntry, tasks: Sequence[str]) -> list[tuple[str, int]]:
        """Return the ids and row numbers of those of the tasks that a plan holds; where most are wanted, by reading all."""
        if len(tasks) > plan.tasks // 4:
            rows = self._db.execute("select id, pk from task where plan = ?", (plan.first,))
            asked = set(tasks)
            return [(task, pk) for task, pk in rows if task in asked]
        found: list[tuple[str, int]] = []
        for many in _portions(tasks):
            marks = ",".join("?" * len(many))
            query = f"select id, pk from task where plan = ? and id in ({marks})"
            found += self._db.execute(query, (plan.first, *many))
        return found

    @read_from_index
    def rows_by_id(self, plan: PlanEntry, rows: Sequence[int]) -> dict[str, int]:
        """Return the row numbers of those of the rows that are tasks of a plan, by the tasks' ids."""
        wanted = set(rows)
        found = self._db.execute("select id, pk from task where plan = ?", (plan.first,))
        return {task: pk for task, pk in found if pk in wanted}

    @read_from_index
    def key_of(self, task: TaskEntry) -> TaskKey:
        """Return the key that a task's notes hang on."""
        return TaskKey(self.plan_at[task.plan].id, task.id)

    def keys_by_row(self, rows: Sequence[int]) -> dict[int, TaskKey]:
        """Return the keys of the tasks of these row numbers, in no special order."""
        found: dict[int, TaskKey] = {}
        for many in _portions(rows):
            marks = ",".join("?" * len(many))
            query = f"select pk, plan, id from task where pk in ({marks})"
            found.update(
                (pk, TaskKey(self.plan_at[plan].id, task)) for pk, plan, task in self._db.execute(query, many)
            )
        return found

    def keys_of(self, rows: Sequence[int]) -> list[TaskKey]:
        """Return the keys of the tasks of these row numbers, in no special order."""
        return [*self.keys_by_row(rows).values()]

    def task_set(self, keys: Iterable[TaskKey]) -> int:
        """Return the set of these tasks, without those that no plan holds (any more)."""
        by_plan = self._by_plan(keys)
        return bits.from_rows(pk for plan, tasks in by_plan for _, pk in self._rows_in(plan, tasks))

    @read_from_index
    def task_texts(self, rows: Sequence[int]) -> list[str]:
        """Return the whole tasks of these row numbers in the JSON form, each as the text of one object, in their order.

        For writers of JSON: 100,000 tasks pass through without becoming objects.
        """
        found = self._texts(rows, "json")
        return [found[pk] for pk in rows]

    @read_from_index
    def indicators_of(self, rows: Sequence[int]) -> dict[int, tuple[Indicator, ...]]:
        """Return the indicators of the tasks of these row numbers that have some, in the order of the rows."""
        from plantui.planfile.jsonform import indicator_from_dict

        texts = self._texts(rows, "json_extract(json, '$.indicators')")
        having = ((pk, text) for pk in rows if (text := texts[pk]) and text != "[]")
        return {pk: tuple(map(indicator_from_dict, json.loads(text))) for pk, text in having}

    @cached_property
    @read_from_index
    def funding(self) -> dict[int, tuple[Funding, ...]]:
        """The money for each task of which some is said, by row number, ascending."""
        from plantui.planfile.jsonform import funding_from_dict

        # The key is looked for first: few tasks have it, and to parse all of them would take far longer.
        having = "from body where instr(json, '\"funding\"') order by pk"
        found = self._db.execute(f"select pk, json_extract(json, '$.funding') {having}").fetchall()
        return {pk: tuple(map(funding_from_dict, json.loads(text))) for pk, text in found if text}

    def _texts(self, rows: Sequence[int], part: str) -> dict[int, str]:
        """Return a part of the JSON form, as SQL has it, of the tasks of these row numbers."""
        found: dict[int, str] = {}
        for many in _portions(rows):
            marks = ",".join("?" * len(many))
            found.update(
                self._db.execute(f"select pk, {part} from body where pk in ({marks})", many).fetchall()
            )
        return found

    def task(self, pk: int) -> Task:
        """Return the whole task of a row number."""
        return self.tasks_of(self.task_texts([pk]))[0]

    @read_from_index
    def tasks_of(self, texts: Sequence[str]) -> list[Task]:
        """Return the whole tasks behind `task_texts`."""
        from plantui.planfile.jsonform import task_from_dict

        found = json.loads(f"[{','.join(texts)}]")  # together they take less than one by one
        if len(found) != len(texts):
            raise ValueError("more than one value in a text")
        return [*map(task_from_dict, found)]

    @read_from_index
    def goals(self, plan: PlanEntry) -> list[GoalEntry]:
        """Return the goals of a plan as the pane shows them."""
        (goals,) = self._db.execute("select goals from plan where first = ?", (plan.first,)).fetchone()
        return [GoalEntry(goal["text"], goal["due"] or "") for goal in json.loads(goals)]

    @read_from_index
    def head(self, plan: PlanEntry) -> Plan:
        """Return a plan without its tasks: its own data, its goals and its headings, each with its place in the document."""
        if plan.first not in self._heads:
            self._heads[plan.first] = self._read_head(plan)
        return self._heads[plan.first]

    def _read_head(self, plan: PlanEntry) -> Plan:
        from plantui.planfile.jsonform import plan_from_dict

        info, goals = self._db.execute(
            "select info, goals from plan where first = ?", (plan.first,)
        ).fetchone()
        query = "select source from section where plan = ? order by ordinal"
        sections = self.sections(plan)
        places = [
            json.loads(source) if source else None for (source,) in self._db.execute(query, (plan.first,))
        ]
        return plan_from_dict(
            {
                "plan": json.loads(info),
                "goals": json.loads(goals),
                "sections": [
                    {
                        "id": section.id,
                        "number": section.number,
                        "title": section.title,
                        "parent": sections[section.parent].id if section.parent >= 0 else None,
                        "source": place,
                    }
                    for section, place in zip(sections, places, strict=True)
                ],
            }
        )

    @read_from_index
    def facet_values(self, kind: FacetKind) -> list[str]:
        """Return every value of a kind of facet that a plan shown has."""
        rows = self._db.execute(
            "select distinct value from facet where kind = ?"
            " and plan in (select first from plan where shown) order by value",
            (kind.value,),
        )
        return [value for (value,) in rows]

    @cached_property
    @read_from_index
    def printed_names(self) -> tuple[tuple[str, str], ...]:
        """Every (region, department's name as printed) in the plans shown."""
        rows = self._db.execute(
            "select distinct plan, value from facet where kind = ? and value > ? and value < ?",
            (FacetKind.DEPARTMENT.value, f"{ANY_ROLE}\t", f"{ANY_ROLE}\n"),
        )
        found = (
            (self.plan_at[plan].region, value.partition("\t")[2])
            for plan, value in rows
            if plan in self.plan_at
        )
        return tuple(dict.fromkeys(found))

    @cached_property
    def names_by_department(self) -> Mapping[DepartmentRef, Sequence[str]]:
        """The names as printed by the department that they stand for."""
        found: dict[DepartmentRef, list[str]] = {}
        for region, name in self.printed_names:
            found.setdefault(self.registry.resolve(region, name), []).append(name)
        return found

    @cached_property
    def accountable_sets(self) -> Mapping[tuple[str, str], int]:
        """The tasks whose status each (region, name as printed) decides: as lead, else as shared, else as responsible."""
        found: dict[tuple[str, str], int] = {}
        rest = self.live

        def add(key: tuple[str, str], tasks: int) -> None:
            if tasks:
                found[key] = found.get(key, 0) | tasks

        for role in (Role.LEAD, Role.SHARED):
            given = self.department_facets(role)
            for key, tasks in given.items():
                add(key, tasks & rest)
            rest &= ~bits.union(given.values())
        # A name that carries a whole plan has all of its tasks, also those that name somebody responsible themselves.
        carried = [plan for plan in self.plans if plan.responsible]
        alone = rest & ~bits.union(bits.span(plan.first, plan.tasks) for plan in carried)
        for key, tasks in self.department_facets(Role.RESPONSIBLE).items():
            add(key, tasks & alone)
        for plan in carried:
            for name, rows in self._accountable_rows(plan).items():
                add((plan.region, name), bits.from_rows(rows) & rest)
        return found

    @read_from_index
    def _accountable_rows(self, plan: PlanEntry) -> dict[str, list[int]]:
        """Return the row numbers of a plan's tasks by the names of those who are accountable for them."""
        found: dict[str, list[int]] = {}
        query = "select pk, accountable from task where plan = ?"
        for pk, names in self._db.execute(query, (plan.first,)):
            for name in _names(names):
                found.setdefault(name, []).append(pk)
        return found

    def facet(self, kind: FacetKind, value: str) -> int:
        """Return the tasks with this facet value, in all plans shown."""
        return sum(self.facet_by_plan(kind, value).values())

    @read_from_index
    def facet_by_plan(self, kind: FacetKind, value: str) -> dict[int, int]:
        """Return the tasks with this facet value as one set per plan, by the plan's first row number."""
        rows = self._db.execute(
            "select plan, bits from facet where kind = ? and value = ?", (kind.value, value)
        )
        return {plan: bits.unpack(packed) << plan for plan, packed in rows if plan in self.plan_at}

    def department_facets(self, role: Role | None = None) -> dict[tuple[str, str], int]:
        """Return the tasks given to each (region, name as printed), in one role or in any."""
        return self._by_name(FacetKind.DEPARTMENT, role.value if role else ANY_ROLE)

    def first_departments(self, role: Role) -> dict[tuple[str, str], int]:
        """Return the tasks in which each (region, name as printed) is the first that is named in a role."""
        return self._by_name(FacetKind.FIRST_DEPARTMENT, role.value)

    def naming_nobody(self, role: Role) -> int:
        """Return the tasks that name no department in a role."""
        return self.facet(FacetKind.FIRST_DEPARTMENT, f"{role.value}\t")

    @read_from_index
    def _by_name(self, kind: FacetKind, prefix: str) -> dict[tuple[str, str], int]:
        rows = self._db.execute(
            "select value, plan, bits from facet where kind = ? and value > ? and value < ?",
            (kind.value, f"{prefix}\t", f"{prefix}\n"),
        )
        found: dict[tuple[str, str], int] = {}
        for value, first, packed in rows:
            plan = self.plan_at.get(first)
            if plan:
                key = plan.region, value.partition("\t")[2]
                found[key] = found.get(key, 0) | bits.unpack(packed) << first
        return found

    @read_from_index
    def holding(self, term: str, place: WordPlace | None = None) -> int:
        """Return the tasks that hold a term, as `search_terms` gives it, in one place or in any."""
        from .grams import match_expression

        expression = match_expression(term)
        if place is not None:
            expression = f"{place.value} : {expression}"
        # As one text: a row handed over for each hit takes twice as long as finding it.
        query = "select coalesce(group_concat(rowid), '') from words where words match ?"
        (rows,) = self._db.execute(query, (expression,)).fetchone()
        return bits.from_rows(json.loads(f"[{rows}]")) & self.live

    def titles_spelled(self, letters: str) -> int:
        """Return the tasks in whose titles letters stand for characters, as initials or syllables."""
        from plantui.model.letters import can_be_syllables, may_be_initials, may_be_syllables

        from .spelled import lines_with

        lines = 0
        if may_be_initials(letters):
            lines |= lines_with(self._initials_of_titles, letters.encode("ascii"))
        if may_be_syllables(letters) and can_be_syllables(letters):
            lines |= self._syllables_of_titles.holding(letters)
        return bits.union(
            (lines >> stretch.line & ((1 << stretch.length) - 1)) << stretch.row
            for stretch in self._lines_of_titles
        )

    def names_spelled(self, letters: str) -> list[str]:
        """Return the names of departments that letters may begin, known ones and printed ones."""
        lines, names = self._spelled_names
        return [names[line] for line in bits.rows_of(lines.beginning(letters))]

    @read_from_index
    def title_spellings(self, task: TaskEntry) -> list[str]:
        """Return the ways in which the title of a task is spelled in pinyin."""
        import zlib

        from .spelled import ways_of_line

        plan, lines = self._titles_spelled_last
        if plan != task.plan:
            query = "select titles from spelled_title where plan = ?"
            lines = zlib.decompress(self._db.execute(query, (task.plan,)).fetchone()[0]).split(b"\n")
            self._titles_spelled_last = task.plan, lines
        return ways_of_line(lines[task.pk - task.plan])

    @cached_property
    def _lines_of_titles(self) -> list[LinesOfRows]:
        """The rows of the lines in which titles are spelled; plans whose rows follow each other are one stretch."""
        stretches: list[LinesOfRows] = []
        line = 0
        for first in self._firsts:
            # A plan without tasks has one line, which is empty.
            count = max(self.plan_at[first].tasks, 1)
            if stretches and sum(stretches[-1][1:]) == first:
                before = stretches.pop()
                stretches.append(before._replace(length=before.length + count))
            else:
                stretches.append(LinesOfRows(line, first, count))
            line += count
        return stretches

    @cached_property
    def _initials_of_titles(self) -> bytes:
        return self._titles_in("initials")

    @cached_property
    def _syllables_of_titles(self) -> SpelledLines:
        from .spelled import SpelledLines

        return SpelledLines(self._titles_in("titles"))

    @read_from_index
    def _titles_in(self, column: str) -> bytes:
        """Return a line for the title of each task, in the order of the plans' first rows."""
        import zlib

        stored = dict(self._db.execute(f"select plan, {column} from spelled_title"))
        return b"\n".join(zlib.decompress(stored[first]) for first in self._firsts)

    @cached_property
    @read_from_index
    def _spelled_names(self) -> tuple[SpelledLines, list[str]]:
        """The names of departments in pinyin, a line for each, and the names of the lines."""
        from .spelled import SpelledLines

        rows = self._db.execute("select name, spelled from spelled_name order by name").fetchall()
        lines = "\n".join(spelled for _, spelled in rows)
        return SpelledLines(lines.encode("ascii")), [name for name, _ in rows]


@lru_cache(4096)
def _names(written: str) -> tuple[str, ...]:
    """Return a list of names from its JSON text; many tasks have the same departments."""
    return tuple(json.loads(written))


def _plan_entry(first: int, tasks: int, plan_id: str, path: str, info: str) -> PlanEntry:
    data = json.loads(info)
    return PlanEntry(
        first,
        tasks,
        plan_id,
        path,
        data["title"],
        data["short_title"],
        data["region"],
        PlanStatus(data["status"]),
        tuple(data["responsible"]),
        data["start_year"],
        data["end_year"],
        data["document_number"] or "",
        data["issuer"] or "",
        data["issued"] or "",
        data.get("report_target_days"),
        data.get("report_limit_days"),
    )


def _portions(rows: Sequence[T]) -> Iterable[list[T]]:
    return ([*rows[start : start + _MANY]] for start in range(0, len(rows), _MANY))
