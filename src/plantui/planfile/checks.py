"""Checks data against the table of `spec`: keys, types, dates and allowed values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from math import isfinite
from typing import Any

from plantui.model.dates import FIRST_YEAR, LAST_YEAR
from plantui.model.text import first_control

from . import FORMAT
from .bounds import INTEGERS, number_text, shortened
from .finding import Findings
from .locator import KeyPath
from .spec import Key, Kind, Table
from .toml_source import is_day

_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_DAY_LIKE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
_RANGE = re.compile(r"(\d{1,12})-(\d{1,12})")
_SHOWN = 40
"""Number of characters shown of a wrong value."""


def is_format_known(found: Findings, data: Mapping[str, Any]) -> bool:
    """Return whether the file's version can be checked; another version is reported instead of all else."""
    version = data.get("format")
    if type(version) is not int or version == FORMAT:
        return True
    found.error("format_newer" if version > FORMAT else "format_unknown", ("format",), format=version)
    return False


def check_table(found: Findings, data: object, table: Table, place: KeyPath) -> None:
    """Check one table and all that is inside it."""
    if not isinstance(data, dict):
        found.error("expected_table", place, value=shown(data))
        return
    known = table.by_name
    unknown: list[str] = []
    for name, value in data.items():
        key = known.get(name)
        if key is None:
            unknown.append(name)
        else:
            _CHECKS[key.kind](found, value, key, (*place, name))
    missing = table.required - data.keys()
    if unknown or missing:
        _check_names(found, unknown, missing, data, table, place)


def _check_names(
    found: Findings,
    unknown: list[str],
    missing: frozenset[str],
    data: Mapping[str, Any],
    table: Table,
    place: KeyPath,
) -> None:
    absent = [name for name in table.by_name if name not in data]
    meant: set[str] = set()
    for name in unknown:
        right = None if found.is_full else nearest(name, absent) or nearest(name, list(table.by_name))
        if right:
            meant.add(right)
            found.error("key_misspelt", (*place, name), name=name, nearest=right)
        else:
            found.error("key_unknown", (*place, name), name=name)
    for name in table.by_name:
        if name in missing and name not in meant:
            found.error("key_missing", (*place, name), name=name)


def nearest(written: str, names: list[str]) -> str | None:
    """Return the name most like the one written, None where nothing is like it."""
    from difflib import get_close_matches  # only a file with a mistake pays for it

    by_folded = {name.casefold(): name for name in names}
    close = get_close_matches(written.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def shown(value: object) -> str:
    """Return a wrong value as the file spells it, cut to a length that fits in a message."""
    if isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, dict):
        text = "{ … }"
    elif isinstance(value, list):
        text = "[ … ]" if value else "[]"
    elif isinstance(value, str):
        text = f'"{value}"'
    elif isinstance(value, int):
        text = number_text(value)
    else:
        text = str(value)
    return shortened(text, _SHOWN)


def _check_text(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    if type(value) is not str:
        found.error("expected_text", place, value=shown(value))
    elif key.required and not value.strip():
        found.error("text_empty", place)


def _check_label(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    if type(value) is int:
        _check_size(found, value, place)
    elif type(value) is not str:
        found.error("expected_text", place, value=shown(value))


def _check_integer(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    if type(value) is int:
        _check_size(found, value, place)
    else:
        found.error("expected_integer", place, value=shown(value))


def _check_size(found: Findings, value: int, place: KeyPath) -> None:
    if value not in INTEGERS:
        found.error("number_too_large", place, value=shown(value), most=INTEGERS[-1])


def _check_year(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    if type(value) is not int:
        found.error("expected_year", place, value=shown(value))
    elif not FIRST_YEAR <= value <= LAST_YEAR:
        found.error("year_range", place, value=shown(value), first=FIRST_YEAR, last=LAST_YEAR)


def _check_number(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    if type(value) is int:
        _check_size(found, value, place)
    elif not (type(value) is float and isfinite(value)):
        found.error("expected_number", place, value=shown(value))


def _check_date(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    if type(value) is date:
        if not FIRST_YEAR <= value.year <= LAST_YEAR:
            found.error("year_range", place, value=value, first=FIRST_YEAR, last=LAST_YEAR)
    elif isinstance(value, str) and is_day(value):
        found.error("date_quoted", place, value=value)
    elif isinstance(value, str) and _DAY_LIKE.fullmatch(value):
        found.error("date_impossible", place, value=value)
    elif isinstance(value, datetime):
        found.error("date_with_time", place, value=shown(value))
    else:
        found.error("expected_date", place, value=shown(value))


def _check_date_or_month(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    if not (isinstance(value, str) and _MONTH.fullmatch(value)):
        _check_date(found, value, key, place)


def _check_choice(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    if value in key.choices:
        return
    choices = " ".join(f'"{choice}"' for choice in key.choices)
    right = nearest(value, list(key.choices)) if isinstance(value, str) else None
    if right:
        found.error("choice_misspelt", place, value=shown(value), nearest=right, choices=choices)
    else:
        found.error("choice_wrong", place, value=shown(value), choices=choices)


def _check_switch(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    if type(value) is not bool:
        found.error("expected_switch", place, value=shown(value))


def _check_texts(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    if not isinstance(value, list):
        found.error("expected_texts", place, value=shown(value))
        return
    for index, item in enumerate(value):
        if type(item) is not str:
            found.error("expected_text", (*place, index), value=shown(item))
        elif not item.strip():
            found.error("text_empty", (*place, index))


def _check_range(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    match = _RANGE.fullmatch(value) if isinstance(value, str) else None
    if match is None or int(match[1]) > int(match[2]):
        found.error("expected_range", place, value=shown(value))


def _check_ranges(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    if not isinstance(value, list):
        found.error("expected_texts", place, value=shown(value))
        return
    for index, item in enumerate(value):
        _check_range(found, item, key, (*place, index))


def _check_inner(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    assert key.table is not None
    check_table(found, value, key.table, place)


def _check_tables(found: Findings, value: object, key: Key, place: KeyPath) -> None:
    if not isinstance(value, list):
        found.error("expected_tables", place, value=shown(value), name=key.name)
        return
    for index, item in enumerate(value):
        _check_inner(found, item, key, (*place, index))


_CHECKS: dict[Kind, Callable[[Findings, object, Key, KeyPath], None]] = {
    Kind.TEXT: _check_text,
    Kind.LABEL: _check_label,
    Kind.INTEGER: _check_integer,
    Kind.YEAR: _check_year,
    Kind.NUMBER: _check_number,
    Kind.DATE: _check_date,
    Kind.DATE_OR_MONTH: _check_date_or_month,
    Kind.CHOICE: _check_choice,
    Kind.SWITCH: _check_switch,
    Kind.TEXTS: _check_texts,
    Kind.RANGE: _check_range,
    Kind.RANGES: _check_ranges,
    Kind.TABLE: _check_inner,
    Kind.TABLES: _check_tables,
}


def warn_of_control(found: Findings, place: KeyPath, name: str) -> bool:
    """Warn of a department's name with a tab, a line end or another character that nobody sees; return whether it has one."""
    code = first_control(name)
    if code:
        found.warning("department_control", place, name=name, code=code)
    return bool(code)
