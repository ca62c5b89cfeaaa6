"""Reads the dated phrases of a task's text."""

from __future__ import annotations

from dataclasses import replace

from plantui.documents.clauses.brackets import Ranges
from plantui.documents.clauses.period import Period
from plantui.documents.clauses.widths import folded
from plantui.documents.patterns import compiled
from plantui.documents.reading import Doubt, ReadDeadline
from plantui.documents.traced import TracedText

from .clause import clause_range
from .found import Found
from .phrases import FINDERS
from .standing import baseline, mere_mention, objects_meant, part_of_a_name, past, start, yearly_duty

_AROUND = 400
"""How many characters on either side decide what a date is: no sentence is longer."""
_DATED = compiled(r"[年月日天周五季]|^\s*20\d\d\D")


def read_deadlines(body: TracedText, period: Period) -> tuple[tuple[ReadDeadline, ...], tuple[Doubt, ...]]:
    """Every dated phrase of a text in its order, with what is due, and what is doubtful about them."""
    text = folded(body.text)
    found = deadlines_in(text, period)
    deadlines: list[ReadDeadline] = []
    doubts: list[Doubt] = []
    for index, phrase in enumerate(found):
        traced = body[phrase.start : phrase.end]
        if phrase.doubt:
            facts = {"phrase": traced.text}
            doubts.append(Doubt(traced.span, str(phrase.due or ""), phrase.doubt, facts, phrase.alternatives))
        if phrase.due is None:
            continue
        following = found[index + 1].start if index + 1 < len(found) else len(text)
        first, last = clause_range(text, phrase, following)
        clause = body[first:last].strip()
        deadlines.append(ReadDeadline(traced.text, phrase.due, clause.text, traced.span))
    return tuple(deadlines), tuple(doubts)


def deadlines_in(text: str, period: Period) -> list[Found]:
    """The dated phrases of a folded text that are deadlines."""
    return [found for found in phrases_in(text, period) if not _is_none(text, found, period)]


def phrases_in(text: str, period: Period) -> list[Found]:
    """All dated phrases of a folded text, the longest where several begin or overlap."""
    if not _DATED.search(text):
        return []
    candidates = [found for finder in FINDERS for found in finder(text, period)]
    candidates.sort(key=lambda found: (found.start - found.end, found.start))
    ranges = Ranges(len(text))
    taken = [found for found in candidates if ranges.take(found.start, found.end)]
    return sorted(taken, key=lambda found: found.start)


def _is_none(text: str, found: Found, period: Period) -> bool:
    first = max(0, found.start - _AROUND)
    text = text[first : found.end + _AROUND]
    found = replace(found, start=found.start - first, end=found.end - first)
    return (
        baseline(text, found)
        or start(text, found)
        or yearly_duty(text, found)
        or part_of_a_name(text, found)
        or past(text, found, period)
        or mere_mention(text, found)
        or objects_meant(text, found)
    )
