"""The search line as a filter, and a filter as a search line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plantui.model.bound import Bound
from plantui.model.department import DepartmentRef
from plantui.model.find_line import (
    CalledDepartment,
    CalledPlan,
    CalledTag,
    DueYear,
    FindItem,
    FindVocabulary,
    SoughtWord,
    Term,
    parse_line,
    written_term,
)
from plantui.model.period import Period
from plantui.model.problem import UsageError
from plantui.model.search_text import fold_text
from plantui.model.terms import Light, Role, Status, TaskState, Waiting
from plantui.store.index.library import Library

from .filter import Choice, Facet, Filter
from .naming import departments_called, plans_called
from .plan_sets import PlanSets


class Understood(NamedTuple):
    """A search line as it was understood."""

    filter: Filter
    refused: tuple[UsageError, ...]
    """A sentence on each part that was not understood and changed nothing."""


class LineReader:
    """Reads search lines over a library, in the words of a vocabulary."""

    def __init__(self, library: Library, plan_sets: PlanSets, vocabulary: FindVocabulary) -> None:
        self._library = library
        self._plan_sets = plan_sets
        self._vocabulary = vocabulary

    def understood(self, line: str, before: Filter) -> Understood:
        """Return a filter with what a line adds to it."""
        found = before
        refused: list[UsageError] = []
        for item in parse_line(line, self._vocabulary):
            try:
                found = self._with_item(found, item)
            except UsageError as error:
                refused.append(error)
        return Understood(found, tuple(refused))

    def _with_item(self, found: Filter, item: FindItem) -> Filter:
        """Return the filter with one part of a line. Raises UsageError for one that cannot be added."""
        match item.term:
            case None:
                raise UsageError("find.wrong", text=item.text)
            case SoughtWord(text):
                return _with(found, Facet.WORDS, *text.split())
            case CalledPlan(name):
                plans = plans_called(self._library, name)
                if not plans:
                    raise UsageError("find.no_plan", text=item.text)
                return _with(found, Facet.PLAN, *(plan.id for plan in plans))
            case CalledTag(name):
                tags = [tag for tag in self._plan_sets.tags if fold_text(tag) == fold_text(name)]
                if not tags:
                    raise UsageError("find.no_tag", text=item.text)
                return _with(found, Facet.TAG, *tags)
            case CalledDepartment(name, role):
                return _in_role(_with(found, Facet.DEPARTMENT, *self._departments(name, item)), role, item)
            case Role() as role:
                return _in_role(found, role, item)
            case DueYear(year):
                return _with(found, Facet.YEAR, year)
            case Period():
                return _with(found, Facet.PERIOD, item.term)
            case Bound():
                return _with(found, Facet.BOUND, item.term)
            case Light():
                return _with(found, Facet.LIGHT, item.term)
            case Status():
                return _with(found, Facet.STATUS, item.term)
            case TaskState():
                return _with(found, Facet.STATE, item.term)
            case Waiting():
                return _with(found, Facet.WAITING, item.term)

    def _departments(self, name: str, item: FindItem) -> tuple[DepartmentRef, ...]:
        """Return the departments of a name, else those whose names hold it or begin with its letters."""
        found = departments_called(self._library, name) or self._plan_sets.departments_like(fold_text(name))
        if not found:
            raise UsageError("find.no_department", text=item.text)
        return tuple(found)


def can_be_written(active_filter: Filter) -> bool:
    """Return whether a line can say all of a filter: it has no word for another filter around it, and none for changes."""
    return active_filter.within is None and active_filter.changed_since is None


def line_of(active_filter: Filter, vocabulary: FindVocabulary) -> str:
    """Return a filter as a line that is understood as just this filter."""
    return " ".join(written_term(term, vocabulary) for term in _terms(active_filter))


def words_line(active_filter: Filter, vocabulary: FindVocabulary) -> str:
    """Return the words of a filter as a line: what would be a typed term stands in quotation marks."""
    words = active_filter.chosen(Facet.WORDS)
    return " ".join(written_term(SoughtWord(str(word)), vocabulary) for word in words)


def _terms(chosen: Filter) -> Iterator[Term]:
    yield from map(CalledPlan, chosen.plans)
    yield from (CalledDepartment(str(ref), chosen.role) for ref in chosen.departments)
    if chosen.role and not chosen.departments:
        yield chosen.role
    yield from map(DueYear, chosen.years)
    yield from map(CalledTag, chosen.tags)
    yield from chosen.periods
    yield from chosen.statuses
    yield from chosen.lights
    yield from chosen.states
    yield from chosen.waiting
    yield from chosen.bounds
    yield from map(SoughtWord, chosen.words.split())


def _with(found: Filter, facet: Facet, *values: Choice) -> Filter:
    return found.with_choices(facet, (*found.chosen(facet), *values))


def _in_role(found: Filter, role: Role | None, item: FindItem) -> Filter:
    if role is not None and found.role not in (None, role):
        raise UsageError("find.second_role", text=item.text)
    return found if role is None else found.with_choices(Facet.ROLE, (role,))
