"""`plantui import --explain`: for each field the rule that read it, and its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.terms import Role
from plantui.words.phrases import place_text, term

if TYPE_CHECKING:
    from plantui.documents.explaining import Explained
    from plantui.documents.imported import Imported
    from plantui.words.catalogue import Words

_SHOWN = 60
_ROLES = {role.value: role for role in Role}


def explained_dicts(imported: Imported, fields: Sequence[Explained]) -> list[JsonObject]:
    """Return the fields in the JSON form."""
    return [
        {
            "task": one.task or None,
            "field": one.field,
            "said": one.said,
            "rule": one.rule,
            "table": one.is_cell,
            "line": one.line,
            "page": one.page,
            "start": one.span.start,
            "end": one.span.end,
            "text": imported.source.text[one.span.start : one.span.end],
        }
        for one in fields
    ]


def explained_lines(words: Words, fields: Sequence[Explained]) -> Iterator[str]:
    """Yield the fields as lines: the plan's own, then below each task its fields."""
    for task, group in groupby(fields, lambda one: one.task):
        yield words("documents.explain.task", task=task) if task else words("documents.explain.plan")
        for one in group:
            yield "  " + words(
                "documents.explain.cell" if one.is_cell else "documents.explain.field",
                field=_name(words, one),
                place=place_text(words, one.line, one.page),
                said=_cut(one.said),
                rule=one.rule,
            )


def _name(words: Words, one: Explained) -> str:
    role = _ROLES.get(one.field) if one.task else None
    if role is None:
        return words(f"documents.field.{one.field}")
    return words("documents.field.departments") + words(
        "documents.explain.role", role=term(words, role, long=True)
    )


def _cut(said: str) -> str:
    line = " ".join(said.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
