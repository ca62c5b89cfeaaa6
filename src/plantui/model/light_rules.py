"""Rules by which a task's state has a colour: the office's own, another place's, or the default."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

from .terms import Light, TaskState

if TYPE_CHECKING:
    from .problem import Problem


class DayCount(NamedTuple):
    """A number of working days, as far as the holidays are known."""

    days: int
    """Working days after the first day up to the last; negative where the last is the earlier one."""
    unknown_years: tuple[int, ...] = ()
    """Years whose holidays are not announced: their weekdays count as working days."""


class WorkingDays(Protocol):
    """A calendar of working days, make-up days on weekends included."""

    @property
    def edition(self) -> str:
        """The name of what the calendar knows: another knowledge has another name."""
        ...

    def between(self, first: date, last: date) -> DayCount:
        """Return the working days after `first` up to `last`."""
        ...


class EscalationStep(NamedTuple):
    """A step of warning (预警级别) that an open task takes as its date comes near or lies behind."""

    days: int
    """Days past the date from which the step holds; negative for days before it."""
    light: Light
    zh: str
    """Name of the step in Chinese, such as 升级督办."""
    en: str = ""
    """Name in English; empty where a rule file gives one name for both."""


class LightRules(NamedTuple):
    """The rules of one office: which state has which colour, and from when on."""

    name: str
    """Name by which an office chooses them: that of the file without its ending."""
    lights: tuple[tuple[TaskState, Light], ...]
    """The colour of each state."""
    zh: str = ""
    """Title in Chinese."""
    en: str = ""
    """Title in English; empty where a rule file gives one title for both."""
    file: str = ""
    """Path of the rule file, empty for bundled ones."""
    notice_days: int = 30
    """Days before a date from which it counts as due soon, that day included."""
    behind_points: int = 10
    """Points behind elapsed time from which on a task is behind."""
    far_behind_points: int = 30
    """Points behind elapsed time beyond which a task is far behind."""
    in_working_days: bool = False
    """True where the days of notice and of the steps are working days."""
    steps: tuple[EscalationStep, ...] = ()
    """Steps by ascending days."""
    problem: Problem | None = None
    """The reason for which these general rules hold in the place of those chosen; None where they are the chosen ones."""

    def light_of(self, state: TaskState) -> Light:
        """Return the colour of a state."""
        return dict(self.lights)[state]

    def step_at(self, days_past: int) -> EscalationStep | None:
        """Return the step that a task has reached so many days past its date, None before the first."""
        reached = [step for step in self.steps if step.days <= days_past]
        return reached[-1] if reached else None


DEFAULT_RULES = LightRules(
    "default",
    (
        (TaskState.COMPLETED, Light.BLUE),
        (TaskState.CLOSED, Light.BLUE),
        (TaskState.STANDING, Light.GREY),
        (TaskState.DEFERRED, Light.GREY),
        (TaskState.STOPPED, Light.GREY),
        (TaskState.NO_DATE, Light.NONE),
        (TaskState.OVERDUE, Light.RED),
        (TaskState.FAR_BEHIND, Light.RED),
        (TaskState.BEHIND, Light.YELLOW),
        (TaskState.DUE_SOON, Light.YELLOW),
        (TaskState.NOT_STARTED, Light.GREEN),
        (TaskState.ON_SCHEDULE, Light.GREEN),
    ),
)
"""The rules where an office has chosen none."""
