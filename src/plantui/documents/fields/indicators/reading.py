"""Reads the figures of a task's text that are targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from plantui.documents.fields.deadlines.reading import phrases_in
from plantui.documents.fields.indicators.direction import direction, force_of, hoped
from plantui.documents.fields.indicators.figures import Figure, figures_in, is_count
from plantui.documents.fields.indicators.naming import (
    baseline_year,
    clause_start,
    indicator_name,
    names_apart,
    object_of,
    only_does,
    own_words,
)
from plantui.documents.fields.indicators.ranks import Rank, ranks_in
from plantui.documents.fields.indicators.state import Reading, Sentence, Target
from plantui.documents.fields.indicators.targets import Sight, is_target, target_rule
from plantui.documents.languages.zh import ZH
from plantui.documents.period import Period
from plantui.documents.reading import ReadDeadline, ReadIndicator
from plantui.documents.rule import Stage, is_noting, note, rule
from plantui.documents.tokens.brackets import depths, pieces
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText
from plantui.model.terms import Force, Op

_LONGEST = 1000
"""A longer clause is none: a text without marks."""


def read_indicators(
    body: TracedText, deadlines: Sequence[ReadDeadline], period: Period, subject: str = ""
) -> tuple[ReadIndicator, ...]:
    """Every target with a figure, in the order of the text; its date is that of the dated phrase which governs it. A
    subject is what the text before it measures."""
    text = folded(body.text)
    if not ZH.FIGURES_IN_NUMBERS.search(text):
        return ()
    places = {offset: index for index, offset in enumerate(body.offsets)}
    dues = {places[one.span.start]: one.due for one in deadlines if one.span.start in places}
    dated = phrases_in(text, period)
    phrases = [(found.start, found.end) for found in dated]
    undated = frozenset(found.start for found in dated if found.due is None)
    reading = Reading(body, text, depths(text), phrases, dues, undated)
    whole = _whole_task(deadlines, places)
    for sentence in pieces(text, "。！？"):
        state = Sentence(whole, whole, name=subject)
        for start, end, is_new_part in _clauses(text, sentence.start, sentence.end):
            if is_new_part:
                _begin_part(text[start:end], state)
            _read_clause(reading, (start, end), state)
    return tuple(reading.found)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The clauses of a sentence, and whether a semicolon stands before each."""
    mark = ""
    for one in pieces(text[start:end], "，；："):
        yield start + one.start, start + one.end, mark == "；"
        mark = one.mark


@rule(Stage.INDICATORS)
def _begin_part(clause: str, state: Sentence) -> None:
    """A semicolon ends the reach of a date by which something is done (6月底前完成验收；…), and a new item's number that of
    any; 到2025年 reaches to the full stop."""
    if state.ends_with_part or ZH.SENTENCE_FIGURES_ITEM.match(clause):
        state.due = state.whole


@rule(Stage.INDICATORS)
def _whole_task(deadlines: Sequence[ReadDeadline], places: dict[int, int]) -> date | None:
    """A figure takes the last date before it in its sentence. Where the only date of the task stands with its
    departments (完成时限：2024年底前), it is that of every figure."""
    outside = {one.due for one in deadlines if one.span.start not in places}
    return outside.pop() if len(outside) == 1 and len(deadlines) == 1 else None


def _read_clause(reading: Reading, piece: tuple[int, int], state: Sentence) -> None:
    start, end = piece
    phrases = reading.phrases_within(start, end)
    state.hopes_by_date = False
    if not reading.text.startswith("分别", start):
        state.dated = []
    for at, last in phrases:
        if at in reading.dues:
            state.due = reading.dues[at]
            state.dated.append((at, state.due))
            state.ends_with_part = ZH.SENTENCE_FIGURES_BY.search(reading.text[at:last]) is not None
            if ZH.SENTENCE_FIGURES_HEAD.fullmatch(reading.text[start:at]):
                state.hopes_by_date |= hoped(reading.text[start:at])
                start = min(last, end)
    clause = reading.text[start:end]
    _hope_of_sentence(clause.strip(), state)
    if len(clause) > _LONGEST:
        return
    figures: list[Figure] = []
    if ZH.FIGURES_IN_NUMBERS.search(clause):
        ranks = list(ranks_in(clause))
        for rank in ranks:
            _add_rank(reading, start, end, rank, state)
        figures = [
            figure
            for figure in figures_in(clause)
            if reading.levels[start + figure.start] == 0
            and not any(rank.start <= figure.start < rank.end for rank in ranks)
            and not any(at <= start + figure.start < last for at, last in phrases)
        ]
        _read_figures(reading, start, end, figures, state)
    if clause.strip():
        state.act = clause if not figures and ZH.SENTENCE_FIGURES_ACT.search(clause) else ""
        state.object = "" if figures else object_of(clause)


@rule(Stage.INDICATORS)
def _hope_of_sentence(clause: str, state: Sentence) -> None:
    """力争， and 力争到2025年， alone are said of the whole sentence; 争取2025年余额突破120亿元 only of its clause."""
    if ZH.SENTENCE_FIGURES_HOPE_ALONE.match(clause) or (not clause and state.hopes_by_date):
        state.is_hoped = True


@rule(Stage.INDICATORS)
def _dues_apart(clause: str, start: int, figures: list[Figure], state: Sentence) -> dict[int, date]:
    """2024年、2025年分别完成30公里、50公里: as many figures behind 分别 as dates before it are due in turn."""
    at = clause.find("分别")
    behind = [figure.start for figure in figures if figure.start > at]
    places = [place for place, _ in state.dated]
    if at < 0 or len(behind) != len(places) or any(place > start + at for place in places):
        return {}
    return {place: due for place, (_, due) in zip(behind, state.dated, strict=True)}


@rule(Stage.INDICATORS)
def _due_of(at: int, state: Sentence) -> date | None:
    """2024年完成30公里、2025年完成50公里: the nearest date before a figure in its clause is its own; before the first date
    of the clause that one, and without any the last of the sentence."""
    before = [due for place, due in state.dated if place < at]
    if before:
        return before[-1]
    return state.dated[0][1] if state.dated else state.due


def _read_figures(reading: Reading, start: int, end: int, figures: list[Figure], state: Sentence) -> None:
    clause = reading.text[start:end]
    since, named = 0, 0
    shares = names_apart(clause, figures)
    dues = _dues_apart(clause, start, figures, state)
    lower: ReadIndicator | None = None
    for figure in figures:
        if figure.is_upper:
            if lower is not None:
                reading.found.append(lower._replace(value=figure.value, op=Op.AT_MOST))
            since, lower = figure.end, None
            continue
        lower = None
        before = ZH.SENTENCE_FIGURES_OF_YEAR.sub("", clause[: figure.start])
        after = ZH.SENTENCE_FIGURES_BETWEEN.sub("", clause[figure.range_end or figure.end :])
        sight = Sight(
            figure,
            before.strip(),
            ZH.SENTENCE_FIGURES_OF_YEAR.sub("", clause[since : figure.start]).strip(),
            after.strip(),
            bool(state.unit) and state.unit == figure.unit,
            state.due is not None,
        )
        since = figure.end
        if not is_target(sight):
            continue
        rule = target_rule(sight) if is_noting() else ""
        measured = ZH.SENTENCE_FIGURES_OF_YEAR.sub(
            "", _without_dates(reading, start + named, start + figure.start)
        )
        name = (
            shares.get(figure.start)
            or _counted(measured, figure, after, state)
            or indicator_name(_measured(measured, named > 0), after, _previous(before, state))
        )
        named = figure.end
        op = direction(sight.since or before, figure.suffix, name, figure.unit)
        if ZH.SENTENCE_FIGURES_ALSO.match(sight.since) and state.op and not figure.suffix:
            op = state.op
        force = Force.EXPECTED if state.hopes else force_of(before, figure.suffix)
        due = dues.get(figure.start) or _due_of(start + figure.start, state)
        target = Target(name, op, figure.value, figure.unit, due, force, baseline_year(sight.before))
        _add(reading, start, end, target, state, rule)
        if figure.range_end:
            lower = reading.found[-1]


@rule(Stage.INDICATORS)
def _without_dates(reading: Reading, start: int, end: int) -> str:
    """汛期前积水点改造30处, 航线于9月底前开通5条: the dates are no part of the name (积水点改造, 航线开通)."""
    text, done = "", start
    for at, last in reading.phrases_within(start, end):
        if (at in reading.dues or at in reading.undated) and last <= end and reading.text[last] != "的":
            text += ZH.SENTENCE_FIGURES_AT.sub("", reading.text[done:at])
            done = last
    return text + reading.text[done:end]


@rule(Stage.INDICATORS)
def _previous(before: str, state: Sentence) -> str:
    """What a figure measures whose clause does not say it: what the figure before does; 开展节能诊断，完成1000家 what is
    done in the clause before."""
    return own_words(state.act) if state.act and ZH.SENTENCE_FIGURES_DONE_ALONE.match(before) else state.name


@rule(Stage.INDICATORS)
def _counted(measured: str, figure: Figure, after: str, state: Sentence) -> str:
    """遴选一批智能制造示范工厂，到2026年建成50家: a verb alone counts what the clause before it names."""
    if state.act and ZH.SENTENCE_FIGURES_DONE_ALONE.match(measured.strip()):
        return ""
    counts = is_count(figure.unit) and not after.strip() and only_does(measured)
    return state.object if counts else ""


def _measured(before: str, follows: bool) -> str:
    """The words before a figure that name what it measures; before a second figure without the object of the first."""
    return (
        ZH.SENTENCE_FIGURES_JOINED.sub("", ZH.SENTENCE_FIGURES_OBJECT_AND.sub("", before))
        if follows
        else before
    )


def _add_rank(reading: Reading, start: int, end: int, rank: Rank, state: Sentence) -> None:
    clause = reading.text[start:end]
    name = rank.name(indicator_name(clause[: rank.start], "", state.name))
    force = Force.EXPECTED if state.hopes else force_of(clause[: rank.end], "")
    due = _due_of(start + rank.start, state)
    if clause[rank.end :].startswith(("并", "且")):
        end = start + rank.end
    target = Target(name, rank.op, rank.value, rank.unit, due, force)
    _add(reading, start, end, target, state, "indicators.ranks_in")


def _add(reading: Reading, start: int, end: int, target: Target, state: Sentence, rule: str) -> None:
    first = min(clause_start(reading.text, start), end)
    clause = reading.body[first:end].strip()
    state.unit, state.name, state.op = target.unit or "", target.name, target.op
    note(rule, clause.span)
    reading.found.append(target.read_in(clause.text, clause.span))
