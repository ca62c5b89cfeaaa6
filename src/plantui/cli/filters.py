"""Turns filter options into a filter: names are looked up, Chinese and English values understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar
from unicodedata import normalize

from plantui.model.problem import UsageError
from plantui.model.terms import Language, Light, Role, Status
from plantui.model.text import half_width
from plantui.query.filter import Filter
from plantui.query.order import Order
from plantui.store.index.facets import FacetKind
from plantui.words.catalogue import Words

from .lookup import departments_named, plan_named
from .output import say

if TYPE_CHECKING:
    from plantui.model.department import DepartmentRef
    from plantui.store.index.library import Library

    from .context import CommandContext

T = TypeVar("T", bound=StrEnum)

ANY_ROLE = "any"
NO_YEAR = "none"
_NEAR_YEARS = 3
_YEAR_DIGITS = 4
_REPEATED = ("plan", "department", "year", "status", "light")


def is_asked_for(values: Mapping[str, Any]) -> bool:
    """Whether any filter option was given."""
    is_given = any(values.get(name) for name in (*_REPEATED, "text"))
    return is_given or values.get("role", ANY_ROLE) != ANY_ROLE


def filter_of(context: CommandContext, library: Library, values: Mapping[str, Any]) -> Filter:
    """The filter behind the options. Raises UsageError for a value that is not there, naming near ones."""
    plans = tuple(dict.fromkeys(plan_named(library, name).id for name in values.get("plan") or ()))
    return Filter(
        plans=plans,
        departments=_departments(context, library, values.get("department") or (), plans),
        role=role_of(values.get("role") or ANY_ROLE),
        years=_unique(_year(context, library, year) for year in values.get("year") or ()),
        statuses=_unique(status_of(status) for status in values.get("status") or ()),
        lights=_unique(light_of(light) for light in values.get("light") or ()),
        words=values.get("text") or "",
    )


def status_of(written: str) -> Status:
    """A status by its id or its word in either language. Raises UsageError."""
    return _member(Status, written, "status", _terms("status"))


def light_of(written: str) -> Light:
    """A light by its id or its word in either language. Raises UsageError."""
    return _member(Light, written, "light", _terms("light"))


def role_of(written: str) -> Role | None:
    """A role by its id or its word in either language, None for any. Raises UsageError."""
    anything = {ANY_ROLE, *(_folded(words("terms.role.any")) for words in _languages())}
    return (
        None if _folded(written) in anything else _member(Role, written, "role", _terms("role"), [ANY_ROLE])
    )


def order_of(written: str) -> Order:
    """An order by its id. Raises UsageError."""
    return _member(Order, written, "order", lambda words, value: ())


def _departments(
    context: CommandContext, library: Library, names: Iterable[str], plans: tuple[str, ...]
) -> tuple[DepartmentRef, ...]:
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
    if _folded(written) in {NO_YEAR, *(_folded(words("terms.year.none")) for words in _languages())}:
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
    raise UsageError("cli.unknown_year_of", name=written, names=" | ".join([*years, NO_YEAR]))


def _member(
    kind: type[T],
    written: str,
    name: str,
    terms: Callable[[Words, T], Iterable[str]],
    others: Iterable[str] = (),
) -> T:
    folded = _folded(written)
    offered: list[str] = list(others)
    for value in kind:
        spellings = [value.value, *(term for words in _languages() for term in terms(words, value))]
        if folded in map(_folded, spellings):
            return value
        offered.append(value.value)
    from .nearest import nearest

    near = nearest(written, offered) or offered
    raise UsageError(f"cli.unknown_{name}_near", name=written, nearest=" | ".join(near))


def _terms(kind: str) -> Callable[[Words, StrEnum], Iterable[str]]:
    def terms(words: Words, value: StrEnum) -> Iterable[str]:
        yield words(f"terms.{kind}.{value.value}")
        if kind != "status":
            yield words(f"terms.{kind}.{value.value}.long")

    return terms


def _languages() -> Iterable[Words]:
    return (Words(language) for language in Language)


def _folded(written: str) -> str:
    return normalize("NFKC", written).casefold().replace("-", "_").strip()


def _unique(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(values))
