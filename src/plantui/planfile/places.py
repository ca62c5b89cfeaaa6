"""The JSON form of where a plan, its goals, its sections and its tasks were read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from plantui.model.plan import Place, Source, TaskSource

_LISTS = frozenset({"departments", "deadlines", "indicators"})


def source_dict(source: TaskSource) -> dict[str, Any]:
    """The places of a task, without those that say nothing."""
    values = {field.name: getattr(source, field.name) for field in fields(source)}
    return {name: list(value) if name in _LISTS else value for name, value in values.items() if value}


def source_from_dict(data: Mapping[str, Any]) -> TaskSource:
    """The places behind their JSON form."""
    values: dict[str, Any] = {name: tuple(value) if name in _LISTS else value for name, value in data.items()}
    return TaskSource(**values)


def place_dict(place: Place) -> dict[str, Any]:
    """A place, without what it does not say."""
    values = {"line": place.line, "page": place.page, "range": place.range}
    return {name: value for name, value in values.items() if value or name == "line"}


def place_from_dict(data: Mapping[str, Any] | None) -> Place | None:
    """The place behind its JSON form."""
    return Place(**data) if data else None


_OF_PLAN = tuple(field.name for field in fields(Source) if field.name not in ("file", "sha256"))


def document_dict(source: Source) -> dict[str, Any]:
    """A plan's document with the places that are known."""
    places = {name: getattr(source, name) for name in _OF_PLAN}
    known = {name: place_dict(place) for name, place in places.items() if place}
    return {"file": source.file, "sha256": source.sha256, **known}


def document_from_dict(data: Mapping[str, Any]) -> Source:
    """The document behind its JSON form."""
    places = {name: place_from_dict(data.get(name)) for name in _OF_PLAN}
    return Source(data["file"], data.get("sha256", ""), **places)
