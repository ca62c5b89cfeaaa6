"""What the document says where a plan's fields were read: from the plan's places and the document beside the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plantui.model.plan import Place, Plan, Task
from plantui.model.plan import Source as PlanSource
from plantui.model.problem import PlantuiError
from plantui.model.terms import PLACED

from .place import sentence_of, span_of
from .source import AS_SHOWN, Selection, Source
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


def selection_of(recorded: PlanSource | None) -> Selection:
    """Return what of its document a plan was read from."""
    return Selection(recorded.with_hidden, recorded.attachment) if recorded else AS_SHOWN


def document_beside(plan: Path, recorded: PlanSource | None, elsewhere: Iterable[Path] = ()) -> Document:
    """The document that a plan file names, unchanged: beside the plan, else in one of the other folders of plans, since who
    copies a plan to edit it may leave its document behind."""
    from .formats import NOT_RECOGNISED, read_source

    file = recorded.file if recorded else ""
    name = Path(file.replace("\\", "/")).name
    problem = "documents.show.no_file"
    for folder in dict.fromkeys((plan.parent, *elsewhere)) if name else ():
        try:
            if not (folder / name).is_file():
                continue
            source = read_source(folder / name, selection=selection_of(recorded), may_recognise=False)
        except PlantuiError as error:
            if error.message == NOT_RECOGNISED:
                problem = "documents.show.scan"
            continue
        except OSError:
            continue
        if recorded is None or recorded.sha256 in ("", source.sha256):
            return Document(file, source)
        problem = "documents.show.changed"
    return Document(file, problem=problem)


@dataclass(frozen=True, slots=True)
class Placed:
    """One of the plan's own data, a goal or a heading, with the line that is recorded for it."""

    quotation: Quotation
    line: int
    page: int | None


def plan_quotations(plan: Plan) -> Iterator[Placed]:
    """Yield the plan's own data and its goals that have a place."""
    info, recorded = plan.info, plan.info.source
    if recorded:
        for name in PLACED:
            said = getattr(info, name)
            words = "、".join(said) if isinstance(said, tuple) else str(said or "")
            yield from placed(name, words, getattr(recorded, name))
    for goal in plan.goals:
        yield from placed("goal", goal.text, goal.source)


def placed(field: str, words: str, place: Place | None) -> Iterator[Placed]:
    """Yield one field with its place, nothing where no place is recorded."""
    if place:
        span = span_of(place.range) if place.range else Span(0, 0)
        yield Placed(Quotation(field, span, words), place.line, place.page)


def quotations(task: Task) -> Iterator[Quotation]:
    """Yield the fields of a task that have a place."""
    places = task.source
    if places is None:
        return
    for field, words, place in (("title", task.title, places.title), ("text", task.text, places.text)):
        if place:
            yield Quotation(field, span_of(place), words)
    listed = (
        (places.departments, [(role.value, name) for role, name in task.departments.pairs()]),
        (places.deadlines, [("deadlines", deadline.phrase) for deadline in task.deadlines]),
        (places.indicators, [("indicators", row.clause or row.indicator) for row in task.indicators]),
    )
    for ranges, said in listed:
        for place, (field, words) in zip(ranges, said, strict=False):
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
        if last is not None and last.holds(quotation.span):
            whole = last
        found.setdefault(whole, []).append(quotation)
    return found
