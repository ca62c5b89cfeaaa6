"""The user's saved views: a TOML file beside the settings, which may be passed on as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from plantui.model.problem import DataError, UsageError
from plantui.model.system import system_reason
from plantui.model.text import first_control, is_unicode

from .atomic import atomic_write
from .settings import read_tables

DIGITS = range(1, 10)
"""The digits that open a view."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view as it is saved: texts, whose meaning a later version may know better."""

    name: str
    digit: int | None = None
    """The digit that opens it, None where all are taken."""
    find: str = ""
    """The filter as a search line."""
    view: str = "tree"
    """The view that it is a filter of, and with it the grouping: `tree` by plan and section, `unreported` by department."""
    columns: tuple[str, ...] = ()
    """The columns in their order, none for the usual ones."""
    sorted_by: str = ""
    descending: bool = False


def views_file(config: Path) -> Path:
    """Return the file of the saved views, beside the settings."""
    return config.with_name("saved-views.toml")


def read_views(path: Path) -> tuple[SavedView, ...]:
    """Read the saved views; a missing file has none. Raises UsageError for a file that is not one of saved views."""
    tables = read_tables(path, unreadable="views.unreadable", broken="views.broken").get("view", [])
    try:
        if not isinstance(tables, list):
            raise ValueError("view")
        views = tuple(map(_view, tables))
        if len({one.name for one in views}) < len(views):
            raise ValueError("name")
    except ValueError as error:
        raise UsageError("views.broken", path=path, reason=error) from error
    return views


def write_views(path: Path, views: Iterable[SavedView]) -> None:
    """Write the saved views whole or not at all. Raises DataError where the file cannot be written."""
    import tomli_w

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, tomli_w.dumps({"view": [*map(_table, views)]}))
    except OSError as error:
        raise DataError("views.unwritable", path=path, reason=system_reason(error)) from error


def with_views(views: Iterable[SavedView], more: Iterable[SavedView]) -> tuple[SavedView, ...]:
    """Return the views with more of them: one of a known name takes its place, and no digit opens two."""
    found = {one.name: one for one in views}
    for one in more:
        known = found.get(one.name)
        taken = {other.digit for other in found.values() if other.name != one.name}
        wanted = (known.digit if known else None, one.digit, *DIGITS)
        digit = next((digit for digit in wanted if digit is not None and digit not in taken), None)
        found[one.name] = replace(one, digit=digit)
    return tuple(found.values())


def checked_name(typed: str) -> str:
    """Return the name of a view. Raises UsageError for one that is empty or cannot be stored."""
    name = typed.strip()
    if not name or not is_unicode(name) or first_control(name):
        raise UsageError("views.no_name")
    return name


def _view(table: object) -> SavedView:
    if not isinstance(table, dict):
        raise ValueError("view")
    columns, digit, descending = table.get("columns", []), table.get("digit"), table.get("descending", False)
    if not isinstance(columns, list) or not all(isinstance(one, str) for one in columns):
        raise ValueError("columns")
    if digit is not None and (type(digit) is not int or digit not in DIGITS):
        raise ValueError("digit")
    if not isinstance(descending, bool):
        raise ValueError("descending")
    return SavedView(
        checked_name(_text(table, "name")),
        digit,
        _text(table, "find"),
        _text(table, "view", "tree"),
        tuple(columns),
        _text(table, "sorted_by"),
        descending,
    )


def _text(table: Mapping[str, object], key: str, usual: str = "") -> str:
    value = table.get(key, usual)
    if not isinstance(value, str):
        raise ValueError(key)
    return value


def _table(view: SavedView) -> dict[str, object]:
    """Return a view as it stands in the file: what is as usual is left out."""
    table: dict[str, object] = {"name": view.name}
    if view.digit is not None:
        table["digit"] = view.digit
    table["find"] = view.find
    table["view"] = view.view
    if view.columns:
        table["columns"] = [*view.columns]
    if view.sorted_by:
        table |= {"sorted_by": view.sorted_by, "descending": view.descending}
    return table
