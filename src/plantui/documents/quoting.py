"""What the document says where a plan's fields were read: from the plan's places and the document beside the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plantui.model.problem import PlantuiError
from plantui.model.terms import PLACED, Role

from .place import sentence_of, span_of
from .source import Source
from .traced import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """One field with its place."""

    field: str
    """A key of the plan's own data, goal, section; title, text, deadlines, indicators of a task, or a department's role."""
    span: Span
    said: str
    """The words that the plan has for it."""


@dataclass(frozen=True, slots=True)
class Document:
    """The document that a plan was read from, where it is at hand."""

    file: str
    source: Source | None = None
    problem: str = ""
    """Catalogue key of what is in the way."""


def document_beside(
    plan: Path, recorded: Mapping[str, Any] | None, elsewhere: Iterable[Path] = ()
) -> Document:
    """The document that a plan file names, unchanged: beside the plan, else in one of the other folders of plans, since who
    copies a plan to edit it may leave its document behind."""
    from .formats import read_source

    file = str((recorded or {}).get("file") or "")
    name = Path(file.replace("\\", "/")).name
    problem = "documents.show.no_file"
    for folder in dict.fromkeys((plan.parent, *elsewhere)) if name else ():
        try:
            if not (folder / name).is_file():
                continue
            source = read_source(folder / name)
        except (OSError, PlantuiError):
            continue
        if (recorded or {}).get("sha256") in (None, "", source.sha256):
            return Document(file, source)
        problem = "documents.show.changed"
    return Document(file, problem=problem)


@dataclass(frozen=True, slots=True)
class Placed:
    """One of the plan's own data, a goal or a heading, with the line that is recorded for it."""

    quotation: Quotation
    line: int
    page: int | None


def plan_quotations(
    info: Mapping[str, Any],
    goals: Sequence[Mapping[str, Any]],
    sections: Iterable[tuple[str, Mapping[str, Any]]],
) -> Iterator[Placed]:
    """What of a plan (in the JSON form) has a place, its tasks apart; a section is given by its words and its place."""
    recorded = info.get("source") or {}
    named = [(name, info.get(name), recorded.get(name)) for name in PLACED]
    listed = [("goal", goal["text"], goal.get("source")) for goal in goals]
    listed += [("section", words, place) for words, place in sections]
    for field, said, place in (*named, *listed):
        if place:
            span = span_of(place["range"]) if place.get("range") else Span(0, 0)
            words = "、".join(said) if isinstance(said, list) else str(said or "")
            yield Placed(Quotation(field, span, words), place["line"], place.get("page"))


def quotations(body: Mapping[str, Any]) -> Iterator[Quotation]:
    """The fields of a task (in the JSON form) that have a place."""
    places = body.get("source") or {}
    for field in ("title", "text"):
        if places.get(field):
            yield Quotation(field, span_of(places[field]), body[field])
    named = [(role.value, name) for role in Role for name in body["departments"].get(role.value) or ()]
    listed = {
        "departments": named,
        "deadlines": [("deadlines", deadline["phrase"]) for deadline in body["deadlines"]],
        "indicators": [("indicators", row["clause"] or row["indicator"]) for row in body["indicators"]],
    }
    for key, said in listed.items():
        for place, (field, words) in zip(places.get(key, ()), said, strict=False):
            yield Quotation(field, span_of(place), words)


def sentences(quoted: Iterable[Quotation], source: Source) -> dict[Span, list[Quotation]]:
    """The sentences that fields were read from, in the order of the document, each with its fields. A task's text is in
    many sentences and in none of these."""
    found: dict[Span, list[Quotation]] = {}
    for quotation in sorted(quoted, key=lambda one: one.span.start):
        if quotation.field == "text" or not 0 < quotation.span.end <= len(source.text):
            continue
        last = next(reversed(found), None)
        whole = sentence_of(source, quotation.span)
        if last is not None and last.start <= quotation.span.start and quotation.span.end <= last.end:
            whole = last
        found.setdefault(whole, []).append(quotation)
    return found
