"""Writes the bundled plans again: each document in plans/ imported, then what a person changed in it: `make plans`.

What was changed is in docs/reviewed/<plan>.toml: the field, what the import read, what it should be, and why. A reading that
is another now, or right now, is refused: a person decides anew.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from plantui.documents.source import Source
from plantui.model.plan import Plan
from plantui.planfile.jsonform import plan_dict, plan_from_dict
from plantui.planfile.search_path import bundled_plans
from plantui.planfile.writer import plan_toml

REVIEWED = Path(__file__).parent / "reviewed"


@dataclass(frozen=True, slots=True)
class Change:
    """A field that a person changed."""

    field: str
    """`plan/short_title`, `tasks/2.1/deadlines/0/clause`: keys of the JSON form, a task by its id."""
    read: str | None
    """Value that the import reads."""
    value: str
    why: str


class Outdated(Exception):
    """Refusal of a change whose field the import reads otherwise now."""


def main() -> None:
    """Write every plan."""
    for name in names():
        plan = bundled(name)
        (bundled_plans() / f"{name}.toml").write_text(plan_toml(plan), encoding="utf-8")


def names() -> list[str]:
    """The ids of the bundled plans."""
    return sorted(path.stem for path in REVIEWED.glob("*.toml"))


def bundled(name: str, source: Source | None = None) -> Plan:
    """A plan as it is bundled: from the document beside it, or from another copy of that."""
    document = source or read_source(bundled_plans() / f"{name}.txt")
    return changed(import_document(document, name).plan, changes_of(name))


def changes_of(name: str) -> list[Change]:
    """Read the changes of a plan."""
    data = tomllib.loads((REVIEWED / f"{name}.toml").read_text("utf-8"))
    return [Change(row["field"], row.get("read"), row["value"], row["why"]) for row in data["changes"]]


def changed(plan: Plan, changes: Iterable[Change]) -> Plan:
    """The plan with the changes. Raises Outdated, KeyError or IndexError for one that does not fit."""
    data = plan_dict(plan)
    for change in changes:
        *path, last = change.field.split("/")
        table = _at(data, path)
        if table[last] != change.read or change.read == change.value:
            raise Outdated(f"{plan.info.id}: {change.field} is read as {table[last]!r}, not {change.read!r}")
        table[last] = change.value
    return plan_from_dict(data)


def _at(data: Any, path: list[str]) -> Any:
    for key in path:
        if not isinstance(data, list):
            data = data[key]
        else:
            by_id = {row["id"]: row for row in data if "id" in row}
            data = by_id[key] if by_id else data[int(key)]
    return data


if __name__ == "__main__":
    main()
