"""The choices that a filter offers, each with the number of tasks that it would show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plantui.model.department import DepartmentRef
from plantui.model.terms import Light, Role, Status
from plantui.store.index.facets import FacetKind
from plantui.store.index.library import Library

from .filter import Choice, Facet, Filter
from .workspace import Workspace


@dataclass(frozen=True, slots=True)
class CountedChoice:
    """A value of a facet, with the number of tasks that pass the rest of the filter with it."""

    facet: Facet
    value: Choice
    count: int
    names: tuple[str, ...] = ()
    """All names by which a department can be found, its own first."""


def choices(
    workspace: Workspace, facet: Facet, active_filter: Filter, within: int | None = None
) -> list[CountedChoice]:
    """Return every value of a facet that some task has, in the order in which to offer it, counted `within` a set of tasks.

    Departments come region by region, the busiest first; years ascending, 无期限 last; tags by their sound.
    """
    within = workspace.library.live if within is None else within
    rest = workspace.matching(active_filter, leaving_out=facet) & within
    if facet is Facet.DEPARTMENT:
        return _departments(workspace, rest, active_filter.role)
    if facet is Facet.ROLE:
        return _roles(workspace, active_filter, within)
    return [
        CountedChoice(facet, value, (workspace.choice_set(facet, value) & rest).bit_count())
        for value in _values(workspace, facet)
    ]


def home_region(library: Library) -> str | None:
    """Return the region of the plans that the user has added, else of all; None where they are of several."""
    from plantui.planfile.search_path import bundled_plans

    bundled = bundled_plans()
    added = {plan.region for plan in library.plans if not Path(plan.path).is_relative_to(bundled)}
    regions = added or {plan.region for plan in library.plans}
    return regions.pop() if len(regions) == 1 else None


def years(workspace: Workspace) -> list[int | None]:
    """Return the years in which some dated requirement falls, ascending, None last for tasks without dates."""
    found = workspace.library.facet_values(FacetKind.YEAR)
    return [*sorted(int(value) for value in found if value), *([None] if "" in found else [])]


def departments(workspace: Workspace) -> list[DepartmentRef]:
    """Return every department that some plan names, or that a group which a plan names contains."""
    library = workspace.library
    found: dict[DepartmentRef, None] = {}
    for region, name in library.printed_names:
        waiting = [library.registry.resolve(region, name)]
        while waiting:
            ref = waiting.pop()
            if ref not in found:
                found[ref] = None
                waiting += library.registry.members_of(ref)
    return list(found)


def _values(workspace: Workspace, facet: Facet) -> Iterator[Choice]:
    if facet is Facet.PLAN:
        yield from (plan.id for plan in workspace.library.plans)
    elif facet is Facet.YEAR:
        yield from years(workspace)
    elif facet is Facet.TAG:
        yield from workspace.plan_sets.tags
    elif facet is Facet.STATUS:
        yield from Status
    elif facet is Facet.LIGHT:
        yield from Light


def _departments(workspace: Workspace, rest: int, role: Role | None) -> list[CountedChoice]:
    registry = workspace.library.registry
    found = [
        CountedChoice(
            Facet.DEPARTMENT,
            ref,
            (workspace.plan_sets.of_department(ref, role) & rest).bit_count(),
            registry.names_of(ref),
        )
        for ref in departments(workspace)
    ]
    places = {plan.region: place for place, plan in reversed(list(enumerate(workspace.library.plans)))}

    def place(choice: CountedChoice) -> tuple[int, int, str]:
        ref = choice.value
        assert isinstance(ref, DepartmentRef)
        return places.get(ref.region, len(places)), -choice.count, ref.name

    return sorted(found, key=place)


def _roles(workspace: Workspace, active_filter: Filter, within: int) -> list[CountedChoice]:
    return [
        CountedChoice(
            Facet.ROLE,
            role,
            (workspace.matching(active_filter.with_choices(Facet.ROLE, (role,))) & within).bit_count(),
        )
        for role in Role
    ]
