"""Kinds of doubts by the harm that a wrong reading does, and doubts for one reason as one group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .reading import Doubt

_APART = "…"
"""Stands in the sentence of several doubts where their words differ."""


class DoubtKind(StrEnum):
    """Kinds of what may be wrong, the most harmful first."""

    LOST = "lost"  # a task, a label or a department may be missing from the plan
    VALUE = "value"  # a date or a figure may be missing or wrong
    GUESS = "guess"  # the words allow another reading than the one that was taken
    FORM = "form"  # the plan is whole, but not as the document would word it


_ORDER = {kind: rank for rank, kind in enumerate(DoubtKind)}
_KINDS = {
    "documents.doubt.deadline_set_aside": DoubtKind.VALUE,
    "documents.doubt.figure_set_aside": DoubtKind.VALUE,
    "documents.doubt.many_deadline_set_aside": DoubtKind.VALUE,
    "documents.doubt.many_figure_set_aside": DoubtKind.VALUE,
    "documents.doubt.date_unread": DoubtKind.VALUE,
    "documents.doubt.target_unread": DoubtKind.VALUE,
    "documents.doubt.no_certain_date": DoubtKind.VALUE,
    "documents.doubt.no_certain_dates": DoubtKind.VALUE,
    "documents.doubt.no_years": DoubtKind.VALUE,
    "documents.doubt.cut_nought_at": DoubtKind.VALUE,
    "documents.doubt.misread": DoubtKind.VALUE,
    "documents.doubt.recognised": DoubtKind.GUESS,
    "documents.doubt.mended_at": DoubtKind.VALUE,
    "documents.doubt.unsure": DoubtKind.VALUE,
    "documents.doubt.early_day_at": DoubtKind.VALUE,
    "clauses.no_year": DoubtKind.VALUE,
    "documents.doubt.dates_without_year": DoubtKind.VALUE,
    "clauses.season": DoubtKind.VALUE,
    "clauses.no_such_day": DoubtKind.VALUE,
    "clauses.no_issue_date": DoubtKind.VALUE,
    "documents.doubt.struck": DoubtKind.GUESS,
    "documents.doubt.struck_at": DoubtKind.GUESS,
    "documents.doubt.hidden": DoubtKind.GUESS,
    "documents.doubt.hidden_at": DoubtKind.GUESS,
    "documents.doubt.attachment": DoubtKind.GUESS,
    "documents.doubt.equations_at": DoubtKind.VALUE,
    "documents.doubt.lost_equations_at": DoubtKind.VALUE,
    "documents.doubt.aslant": DoubtKind.GUESS,
    "clauses.before_year": DoubtKind.GUESS,
    "clauses.before_month": DoubtKind.GUESS,
    "clauses.before_plan": DoubtKind.GUESS,
    "clauses.workdays": DoubtKind.GUESS,
    "clauses.no_role": DoubtKind.GUESS,
    "documents.doubt.no_roles": DoubtKind.GUESS,
    "documents.doubt.from_sentences": DoubtKind.GUESS,
    "clauses.from_sentence": DoubtKind.GUESS,
    "documents.doubt.row_merged": DoubtKind.GUESS,
    "documents.doubt.row_parted": DoubtKind.GUESS,
    "documents.doubt.row_long": DoubtKind.GUESS,
    "documents.doubt.title_from_text": DoubtKind.FORM,
    "documents.doubt.titles_from_text": DoubtKind.FORM,
    "documents.doubt.no_title": DoubtKind.FORM,
    "documents.doubt.no_issuer": DoubtKind.FORM,
}


def kind_of_doubt(doubt: Doubt) -> DoubtKind:
    """Return the kind of a doubt; a reason without one of its own is taken for the most harmful."""
    return _KINDS.get(doubt.reason, DoubtKind.LOST)


@dataclass(frozen=True, slots=True)
class DoubtGroup:
    """The doubts for one reason, in the order of the document."""

    kind: DoubtKind
    reason: str
    doubts: tuple[Doubt, ...]

    @property
    def facts(self) -> dict[str, str]:
        """The facts of a sentence about all of them: numbers of things are added up, dots stand for words that differ."""
        told = [doubt.facts_told for doubt in self.doubts]
        return {name: _common(name, [facts.get(name, "") for facts in told]) for name in told[0]}

    @property
    def is_same_everywhere(self) -> bool:
        """True where all of them say the same of the same words."""
        return len({(tuple(one.facts_told.items()), one.alternatives) for one in self.doubts}) == 1


def _common(name: str, facts: Sequence[str]) -> str:
    if len(set(facts)) == 1:
        return facts[0]
    return str(sum(map(int, facts))) if name == "count" else _APART


def grouped_doubts(doubts: Iterable[Doubt]) -> list[DoubtGroup]:
    """Return the doubts by reason, the most harmful kind first, then in the order of the document."""
    by_reason: dict[str, list[Doubt]] = {}
    for doubt in sorted(doubts, key=lambda one: (_ORDER[kind_of_doubt(one)], one.span.start)):
        by_reason.setdefault(doubt.reason, []).append(doubt)
    return [DoubtGroup(kind_of_doubt(of[0]), reason, tuple(of)) for reason, of in by_reason.items()]
