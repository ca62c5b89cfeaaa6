"""What was changed about one task: its dates, figures, departments, wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.model.plan import Deadline, Departments, Goal, Indicator, Task

from ..comparing.alignment import differences
from .change import Change, ChangeKind
from .matching import folded, likeness

_LEAST = 0.5
"""Likeness of what is due, or of a figure's name, that makes one of two."""
_JOIN = 3
"""Equal characters between two changes of a text that are too few to part them."""


def task_changes(old: Task, new: Task, old_section: str, new_section: str) -> Iterator[Change]:
    """All that was changed. A section is given by its title: its id follows from its place."""
    if old.id != new.id:
        yield Change(ChangeKind.RENUMBERED, old=old.id, new=new.id)
    if folded(old_section) != folded(new_section):
        yield Change(ChangeKind.MOVED, old=old_section, new=new_section)
    if folded(old.title) != folded(new.title):
        yield Change(ChangeKind.TITLE, old=old.title, new=new.title)
    yield from _departments(old.departments, new.departments)
    yield from _dates(old.deadlines, new.deadlines)
    yield from _figures(old.indicators, new.indicators)
    yield from _wording(old.text, new.text)


def _departments(old: Departments, new: Departments) -> Iterator[Change]:
    was = {name: role for role, name in reversed(old.pairs())}
    now = {name: role for role, name in reversed(new.pairs())}
    for name, role in reversed(was.items()):
        if name not in now:
            yield Change(ChangeKind.DEPARTMENT_DROPPED, name, old=role.value)
        elif now[name] is not role:
            yield Change(ChangeKind.DEPARTMENT_ROLE, name, role.value, now[name].value)
    for name, role in reversed(now.items()):
        if name not in was:
            yield Change(ChangeKind.DEPARTMENT_ADDED, name, new=role.value)


def _dates(old: Sequence[Deadline], new: Sequence[Deadline]) -> Iterator[Change]:
    pairs, dropped, added = _paired(
        [deadline.clause or deadline.phrase for deadline in old],
        [deadline.clause or deadline.phrase for deadline in new],
        [deadline.due.isoformat() for deadline in old],
        [deadline.due.isoformat() for deadline in new],
    )
    for at, to in pairs:
        if old[at].due != new[to].due:
            about = new[to].clause or new[to].phrase
            yield Change(ChangeKind.DATE_MOVED, about, old[at].due.isoformat(), new[to].due.isoformat())
    for at in dropped:
        yield Change(ChangeKind.DATE_DROPPED, old[at].clause or old[at].phrase, old=old[at].due.isoformat())
    for to in added:
        yield Change(ChangeKind.DATE_ADDED, new[to].clause or new[to].phrase, new=new[to].due.isoformat())


def _figures(old: Sequence[Indicator], new: Sequence[Indicator]) -> Iterator[Change]:
    pairs, dropped, added = _paired(
        [measure.indicator for measure in old],
        [measure.indicator for measure in new],
        [target(measure) for measure in old],
        [target(measure) for measure in new],
    )
    for at, to in pairs:
        if target(old[at]) != target(new[to]):
            yield Change(ChangeKind.FIGURE_CHANGED, new[to].indicator, target(old[at]), target(new[to]))
    for at in dropped:
        yield Change(ChangeKind.FIGURE_DROPPED, old[at].indicator, old=target(old[at]))
    for to in added:
        yield Change(ChangeKind.FIGURE_ADDED, new[to].indicator, new=target(new[to]))


def target(measure: Indicator | Goal) -> str:
    """A target in short: >= 80 % (2025-12-31)."""
    value = measure.grade or ("" if measure.value is None else f"{measure.value:g}")
    due = f"({measure.due.isoformat()})" if measure.due else ""
    return " ".join(part for part in (measure.op or "", value, measure.unit or "", due) if part)


def _paired(
    old: Sequence[str], new: Sequence[str], old_values: Sequence[str], new_values: Sequence[str]
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Which is which by what they are about; of several alike those with the same value, then the nearest."""
    scored = sorted(
        (
            (likeness(was, now) + 0.2 * (old_values[at] == new_values[to]), -abs(at - to), at, to)
            for at, was in enumerate(old)
            for to, now in enumerate(new)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, at, to in scored:
        if score >= _LEAST and at not in pairs and to not in taken:
            pairs[at] = to
            taken.add(to)
    return (
        sorted(pairs.items()),
        [at for at in range(len(old)) if at not in pairs],
        [to for to in range(len(new)) if to not in taken],
    )


def _wording(old: str, new: str) -> Iterator[Change]:
    """The pieces of the text that differ, each with what stands in its place."""
    if folded(old) == folded(new):
        return
    pieces: list[list[int]] = []
    for start, end, other_start, other_end in differences(old, new):
        if pieces and start - pieces[-1][1] <= _JOIN:
            pieces[-1][1], pieces[-1][3] = end, other_end
        else:
            pieces.append([start, end, other_start, other_end])
    for start, end, other_start, other_end in pieces:
        was, now = old[start:end], new[other_start:other_end]
        if folded(was) != folded(now):
            yield Change(ChangeKind.TEXT, old[max(0, start - 8) : start], was, now)
