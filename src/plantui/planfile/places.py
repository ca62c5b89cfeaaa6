"""The JSON form of a plan's places in its document: its own, and those of its goals, sections and tasks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plantui.model.plan import Place, Source, TaskSource

_LISTS = frozenset({"departments", "deadlines", "indicators"})


def source_dict(source: TaskSource) -> dict[str, Any]:
    """Return the places of a task, without the empty ones."""
    values = source._asdict().items()
    return {name: list(value) if name in _LISTS else value for name, value in values if value}


def source_from_dict(data: Mapping[str, Any]) -> TaskSource:
    """Return the places behind their JSON form."""
    values: dict[str, Any] = {name: tuple(value) if name in _LISTS else value for name, value in data.items()}
    return TaskSource(**values)


def place_dict(place: Place) -> dict[str, Any]:
    """Return a place, without its empty parts."""
    values = {"line": place.line, "page": place.page, "range": place.range}
    return {name: value for name, value in values.items() if value or name == "line"}


def place_from_dict(data: Mapping[str, Any] | None) -> Place | None:
    """Return the place behind its JSON form."""
    return Place(**data) if data else None


_CHOSEN = ("with_hidden", "attachment")
"""Fields that say what of the document was read."""
_OF_PLAN = tuple(name for name in Source._fields if name not in ("file", "sha256", *_CHOSEN))


def document_dict(source: Source) -> dict[str, Any]:
    """Return a plan's document with the places that are known."""
    places = {name: getattr(source, name) for name in _OF_PLAN}
    known = {name: place_dict(place) for name, place in places.items() if place}
    chosen = {name: value for name in _CHOSEN if (value := getattr(source, name))}
    return {"file": source.file, "sha256": source.sha256, **chosen, **known}


def document_from_dict(data: Mapping[str, Any]) -> Source:
    """Return the document behind its JSON form."""
    places = {name: place_from_dict(data.get(name)) for name in _OF_PLAN}
    return Source(
        data["file"],
        data.get("sha256", ""),
        **places,
        with_hidden=data.get("with_hidden", False),
        attachment=data.get("attachment", ""),
    )
