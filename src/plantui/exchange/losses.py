"""The loss account: what of a plan or a file had no place on the other side, and what was only approximated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.plan import Goal
from plantui.model.terms import PlanStatus, Status
from plantui.model.text import with_visible_controls

from .project_texts import divided_names, long_texts, texts_of_lines

if TYPE_CHECKING:
    from .content import PlanContent


class LossKind(StrEnum):
    """The two ways in which something does not arrive as it was."""

    LOST = "lost"
    """Without a place there."""
    APPROXIMATED = "approximated"
    """Present in another form, from which it cannot be had back whole."""


class Part(StrEnum):
    """Parts of a plan and its notes that a format may have no place for."""

    PLAN_TITLE = "plan_title"
    SHORT_TITLE = "short_title"
    REGION = "region"
    ISSUER = "issuer"
    DOCUMENT_NUMBER = "document_number"
    ISSUED = "issued"
    RESPONSIBLE = "responsible"
    REGISTERED_ID = "registered_id"
    GOALS = "goals"
    SECTIONS = "sections"
    DEPARTMENTS = "departments"
    INDICATORS = "indicators"
    EARLIER_DEADLINES = "earlier_deadlines"
    DEADLINE_WORDS = "deadline_words"
    NO_DATE = "no_date"
    NO_DEPARTMENT = "no_department"
    EXTENSION = "extension"
    LONG_TEXT = "long_text"
    ONE_LINE = "one_line"
    DIVIDED = "divided"
    SCHEDULE = "schedule"
    SETTINGS = "settings"
    STATUS = "status"
    PERCENT = "percent"
    PROGRESS = "progress"
    PLAN_STATUS = "plan_status"
    ISSUED_MONTH = "issued_month"
    NESTING = "nesting"
    SOURCE = "source"
    SUCCESSOR = "successor"
    TAGS = "tags"
    FUNDING = "funding"
    REPORT_AGE = "report_age"
    BASELINE_YEAR = "baseline_year"
    FORCE = "force"
    SIGNS = "signs"
    AUTHOR = "author"
    PROBLEMS = "problems"
    NEXT_STEPS = "next_steps"
    REASON = "reason"
    REQUIREMENT = "requirement"
    ACTUAL = "actual"
    EVIDENCE = "evidence"


class Loss(NamedTuple):
    """Something that did not arrive as it was, and how often."""

    what: Part | str
    """A part of plan or note; of a file that was read, the name of its element or column."""
    kind: LossKind
    times: int


class LossAccount(NamedTuple):
    """All losses of one export or import."""

    losses: tuple[Loss, ...] = ()


NO_LOSSES = LossAccount()


class LossCount:
    """Counts losses while something is read."""

    def __init__(self) -> None:
        self._times: Counter[tuple[Part | str, LossKind]] = Counter()

    def add(self, what: Part | str, kind: LossKind, times: int = 1) -> None:
        """Count a loss."""
        self._times[what, kind] += times

    def account(self) -> LossAccount:
        """Return what was lost so far, in the order in which it came up."""
        return LossAccount(tuple(Loss(what, kind, times) for (what, kind), times in self._times.items()))


OFFICE_PARTS = (Part.SOURCE, Part.SUCCESSOR, Part.TAGS, Part.FUNDING, Part.REPORT_AGE)
"""Parts that an office or the import adds to a plan: no other system has a place for them."""
BEYOND_ACTUALS = (Part.AUTHOR, Part.PROBLEMS, Part.NEXT_STEPS, Part.REASON, Part.EVIDENCE)
"""Parts of a note that neither a line nor a reported value says."""
BEYOND_LINES = (*BEYOND_ACTUALS, Part.ACTUAL)
"""Parts of a note that stand in none of the lines that say who reports what (`described.note_line`)."""


class Declared(NamedTuple):
    """The losses that a format may cause, whatever the plan; `plantui exchange` lists them."""

    lost: tuple[Part, ...]
    approximated: tuple[Part, ...]

    def kinds(self) -> Iterator[tuple[Part, LossKind]]:
        """Yield each part with what becomes of it."""
        yield from ((part, LossKind.LOST) for part in self.lost)
        yield from ((part, LossKind.APPROXIMATED) for part in self.approximated)


def account_of(content: PlanContent, declared: Declared) -> LossAccount:
    """Return how often the plan and its notes have what a format cannot say."""
    counted = (Loss(part, kind, _COUNTERS[part](content)) for part, kind in declared.kinds())
    return LossAccount(tuple(loss for loss in counted if loss.times))


def together(accounts: Iterable[LossAccount]) -> LossAccount:
    """Return the losses of several accounts in one."""
    found = LossCount()
    for loss in (loss for account in accounts for loss in account.losses):
        found.add(*loss)
    return found.account()


def _said(values: Iterable[object]) -> int:
    """Return how many of the values say something."""
    return sum(1 for value in values if value)


def _sources(content: PlanContent) -> int:
    plan = content.plan
    parts = (*(goal.source for goal in plan.goals), *(section.source for section in plan.sections))
    return _said((*parts, *(task.source for task in plan.tasks), plan.info.source))


def _signs(content: PlanContent) -> int:
    notes = [note.content for note in content.every_note()]
    texts = (*texts_in(content.plan), *texts_in(tuple(notes)))
    return sum(1 for text in texts if with_visible_controls(text) != text)


def _undated(content: PlanContent) -> int:
    info = content.plan.info
    if info.start_year or info.end_year or isinstance(info.issued, date):
        return 0
    return sum(not task.deadlines for task in content.plan.tasks)


def texts_in(value: object) -> Iterator[str]:
    """Yield every text inside a value of the model."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)


_COUNTERS: Mapping[Part, Callable[[PlanContent], int]] = {
    Part.PLAN_TITLE: lambda of: 1,
    Part.REGION: lambda of: 1,
    Part.ISSUER: lambda of: int(bool(of.plan.info.issuer)),
    Part.DOCUMENT_NUMBER: lambda of: int(bool(of.plan.info.document_number)),
    Part.ISSUED: lambda of: int(bool(of.plan.info.issued)),
    Part.RESPONSIBLE: lambda of: len(of.plan.info.responsible),
    Part.REGISTERED_ID: lambda of: 1,
    Part.GOALS: lambda of: len(of.plan.goals),
    Part.SECTIONS: lambda of: len(of.plan.sections),
    Part.DEPARTMENTS: lambda of: sum(len(task.departments.pairs()) for task in of.plan.tasks),
    Part.INDICATORS: lambda of: sum(len(task.indicators) for task in of.plan.tasks),
    Part.EARLIER_DEADLINES: lambda of: sum(max(len(task.deadlines) - 1, 0) for task in of.plan.tasks),
    Part.DEADLINE_WORDS: lambda of: sum(len(task.deadlines) for task in of.plan.tasks),
    Part.NO_DATE: _undated,
    Part.NO_DEPARTMENT: lambda of: sum(
        not (task.departments.pairs() or of.plan.info.responsible) for task in of.plan.tasks
    ),
    Part.EXTENSION: lambda of: of.extensions,
    Part.LONG_TEXT: lambda of: long_texts(of.plan),
    Part.ONE_LINE: lambda of: texts_of_lines(of.plan),
    Part.DIVIDED: lambda of: divided_names(of.plan),
    Part.STATUS: lambda of: sum(
        of.standing_of(task).status is not Status.NOT_STARTED for task in of.plan.tasks
    ),
    Part.PERCENT: lambda of: sum(note.content.percent is not None for note in of.every_note()),
    Part.PROGRESS: lambda of: sum(1 for _ in of.every_note()),
    Part.SHORT_TITLE: lambda of: int(of.plan.info.short_title != of.plan.info.title),
    Part.PLAN_STATUS: lambda of: int(of.plan.info.status is not PlanStatus.IN_FORCE),
    Part.ISSUED_MONTH: lambda of: int(isinstance(of.plan.info.issued, str)),
    Part.NESTING: lambda of: _said(section.parent for section in of.plan.sections),
    Part.SOURCE: _sources,
    Part.SUCCESSOR: lambda of: sum(_said((task.superseded_by, task.merged_into)) for task in of.plan.tasks),
    Part.TAGS: lambda of: sum(len(task.tags) for task in of.plan.tasks),
    Part.FUNDING: lambda of: sum(len(task.funding) for task in of.plan.tasks),
    Part.REPORT_AGE: lambda of: _said((of.plan.info.report_target_days, of.plan.info.report_limit_days)),
    Part.BASELINE_YEAR: lambda of: _said(
        one.baseline_year for one in of.measures() if not isinstance(one, Goal)
    ),
    Part.FORCE: lambda of: _said(one.force for one in of.measures()),
    Part.SIGNS: _signs,
    Part.AUTHOR: lambda of: _said(note.author for note in of.every_note()),
    Part.PROBLEMS: lambda of: _said(note.content.problems for note in of.every_note()),
    Part.NEXT_STEPS: lambda of: _said(note.content.next_steps for note in of.every_note()),
    Part.REASON: lambda of: _said(note.content.reason for note in of.every_note()),
    Part.REQUIREMENT: lambda of: sum(len(note.content.requirements) for note in of.every_note()),
    Part.ACTUAL: lambda of: sum(len(note.content.actuals) for note in of.every_note()),
    Part.EVIDENCE: lambda of: sum(len(note.content.evidence) for note in of.every_note()),
}
