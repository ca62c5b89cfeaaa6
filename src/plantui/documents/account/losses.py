"""Doubts about words that speak of work and are in no field: what was set aside, and what only a task's text says.

Nothing is searched for by patterns of its own where a field's reader can be asked: a line that was set aside is a loss
where the reader would have found departments, a deadline or a figure in it, had it stood in a task.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from plantui.documents.imported import Imported, Remainder, RemainderKind
from plantui.documents.place import excerpt, spans_of
from plantui.documents.reading import Doubt, TaskText
from plantui.documents.rule import Stage, rule
from plantui.documents.source import LEFT_OUT, MarkKind, Source
from plantui.documents.traced import Span, TracedText
from plantui.model.plan import Plan

from .account import Account
from .recognition import recognition_doubts

_NO_DEPARTMENTS = "documents.doubt.no_departments"
_ONE = {
    "documents.doubt.title_from_text": "documents.doubt.titles_from_text",
    "documents.doubt.no_certain_date": "documents.doubt.no_certain_dates",
    "documents.doubt.row_short": "documents.doubt.rows_short",
    "documents.doubt.label_unread": "documents.doubt.labels_unread",
    "clauses.no_year": "documents.doubt.dates_without_year",
    "clauses.no_role": "documents.doubt.no_roles",
    "clauses.from_sentence": "documents.doubt.from_sentences",
}
"""Reasons that are as often the way of the whole document, and the reason of the one doubt about it."""
_NO_RESULT = "documents.doubt.no_result_at"
_MANY = 3
_FEW_NAMED = 4
"""A document is doubtful as a plan where fewer than one task in so many names its departments."""
_LISTED = 5
FEW_TASKS = 3
"""A plan of fewer tasks is doubtful as a whole."""
SET_ASIDE = frozenset(
    f"documents.doubt.{many}{kind}_set_aside"
    for kind in ("departments", "deadline", "figure")
    for many in ("", "many_")
)
"""Reasons of doubts about lines that were set aside."""
_LINES_OF_A_PART = 2
_NO_DOUBT = frozenset({MarkKind.NOTE, MarkKind.RECOGNISED})
"""Kinds of marks that only say what the words are."""
_NO_LOSS = frozenset({RemainderKind.REPEATED})
"""Kinds of pieces that are set aside because the plan has them already."""


@rule(Stage.LOSSES)
def gathered(doubts: Iterable[Doubt]) -> Iterator[Doubt]:
    """Three titles or more that are the first words of a text, three terms or more that name no day and allow none
    (6–12 months) or no year, three rows or more that lack cells, three lists of departments or more without a role, as many
    sentences that departments were taken from and as many labels that stayed in the text are the way of the document: one
    doubt has all their places."""
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
    facts: Callable[[Doubt], str] = lambda doubt: doubt.read or doubt.facts.get("phrase", ""),
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
def without_results(doubts: Iterable[Doubt]) -> Iterator[Doubt]:
    """Three formulas or more without a result are one doubt that lists their cells: no program has worked the sheet out."""
    found: list[Doubt] = []
    for doubt in doubts:
        if doubt.reason == _NO_RESULT:
            found.append(doubt)
        else:
            yield doubt
    yield from of_one_cause(found, "documents.doubt.no_results", lambda doubt: doubt.facts["where"])


@rule(Stage.LOSSES)
def without_departments(plan: Plan, tasks: Sequence[TaskText], doubts: Iterable[Doubt]) -> Iterator[Doubt]:
    """A document in which fewer than a quarter of the tasks name their departments, and which names none for all of them, may
    be no plan: one doubt has the places of all tasks without any, in place of one at each. Where sentences name those of
    every task, the doubt about these says so."""
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


class SignReader(Protocol):
    """Looks at lines with the readers of a language's fields."""

    def aside(self, line: TracedText) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield what a line that was set aside says of who, until when and how much, in that order: kind and words."""
        ...

    def unread(self, task: TaskText) -> Iterator[tuple[str, TracedText]]:
        """Yield what of a task's text is in no field: the kind of sign and its words."""
        ...


def imported(
    source: Source,
    plan: Plan,
    account: Account,
    tasks: Sequence[TaskText],
    signs: SignReader,
    doubts: Iterable[Doubt],
) -> Imported:
    """Close the account of a document, and return its plan with every doubt, those about losses among them, in order."""
    unread = [*text_doubts(tasks, signs)]
    account.reopen(doubt.span for doubt in unread)
    shares, remainder = account.close()
    left_out = sum(sum(map(str.isalnum, mark.words)) for mark in source.marks if mark.kind in LEFT_OUT)
    shares = shares._replace(set_aside=shares.set_aside + left_out)
    told = [doubt.span.start for doubt in unread]
    pieces = [one for one in remainder if not any(one.span.start <= at < one.span.end for at in told)]
    lost = [*set_aside_doubts(account, pieces, signs), *few_tasks(len(tasks))]
    told_once = gathered([*without_departments(plan, tasks, doubts), *unread])
    read = [*without_results(marked_doubts(source)), *recognition_doubts(source, plan)]
    in_order = sorted([*told_once, *lost, *read], key=lambda doubt: doubt.span.start)
    return Imported(source, plan, tuple(in_order), shares, remainder)


@rule(Stage.LOSSES)
def set_aside_doubts(account: Account, pieces: Iterable[Remainder], signs: SignReader) -> Iterator[Doubt]:
    """A line in a part that was set aside, or not understood, is doubtful where it gives departments a role, a day by
    which something is done, or a figure to be reached, each at its place. A part that only repeats tasks of the plan is
    not. Two lines or more of one part, and of the pages'
    heads and feet, that say the same kind of thing are one doubt with all their places."""
    of_pages: dict[str, list[Doubt]] = {}
    for piece in pieces:
        if piece.kind in _NO_LOSS:
            continue
        is_of_page = piece.kind is RemainderKind.FURNITURE
        found: dict[str, list[Doubt]] = of_pages if is_of_page else {}
        for line in account.set_aside(piece):
            # One doubt a line: who looks at it sees the rest.
            for kind, words in islice(signs.aside(line), 1):
                facts = {"said": "、".join(words)}
                doubt = Doubt(line.span, excerpt(line.text), f"documents.doubt.{kind}_set_aside", facts)
                found.setdefault(kind, []).append(doubt)
        if not is_of_page:
            yield from _of_a_part(found)
    yield from _of_a_part(of_pages)


def _of_a_part(found: dict[str, list[Doubt]]) -> Iterator[Doubt]:
    for kind, doubts in found.items():
        yield from of_one_cause(doubts, f"documents.doubt.many_{kind}_set_aside", _said, _LINES_OF_A_PART)


def _said(doubt: Doubt) -> str:
    return doubt.facts["said"]


@rule(Stage.LOSSES)
def text_doubts(tasks: Iterable[TaskText], signs: SignReader) -> Iterator[Doubt]:
    """A label of departments or dates, a body that leads, a dated phrase or a target that no rule could read is doubtful
    where it stands in a task's text alone, and counts as not understood."""
    for task in tasks:
        for kind, words in signs.unread(task):
            yield Doubt(words.span, words.text, f"documents.doubt.{kind}_unread")


@rule(Stage.LOSSES)
def left_out_doubts(source: Source, spans: Sequence[Span]) -> Iterator[Doubt]:
    """Lines that were left out between those around a web page, though nothing says what they are, are doubtful: one doubt
    for those that stand together."""
    run: list[Span] = []
    for span in [*spans, None]:
        if run and (span is None or source.text[run[-1].end : span.start].strip()):
            whole = Span(run[0].start, run[-1].end)
            read = excerpt(source.text[run[0].start : run[0].end])
            yield Doubt(whole, read, "documents.doubt.left_out", {"count": str(len(run))})
            run = []
        if span is not None:
            run.append(span)


@rule(Stage.LOSSES)
def marked_doubts(source: Source) -> Iterator[Doubt]:
    """What the reader of a file left out (struck through, hidden, hidden by a filter), could not read (a formula without a
    result) or takes for a slip (days written in another time zone, 2025.1 for 2025.10) is a doubt at its place."""
    for mark in source.marks:
        if mark.kind in _NO_DOUBT:
            continue
        kind = mark.kind.value
        reason = f"documents.doubt.{kind}_at" if mark.where else f"documents.doubt.{kind}"
        words = mark.words or source.text[mark.span.start : mark.span.end]
        shown = excerpt(" ".join(words.split()))
        # What a filter hides stands first: it may be more than all that was read.
        span = Span(0, 0) if mark.kind is MarkKind.FILTERED else mark.span
        yield Doubt(span, shown, reason, {"where": mark.where} if mark.where else {})


def few_tasks(count: int) -> Iterator[Doubt]:
    """A document with fewer than three tasks is doubtful: its tasks may stand where no rule has looked. Of a document
    without any the error says so."""
    if 0 < count < FEW_TASKS:
        yield Doubt(Span(0, 0), "", "documents.doubt.few_tasks", {"count": str(count)})
