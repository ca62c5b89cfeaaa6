"""Lights and states of all tasks as sets, judged in groups: by date, status and how far behind the percent is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from plantui.model.light import LightCase, LightReason, is_near, judge, light_case
from plantui.model.light_rules import DEFAULT_RULES, LightRules, WorkingDays
from plantui.model.pace import Pace, Span, plan_span
from plantui.model.progress import TaskProgress
from plantui.model.terms import SETTLED, Light, Status, TaskState
from plantui.store.index import bits
from plantui.store.index.library import Library, TaskEntry

from .noted import NO_NOTES, NotedTasks
from .plan_sets import PlanSets, by_date


class JudgedBy(NamedTuple):
    """Day and rules by which lights are judged."""

    today: date
    rules: LightRules = DEFAULT_RULES
    working_days: WorkingDays | None = None

    def judge(self, case: LightCase) -> LightReason:
        """Return the light of a case."""
        return judge(case, self.today, self.rules, self.working_days)

    def pace_state(self, pace: Pace) -> TaskState:
        """Return the state that a percent gives where its date is far off: no working days are counted up to that."""
        return judge(LightCase(Status.IN_PROGRESS, date.max, paces=(pace,)), self.today, self.rules).state

    def is_near(self, due: date) -> bool:
        """Return whether a date that has not passed is near enough to count as due soon."""
        return is_near(due, self.today, self.rules, self.working_days)


class LightSets(NamedTuple):
    """Sets of tasks by what was judged of them."""

    lights: dict[Light, int]
    states: dict[TaskState, int]


class TaskLights:
    """Judges all tasks on one day by one set of rules. No task is read, and few cases are judged."""

    def __init__(
        self,
        library: Library,
        by: JudgedBy,
        noted: NotedTasks,
        statuses: Callable[[], Mapping[Status, int]],
        plan_sets: PlanSets,
        judged: int | None = None,
    ) -> None:
        """Take the plans, the rules, what the ledger says, and the tasks to judge, as a task set; without it all.

        `statuses` are asked for only where sets are: a single task is judged without going through all.
        """
        self._library = library
        self._judged = library.live if judged is None else judged
        self._by = by
        self._noted = noted
        self._statuses = statuses
        self._plan_sets = plan_sets
        self._known: dict[LightCase, LightReason] = {}
        self._plain_ones: dict[tuple[Status, int | None, str, int], LightReason] = {}
        """Reasons of tasks without words on single requirements: by status, percent, date and plan."""

    def of(self, task: TaskEntry) -> LightReason:
        """Return the light of one task with its reason."""
        if task.pk in self._noted.requirements:
            return self._judge(self._case(task.pk, None))
        return self.of_plain(task, self._noted.progress.get(task.pk, NO_NOTES))

    def of_plain(self, task: TaskEntry, progress: TaskProgress) -> LightReason:
        """Return the light of a task of this progress whose reports say nothing of its dates."""
        # A LightCase of each task would take longer than all else.
        case = progress.status, progress.percent, task.due, task.plan
        reason = self._plain_ones.get(case)
        if reason is None:
            first = date.fromisoformat(task.due) if task.due else None
            reason = self._plain_ones[case] = self._judge(self._case(task.pk, first))
        return reason

    @cached_property
    def by_due(self) -> list[tuple[date | None, int]]:
        """The tasks by the date of their earliest open requirement; of a task that is done, by its earliest one."""
        first_dates = self._plan_sets.by_first_date
        found = {due: tasks & self._plain for due, tasks in first_dates if tasks & self._plain}
        rows: dict[date | None, list[int]] = {}
        for pk in self._noted.requirements:
            rows.setdefault(self._case(pk, None).due, []).append(pk)
        for due, detailed in rows.items():
            found[due] = found.get(due, 0) | bits.from_rows(detailed)
        return by_date(found.items())

    @cached_property
    def sets(self) -> LightSets:
        """The tasks under each light and in each state."""
        sets = LightSets(dict.fromkeys(Light, 0), dict.fromkeys(TaskState, 0))
        for reason, tasks in self._reasons():
            sets.lights[reason.light] |= tasks
            sets.states[reason.state] |= tasks
        return sets

    def _reasons(self) -> Iterator[tuple[LightReason, int]]:
        """Yield sets of tasks that have the same light and state, each with one of their reasons."""
        groups = [(status, pace, tasks & self._plain) for status, pace, tasks in self._groups()]
        groups = [group for group in groups if group[2]]
        for due, tasks in self._plan_sets.by_first_date:
            for status, pace, group in groups:
                if some := tasks & group:
                    yield self._judge(LightCase(status, due, paces=pace)), some
        rows: dict[LightReason, list[int]] = {}
        for pk in self._noted.requirements:
            rows.setdefault(self._judge(self._case(pk, None)), []).append(pk)
        yield from ((reason, bits.from_rows(found)) for reason, found in rows.items())

    def _groups(self) -> Iterator[tuple[Status, tuple[Pace, ...], int]]:
        for status, tasks in self._statuses().items():
            if status in SETTLED:
                yield status, (), tasks
            else:
                yield from ((status, pace, tasks & paced) for pace, paced in self._paces)

    @cached_property
    def _plain(self) -> int:
        """The tasks without words on single requirements, which are judged in groups."""
        return self._judged & ~bits.from_rows(self._noted.requirements)

    @cached_property
    def _paces(self) -> list[tuple[tuple[Pace, ...], int]]:
        """The tasks whose percent is behind, far behind or neither, each set with the percent of one of them."""
        found: dict[TaskState, tuple[tuple[Pace, ...], int]] = {}
        lagging = 0
        for span, of_plans in self._spans.items():
            for percent, tasks in self._percents.items():
                if some := tasks & of_plans:
                    pace = Pace(percent, span)
                    state = self._by.pace_state(pace)
                    if state in (TaskState.BEHIND, TaskState.FAR_BEHIND):
                        _, others = found.get(state, ((pace,), 0))
                        found[state] = (pace,), others | some
                        lagging |= some
        return [((), self._judged & ~lagging), *found.values()]

    @cached_property
    def _percents(self) -> dict[int, int]:
        """The tasks by their percent, those without one left out."""
        rows: dict[int, list[int]] = {}
        for pk, progress in self._noted.progress.items():
            if progress.percent is not None:
                rows.setdefault(progress.percent, []).append(pk)
        return {percent: bits.from_rows(found) for percent, found in rows.items()}

    @cached_property
    def with_percent(self) -> int:
        """The tasks of which some percent is reported, their own or that of a requirement."""
        rows = (
            pk
            for pk, found in self._noted.requirements.items()
            if any(one.percent is not None for one in found)
        )
        return bits.union(self._percents.values()) | bits.from_rows(rows)

    @cached_property
    def _spans(self) -> dict[Span, int]:
        """The tasks by the time of their plan, those of a plan without years left out."""
        found: dict[Span, int] = {}
        for plan in self._library.plans:
            if span := plan_span(plan.start_year, plan.end_year):
                found[span] = found.get(span, 0) | bits.span(plan.first, plan.tasks)
        return found

    def _case(self, pk: int, first: date | None) -> LightCase:
        """Return the case of one task, whose earliest date in the plan is `first`."""
        progress = self._noted.progress.get(pk, NO_NOTES)
        plan = self._library.plan_of(pk)
        span = plan_span(plan.start_year, plan.end_year)
        requirements = self._noted.requirements.get(pk, ())
        return light_case(progress.status, progress.percent, first, span, requirements)

    def _judge(self, case: LightCase) -> LightReason:
        reason = self._known.get(case)
        if reason is None:
            reason = self._known[case] = self._by.judge(case)
        return reason
