"""The origin of a form: all that it was made from, small enough to travel inside it and to make it again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, count, takewhile
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.terms import Language
from plantui.model.text import escaped_json
from plantui.query.columns import Column
from plantui.query.selection import (
    TaskSelection,
    list_in,
    object_in,
    selection_from,
    selection_json,
    since_from,
    text_in,
)

from .formats import Format
from .sources import SourceKind, other_sources

if TYPE_CHECKING:
    from plantui.model.since import Since

    from .form_content import FormContent

VERSION = 1
"""Version of the JSON form."""
_LONGEST_PROPERTY = 120
"""Characters of a property's value: no more than 255 in UTF-16, whatever they are."""
PROPERTY = "plantui"
"""Name under which a file keeps its origin: a custom document property of xlsx and docx, a `<meta>` of html."""


class PlanFileHash(NamedTuple):
    """A plan of a form, with the SHA-256 of the file that it was read from."""

    plan: str
    """The plan's id."""
    sha256: str
    """Empty where the index does not know the file."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin of a form."""

    form: str
    """The name of the form as it was asked for."""
    format: Format
    language: Language
    as_of: date
    cut: str
    """The state of the ledger, by the id of its last action; empty without a ledger."""
    selection: TaskSelection
    columns: tuple[Column, ...] = ()
    """The columns that were chosen for tables; none for those of the form."""
    rules: str = ""
    """The light rules, by their name or the path of their file, where others than the office's were asked for."""
    profile: str = ""
    """The variant for certain readers; empty for the whole form."""
    compared_with: Since | None = None
    """The day or the state of the ledger that it compares with, or was to had anything been said by then; else None."""
    plans: tuple[PlanFileHash, ...] = ()
    """The plans of its tasks."""
    sources: Mapping[SourceKind, str] = field(default_factory=dict)
    """The SHA-256 of what else it was made from; empty in an origin that an earlier version wrote."""
    recipient: str = ""
    """The department that a letter goes to, with its region; empty for what is no letter."""

    @property
    def text(self) -> str:
        """The origin as one line of JSON without control characters: the same origin has the same text."""
        return escaped_json(json.dumps(_data(self), ensure_ascii=False, sort_keys=True))


def origin_of(content: FormContent, form: Format, recipient: str = "") -> Origin:
    """Return the origin of a form's file in a format; of a letter with the department that it goes to."""
    heading = content.summary.heading
    hashes = content.summary.workspace.library.file_hashes
    return Origin(
        content.form.name,
        form,
        content.words.language,
        heading.as_of,
        content.cut,
        content.selection,
        content.summary.columns,
        content.rules,
        content.profile.name if content.profile else "",
        content.before.since if content.before else content.silent_before,
        tuple(PlanFileHash(plan.id, hashes.get(plan.path, "")) for plan in heading.plans),
        other_sources(content),
        recipient,
    )


def property_pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield the document properties that keep the text of an origin, as name and value: `plantui`, `plantui2`, ….

    Office programs keep 255 characters of a property; an origin is mostly longer.
    """
    for at, start in enumerate(range(0, len(text), _LONGEST_PROPERTY), 1):
        yield f"{PROPERTY}{at if at > 1 else ''}", text[start : start + _LONGEST_PROPERTY]


def is_origin_property(name: str) -> bool:
    """Return whether a document property of that name keeps a piece of an origin."""
    return (name.startswith(PROPERTY) and name.removeprefix(PROPERTY).isdigit()) or name == PROPERTY


def joined_property(properties: Mapping[str, str]) -> str:
    """Return the text of an origin from a document's properties by name; empty where they have none."""
    names = chain([PROPERTY], (f"{PROPERTY}{at}" for at in count(2)))
    return "".join(properties[name] for name in takewhile(properties.__contains__, names))


def origin_from(text: str) -> Origin:
    """Return the origin in a text. Raises ValueError for a text that is none, or of a later version."""
    data = object_in(json.loads(text))
    if data.get("version") != VERSION:
        raise ValueError(f"version {data.get('version')!r}")
    compared = data.get("compared_with")
    return Origin(
        text_in(data.get("form")),
        Format(text_in(data.get("format"))),
        Language(text_in(data.get("language"))),
        date.fromisoformat(text_in(data.get("as_of"))),
        text_in(data.get("cut", "")),
        selection_from(data.get("selection", {})),
        tuple(Column(text_in(name)) for name in list_in(data.get("columns", []))),
        text_in(data.get("rules", "")),
        text_in(data.get("profile", "")),
        since_from(text_in(compared)) if compared else None,
        tuple(_plan(one) for one in list_in(data.get("plans", []))),
        {
            SourceKind(kind): text_in(checksum)
            for kind, checksum in object_in(data.get("sources", {})).items()
            if kind in _KINDS
        },
        text_in(data.get("recipient", "")),
    )


_KINDS = frozenset(SourceKind)


def _plan(data: Json) -> PlanFileHash:
    table = object_in(data)
    return PlanFileHash(text_in(table.get("id")), text_in(table.get("sha256", "")))


def _data(origin: Origin) -> JsonObject:
    every: JsonObject = {
        "version": VERSION,
        "form": origin.form,
        "format": origin.format.value,
        "language": origin.language.value,
        "as_of": origin.as_of.isoformat(),
        "cut": origin.cut,
        "selection": selection_json(origin.selection),
        "columns": [column.value for column in origin.columns],
        "rules": origin.rules,
        "profile": origin.profile,
        "compared_with": "" if origin.compared_with is None else str(origin.compared_with),
        "plans": [{"id": plan.plan, "sha256": plan.sha256} for plan in origin.plans],
        "recipient": origin.recipient,
        "sources": {kind.value: checksum for kind, checksum in origin.sources.items()},
    }
    return {name: value for name, value in every.items() if value not in ("", [], {})}
