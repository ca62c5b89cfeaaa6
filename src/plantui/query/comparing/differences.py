"""Differences of two tasks that are the same task: dates, targets, departments, headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from plantui.model.actual import is_same_unit
from plantui.model.likeness import likeness, pair_texts
from plantui.model.plan import Deadline, Indicator, Task
from plantui.model.terms import Force, Op


class Verdict(StrEnum):
    """Outcome of holding a task against the one it is compared with."""

    EARLIER = "earlier"
    LATER = "later"
    STRICTER = "stricter"
    LOOSER = "looser"
    OTHER = "other"
    """Different, and neither stricter nor looser: another direction, or another year that it is measured from."""
    MISSING = "missing"
    ONLY_HERE = "only_here"


@dataclass(frozen=True, slots=True)
class DateDifference:
    """Another date for the same thing, or for the task where no two dates are for the same thing."""

    verdict: Verdict
    base: Deadline | None
    here: Deadline | None


@dataclass(frozen=True, slots=True)
class TargetDifference:
    """Another target for the same indicator."""

    verdict: Verdict
    base: Indicator | None
    here: Indicator | None


@dataclass(frozen=True, slots=True)
class DepartmentDifference:
    """An accountable department of a kind that the other task does not have."""

    verdict: Verdict
    name: str


@dataclass(frozen=True, slots=True)
class SectionDifference:
    """A task under another heading."""

    base: str
    here: str
    verdict: Verdict = Verdict.OTHER


Difference = DateDifference | TargetDifference | DepartmentDifference | SectionDifference


@dataclass(frozen=True, slots=True)
class TaskDepartments:
    """Departments of a task as they are compared."""

    accountable: Sequence[tuple[str, str]]
    """The kind and the name of those that the status depends on."""
    kinds: Collection[str]
    """The kinds of all that lead, share or support."""


_MULTIPLES = {"万": 10_000, "亿": 100_000_000}
_MULTIPLE = re.compile("[万亿](?=.)")
_END = 2
"""Characters at the end of an indicator's name that say what is measured."""
_LEAST, _LEAST_OTHER_END = 0.5, 0.75
"""Likeness of names from which on two indicators are one, with the same end and with another."""
_DIRECTION = {Op.AT_LEAST: 1, Op.MORE: 1, Op.AT_MOST: -1, Op.LESS: -1}
_FIRMNESS = {Op.MORE: 2, Op.LESS: 2, Op.ABOUT: 0}
"""Firmness of a direction where the figures are equal; that of all others is 1."""


def task_differences(base: Task, here: Task) -> Iterator[DateDifference | TargetDifference]:
    """Yield in what two tasks differ, dates first; steps with a date of their own that only one task has are none."""
    yield from _dates(base.deadlines, here.deadlines)
    yield from _targets(base.indicators, here.indicators)


def department_differences(base: TaskDepartments, here: TaskDepartments) -> Iterator[DepartmentDifference]:
    """Yield the accountable departments of kinds that the other task does not name in any part."""
    for side, other, verdict in ((here, base, Verdict.ONLY_HERE), (base, here, Verdict.MISSING)):
        for kind, name in side.accountable:
            if kind not in other.kinds:
                yield DepartmentDifference(verdict, name)


def _dates(base: Sequence[Deadline], here: Sequence[Deadline]) -> Iterator[DateDifference]:
    pairs = pair_texts([*map(_date, base)], [*map(_date, here)])
    for at, to in sorted(pairs.items()):
        if base[at].due != here[to].due:
            yield DateDifference(_sooner(base[at].due, here[to].due), base[at], here[to])
    if pairs:
        return
    last, last_here = (max(side, key=lambda one: one.due, default=None) for side in (base, here))
    if last and last_here:
        if last.due != last_here.due:
            yield DateDifference(_sooner(last.due, last_here.due), last, last_here)
    elif last or last_here:
        yield DateDifference(Verdict.MISSING if last else Verdict.ONLY_HERE, last, last_here)


def _date(deadline: Deadline) -> tuple[str, str]:
    return deadline.clause or deadline.phrase, deadline.due.isoformat()


def _sooner(base: date, here: date) -> Verdict:
    return Verdict.EARLIER if here < base else Verdict.LATER


def _targets(base: Sequence[Indicator], here: Sequence[Indicator]) -> Iterator[TargetDifference]:
    alike = pair_texts([*map(_target, base)], [*map(_target, here)])
    pairs = {at: to for at, to in alike.items() if _is_same_indicator(base[at], here[to])}
    for at, to in sorted(pairs.items()):
        if verdict := _stricter(base[at], here[to]):
            yield TargetDifference(verdict, base[at], here[to])
    for at, only in enumerate(base):
        if at not in pairs:
            yield TargetDifference(Verdict.MISSING, only, None)
    taken = {*pairs.values()}
    for to, only in enumerate(here):
        if to not in taken:
            yield TargetDifference(Verdict.ONLY_HERE, None, only)


def _target(measure: Indicator) -> tuple[str, str]:
    return measure.indicator, f"{measure.value} {measure.unit}"


def _is_same_indicator(one: Indicator, other: Indicator) -> bool:
    """Return whether two figures measure one thing: 汽车年产量 and 汽车保有量 have most characters in common and do not."""
    if not is_same_unit(_plain_unit(one), _plain_unit(other)):
        return False
    has_same_end = one.indicator[-_END:] == other.indicator[-_END:]
    return likeness(one.indicator, other.indicator) >= (_LEAST if has_same_end else _LEAST_OTHER_END)


def _stricter(base: Indicator, here: Indicator) -> Verdict | None:
    """Return whether a target asks for more or for less, or something else; None where it asks for the same."""
    if base.grade != here.grade:
        return Verdict.OTHER
    if base.baseline_year != here.baseline_year or (base.value is None) != (here.value is None):
        return Verdict.OTHER
    signs = [*_signs(base, here)]
    if None in signs or {1, -1} <= {*signs}:
        return Verdict.OTHER
    if not any(signs):
        return None
    return Verdict.STRICTER if 1 in signs else Verdict.LOOSER


def _signs(base: Indicator, here: Indicator) -> Iterator[int | None]:
    """Yield for each part of a target 1 where it is stricter here, -1 where it is looser, None where nobody can say."""
    directions = {_DIRECTION[op] for op in (base.op, here.op) if op in _DIRECTION}
    if len(directions) > 1:
        yield None
        return
    if base.value is not None and here.value is not None:
        more = _sign(_plain_value(here.value, here.unit) - _plain_value(base.value, base.unit))
        yield more * directions.pop() if directions else None if more else 0
    yield _sign(_firmness(here.op) - _firmness(base.op))
    if base.force and here.force:
        yield _sign((here.force is Force.BINDING) - (base.force is Force.BINDING))
    if base.due and here.due:
        yield _sign((base.due - here.due).days)


def _firmness(op: Op | None) -> int:
    return _FIRMNESS.get(op, 1) if op else 1


def _plain_unit(measure: Indicator) -> str:
    """Return a unit without the multiple that it begins with: 万亩 and 亩 measure alike."""
    return _MULTIPLE.sub("", measure.unit or "")


def _plain_value(value: float, unit: str | None) -> Decimal:
    """Return a figure in the unit without its multiple, exactly as printed."""
    found = _MULTIPLE.match(unit or "")
    return Decimal(str(value)) * (_MULTIPLES[found[0]] if found else 1)


def _sign(value: int | Decimal) -> int:
    return (value > 0) - (value < 0)
