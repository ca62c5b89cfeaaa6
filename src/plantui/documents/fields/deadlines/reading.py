"""Reads the dated phrases of a task's text, and what is due by each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from plantui.documents.fields.deadlines.dated import Dated, dated
from plantui.documents.fields.deadlines.phrases import FINDERS, Finder
from plantui.documents.fields.deadlines.standing import (
    baseline,
    before_plan,
    gives_its_year,
    mere_mention,
    objects_meant,
    part_of_a_name,
    past,
    start,
    yearly_duty,
)
from plantui.documents.languages.own_words import remembered
from plantui.documents.languages.zh import ZH
from plantui.documents.period import Period
from plantui.documents.rule import Stage, id_of, is_noting, rule
from plantui.documents.tokens.brackets import Ranges
from plantui.documents.tokens.dates import BEFORE_PLAN, DatedPhrase
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText

_LONGEST = 1000
"""A clause is never longer, so a text without marks is not searched to its end for each date."""
_AROUND = 400
"""How many characters on either side decide what a date is: no sentence is longer."""


def read_deadlines(body: TracedText, period: Period) -> Dated:
    """Every dated phrase of a text in its order, with what is due, and what is doubtful about them."""
    text = folded(body.text)
    found = deadlines_in(text, period)
    return dated(
        (phrase, body[phrase.start : phrase.end], body[first:last].strip().text)
        for phrase, (first, last) in zip(found, _clause_ranges(text, found), strict=True)
    )


@rule(Stage.DEADLINES)
def _clause_ranges(text: str, found: list[DatedPhrase]) -> list[tuple[int, int]]:
    """Of dates that are listed (6月底前、12月底前各检查一次) what is due is the same."""
    ranges: list[tuple[int, int]] = []
    for index in range(len(found) - 1, -1, -1):
        after = found[index + 1] if index + 1 < len(found) else None
        if after and ZH.DUE_PHRASES_LIST_MARK.fullmatch(text[found[index].end : after.start]):
            ranges.append(ranges[-1])
            continue
        following = after.start if after else len(text)
        ranges.append(clause_range(text, found[index], following))
    return ranges[::-1]


def deadlines_in(text: str, period: Period) -> list[DatedPhrase]:
    """The dated phrases of a folded text that are deadlines."""
    phrases = phrases_in(text, period)
    deadlines = (
        found
        for found, after in zip_longest(phrases, phrases[1:])
        if not (after and gives_its_year(text, found, after)) and not _is_none(text, found, period)
    )
    return [
        found._replace(doubt=found.doubt or BEFORE_PLAN) if before_plan(found, period) else found
        for found in deadlines
    ]


def phrases_in(text: str, period: Period) -> list[DatedPhrase]:
    """All dated phrases of a folded text, the longest where several begin or overlap."""
    return [*_phrases_in(text, period, is_noting())] if ZH.DUE_PHRASES_DATED.search(text) else []


@remembered(256)  # dates, figures and signs of one text are asked for one after the other
def _phrases_in(text: str, period: Period, with_rules: bool) -> tuple[DatedPhrase, ...]:
    candidates = [found for finder in FINDERS for found in _named(finder, text, period, with_rules)]
    candidates.sort(key=lambda found: (found.start - found.end, found.start))
    ranges = Ranges(len(text))
    taken = [found for found in candidates if ranges.take(found.start, found.end)]
    return tuple(sorted(taken, key=lambda found: found.start))


def _named(finder: Finder, text: str, period: Period, with_rules: bool) -> Iterator[DatedPhrase]:
    """Yield what a rule finds, with its id where somebody asks."""
    if with_rules:
        return (found._replace(rule=id_of(finder)) for found in finder(text, period))
    return finder(text, period)


def _is_none(text: str, found: DatedPhrase, period: Period) -> bool:
    first = max(0, found.start - _AROUND)
    text = text[first : found.end + _AROUND]
    found = found._replace(start=found.start - first, end=found.end - first)
    return (
        baseline(text, found)
        or start(text, found)
        or yearly_duty(text, found)
        or part_of_a_name(text, found)
        or past(text, found, period)
        or mere_mention(text, found)
        or objects_meant(text, found)
    )


@rule(Stage.DEADLINES)
def clause_range(text: str, found: DatedPhrase, following: int) -> tuple[int, int]:
    """What is due runs from behind the date to the end of the sentence, to a semicolon, or to the next date. Where the
    date stands inside its clause (…工程要于2023年年底前建成) it is the whole clause with its subject."""
    end = _sentence_end(text, found.end)
    listed = ZH.DUE_CLAUSES_LISTED.match(text[found.end : end])
    head = found.end + (listed.end() if listed else 0)
    if head < following < end:
        comma = max(text.rfind("，", head, following), text.rfind("、", head, following))
        end = comma if comma > head else following
    piece = _behind_mark(text, found.start, "。；：，")
    before = ZH.DUE_CLAUSES_LISTED_BEFORE.sub("", text[piece : found.start].strip())
    if (
        before
        and not ZH.DUE_CLAUSES_HOPE.fullmatch(before)
        and before not in ("在", "于", "并", "其中", "要")
    ):
        first = _behind_mark(text, found.start, "。；：")
        if ZH.DUE_CLAUSES_WITHIN.search(before) is None:
            first = piece
        lead_in = ZH.DUE_CLAUSES_LEAD_IN.match(text[first:])
        return first + (lead_in.end() if lead_in else 0), end
    margin = ZH.DUE_CLAUSES_MARGIN.match(text[head:])
    return min(head + (margin.end() if margin else 0), end), end


def _behind_mark(text: str, at: int, marks: str) -> int:
    """Where the words begin that lead up to a place without any of these marks."""
    first = max(0, at - _LONGEST)
    return max(max(text.rfind(mark, first, at) for mark in marks) + 1, first)


def _sentence_end(text: str, at: int) -> int:
    last = min(len(text), at + _LONGEST)
    return min(
        (end for end in (text.find("。", at, last), text.find("；", at, last)) if end >= 0), default=last
    )
