"""Where a task's fields stand in the document that it was read from, with the document's own words where it is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.documents.place import range_of
from plantui.documents.quoting import document_beside, quotations
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
    document = document_beside(Path(row.plan.path), library.head(row.plan)[0].get("source"))
    text = document.source.text if document.source else ""
    yield ""
    where = words("documents.place.line", line=places["line"])
    if places.get("page"):
        where = words("documents.place.page", page=places["page"], line=places["line"])
    value = f"{document.file} {where}".strip()
    yield words("cli.show.fact", name=words("documents.show.source"), value=value)
    if document.problem:
        yield words(document.problem, file=document.file)
    for one in quotations(row.body):
        shown = " ".join(text[one.span.start : one.span.end].split()) if text else one.said
        shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
        name = words(f"documents.field.{'departments' if one.field in tuple(Role) else one.field}")
        place = range_of(one.span)
        yield "  " + words("documents.show.place", field=name, range=place, text=shown)
