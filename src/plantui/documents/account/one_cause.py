"""Doubts that one cause gives in many places become one doubt with all its places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from plantui.documents.place import spans_of
from plantui.documents.reading import Doubt
from plantui.documents.rule import Stage, rule
from plantui.documents.task_text import TaskText
from plantui.model.plan import Plan

_NO_DEPARTMENTS = "documents.doubt.no_departments"
_ONE = {
    "documents.doubt.title_from_text": "documents.doubt.titles_from_text",
    "documents.doubt.no_certain_date": "documents.doubt.no_certain_dates",
    "documents.doubt.row_short": "documents.doubt.rows_short",
    "clauses.no_role": "documents.doubt.no_roles",
    "clauses.from_sentence": "documents.doubt.from_sentences",
}
"""Reasons that are as often the way of the whole document, and the reason of the one doubt about it."""
_MANY = 3
_FEW_NAMED = 4
"""A document is doubtful as a plan where fewer than one task in so many names its departments."""
_LISTED = 5


@rule(Stage.LOSSES)
def gathered(doubts: Iterable[Doubt]) -> Iterator[Doubt]:
    """Three titles or more that are the first words of a text, three terms or more that name no day and allow none
    (6–12 months), three rows or more that lack cells, three lists of departments or more without a role, and as many
    sentences that departments were taken from are the way of the document: one doubt has all their places."""
    by_reason: dict[str, list[Doubt]] = {reason: [] for reason in _ONE}
    for doubt in doubts:
        if doubt.reason in _ONE and not doubt.alternatives:
            by_reason[doubt.reason].append(doubt)
        else:
            yield doubt
    for reason, found in by_reason.items():
        yield from of_one_cause(found, _ONE[reason])


def of_one_cause(
    found: Sequence[Doubt],
    reason: str,
    facts: Callable[[Doubt], str] = lambda doubt: doubt.read,
    least: int = _MANY,
) -> Iterator[Doubt]:
    """Yield so many doubts or more as one with all their places, fewer as they are. `facts` gives the words shown."""
    if len(found) < least:
        yield from found
        return
    spans = tuple(sorted((doubt.span for doubt in found), key=lambda span: span.start))
    reads = [*dict.fromkeys(" ".join(facts(doubt).split()) for doubt in found)]
    shown = [*reads[:_LISTED], *(["…"] if len(reads) > _LISTED else [])]
    yield Doubt(spans[0], "、".join(shown), reason, {"count": str(len(found))}, places=spans)


@rule(Stage.LOSSES)
def without_departments(plan: Plan, tasks: Sequence[TaskText], doubts: Iterable[Doubt]) -> Iterator[Doubt]:
    """Where fewer than a quarter of the tasks name their departments, and the document names none for all of them, it may be
    no plan: one doubt has the places of all tasks without any, in place of one at each. Where sentences name those of every
    task, the doubt about these says so."""
    if plan.info.responsible or sum(map(_is_named, tasks)) * _FEW_NAMED >= len(tasks):
        yield from doubts
        return
    yield from (doubt for doubt in doubts if doubt.reason != _NO_DEPARTMENTS)
    pairs = [*zip(plan.tasks, tasks, strict=True)]
    if all(text.departments for _, text in pairs):
        return
    spans = tuple(span for task, text in pairs if not _is_named(text) for span in spans_of(task)[:1])
    if spans:
        facts = {"count": str(len(spans))}
        yield Doubt(spans[0], "", "documents.doubt.tasks_without_departments", facts, places=spans)


def _is_named(text: TaskText) -> bool:
    return bool(text.departments) and not text.is_guessed
