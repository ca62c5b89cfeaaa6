"""Sets of tasks by what the ledger says of them on a day: each family is worked out when first asked for.

Each family says of every task by itself: so where only some tasks changed, these are taken out of all sets and put in anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from plantui.model.department import DepartmentRef
from plantui.model.terms import Light, Status, TaskState
from plantui.store.index import bits
from plantui.store.index.library import Library

from .lights import JudgedBy, TaskLights
from .noted import NotedTasks
from .plan_sets import PlanSets
from .unreported import unreported_sets

if TYPE_CHECKING:
    from plantui.model.period import Period

Key = TypeVar("Key")


class SetSource(NamedTuple):
    """The plans, statements and rules that sets of tasks are made of."""

    library: Library
    plan_sets: PlanSets
    noted: NotedTasks
    judged_by: Callable[[], JudgedBy]
    period: Callable[[], Period]
    """Gives the period that is being reported."""


class TaskSets:
    """The families of sets that follow from plans, ledger, day and rules."""

    def __init__(self, source: SetSource, tasks: int | None = None, kept: KeptFamilies | None = None) -> None:
        """Take what the sets are made of, the tasks that they are to speak of, without it all, and sets made before."""
        self._source = source
        self._tasks = source.library.live if tasks is None else tasks
        self._kept = kept

    def with_changes(self, source: SetSource, changed: int, noted: NotedTasks) -> TaskSets:
        """Return the sets in which the `changed` tasks, of which `noted` says all there is, stand anew."""
        later = TaskSets(source)
        now = TaskSets(source._replace(noted=noted), changed)
        for name in FAMILIES:
            if name in self.__dict__ or self._kept is not None:
                later.__dict__[name] = _put_in(getattr(self, name), changed, getattr(now, name))
        return later

    @cached_property
    def lights_of(self) -> TaskLights:
        """The judge of each of the tasks."""
        source = self._source
        return TaskLights(
            source.library,
            source.judged_by(),
            source.noted,
            lambda: self.statuses,
            source.plan_sets,
            self._tasks,
        )

    @cached_property
    def statuses(self) -> dict[Status, int]:
        """The tasks in each status."""
        if self._kept is not None:
            return {status: self._kept.statuses.get(status, 0) for status in Status}
        rows: dict[Status, list[int]] = {status: [] for status in Status}
        for pk, progress in self._source.noted.progress.items():
            rows[progress.status].append(pk)
        sets = {status: bits.from_rows(found) for status, found in rows.items()}
        sets[Status.NOT_STARTED] |= self._tasks & ~bits.union(sets.values())
        return sets

    @cached_property
    def lights(self) -> dict[Light, int]:
        """The tasks under each light."""
        if self._kept is not None:
            return {light: self._kept.lights.get(light, 0) for light in Light}
        return self.lights_of.sets.lights

    @cached_property
    def states(self) -> dict[TaskState, int]:
        """The tasks in each state."""
        if self._kept is not None:
            return {state: self._kept.states.get(state, 0) for state in TaskState}
        return self.lights_of.sets.states

    @cached_property
    def by_due(self) -> dict[date | None, int]:
        """The tasks by the date of their earliest open requirement; of a task that is done, by its earliest one."""
        return dict(self._kept.by_due if self._kept is not None else self.lights_of.by_due)

    @cached_property
    def with_percent(self) -> dict[bool, int]:
        """The tasks of which some percent is reported, under True."""
        return (
            dict(self._kept.with_percent) if self._kept is not None else {True: self.lights_of.with_percent}
        )

    @cached_property
    def waiting(self) -> dict[str, int]:
        """The tasks with a note that waits at a stage, by the stage."""
        if self._kept is not None:
            return dict(self._kept.waiting)
        rows: dict[str, list[int]] = {}
        for pk, found in self._source.noted.reports.items():
            if found.is_staged:
                for stage in {report.waiting for report in found.reports.values() if report.waiting}:
                    rows.setdefault(stage.value, []).append(pk)
        return {stage: bits.from_rows(found) for stage, found in rows.items()}

    @cached_property
    def extended(self) -> dict[int, int]:
        """The tasks whose dates were extended, by the number of extensions."""
        if self._kept is not None:
            return dict(self._kept.extended)
        rows: dict[int, list[int]] = {}
        for pk, found in self._source.noted.reports.items():
            if found.extensions:
                rows.setdefault(len(found.extensions), []).append(pk)
        return {count: bits.from_rows(found) for count, found in rows.items()}

    @cached_property
    def unreported(self) -> dict[DepartmentRef | None, int]:
        """The tasks that each department has yet to report on in the period."""
        if self._kept is not None:
            return dict(self._kept.unreported)
        source = self._source
        return unreported_sets(source.library, source.noted.progress, source.period(), self._tasks)


class KeptFamilies(NamedTuple):
    """The families of sets as they were made before, each unpacked when first asked for."""

    statuses: Mapping[Status, int]
    lights: Mapping[Light, int]
    states: Mapping[TaskState, int]
    by_due: Mapping[date | None, int]
    with_percent: Mapping[bool, int]
    waiting: Mapping[str, int]
    extended: Mapping[int, int]
    unreported: Mapping[DepartmentRef | None, int]


FAMILIES = KeptFamilies._fields
"""The names of the families."""


def _put_in(before: Mapping[Key, int], changed: int, now: Mapping[Key, int]) -> dict[Key, int]:
    """Return sets without the tasks that changed, and with them where they stand now; a set without any is left out."""
    names = dict.fromkeys((*before, *now))
    sets = {name: before.get(name, 0) & ~changed | now.get(name, 0) for name in names}
    return {name: tasks for name, tasks in sets.items() if tasks or name in now}
