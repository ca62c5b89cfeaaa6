"""Sets of tasks that follow from the plans alone, whatever the ledger says: by department, year, plan and words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from plantui.model.department import DepartmentRef
from plantui.model.search_text import search_terms
from plantui.model.terms import Role
from plantui.store.index import bits
from plantui.store.index.facets import ANY_ROLE, FacetKind
from plantui.store.index.library import Library, PlanEntry

_REMEMBERED_TERMS = 64
"""Terms whose hits are remembered."""


class PlanSets:
    """Gives sets of tasks and remembers them: all workspaces with the same plans have the same ones."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._departments: dict[tuple[DepartmentRef, Role | None], int] = {}
        self._years: dict[int | None, int] = {}
        self._terms: dict[str, int] = {}
        self._roles: dict[Role, int] = {}

    def of_department(self, ref: DepartmentRef, role: Role | None = None) -> int:
        """Return the tasks given to a department, under any of its names or through a group that it belongs to."""
        key = ref, role
        if key not in self._departments:
            registry = self._library.registry
            wanted = {ref, *(group for group in registry.groups_of(ref) if group.region == ref.region)}
            prefix = role.value if role else ANY_ROLE
            found = 0
            for name in (name for one in wanted for name in self._library.names_by_department.get(one, ())):
                parts = self._library.facet_by_plan(FacetKind.DEPARTMENT, f"{prefix}\t{name}")
                for first, tasks in parts.items():
                    if self._library.plan_at[first].region == ref.region:
                        found |= tasks
            self._departments[key] = found
        return self._departments[key]

    def of_year(self, year: int | None) -> int:
        """Return the tasks with a dated requirement in that year, None for those without dates."""
        if year not in self._years:
            self._years[year] = self._library.facet(FacetKind.YEAR, str(year or ""))
        return self._years[year]

    def of_role(self, role: Role) -> int:
        """Return the tasks in which any department stands in that role."""
        if role not in self._roles:
            self._roles[role] = self._library.live & ~self._library.naming_nobody(role)
        return self._roles[role]

    def naming_others(self, ref: DepartmentRef) -> int:
        """Return the tasks that name departments and not this one: its notes on them do not count."""
        return bits.union(self.of_role(role) for role in Role) & ~self.of_department(ref)

    def of_plan(self, plan: PlanEntry) -> int:
        """Return the tasks of a plan."""
        return bits.span(plan.first, plan.tasks)

    def of_words(self, words: str) -> int:
        """Return the tasks that hold all of the words without their notes: in number, title, text or departments."""
        found = self._library.live
        for term in search_terms(words):
            found &= self.of_term(term)
        return found

    def of_term(self, term: str) -> int:
        """Return the tasks that hold a term: in number, title, text or departments."""
        if term not in self._terms:
            if len(self._terms) > _REMEMBERED_TERMS:
                self._terms.clear()
            self._terms[term] = self._library.holding(term)
        return self._terms[term]

    @cached_property
    def by_first_date(self) -> list[tuple[date | None, int]]:
        """The tasks by their earliest date in the plan."""
        values = self._library.facet_values(FacetKind.FIRST_DUE)
        found = [
            (date.fromisoformat(v) if v else None, self._library.facet(FacetKind.FIRST_DUE, v))
            for v in values
        ]
        return by_date(found)


def by_date(found: Iterable[tuple[date | None, int]]) -> list[tuple[date | None, int]]:
    """Return sets of tasks in the order of their dates, those without one last."""
    return sorted(found, key=lambda pair: pair[0] or date.max)
