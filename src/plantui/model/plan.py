"""A published plan as frozen values. The names and their meaning are those of docs/plan-format.md."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .key import TaskKey
from .terms import Force, Op, PlanStatus, Role


class Place(NamedTuple):
    """Place of a field in the document that it was read from."""

    line: int
    """From 1."""
    range: str = ""
    """Its characters: `120-135` are those of the document's text from 120 up to, but without, 135."""
    page: int | None = None


class Goal(NamedTuple):
    """A clause of the plan's main goals, with its figure where it has one."""

    text: str
    indicator: str | None = None
    op: Op | None = None
    value: float | int | None = None
    unit: str | None = None
    due: date | None = None
    grade: str | None = None
    """A target that is a class and not a number: Ⅱ类."""
    force: Force | None = None
    source: Place | None = None


class Section(NamedTuple):
    """A heading of the outline. `parent` is the id of the section above, None at the top."""

    id: str
    number: str
    title: str
    parent: str | None = None
    source: Place | None = None


class Deadline(NamedTuple):
    """A dated phrase of a task's text: the words, the day they mean, and what is due by then, verbatim."""

    phrase: str
    due: date
    clause: str = ""


class Indicator(NamedTuple):
    """A measurable target of a task. `unit` carries 万 and 亿, so `value` is the number as printed."""

    indicator: str
    op: Op | None = None
    value: float | int | None = None
    unit: str | None = None
    due: date | None = None
    baseline_year: int | None = None
    clause: str = ""
    grade: str | None = None
    force: Force | None = None


class Funding(NamedTuple):
    """A sum of money that a task is given; `unit` carries 万 and 亿, so `amount` is the number as printed."""

    amount: float | int | None = None
    """The amount; None where it is not known, which is not 0."""
    unit: str | None = None
    source: str | None = None
    """The source of the money: 中央资金, 市级财政."""


class Departments(NamedTuple):
    """The departments of one task by role, in the order of the roles; names as printed, in the order of the document."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    guide: tuple[str, ...] = ()

    def of(self, role: Role) -> tuple[str, ...]:
        """The names in one role."""
        names: tuple[str, ...] = getattr(self, role)
        return names

    def pairs(self) -> tuple[tuple[Role, str], ...]:
        """Every (role, name), lead first."""
        return tuple([(role, name) for role, names in zip(Role, self, strict=True) for name in names])


class TaskSource(NamedTuple):
    """Places of a task's fields in the document that it was read from, each a range as in `Place`."""

    line: int
    """The line where the task begins, from 1."""
    page: int | None = None
    title: str = ""
    text: str = ""
    departments: tuple[str, ...] = ()
    """Ranges of the departments, in the order of the roles, then of the names."""
    deadlines: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    title_from_text: bool = False
    """The document gives the task no title; these are the first words of its text."""


class Task(NamedTuple):
    """A task of a plan. `id` is unique in the plan and stable: progress notes hang on it."""

    id: str
    section: str
    number: str
    title: str
    text: str = ""
    departments: Departments = Departments()
    deadlines: tuple[Deadline, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    source: TaskSource | None = None
    tags: tuple[str, ...] = ()
    """The words by which an office sorts tasks of several plans (标签), none of them the document's own."""
    funding: tuple[Funding, ...] = ()
    superseded_by: str | None = None
    """The task that took its place: `plan/task`, or the id of a task of the same plan."""
    merged_into: str | None = None
    """The task that it became a part of, together with others; written likewise."""

    def successor(self, plan: str) -> TaskKey | None:
        """Return the key of the task that took its place or that it became a part of; `plan` is its own plan's id."""
        after = self.superseded_by or self.merged_into
        if after is None:
            return None
        other, slash, task = after.partition("/")
        return TaskKey(other, task) if slash else TaskKey(plan, after)


class Source(NamedTuple):
    """The document that a plan was read from, and where the plan's own data stand in it."""

    file: str
    sha256: str = ""
    title: Place | None = None
    document_number: Place | None = None
    issuer: Place | None = None
    issued: Place | None = None
    responsible: Place | None = None
    with_hidden: bool = False
    """True where hidden rows, columns and sheets of the document were read too: places count their characters."""
    attachment: str = ""
    """The attachment that was read, where the document is a mail with several."""


class PlanInfo(NamedTuple):
    """A plan's own data, without its outline and tasks."""

    id: str
    title: str
    short_title: str
    region: str
    start_year: int | None = None
    """First year; None where the document names no year."""
    end_year: int | None = None
    """Last year, likewise."""
    status: PlanStatus = PlanStatus.IN_FORCE
    document_number: str | None = None
    issuer: str | None = None
    issued: date | str | None = None
    """A day, or the text `2025-10` where the document names no day."""
    responsible: tuple[str, ...] = ()
    """Departments that carry every task of the plan."""
    source: Source | None = None
    report_target_days: int | None = None
    """The age in days that a last report should not pass (目标); None where the plan sets none."""
    report_limit_days: int | None = None
    """The age in days from which on a last report is too old (上限); None where the plan sets none."""


class Plan(NamedTuple):
    """A whole plan: its own data, goals, outline and tasks, in the order of the document."""

    info: PlanInfo
    goals: tuple[Goal, ...] = ()
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
