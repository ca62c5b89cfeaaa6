"""Values of the small definitions of an office (light rules, own words, column maps): a wrong one is told with the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from .checks import nearest
from .finding import Findings
from .locator import KeyPath

_Kind = TypeVar("_Kind", bound=StrEnum)


def member_in(found: Findings, place: KeyPath, value: object, kind: type[_Kind]) -> _Kind | None:
    """Return the member of an enumeration that a value names; None for another value."""
    names = [one.value for one in kind]
    if isinstance(value, str) and value in names:
        return kind(value)
    near = nearest(str(value), names)
    found.error("rules_value", place, value=value, right=near or " ".join(names))
    return None


def number_in(
    found: Findings,
    table: Mapping[str, object],
    key: str,
    usual: int | None,
    bounds: range,
    place: KeyPath = (),
) -> int:
    """Return a whole number of a table; the usual one where there is none."""
    value = table.get(key, usual)
    if type(value) is int and value in bounds:
        return value
    at = (*place, key) if key in table else place
    found.error("rules_value", at, value=f"{key} = {value}", right=f"{bounds[0]} … {bounds[-1]}")
    return usual or 0


def text_in(
    found: Findings,
    table: Mapping[str, object],
    key: str,
    place: KeyPath = (),
    *,
    is_required: bool = False,
) -> str:
    """Return a text of a table without blanks at its edges; empty where there is none."""
    value = table.get(key, "")
    if isinstance(value, str) and (value.strip() or not is_required):
        return value.strip()
    found.error("rules_value", (*place, key) if key in table else place, value=value, right=f'{key} = "…"')
    return ""


def flag_in(found: Findings, table: Mapping[str, object], key: str) -> bool | None:
    """Return whether something is said to be so; None where nothing is said of it."""
    value = table.get(key)
    if value is None or isinstance(value, bool):
        return value
    found.error("rules_value", (key,), value=value, right="true | false")
    return None


def table_in(found: Findings, data: Mapping[str, object], name: str) -> Mapping[str, object]:
    """Return a table of the file; an empty one where there is none."""
    table = data.get(name, {})
    if isinstance(table, dict):
        return table
    found.error("rules_value", (name,), value=table, right=f"[{name}]")
    return {}


def unknown_key(found: Findings, place: KeyPath, key: str, known: Sequence[str]) -> None:
    """Report a key that there is not, with the one that is most like it."""
    found.error("rules_key", place, name=key, known=nearest(key, [*known]) or " ".join(known))
