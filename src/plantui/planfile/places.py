"""The JSON form of where a task was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from plantui.model.plan import TaskSource

_LISTS = frozenset({"departments", "deadlines", "indicators"})


def source_dict(source: TaskSource) -> dict[str, Any]:
    """The places of a task, without those that say nothing."""
    values = {field.name: getattr(source, field.name) for field in fields(source)}
    return {name: list(value) if name in _LISTS else value for name, value in values.items() if value}


def source_from_dict(data: Mapping[str, Any]) -> TaskSource:
    """The places behind their JSON form."""
    values: dict[str, Any] = {name: tuple(value) if name in _LISTS else value for name, value in data.items()}
    return TaskSource(**values)
