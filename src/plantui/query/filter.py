"""What the user wants to see: several choices of several kinds, as one value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from plantui.model.department import DepartmentRef
from plantui.model.terms import Light, Role, Status


class Facet(StrEnum):
    """The kinds of choices."""

    PLAN = "plan"
    DEPARTMENT = "department"
    ROLE = "role"
    YEAR = "year"
    STATUS = "status"
    LIGHT = "light"
    WORDS = "words"


Choice = str | int | DepartmentRef | Role | Status | Light | None
"""A chosen value: a plan's id, a department, a role, a year (None: no date), a status, a light, or words."""

_FIELD = {
    Facet.PLAN: "plans",
    Facet.DEPARTMENT: "departments",
    Facet.YEAR: "years",
    Facet.STATUS: "statuses",
    Facet.LIGHT: "lights",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Several values of one kind widen, different kinds narrow. Nothing chosen means everything."""

    plans: tuple[str, ...] = ()
    departments: tuple[DepartmentRef, ...] = ()
    role: Role | None = None
    """In which role the departments must stand, None for any."""
    years: tuple[int | None, ...] = ()
    """Years in which a dated requirement falls; None stands for tasks without dates."""
    statuses: tuple[Status, ...] = ()
    lights: tuple[Light, ...] = ()
    words: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything passes."""
        return self == Filter()

    def chosen(self, facet: Facet) -> tuple[Choice, ...]:
        """The values chosen of one kind."""
        if facet is Facet.ROLE:
            return (self.role,) if self.role else ()
        if facet is Facet.WORDS:
            return (self.words,) if self.words else ()
        values: tuple[Choice, ...] = getattr(self, _FIELD[facet])
        return values

    def choices(self) -> tuple[tuple[Facet, Choice], ...]:
        """Every chosen value with its kind, as the filter bar shows them."""
        return tuple((facet, value) for facet in Facet for value in self.chosen(facet))

    def with_choices(self, facet: Facet, values: tuple[Choice, ...]) -> Filter:
        """The same filter with just these values of one kind; no values lets everything of that kind pass."""
        changes: dict[str, Any]
        if facet is Facet.ROLE:
            changes = {"role": values[0] if values else None}
        elif facet is Facet.WORDS:
            changes = {"words": values[0] if values else ""}
        else:
            changes = {_FIELD[facet]: tuple(dict.fromkeys(values))}
        return replace(self, **changes)

    def toggled(self, facet: Facet, value: Choice) -> Filter:
        """The same filter with one value added, or taken out where it was chosen."""
        now = self.chosen(facet)
        if value in now:
            return self.with_choices(facet, tuple(other for other in now if other != value))
        if facet in (Facet.ROLE, Facet.WORDS):
            return self.with_choices(facet, (value,))
        return self.with_choices(facet, (*now, value))
