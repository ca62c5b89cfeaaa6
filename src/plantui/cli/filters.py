"""Turns filter options into a filter: names are looked up, Chinese and English values understood."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from plantui.model.problem import UsageError
from plantui.model.terms import Language
from plantui.model.text import half_width
from plantui.query.filter import Filter
from plantui.store.index.facets import FacetKind
from plantui.words.catalogue import Words
from plantui.words.phrases import period_name, year_term
from plantui.words.spelling_phrases import ANY_ROLE

from .context import day_of
from .output import say
from .values import Values

if TYPE_CHECKING:
    from plantui.model.department import DepartmentRef
    from plantui.model.period import Period
    from plantui.model.since import Since
    from plantui.store.index.library import Library

    from .context import CommandContext

T = TypeVar("T")

NO_YEAR = "none"
_NEAR_YEARS = 3
_YEAR_DIGITS = 4
_REPEATED = ("plan", "department", "year", "tag", "status", "light")
_SINGLE = ("text", "find", "changed_since")
FILTERING = (*_REPEATED, *_SINGLE)
"""The options of a filter that have no default."""


def is_asked_for(values: Values) -> bool:
    """Return whether any filter option was given; an empty moment was, and is refused, empty words were not."""
    is_given = any(map(values.texts, _REPEATED)) or any(map(values.optional, _SINGLE))
    is_given = is_given or values.optional("changed_since") is not None
    return is_given or (values.optional("role") or ANY_ROLE) != ANY_ROLE


def filter_of(context: CommandContext, library: Library, values: Values) -> Filter:
    """Return the filter that the options ask for. Raises UsageError for a value that is not there, naming near ones."""
    if not (is_asked_for(values) or values.optional("view")):
        return Filter()
    from .lookup import plan_named
    from .vocabulary import LIGHTS, ROLES, STATUSES

    words = context.words
    plans = tuple(dict.fromkeys(plan_named(library, name).id for name in values.texts("plan")))
    asked = Filter(
        plans=plans,
        departments=_departments(context, library, values.texts("department"), plans),
        role=ROLES.find(words, values.optional("role") or ANY_ROLE),
        years=_unique(_year(context, library, year) for year in values.texts("year")),
        tags=_unique(_tag(library, tag) for tag in values.texts("tag")),
        statuses=_unique(STATUSES.find(words, status) for status in values.texts("status")),
        lights=_unique(LIGHTS.find(words, light) for light in values.texts("light")),
        changed_since=_changed_since(context, values.optional("changed_since")),
        words=values.optional("text") or "",
    )
    line = values.optional("find") or ""
    if values.optional("view"):
        from .saved_views import view_asked_for

        saved = view_asked_for(context, values)
        line = f"{saved.find} {line}" if saved else line
    return _found(context, library, line, asked) if line else asked


def _found(context: CommandContext, library: Library, line: str, asked: Filter) -> Filter:
    """Return a filter with what a search line adds to it. Raises UsageError for a part that is not understood."""
    from plantui.query.finding import LineReader
    from plantui.query.plan_sets import PlanSets
    from plantui.words.find_phrases import find_vocabulary

    reader = LineReader(library, PlanSets(library), find_vocabulary(context.words.language))
    found = reader.understood(line, asked)
    for error in found.refused:
        raise error
    return found.filter


def _changed_since(context: CommandContext, written: str | None) -> Since | None:
    return None if written is None else since_of(context, written, "--changed-since")


def since_of(context: CommandContext, written: str, option: str) -> Since:
    """Return the day or the state of the ledger that an option names.

    Raises UsageError where it is neither, and as `read_since` does.
    """
    from plantui.model.since import read_since

    since = read_since(written, context.today)
    if since is None:
        raise UsageError("terms.since.wrong", text=written)
    if isinstance(since, str):
        context.ledger().require_cut(since)
        return since
    return day_of(context.words, written, option, context.today)  # which says what day it is


def period_of(context: CommandContext, written: str) -> Period:
    """Return the period that `--period` names. Raises UsageError for a text that names none, and for one still to come."""
    from plantui.model.period import parse_period

    try:
        period = parse_period(written)
    except ValueError as error:
        raise UsageError("reporting.bad_period_name", value=written) from error
    if period.first > context.today:
        raise UsageError(
            "reporting.period_ahead", period=period_name(context.words, period), today=context.today
        )
    return period


def _departments(
    context: CommandContext, library: Library, names: Iterable[str], plans: tuple[str, ...]
) -> tuple[DepartmentRef, ...]:
    from .lookup import departments_named

    found: list[DepartmentRef] = []
    for name in names:
        refs = departments_named(library, name, plans)
        if len(refs) > 1:
            said = context.words.listing([str(ref) for ref in refs])
            say(context.words("cli.department_in_regions", name=name, departments=said))
        found += refs
    return _unique(found)


def _year(context: CommandContext, library: Library, written: str) -> int | None:
    known = library.facet_values(FacetKind.YEAR)
    if half_width(written).strip().casefold() in {NO_YEAR, *no_year_words()}:
        return None
    digits = half_width(written).strip().removesuffix("年").rstrip()
    years = [year for year in known if year]
    if digits in years:
        return int(digits)
    if digits.isdecimal() and len(digits) == _YEAR_DIGITS:
        # A year like any other, in which nothing happens to be due: an empty answer, with a word on it.
        near = sorted(sorted(years, key=lambda year: abs(int(year) - int(digits)))[:_NEAR_YEARS])
        say(context.words("cli.nothing_due", name=written, nearest=" | ".join(near)))
        return int(digits)
    raise UsageError("cli.unknown_year_of", name=written, names=" | ".join([*years, no_year(context.words)]))


def _tag(library: Library, written: str) -> str:
    """Return a tag as the plans have it. Raises UsageError for one that none has, naming near ones."""
    from plantui.query.naming import folded

    known = {folded(tag): tag for tag in library.facet_values(FacetKind.TAG)}
    if found := known.get(folded(written)):
        return found
    from .nearest import unknown

    raise unknown("tag", written, [*known.values()])


def no_year(words: Words) -> str:
    """Return how a user of the language asks for tasks without dates."""
    return NO_YEAR if words.language is Language.EN else year_term(words, None)


def no_year_words() -> list[str]:
    """Return the words for tasks without dates in every language."""
    return [year_term(Words(language), None) for language in Language]


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
