"""Lines and sentences on a report that was verified."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantui.export.changed_sources import changed_sentence
from plantui.model.jsonvalue import JsonObject
from plantui.model.text import one_line
from plantui.store.index.library import Library, TaskEntry
from plantui.words import Words
from plantui.words.phrases import numbered

from .expected import PlacedFigure
from .held import Difference
from .verifying import Verified


def verified_lines(words: Words, verified: Verified, library: Library) -> Iterator[str]:
    """Yield a line for each figure that is wrong, that is not there any more, and that has changed since."""
    held = verified.held
    for one in held.wrong:
        facts = {"right": _shortened(one.figure.figure.text), "tasks": _tasks(words, one.tasks, library)}
        printed = _shortened(one.printed)
        yield one_line(words("readback.wrong", place=one.figure.place, printed=printed, **facts))
    for figure in held.missing:
        yield one_line(words(_missing_key(figure), place=figure.place, right=_shortened(figure.figure.text)))
    for row in held.added:
        yield one_line(words("readback.added", row=row))
    for one in held.changed:
        facts = {"then": _shortened(one.figure.figure.text), "now": _shortened(one.printed)}
        yield one_line(words("readback.changed", place=one.figure.place, **facts))


_LONGEST = 120
"""Characters of a cell that a line shows; the JSON form has all."""


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _missing_key(figure: PlacedFigure) -> str:
    """Return the key of the line on a figure that is not there any more: it may be a whole row or column."""
    name = figure.figure.name
    return f"readback.missing.{name}" if name in ("row", "column") else "readback.missing"


def verified_sentences(words: Words, verified: Verified, name: str) -> Iterator[str]:
    """Yield what is to be said of the report as a whole."""
    yield words(
        "readback.verified",
        name=name,
        figures=verified.held.figures,
        agreeing=verified.held.agreeing,
        wrong=len(verified.held.wrong),
        missing=len(verified.held.missing),
    )
    if verified.is_needless:
        yield words("readback.needless", department=verified.origin.recipient)
    yield from (changed_sentence(words, one) for one in verified.sources)
    if verified.sources:
        yield words("readback.other_sources")


def verified_dict(verified: Verified, library: Library, path: str) -> JsonObject:
    """Return the outcome in the JSON form."""
    held = verified.held
    return {
        "file": path,
        "form": verified.origin.form,
        "as_of": verified.origin.as_of.isoformat(),
        "cut": verified.origin.cut,
        "recipient": verified.origin.recipient or None,
        "figures": held.figures,
        "agreeing": held.agreeing,
        "wrong": [_difference_dict(one, "printed", library) for one in held.wrong],
        "missing": [_figure_dict(one) for one in held.missing],
        "added": [*held.added],
        "changed_since": [_difference_dict(one, "now", library) for one in held.changed],
        "is_needless": verified.is_needless,
        "has_other_plans": verified.has_other_plans,
        "changed_sources": [{"kind": one.kind.value, "name": one.name} for one in verified.sources],
    }


def _figure_dict(figure: PlacedFigure) -> JsonObject:
    return {"name": figure.figure.name, "place": figure.place, "right": figure.figure.text}


def _difference_dict(one: Difference, key: str, library: Library) -> JsonObject:
    tasks: list[JsonObject] = [
        {
            "plan": library.plan_at[task.plan].id,
            "task": task.id,
            "number": task.number,
            "title": task.title,
        }
        for task in one.tasks
    ]
    return {**_figure_dict(one.figure), key: one.printed, "tasks": tasks}


def _tasks(words: Words, tasks: Iterable[TaskEntry], library: Library) -> str:
    """Return the tasks behind a figure, with their plans where they are of several."""
    found = [*tasks]
    several = len({task.plan for task in found}) > 1
    named = [
        f"{library.plan_at[task.plan].short_title} {numbered(task.number, task.title)}"
        if several
        else numbered(task.number, task.title)
        for task in found
    ]
    return words.listing(named) or words("readback.no_tasks")
