"""The departments that a row speaks for: named before each line of a cell, in a column of their own, or alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plantui.model.department import DepartmentRef, DepartmentRegistry, fold_name
from plantui.model.plan import Task
from plantui.store.index.library import PlanEntry

_LABEL = re.compile(r"\s*([^:：\n]{1,80}?)\s*[:：]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a cell."""

    department: DepartmentRef | None
    """The department that is named before it; None where none is."""
    text: str
    follows: DepartmentRef | None = None
    """The department behind whose unchanged text it stands without a name of its own; None where it stands alone."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The departments of a task, and those that have reported on it."""

    names: Mapping[str, DepartmentRef]
    """Each by all of its names, folded."""
    accountable: tuple[DepartmentRef, ...]
    """The departments from whose notes the task's status follows."""
    is_group: bool = False
    """True where a group stands for its members: nobody can tell which one is meant."""

    @property
    def only(self) -> DepartmentRef | None:
        """The department that decides the status alone; None where there are several or none."""
        return self.accountable[0] if len(self.accountable) == 1 and not self.is_group else None

    def named(self, written: str) -> DepartmentRef | None:
        """Return the department of a name; None for one that has no part in the task."""
        return self.names.get(fold_name(written))

    def label(self, line: str) -> tuple[DepartmentRef, str] | None:
        """Return the department named at the beginning of a line, and the rest of it; None where none is."""
        found = _LABEL.match(line)
        department = self.named(found[1]) if found else None
        return (department, line[found.end() :].strip()) if found and department else None

    def split(self, text: str, printed: Mapping[DepartmentRef, Sequence[str]]) -> list[Piece]:
        """Return the parts of a cell; `printed` is what the export wrote for each department, name and text.

        A text that stands there unchanged is taken whole, though a line of it begins with a department's name.
        """
        lines = text.split("\n")
        whole = sorted(
            ((one.split("\n"), ref) for ref, texts in printed.items() for one in texts if one),
            key=lambda one: -len(one[0]),
        )
        found: list[Piece] = []
        at, verbatim = 0, False
        while at < len(lines):
            unchanged = next(((own, ref) for own, ref in whole if lines[at : at + len(own)] == own), None)
            if unchanged:
                own, ref = unchanged
                labelled = self.label(own[0])
                first = labelled[1] if labelled else own[0]
                found.append(Piece(ref, "\n".join([first, *own[1:]])))
                at, verbatim = at + len(own), True
                continue
            labelled = self.label(lines[at])
            if labelled:
                found.append(Piece(*labelled))
            elif found and not verbatim:
                last = found[-1]
                found[-1] = Piece(last.department, f"{last.text}\n{lines[at]}", last.follows)
            elif lines[at].strip():
                found.append(Piece(None, lines[at], found[-1].department if found else None))
            at, verbatim = at + 1, verbatim and not (labelled or lines[at].strip())
        return [Piece(one.department, one.text.strip(), one.follows) for one in found]


def parties_of(
    registry: DepartmentRegistry,
    plan: PlanEntry,
    task: Task,
    accountable: Iterable[str],
    others: Iterable[DepartmentRef],
) -> Parties:
    """Return the departments of a task; `others` are those that have reported, or are asked about, without being named."""

    def resolved(names: Iterable[str]) -> Iterator[DepartmentRef]:
        return (registry.resolve(plan.region, name) for name in names)

    printed = [name for _, name in task.departments.pairs()]
    deciding = tuple(dict.fromkeys(resolved(accountable)))
    refs = dict.fromkeys([*deciding, *resolved((*printed, *plan.responsible)), *others])
    waiting = [*refs]
    while waiting:
        for member in registry.members_of(waiting.pop()):
            if member not in refs:
                refs[member] = None
                waiting.append(member)
    names = {fold_name(name): ref for ref in refs for name in registry.names_of(ref)}
    names |= {fold_name(name): registry.resolve(plan.region, name) for name in printed}
    is_group = any(registry.members_of(ref) for ref in deciding)
    return Parties(names, deciding, is_group)
