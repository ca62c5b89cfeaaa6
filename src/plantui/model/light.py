"""The warning light of a task, and its reason as data: the words are made where they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from .light_rules import DEFAULT_RULES, DayCount, EscalationStep, LightRules, WorkingDays
from .pace import Pace, Span, requirement_span
from .terms import DONE, NEVER_LATE, Light, Status, TaskState

if TYPE_CHECKING:
    from .requirement_progress import RequirementProgress

_SETTLED = {
    Status.COMPLETED: TaskState.COMPLETED,
    Status.CLOSED: TaskState.CLOSED,
    Status.ONGOING: TaskState.STANDING,
    Status.DEFERRED: TaskState.DEFERRED,
    Status.STOPPED: TaskState.STOPPED,
}
"""The states that follow from the status alone, whatever the dates."""

WARNED_STATES = frozenset((TaskState.OVERDUE, TaskState.FAR_BEHIND, TaskState.BEHIND, TaskState.DUE_SOON))
"""The states that the early warning (预警) is about, whatever colour the rules give them."""


class LightCase(NamedTuple):
    """Facts that the light of a task follows from, beside the day and the rules. Many tasks are one case."""

    status: Status
    due: date | None = None
    """The date that holds of the earliest open requirement, the earliest of all once nothing is open; None without any."""
    first: date | None = None
    """The date of that requirement in the plan, where it was extended; else None."""
    paces: tuple[Pace, ...] = ()
    """Reported percents, each with its own time: of the task, and of open requirements."""


class LightReason(NamedTuple):
    """A light with the facts that it rests on."""

    light: Light
    state: TaskState
    status: Status
    due: date | None = None
    """The date that decided."""
    days: int | None = None
    """Calendar days from the as-of day to `due`; negative when it has passed."""
    first: date | None = None
    """The date in the plan where `due` is an extended one."""
    working: DayCount | None = None
    """Working days from the as-of day to `due`, where the rules count these."""
    pace: Pace | None = None
    """The reported percent that is farthest behind its time, or least ahead; None where none was reported."""
    elapsed: int | None = None
    """Percent of that pace's time that has passed; None where there is none, or where its time is not known."""
    step: EscalationStep | None = None
    """The step of warning that decided the light, where the rules have such."""

    @property
    def points_behind(self) -> int | None:
        """Points that the reported percent is behind elapsed time, negative when ahead; None without a percent."""
        return None if self.pace is None or self.elapsed is None else self.elapsed - self.pace.percent


def light_case(
    status: Status,
    percent: int | None,
    due: date | None,
    plan: Span | None,
    requirements: Sequence[RequirementProgress] = (),
) -> LightCase:
    """Return the case of a task with this status and percent in the time of its plan.

    `due` is its earliest date; `requirements`, where some are reported on or extended, say which are open.
    """
    paces = () if percent is None else (Pace(percent, plan),)
    if not requirements:
        return LightCase(status, due, paces=paces)
    still_open = [one for one in requirements if not one.is_done]
    next_one = min(still_open or requirements, key=lambda one: one.dates.current)
    firsts = tuple(one.dates.first for one in requirements)
    own = (
        Pace(
            one.percent,
            requirement_span(one.dates, firsts, plan),
            one.requirement,
            one.percent_from,
            one.accountable,
        )
        for one in still_open
        if one.percent is not None
    )
    first = next_one.dates.first if next_one.dates.is_extended else None
    return LightCase(status, next_one.dates.current, first, (*paces, *own))


def judge(
    case: LightCase, today: date, rules: LightRules = DEFAULT_RULES, calendar: WorkingDays | None = None
) -> LightReason:
    """Return the light of a case on the as-of day. `calendar` is asked where the rules count working days.

    The status decides before the dates; then a passed date before lagging progress, lagging progress before a near date.
    """
    if case.status in DONE:
        state = _SETTLED[case.status]
        return LightReason(rules.light_of(state), state, case.status, case.due, first=case.first)
    days = None if case.due is None else (case.due - today).days
    if case.status in NEVER_LATE:
        state = _SETTLED[case.status]
        return LightReason(rules.light_of(state), state, case.status, case.due, days, case.first)
    pace, elapsed = _slowest(case.paces, today)
    if case.due is None or days is None:
        state = TaskState.NO_DATE
        return LightReason(rules.light_of(state), state, case.status, pace=pace, elapsed=elapsed)
    working = _working_days(case.due, today, rules, calendar)
    left = working.days if working else days
    state = _open_state(case.status, days, left, pace, elapsed, rules)
    # Lagging progress keeps its own colour: the steps go by the date alone.
    step = None if state in (TaskState.BEHIND, TaskState.FAR_BEHIND) else rules.step_at(-left)
    light = step.light if step else rules.light_of(state)
    return LightReason(light, state, case.status, case.due, days, case.first, working, pace, elapsed, step)


def is_near(due: date, today: date, rules: LightRules, calendar: WorkingDays | None = None) -> bool:
    """Return whether a date has not passed and is near enough to count as due soon."""
    working = _working_days(due, today, rules, calendar)
    return due >= today and (working.days if working else (due - today).days) <= rules.notice_days


def _working_days(due: date, today: date, rules: LightRules, calendar: WorkingDays | None) -> DayCount | None:
    return calendar.between(today, due) if rules.in_working_days and calendar else None


def _slowest(paces: tuple[Pace, ...], today: date) -> tuple[Pace | None, int | None]:
    """Return the pace that is farthest behind, with the percent of its time that has passed.

    Where no time is known, the first pace of unknown time stands alone.
    """
    timed = [(pace, elapsed) for pace in paces if (elapsed := pace.elapsed(today)) is not None]
    if timed:
        return max(timed, key=lambda one: one[1] - one[0].percent)
    return next((pace for pace in paces if pace.span is None), None), None


def _open_state(
    status: Status, days: int, left: int, pace: Pace | None, elapsed: int | None, rules: LightRules
) -> TaskState:
    behind = elapsed - pace.percent if pace and elapsed is not None else 0
    if days < 0:
        return TaskState.OVERDUE
    if behind > rules.far_behind_points:
        return TaskState.FAR_BEHIND
    if behind >= rules.behind_points:
        return TaskState.BEHIND
    if left <= rules.notice_days:
        return TaskState.DUE_SOON
    return TaskState.NOT_STARTED if status is Status.NOT_STARTED else TaskState.ON_SCHEDULE
