"""The filter: several choices of several kinds, as one value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from plantui.model.department import DepartmentRef
from plantui.model.terms import Light, Role, Status, TaskState, Waiting

if TYPE_CHECKING:
    from plantui.model.bound import Bound
    from plantui.model.period import Period
    from plantui.model.since import Since


class Facet(StrEnum):
    """The kinds of choices."""

    PLAN = "plan"
    DEPARTMENT = "department"
    ROLE = "role"
    YEAR = "year"
    TAG = "tag"
    PERIOD = "period"
    STATUS = "status"
    LIGHT = "light"
    STATE = "state"
    WAITING = "waiting"
    BOUND = "bound"
    CHANGED = "changed"
    WORDS = "words"


ALL_OF = frozenset((Facet.BOUND, Facet.WORDS))
"""The kinds of which every chosen value has to let a task pass; of the others one does."""

Choice: TypeAlias = (
    "str | int | DepartmentRef | Role | Status | Light | TaskState | Waiting | Period | Bound | date | None"
)
"""A chosen value: a plan's id, a department, a role, a year (None: no date), a status, a light, a `Since`, a word …"""

T = TypeVar("T")


class Filter(NamedTuple):
    """Several values of one kind widen, words and bounds narrow, different kinds narrow. Nothing chosen means everything."""

    plans: tuple[str, ...] = ()
    departments: tuple[DepartmentRef, ...] = ()
    role: Role | None = None
    """In which role the departments must stand, None for any."""
    years: tuple[int | None, ...] = ()
    """Years in which a dated requirement falls; None stands for tasks without dates."""
    statuses: tuple[Status, ...] = ()
    lights: tuple[Light, ...] = ()
    words: str = ""
    """Words that a task has to hold, parted by blanks."""
    changed_since: Since | None = None
    """Only tasks of which something was said since then, None for all."""
    within: Filter | None = None
    """Another filter that has to let a task pass too, in the same role: tasks of one department among those of another."""
    periods: tuple[Period, ...] = ()
    """Spans of days in which a dated requirement falls."""
    states: tuple[TaskState, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    """Reports or steps that a task waits for; with departments, whether these have yet to report."""
    bounds: tuple[Bound, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether everything passes."""
        return self == Filter()

    @property
    def asks_for_progress(self) -> bool:
        """True where it chooses by what the ledger says of tasks now; whether anything changed is asked apart."""
        return any((self.statuses, self.lights, self.states, self.waiting, self.bounds))

    def chosen(self, facet: Facet) -> tuple[Choice, ...]:
        """Return the values chosen of one kind."""
        chosen: dict[Facet, tuple[Choice, ...]] = {
            Facet.PLAN: self.plans,
            Facet.DEPARTMENT: self.departments,
            Facet.ROLE: (self.role,) if self.role else (),
            Facet.YEAR: self.years,
            Facet.TAG: self.tags,
            Facet.PERIOD: self.periods,
            Facet.STATUS: self.statuses,
            Facet.LIGHT: self.lights,
            Facet.STATE: self.states,
            Facet.WAITING: self.waiting,
            Facet.BOUND: self.bounds,
            Facet.CHANGED: () if self.changed_since is None else (self.changed_since,),
            Facet.WORDS: tuple(dict.fromkeys(self.words.split())),
        }
        return chosen[facet]

    def choices(self) -> tuple[tuple[Facet, Choice], ...]:
        """Return every chosen value with its kind, as the filter bar shows them, those of the filter around it last."""
        own = tuple((facet, value) for facet in Facet for value in self.chosen(facet))
        return (*own, *self.within.choices()) if self.within else own

    @property
    def parts(self) -> tuple[Filter, ...]:
        """The filter and those that it stands within, all in the one role: each has to let a task pass."""
        return (self, *self.within._replace(role=self.role).parts) if self.within else (self,)

    def with_choices(self, facet: Facet, values: tuple[Choice, ...]) -> Filter:
        """Return the filter with just these values of one kind; no values lets everything of that kind pass.

        Raises ValueError for a value of another kind.
        """
        match facet:
            case Facet.PLAN:
                return self._replace(plans=_only(str, facet, values))
            case Facet.DEPARTMENT:
                return self._replace(departments=_only(DepartmentRef, facet, values))
            case Facet.ROLE:
                return self._replace(role=next(iter(_only(Role, facet, values)), None))
            case Facet.YEAR:
                years = dict.fromkeys(values)
                return self._replace(years=tuple(y if y is None else _one(int, facet, y) for y in years))
            case Facet.TAG:
                return self._replace(tags=_only(str, facet, values))
            case Facet.STATUS:
                return self._replace(statuses=_only(Status, facet, values))
            case Facet.LIGHT:
                return self._replace(lights=_only(Light, facet, values))
            case Facet.STATE:
                return self._replace(states=_only(TaskState, facet, values))
            case Facet.WAITING:
                return self._replace(waiting=_only(Waiting, facet, values))
            case Facet.PERIOD:
                from plantui.model.period import Period

                return self._replace(periods=_only(Period, facet, values))
            case Facet.BOUND:
                from plantui.model.bound import Bound

                return self._replace(bounds=_only(Bound, facet, values))
            case Facet.CHANGED:
                return self._replace(changed_since=next((_since(value) for value in values), None))
            case Facet.WORDS:
                return self._replace(words=" ".join(_only(str, facet, values)))

    def narrowed_to(self, facet: Facet, value: Choice) -> Filter:
        """Return the filter that lets just those of its tasks pass that have this value, too."""
        before, now = self.chosen(facet), self.with_choices(facet, (value,))
        if not before or value in before or facet not in (Facet.DEPARTMENT, Facet.YEAR, Facet.TAG):
            return now  # of the other kinds a task has but one value
        return now._replace(within=Filter(within=self.within).with_choices(facet, before))

    def toggled(self, facet: Facet, value: Choice) -> Filter:
        """Return the filter with one value added, or taken out where it was chosen."""
        now = self.chosen(facet)
        if self.within and value not in now and (facet, value) in self.within.choices():
            around = self.within.toggled(facet, value)
            return self._replace(within=None if around.is_empty else around)
        if value in now:
            return self.with_choices(facet, tuple(other for other in now if other != value))
        if facet in (Facet.ROLE, Facet.CHANGED):
            return self.with_choices(facet, (value,))
        return self.with_choices(facet, (*now, value))


def _only(kind: type[T], facet: Facet, values: Iterable[Choice]) -> tuple[T, ...]:
    return tuple(_one(kind, facet, value) for value in dict.fromkeys(values))


def _one(kind: type[T], facet: Facet, value: Choice) -> T:
    # A term is a text by its class, too, and would pass for a plan's id.
    if isinstance(value, kind) and type(value) is kind:
        return value
    raise ValueError(f"{value!r} is no choice of {facet}")


def _since(value: Choice) -> Since:
    return _one(date, Facet.CHANGED, value) if isinstance(value, date) else _one(str, Facet.CHANGED, value)
