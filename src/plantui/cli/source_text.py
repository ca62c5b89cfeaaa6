"""Where a task's fields stand in the document that it was read from, with the document's own words where it is at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantui.model.terms import Role

if TYPE_CHECKING:
    from plantui.query.rows import TaskRow
    from plantui.store.index.library import Library
    from plantui.words.catalogue import Words

_SHOWN = 80


def source_lines(words: Words, library: Library, row: TaskRow) -> Iterator[str]:
    """The lines of a task's source."""
    places = row.body.get("source")
    if not places:
        yield ""
        yield words("documents.show.none")
        return
    file = (library.head(row.plan)[0].get("source") or {}).get("file", "")
    yield ""
    where = words("documents.place.line", line=places["line"])
    if places.get("page"):
        where = words("documents.place.page", page=places["page"], line=places["line"])
    yield words("cli.show.fact", name=words("documents.show.source"), value=f"{file} {where}".strip())
    text, problem = _document(library, row, file)
    if problem:
        yield words(problem, file=file)
    for field, place, said in _fields(row.body, places):
        start, end = (int(part) for part in place.split("-"))
        shown = " ".join(text[start:end].split()) if text else said
        shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
        name = words(f"documents.field.{field}")
        yield "  " + words("documents.show.place", field=name, range=place, text=shown)


def _document(library: Library, row: TaskRow, file: str) -> tuple[str, str]:
    """The document's text if it lies beside the plan, or else what is wrong."""
    from plantui.documents.formats import read_source

    path = Path(row.plan.path).parent / Path(file).name
    if not file or not path.is_file():
        return "", "documents.show.no_file"
    recorded = (library.head(row.plan)[0].get("source") or {}).get("sha256")
    if recorded and sha256(path.read_bytes()).hexdigest() != recorded:
        return "", "documents.show.changed"
    return read_source(path).text, ""


def _fields(body: Mapping[str, Any], places: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each field with its range and the words that the plan has for it."""
    for field in ("title", "text"):
        if places.get(field):
            yield field, places[field], body[field]
    names = [name for role in Role for name in body["departments"].get(role.value, ())]
    listed = {
        "departments": names,
        "deadlines": [deadline["phrase"] for deadline in body["deadlines"]],
        "indicators": [indicator["clause"] for indicator in body["indicators"]],
    }
    for field, said in listed.items():
        yield from ((field, place, one) for place, one in zip(places.get(field, ()), said, strict=False))
