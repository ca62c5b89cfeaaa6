"""Puts together the tasks of several plans that are the same task, and the headings that are the same heading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from plantui.model.alignment import AlignmentChoice
from plantui.model.key import TaskKey
from plantui.model.likeness import folded
from plantui.model.plan import Plan

from .candidates import candidates
from .wording import Evidence, Item, Scale, pieces_of, task_item

Group = Mapping[str, str]
"""Task or heading that several plans have: its id by the id of the plan."""

_TITLE_SAYS, _TEXT_SAYS, _TARGETS_SAY = 0.6, 0.3, 0.5
"""Likeness from which on it is a reason of its own."""


class Reason(StrEnum):
    """Reasons to take two tasks for the same one."""

    BY_HAND = "by_hand"  # a person has said so
    SAME_WORDS = "same_words"
    TITLE = "title"
    WORDING = "wording"
    TARGETS = "targets"
    NEAREST = "nearest"  # none of these alone: all together, where both plans are expected to have it


@dataclass(frozen=True, slots=True)
class Link:
    """Bond of two tasks: the reasons, and how far they say the same."""

    score: float
    """From 0 to 1; 1 where a person has said so."""
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Alignment:
    """Groups of the tasks and of the headings of several plans that are the same. Each is in one group, perhaps alone."""

    tasks: tuple[Group, ...]
    sections: tuple[Group, ...]
    by_hand: frozenset[frozenset[TaskKey]]
    """The pairs of tasks that a person has put together."""
    items: Mapping[TaskKey, Item] = field(repr=False)
    """The tasks as they were compared."""
    scale: Scale = field(repr=False, compare=False)
    """The weights of the pieces of their wording."""

    @cached_property
    def _section_groups(self) -> dict[TaskKey, int]:
        return {
            TaskKey(plan, section): at
            for at, group in enumerate(self.sections)
            for plan, section in group.items()
        }

    def link(self, one: TaskKey, other: TaskKey) -> Link:
        """Return why two tasks of a group belong together."""
        if frozenset((one, other)) in self.by_hand:
            return Link(1.0, (Reason.BY_HAND,))
        evidence = self.scale.evidence(self.items[one], self.items[other])
        return Link(evidence.score, _reasons(evidence, self.items[one].whole == self.items[other].whole))

    def has_section(self, section: TaskKey, plan: str) -> bool:
        """Return whether a plan has the heading that is named by its plan and its own id."""
        return plan in self.sections[self._section_groups[section]]

    def is_same_section(self, one: TaskKey, other: TaskKey) -> bool:
        """Return whether two headings, each named by its plan and its own id, are the same."""
        return self._section_groups[one] == self._section_groups[other]


def align(plans: Iterable[Plan], choices: Sequence[AlignmentChoice] = ()) -> Alignment:
    """Return which tasks of the plans are the same, and which headings. The order of plans and tasks makes no difference.

    A task stands with at most one of each other plan. What a person has decided comes first; `choices` are in the order
    in which they were made, and of two that cannot both hold the later one does.
    """
    known = {plan.info.id: plan for plan in sorted(plans, key=lambda plan: plan.info.id)}
    items = _task_items(known.values())
    groups = _Groups(items, _newest(choices))
    scale = groups.join_alike()
    tasks = groups.found()
    sections = _Groups(_section_items(known.values(), tasks), {})
    sections.join_alike()
    return Alignment(tasks, sections.found(), groups.put_together, items, scale)


def _task_items(plans: Iterable[Plan]) -> dict[TaskKey, Item]:
    """Return the tasks as they are compared, plan by plan, in an order of their own."""
    return {
        TaskKey(plan.info.id, task.id): task_item(plan, task)
        for plan in plans
        for task in sorted(plan.tasks, key=lambda task: task.id)
    }


def _section_items(plans: Iterable[Plan], groups: Sequence[Group]) -> dict[TaskKey, Item]:
    """Return the headings as they are compared: by their titles, and by the tasks under them that are the same."""
    group_of = {(plan, task): at for at, group in enumerate(groups) for plan, task in group.items()}
    items = {}
    for plan in plans:
        under = _tasks_under(plan)
        for section in sorted(plan.sections, key=lambda section: section.id):
            tasks = frozenset(f"task {group_of[plan.info.id, task]}" for task in under[section.id])
            whole = f"{folded(section.title)}\n{sorted(tasks)}"
            key = TaskKey(plan.info.id, section.id)
            items[key] = Item(*key, pieces_of(section.title), tasks, frozenset(), whole)
    return items


def _tasks_under(plan: Plan) -> defaultdict[str, list[str]]:
    """Return the ids of the tasks under each heading, those of the headings below it among them."""
    parents = {section.id: section.parent for section in plan.sections}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for task in plan.tasks:
        section: str | None = task.section
        while section is not None:
            found[section].append(task.id)
            section = parents.get(section)
    return found


def _newest(choices: Sequence[AlignmentChoice]) -> dict[frozenset[TaskKey], AlignmentChoice]:
    """Return the newest word on each pair, the newest first."""
    found: dict[frozenset[TaskKey], AlignmentChoice] = {}
    for choice in reversed(choices):
        found.setdefault(choice.pair, choice)
    return found


def _reasons(evidence: Evidence, is_same: bool) -> tuple[Reason, ...]:
    if is_same:
        return (Reason.SAME_WORDS,)
    found = [
        reason
        for reason, value, least in (
            (Reason.TITLE, evidence.title, _TITLE_SAYS),
            (Reason.WORDING, evidence.text, _TEXT_SAYS),
            (Reason.TARGETS, evidence.targets or 0.0, _TARGETS_SAY),
        )
        if value >= least
    ]
    return tuple(found) or (Reason.NEAREST,)


class _Groups:
    """Groups that grow: of two that meet, the larger takes the other's members over."""

    def __init__(
        self, items: Mapping[TaskKey, Item], choices: Mapping[frozenset[TaskKey], AlignmentChoice]
    ) -> None:
        self._items = items
        self._group: dict[TaskKey, dict[str, TaskKey]] = {key: {key.plan: key} for key in items}
        self._apart: defaultdict[TaskKey, set[TaskKey]] = defaultdict(set)
        together: list[frozenset[TaskKey]] = []
        for pair, choice in choices.items():
            if choice.one not in items or choice.other not in items:
                continue  # of a plan that is not compared, or no longer there
            if choice.is_same:
                if self._join(choice.one, choice.other):
                    together.append(pair)
            else:
                self._apart[choice.one].add(choice.other)
                self._apart[choice.other].add(choice.one)
        self.put_together = frozenset(together)

    def join_alike(self) -> Scale:
        """Join what is alike enough, the most alike first; return the weights by which that was told."""
        keys, items = [*self._items], [*self._items.values()]
        scale = Scale(items)
        for _, one, other in candidates(items, scale):
            self._join(keys[one], keys[other])
        return scale

    def found(self) -> tuple[Group, ...]:
        """Return the groups, each once, in the order of the items."""
        once = {id(group): group for group in self._group.values()}
        return tuple({plan: group[plan].task for plan in sorted(group)} for group in once.values())

    def _join(self, one: TaskKey, other: TaskKey) -> bool:
        """Join the groups of two items, unless they have a plan in common or a person wants them apart.

        Returns whether the two are in one group now.
        """
        if self._group[one] is self._group[other]:
            return True
        larger, smaller = sorted((self._group[one], self._group[other]), key=len, reverse=True)
        if larger.keys() & smaller.keys():
            return False
        if any(not self._apart[key].isdisjoint(larger.values()) for key in smaller.values()):
            return False
        larger |= smaller
        for key in smaller.values():
            self._group[key] = larger
        return True
