"""All plans with what the ledger says of them on one day: filters, lights, progress."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from copy import copy
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.light import LightReason
from plantui.model.light_rules import DEFAULT_RULES, LightRules, WorkingDays
from plantui.model.pace import plan_span
from plantui.model.progress import TaskProgress, TaskReports
from plantui.model.search_text import search_terms
from plantui.model.terms import NEVER_LATE, Light, Measure, Role, Status, TaskState, Waiting
from plantui.store.index import bits
from plantui.store.index.library import Library, TaskEntry

from .beside import NOTHING_BESIDE, Beside
from .changed import ChangedTasks, FindChanged
from .filter import ALL_OF, Facet, Filter
from .lights import JudgedBy
from .note_hits import FindNotes, NoteHits
from .noted import NO_NOTES, NotedTasks, ReportReader, Requirements, rows_by_progress
from .office import NO_CHOICES, OfficeChoices
from .order import Order, TaskOrder
from .plan_sets import PlanSets, by_date
from .reports import Reports, as_reports
from .task_sets import KeptFamilies, SetSource, TaskSets
from .unreported import issued_after, owed_by

if TYPE_CHECKING:
    from plantui.model.acknowledging import AssignmentStanding
    from plantui.model.assessment import AssessedReport
    from plantui.model.assignment import AssignmentState
    from plantui.model.bound import Bound
    from plantui.model.period import Period
    from plantui.model.plan import Deadline
    from plantui.model.report_age import AgedReport
    from plantui.model.requirement_progress import FormerWord

    from .columns import Sorting
    from .counting import Counting

_REMEMBERED = 4_096
"""Progresses of which it is remembered who owes a report, as many as are themselves remembered."""


class Workspace:
    """Answers what is shown. `reports` are the departments' latest words on each task as of `today`.

    A workspace does not change; after a note was saved, `with_reports` gives the next one.
    """

    def __init__(
        self,
        library: Library,
        today: date,
        reports: Mapping[TaskKey, TaskReports],
        *,
        is_demo: bool = False,
        find_notes: FindNotes | None = None,
        find_changed: FindChanged | None = None,
        office: OfficeChoices = NO_CHOICES,
        rules: LightRules | None = None,
        working_days: WorkingDays | None = None,
    ) -> None:
        self.library = library
        self.is_demo = is_demo
        """True where the reports are those of the demonstration: whatever shows or writes them has to say so."""
        self.today = today
        self.reports: Reports = as_reports(library, reports)
        self.office = office
        """The office-wide choices that hold on the as-of day."""
        self.beside: Beside = NOTHING_BESIDE
        """The words on tasks beside the reports: no status, light or missing report follows from them."""
        self._given_rules = rules
        self._working_days = working_days
        self.period_reports: Mapping[TaskKey, TaskReports] | None = None
        """The reports as of the last day of a period that has ended and is not closed yet; None in other days."""
        self.counting: Counting | None = None
        """The notes that the reports follow from, where they are those for circulars; see `circular`."""
        self._note_hits = NoteHits(find_notes)
        self.changed = ChangedTasks(find_changed)
        """The tasks of which something was said since a day or a state of the ledger, as far as they were asked for."""
        self.plan_sets = PlanSets(library)
        """The sets of tasks that follow from the plans alone."""
        self.orders: dict[Sorting, TaskOrder] = {}
        """The orders of all tasks that were asked for, kept by `sorting`."""
        self._reader = ReportReader(library)
        self._owing: dict[int, tuple[TaskProgress, tuple[str, ...]]] = {}
        """The departments that owe a report, by the identity of the progress, which is held beside them."""

    def take_sets(self, kept: KeptFamilies, changed: Mapping[TaskKey, TaskReports]) -> None:
        """Take sets that were made before for the day, rules and office of the workspace, but of the changed tasks."""
        self.sets = TaskSets(self._source, kept=kept)
        if changed:
            rows = bits.from_rows(self.library.rows_of(changed).values())
            self.sets = self.sets.with_changes(self._source, rows, self._reader.noted_in(changed))

    def _next(
        self, today: date, reports: Mapping[TaskKey, TaskReports], office: OfficeChoices | None = None
    ) -> Workspace:
        """Return a workspace with other reports that keeps what follows from the plans alone."""
        later = Workspace(
            self.library,
            today,
            reports,
            is_demo=self.is_demo,
            office=self.office if office is None else office,
            rules=self._given_rules,
            working_days=self._working_days,
        )
        later.plan_sets = self.plan_sets
        later.orders = {one: order for one, order in self.orders.items() if not one.column.asks_for_progress}
        later._note_hits = self._note_hits.outdated()
        later.beside = self.beside
        later.changed = self.changed
        later.period_reports = self.period_reports
        later._reader = self._reader
        return later

    def with_ledger(
        self,
        reports: Mapping[TaskKey, TaskReports],
        office: OfficeChoices = NO_CHOICES,
        period_reports: Mapping[TaskKey, TaskReports] | None = None,
    ) -> Workspace:
        """Return the workspace that has just these reports and office-wide choices; see `period_reports`."""
        later = self._next(self.today, reports, office)
        later.period_reports = period_reports
        return later

    def with_period_reports(self, changed: Mapping[TaskKey, TaskReports]) -> Workspace:
        """Return the workspace in which these tasks have these reports as of the end of the period being reported."""
        later = copy(self)
        later.period_reports = {**(self.period_reports or {}), **changed}
        for name in ("_at_period_end", "awaiting"):
            later.__dict__.pop(name, None)
        if known := self.__dict__.get("_at_period_end"):
            later._at_period_end = known.with_reports(changed)
        return later

    def with_reports(
        self, changed: Mapping[TaskKey, TaskReports], office: OfficeChoices | None = None
    ) -> Workspace:
        """Return the workspace in which these tasks have these reports instead, under other choices where given."""
        later = self._next(self.today, self.reports.with_changes(changed), office)
        if self.changed.asked:
            later.changed = self.changed.with_more(self.library.task_set(changed))
        if "_noted" in self.__dict__:
            # Only what changed is worked out again: a ledger may speak of every task there is.
            rows = [*self.library.rows_of(changed).values()]
            changes = later._reader.noted_in(changed)
            later._noted = later.reports.noted_again(later._reader, self._noted, rows, changes)
            if later.office == self.office:
                later.sets = self.sets.with_changes(later._source, bits.from_rows(rows), changes)
        if later.office == self.office and (known := self.__dict__.get("_at_period_end")):
            later._at_period_end = known
        return later

    def on_day(self, today: date) -> Workspace:
        """Return the workspace on another as-of day, with the reports known so far."""
        later = self._next(today, self.reports)
        if "_noted" in self.__dict__:
            later._noted = self._noted
        return later

    def as_it_was(
        self, day: date, reports: Mapping[TaskKey, TaskReports], office: OfficeChoices
    ) -> Workspace:
        """Return the workspace of an earlier day, with the reports and office-wide choices of that time."""
        return self._next(day, reports, office)

    def with_note_hits(self, term: str, tasks: int) -> Workspace:
        """Return the workspace that knows which tasks have notes that count and hold a term."""
        later = copy(self)
        later._note_hits = self._note_hits.with_term(term, tasks)
        return later

    def with_beside(self, beside: Beside) -> Workspace:
        """Return the workspace in which this is said of tasks beside the reports."""
        if beside == self.beside:
            return self
        later = copy(self)
        later.beside = beside
        later.orders = {one: order for one, order in self.orders.items() if not one.column.asks_for_progress}
        for name in ("assignments", "disputed", "_at_period_end"):
            later.__dict__.pop(name, None)
        return later

    def with_changed(self, changed: ChangedTasks) -> Workspace:
        """Return the workspace that knows which tasks have changed since when."""
        later = copy(self)
        later.changed = changed
        return later

    @property
    def progress(self) -> Mapping[int, TaskProgress]:
        """The progress of every task with notes, by row number."""
        return self._noted.progress

    @property
    def last_days(self) -> Mapping[int, date]:
        """The latest day that the notes of each task speak of, by row number, as far as it is known."""
        return self._noted.last_days

    @property
    def requirements(self) -> Mapping[int, Requirements]:
        """The requirements of the tasks whose notes speak of single ones or whose dates were extended, by row number."""
        return self._noted.requirements

    @cached_property
    def _noted(self) -> NotedTasks:
        return self.reports.noted(self._reader)

    def reports_of(self, task: TaskEntry) -> TaskReports:
        """Return the reports on one task, empty where there are none."""
        return self.reports.of_task(task)

    def requirements_of(self, task: TaskEntry, deadlines: tuple[Deadline, ...]) -> Requirements:
        """Return the dated requirements of one task with what is reported of them, in the order of the plan.

        `deadlines` are those of the task.
        """
        return self.requirements_with(task, deadlines, self.expected(task), self.reports_of(task))

    def requirements_with(
        self, task: TaskEntry, deadlines: tuple[Deadline, ...], progress: TaskProgress, found: TaskReports
    ) -> Requirements:
        """Return what `requirements_of` does for a task whose progress and reports are known already."""
        if found.speaks_of_dates and (known := self.requirements.get(task.pk)) is not None:
            return known
        region = self.library.plan_at[task.plan].region
        return self._reader.requirements_of(region, progress, found, deadlines)

    def former_words(self, task: TaskEntry, deadlines: tuple[Deadline, ...]) -> tuple[FormerWord, ...]:
        """Return the departments' words on requirements that the plan no longer has in that wording."""
        from plantui.model.requirement_progress import former_words

        return former_words(deadlines, self.reports_of(task).reports)

    def expected(self, task: TaskEntry) -> TaskProgress:
        """Return the progress of one task, with who has not reported even where nobody has."""
        if (known := self.progress.get(task.pk)) is not None:
            return known
        found = self.reports_of(task)
        deadlines = self.library.deadlines_of([task.pk])[task.pk] if found.speaks_of_dates else ()
        region = self.library.plan_at[task.plan].region
        return self._reader.progress_of(region, task.accountable, found, deadlines)

    @cached_property
    def sets(self) -> TaskSets:
        """The sets of tasks that follow from what the ledger says."""
        return TaskSets(self._source)

    @property
    def _source(self) -> SetSource:
        return SetSource(
            self.library, self.plan_sets, self._noted, lambda: self.judged_by, lambda: self.period
        )

    @property
    def statuses(self) -> dict[Status, int]:
        """The set of tasks in each status."""
        return self.sets.statuses

    @cached_property
    def done(self) -> int:
        """The tasks that count as done."""
        return self.statuses[Status.COMPLETED] | self.statuses[Status.CLOSED]

    @cached_property
    def by_due(self) -> list[tuple[date | None, int]]:
        """The tasks by the date of their earliest open requirement; of a task that is done, by its earliest one."""
        return by_date(self.sets.by_due.items())

    @cached_property
    def rules(self) -> LightRules:
        """The rules by which a state has a colour: those given, else those that the office has chosen."""
        if self._given_rules is not None or self.office.light_rules == DEFAULT_RULES.name:
            return self._given_rules or DEFAULT_RULES
        from plantui.store.light_rules import find_light_rules

        return find_light_rules(
            self.office.light_rules, [Path(plan.path).parent for plan in self.library.plans]
        )

    def _calendar(self) -> WorkingDays | None:
        if not self.rules.in_working_days or self._working_days:
            return self._working_days
        from plantui.store.working_days import ChineseWorkingDays

        return ChineseWorkingDays()

    @property
    def lights(self) -> dict[Light, int]:
        """The set of tasks under each light."""
        return self.sets.lights

    def lights_by_row(self, tasks: int) -> dict[int, Light]:
        """Return the light of each task of a set, by row number."""
        return {pk: light for light, lit in self.lights.items() for pk in bits.rows_of(lit & tasks)}

    @property
    def states(self) -> dict[TaskState, int]:
        """The set of tasks in each state."""
        return self.sets.states

    @property
    def with_percent(self) -> int:
        """The tasks of which some percent is reported; of the others nobody knows whether they are behind."""
        return self.sets.with_percent[True]

    @cached_property
    def without_years(self) -> int:
        """The tasks of plans that give no years: a percent of the whole task can be held against no elapsed time."""
        plans = self.library.plans
        return bits.union(
            bits.span(one.first, one.tasks)
            for one in plans
            if plan_span(one.start_year, one.end_year) is None
        )

    @cached_property
    def judged_by(self) -> JudgedBy:
        """The day, rules and working days by which lights are judged."""
        return JudgedBy(self.today, self.rules, self._calendar())

    @cached_property
    def never_late(self) -> int:
        """The tasks whose dates are not held against them."""
        return bits.union(self.statuses[status] for status in NEVER_LATE)

    @cached_property
    def period(self) -> Period:
        """The period that is being reported on the as-of day."""
        return self.office.reporting.period_to_report(self.today)

    @property
    def period_workspace(self) -> Workspace:
        """The workspace as of the day that is reported today: until a period's closing day that is its last one."""
        return self._at_period_end or self

    @cached_property
    def _at_period_end(self) -> Workspace | None:
        """The workspace as of the last day of a period that is over and not closed yet; None in other days."""
        day = self.office.reporting.day_to_report(self.today)
        if day == self.today or self.period_reports is None:
            return None
        ended = self._next(day, self.period_reports)
        ended.period = self.period
        return ended

    @property
    def unreported(self) -> Mapping[DepartmentRef | None, int]:
        """The tasks that each department has yet to report on in the current period.

        Under None stand those without notes that name nobody.
        """
        return self.period_workspace.sets.unreported

    def unreported_by(self, ref: DepartmentRef) -> int:
        """Return the tasks that a department, or a group that it belongs to, has yet to report on in the current period."""
        return owed_by(self.library, self.unreported, ref)

    def owing(self, task: TaskEntry) -> tuple[str, ...]:
        """Return the accountable departments that have yet to report on a task in the current period."""
        return () if self.is_ahead(task.pk) else self.period_workspace.expected(task).owing(self.period)

    def owing_by(self, progress: TaskProgress) -> tuple[str, ...]:
        """Return the departments that have yet to report in the current period on each task of this progress."""
        known = self._owing.get(id(progress))
        if known is None:
            if len(self._owing) >= _REMEMBERED:
                self._owing.clear()
            known = self._owing[id(progress)] = progress, progress.owing(self.period)
        return known[1]

    def is_ahead(self, pk: int) -> bool:
        """Return whether a task's plan was issued after the current period, so that nobody owes a report on it."""
        return bool(self.ahead >> pk & 1)

    @cached_property
    def ahead(self) -> int:
        """The tasks of the plans that were issued after the current period."""
        return issued_after(self.library, self.period)

    @cached_property
    def awaiting(self) -> int:
        """The tasks that nobody, or not everybody, has reported on in the current period."""
        return bits.union(self.unreported.values())

    @cached_property
    def assignments(self) -> dict[AssignmentState, int]:
        """The tasks by the state of their assignments."""
        from .assignments import assignment_sets

        return assignment_sets(
            self.library, self.plan_sets, self.progress, self.beside.assignments, self.assignment_state
        )

    def assignment_standings(self, task: TaskEntry) -> list[AssignmentStanding]:
        """Return how the assignment of a task stands with each accountable department."""
        from .assignments import standings_of

        said = self.beside.assignments.get(self.library.key_of(task), ())
        return standings_of(self.library, task, self.expected(task), said)

    def spoken_assignments(self, task: TaskEntry) -> list[AssignmentStanding]:
        """Return what `assignment_standings` does where anything was said of the task's assignments, else nothing."""
        was_said = self.beside.assignments.get(self.library.key_of(task))
        return self.assignment_standings(task) if was_said else []

    def assignment_state(self, task: TaskEntry) -> AssignmentState | None:
        """Return what somebody has to act on first of a task's assignments; None where nothing is left of them."""
        from plantui.model.acknowledging import most_urgent

        return most_urgent(one.state for one in self.assignment_standings(task))

    def assessed(self, task: TaskEntry) -> list[AssessedReport]:
        """Return the independent assessments of a task, each beside the department's own report, by the names of today."""
        said = self.beside.assessments.get(self.library.key_of(task))
        if not said:
            return []
        from .assessments import assessed_reports

        return assessed_reports(self.library, task, self.reports_of(task), said)

    @cached_property
    def disputed(self) -> dict[bool, int]:
        """The assessed tasks: under True those on which a report and an assessment disagree."""
        from .assessments import disputed_sets

        return disputed_sets(self.library, self.beside.assessments, self.assessed)

    def aged(self, task: TaskEntry) -> list[AgedReport]:
        """Return the reports on a task that have passed the target or the limit of its plan."""
        plan = self.library.plan_at[task.plan]
        if not plan.has_report_marks:
            return []
        from .report_ages import aged_reports

        return [*aged_reports(plan, self.expected(task), self.today)]

    @cached_property
    def too_old(self) -> int:
        """The tasks with a report older than their plan's limit."""
        from .report_ages import tasks_too_old

        return tasks_too_old(self.library, self.progress, self.today)

    def waiting(self, stage: str) -> int:
        """Return the tasks with a note that waits at a stage: `submitted` for a check, `returned` for the department."""
        return self.sets.waiting.get(stage, 0)

    def is_returned(self, task: TaskEntry) -> bool:
        """Return whether a note on a task was returned to its department and waits for it."""
        found = self.reports_of(task)
        return found.is_staged and any(report.waiting == "returned" for report in found.reports.values())

    @property
    def extended(self) -> dict[int, int]:
        """The tasks whose dates were extended, as task sets by their number of extensions."""
        return self.sets.extended

    @property
    def extensions(self) -> dict[int, int]:
        """Number of extensions of each task's dates, by row number; tasks without one are left out."""
        return {pk: count for count, tasks in self.extended.items() for pk in bits.rows_of(tasks)}

    def progress_of(self, pk: int) -> TaskProgress:
        """Return the progress of one task; without notes nobody in particular is missing."""
        return self.progress.get(pk, NO_NOTES)

    def light(self, task: TaskEntry) -> LightReason:
        """Return the light of one task with its reason."""
        return self.sets.lights_of.of(task)

    def light_with(self, task: TaskEntry, progress: TaskProgress, found: TaskReports) -> LightReason:
        """Return what `light` does for a task whose progress and reports are known already."""
        lights = self.sets.lights_of
        return lights.of(task) if found.speaks_of_dates else lights.of_plain(task, progress)

    def text_set(self, words: str) -> int:
        """Return the tasks that hold all of the words: in number, title, text, departments or the notes that count."""
        found = self.library.live
        for term in search_terms(words):
            found &= self.plan_sets.of_term(term) | self._hits_in_notes(term)
        return found

    def by_match(self, words: str, tasks: int) -> list[int]:
        """Return a set of tasks that words find in parts, the best first: title, department, text, note.

        A task stands with the place that its most hidden word needs.
        """
        found = [tasks] * 3
        for term in search_terms(words):
            so_far = 0
            for rank, holding in enumerate(self.plan_sets.by_place(term)):
                so_far |= holding
                found[rank] &= so_far
        above = (0, *found)
        return [now & ~before for before, now in zip(above, (*found, tasks), strict=True)]

    def unsearched_terms(self, words: str) -> tuple[str, ...]:
        """Return the terms of the words that have not been looked for in the notes as they are now."""
        if not self.reports:
            return ()
        return tuple(term for term in search_terms(words) if not self._note_hits.is_current(term))

    def _hits_in_notes(self, term: str) -> int:
        return self._note_hits.of(term) if self.reports else 0

    def choice_set(self, facet: Facet, value: object, role: Role | None = None) -> int:
        """Return the tasks that one choice lets pass."""
        if isinstance(value, DepartmentRef):
            return self.plan_sets.of_department(value, role)
        if isinstance(value, Status):
            return self.statuses[value]
        if isinstance(value, Light):
            return self.lights[value]
        if isinstance(value, TaskState):
            return self.states[value]
        if isinstance(value, Waiting):
            return self._waiting_for(value)
        if facet in (Facet.PERIOD, Facet.BOUND):
            from plantui.model.bound import Bound  # few starts have such a filter
            from plantui.model.period import Period

            if isinstance(value, Period):
                return self.plan_sets.of_period(value)
            if isinstance(value, Bound):
                return self._within_bound(value)
        if facet is Facet.CHANGED and isinstance(value, date | str):
            return self.changed.since(value)
        if facet is Facet.YEAR and (value is None or isinstance(value, int)):
            return self.plan_sets.of_year(value)
        if facet is Facet.PLAN and isinstance(value, str):
            plan = self.library.plan(value)
            return self.plan_sets.of_plan(plan) if plan else 0
        if facet is Facet.TAG and isinstance(value, str):
            return self.plan_sets.of_tag(value)
        if facet is Facet.WORDS and isinstance(value, str):
            return self.text_set(value)
        raise ValueError(f"{value!r} is no choice of {facet}")

    def _waiting_for(self, value: Waiting) -> int:
        if value is Waiting.UNREPORTED:
            return self.awaiting
        if value in (Waiting.SUBMITTED, Waiting.RETURNED):
            return self.waiting(value.value)
        if value is Waiting.DISPUTED:
            return self.disputed[True]
        if value is Waiting.TOO_OLD:
            return self.too_old
        from plantui.model.assignment import AssignmentState

        return self.assignments[AssignmentState(value.value)]

    def _within_bound(self, bound: Bound) -> int:
        """Return the tasks whose figure keeps a bound; days are counted as the column of days does."""
        if bound.measure is Measure.PERCENT:
            return bits.union(
                bits.from_rows(rows)
                for progress, rows in rows_by_progress(self.progress)
                if progress.percent is not None and bound.holds(progress.percent)
            )
        if bound.measure is Measure.AGE:
            return bits.from_rows(
                pk for pk, day in self.last_days.items() if bound.holds((self.today - day).days)
            )
        sign = -1 if bound.measure is Measure.OVERDUE else 1
        days = (((due - self.today).days * sign, tasks) for due, tasks in self.by_due if due)
        first = 1 if bound.measure is Measure.OVERDUE else 0
        within = bits.union(tasks for count, tasks in days if count >= first and bound.holds(count))
        return within & ~self.done & ~self.never_late

    def _owed_by_those_sought(self, active_filter: Filter) -> int:
        """Return the tasks but those on which just the departments that the filter names owe no report."""
        if active_filter.departments:
            return bits.union(map(self.unreported_by, active_filter.departments))
        tasks = self.library.live
        for term in search_terms(active_filter.words):
            if meant := self.plan_sets.departments_meant(term):
                by_name = bits.union(map(self.plan_sets.of_department, meant))
                tasks &= ~by_name | bits.union(map(self.unreported_by, meant))
        return tasks

    def matching(self, active_filter: Filter, leaving_out: Facet | None = None) -> int:
        """Return the tasks that pass the filter; one kind of choice may be left out, to count its alternatives."""
        found = self._passing(active_filter, leaving_out)
        for around in active_filter.parts[1:]:
            found &= self._passing(around)
        return found

    def _passing(self, active_filter: Filter, leaving_out: Facet | None = None) -> int:
        """Return the tasks that pass a filter, whatever it stands within."""
        found = self.library.live
        for facet in Facet:
            if facet in (Facet.ROLE, leaving_out):
                continue
            values = active_filter.chosen(facet)
            if not values:
                continue
            sets = [self.choice_set(facet, value, active_filter.role) for value in values]
            if Waiting.UNREPORTED in values and facet is Facet.WAITING:
                sets[values.index(Waiting.UNREPORTED)] &= self._owed_by_those_sought(active_filter)
            for one in sets if facet in ALL_OF else (bits.union(sets),):
                found &= one
        if active_filter.role and not active_filter.departments and leaving_out is not Facet.ROLE:
            found &= self.plan_sets.of_role(active_filter.role)
        return found

    def rows(self, tasks: int, order: Order = Order.DOCUMENT) -> array[int]:
        """Return the row numbers of a set of tasks in the wanted order."""
        rows = array("I")
        for part in self._parts(tasks, order):
            if len(self.library.plans) < 2:
                rows.extend(bits.rows_of(part))
                continue
            for plan in self.library.plans:
                rows.extend(bits.slice_rows(part, plan.first, plan.tasks))
        return rows

    def _parts(self, tasks: int, order: Order) -> list[int]:
        if order is Order.DOCUMENT:
            return [tasks]
        return [tasks & lit & due for lit in self.lights.values() for _, due in self.by_due]
