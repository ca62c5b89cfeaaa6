"""What the document says where a task's fields were read: from the plan's places and the document beside the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plantui.model.problem import PlantuiError
from plantui.model.terms import Role

from .place import sentence_of, span_of
from .source import Source
from .traced import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """One field of a task with its place."""

    field: str
    """title, text, deadlines, indicators, or a department's role."""
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


def document_beside(plan: Path, recorded: Mapping[str, Any] | None) -> Document:
    """The document that a plan file names, if it lies beside the plan and has not changed."""
    from .formats import read_source

    file = str((recorded or {}).get("file") or "")
    path = plan.parent / Path(file.replace("\\", "/")).name
    try:
        if not file or not path.is_file():
            return Document(file, problem="documents.show.no_file")
        source = read_source(path)
    except (OSError, PlantuiError):
        return Document(file, problem="documents.show.no_file")
    if (recorded or {}).get("sha256") not in (None, "", source.sha256):
        return Document(file, problem="documents.show.changed")
    return Document(file, source)


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


def sentences(body: Mapping[str, Any], source: Source) -> dict[Span, list[Quotation]]:
    """The sentences that a task's fields were read from, in the order of the document, each with its fields. The text is
    in many sentences and in none of these."""
    found: dict[Span, list[Quotation]] = {}
    for quotation in sorted(quotations(body), key=lambda one: one.span.start):
        if quotation.field == "text" or quotation.span.end > len(source.text):
            continue
        last = next(reversed(found), None)
        whole = sentence_of(source, quotation.span)
        if last is not None and last.start <= quotation.span.start and quotation.span.end <= last.end:
            whole = last
        found.setdefault(whole, []).append(quotation)
    return found


def unbroken(source: Source, span: Span) -> tuple[str, list[int]]:
    """A piece of the document as one line, and the place of each of its characters: ends of lines are closed up, between
    words of Latin letters they become a blank."""
    text, places = [], []
    raw = source.text
    at = span.start
    while at < span.end:
        if not raw[at].isspace():
            text.append(raw[at])
            places.append(at)
            at += 1
            continue
        end = at
        while end < span.end and raw[end].isspace():
            end += 1
        is_wide = bool(text) and (ord(text[-1]) > 0x2E7F or (end < span.end and ord(raw[end]) > 0x2E7F))
        if text and end < span.end and not ("\n" in raw[at:end] and is_wide):
            text.append(" ")
            places.append(at)
        at = end
    return "".join(text), places
