"""Sets of tasks that follow from the plans alone, whatever the ledger says: by department, year, plan and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.search_text import are_letters, fold_text, search_terms
from plantui.model.terms import Role
from plantui.model.text import collation_key
from plantui.store.index import bits
from plantui.store.index.facets import ANY_ROLE, FacetKind, WordPlace
from plantui.store.index.library import Library, PlanEntry

if TYPE_CHECKING:
    from plantui.model.period import Period

_REMEMBERED_TERMS = 64
"""Terms whose hits are remembered."""


class PlanSets:
    """Gives sets of tasks and remembers them: all workspaces with the same plans have the same ones."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._departments: dict[tuple[DepartmentRef, Role | None], int] = {}
        self._years: dict[int | None, int] = {}
        self._terms: dict[str, int] = {}
        self._likes: dict[str, tuple[DepartmentRef, ...]] = {}
        self._roles: dict[Role, int] = {}
        self._folded_names: dict[str, str] = {}

    def of_department(self, ref: DepartmentRef, role: Role | None = None) -> int:
        """Return the tasks given to a department, under any of its names or through a group that it belongs to."""
        key = ref, role
        if key not in self._departments:
            registry = self._library.registry
            wanted = {ref, *(group for group in registry.groups_of(ref) if group.region == ref.region)}
            self._departments[key] = bits.union(
                self._of_name(ref.region, name, role)
                for one in wanted
                for name in self._library.names_by_department.get(one, ())
            )
        return self._departments[key]

    def _of_name(self, region: str, name: str, role: Role | None = None) -> int:
        """Return the tasks in which a region's plans print a name of a department."""
        parts = self._library.facet_by_plan(
            FacetKind.DEPARTMENT, f"{role.value if role else ANY_ROLE}\t{name}"
        )
        return bits.union(
            tasks for first, tasks in parts.items() if self._library.plan_at[first].region == region
        )

    def of_year(self, year: int | None) -> int:
        """Return the tasks with a dated requirement in that year, None for those without dates."""
        if year not in self._years:
            self._years[year] = self._library.facet(FacetKind.YEAR, str(year or ""))
        return self._years[year]

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The tags that some task has, in the order of the Chinese national standard."""
        return tuple(sorted(self._library.facet_values(FacetKind.TAG), key=collation_key))

    def of_tag(self, tag: str) -> int:
        """Return the tasks with a tag."""
        return self._library.facet(FacetKind.TAG, tag)

    def of_period(self, period: Period) -> int:
        """Return the tasks with a dated requirement in a span of days."""
        days = (day for day in self._library.facet_values(FacetKind.DUE) if date.fromisoformat(day) in period)
        return bits.union(self._library.facet(FacetKind.DUE, day) for day in days)

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
        """Return the tasks that hold a term: in number, title, text or departments.

        Departments are found by all of their names; letters stand for Chinese titles and names, too.
        """
        if term not in self._terms:
            if len(self._terms) > _REMEMBERED_TERMS:
                self._terms.clear()
            self._terms[term] = (
                self._library.holding(term) | self._heard_in_titles(term) | self._by_names(term)
            )
        return self._terms[term]

    def by_place(self, term: str) -> tuple[int, int, int]:
        """Return the tasks that hold a term in the title, in names of departments, and in the text."""
        holding = self._library.holding
        return (
            holding(term, WordPlace.TITLE) | self._heard_in_titles(term),
            holding(term, WordPlace.NAMES) | self._by_names(term),
            holding(term, WordPlace.BODY),
        )

    def _heard_in_titles(self, term: str) -> int:
        return self._library.titles_spelled(term) if are_letters(term) else 0

    def _by_names(self, term: str) -> int:
        """Return the tasks of departments that another name than the printed one, or letters, call so."""
        return bits.union(self._of_name(region, name) for region, name in self._named_otherwise(term))

    def names_otherwise(self, words: str) -> tuple[str, ...]:
        """Return the printed names that words find without standing in them."""
        names = (name for term in search_terms(words) for _, name in self._named_otherwise(term))
        return tuple(dict.fromkeys(names))

    def departments_like(self, term: str) -> tuple[DepartmentRef, ...]:
        """Return the departments that plans name and of which some name holds a term, or begins with its letters."""
        if term not in self._likes:
            if len(self._likes) > _REMEMBERED_TERMS:
                self._likes.clear()
            self._likes[term] = self._departments_like(term)
        return self._likes[term]

    def _departments_like(self, term: str) -> tuple[DepartmentRef, ...]:
        spelled = frozenset(self._library.names_spelled(term)) if are_letters(term) else frozenset()
        registry = self._library.registry
        return tuple(
            ref
            for ref, printed in self._library.names_by_department.items()
            if any(
                term in self._folded(name) or name in spelled for name in (*printed, *registry.names_of(ref))
            )
        )

    def departments_meant(self, term: str) -> tuple[DepartmentRef, ...]:
        """Return the departments that a term means, not just mentions: by a whole name, with or without 市, or by letters."""
        found = self.departments_like(term)
        if are_letters(term):
            return found
        names_of = self._library.registry.names_of
        return tuple(
            ref
            for ref in found
            for names in [(*self._library.names_by_department[ref], *names_of(ref))]
            if any(term in (self._folded(name), self._folded(name)[1:]) for name in names)
        )

    def _named_otherwise(self, term: str) -> Iterator[tuple[str, str]]:
        """Yield the printed names without a term that stand for a department which another name or letters call so."""
        for ref in self.departments_like(term):
            for name in self._library.names_by_department[ref]:
                if term not in self._folded(name):
                    yield ref.region, name

    def _folded(self, name: str) -> str:
        """Return a name in the form in which texts are compared."""
        if name not in self._folded_names:
            self._folded_names[name] = fold_text(name)
        return self._folded_names[name]

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
