"""Measurable targets of English plans: cuts and rises, from one figure to another, so many of something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plantui.documents.fields.deadlines.english_deadlines import deadlines_in
from plantui.documents.fields.indicators.state import Target
from plantui.documents.languages.en import EN
from plantui.documents.languages.en import _generated as en
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import Pattern, compiled
from plantui.documents.period import Period
from plantui.documents.reading import ReadIndicator
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.dates import DatedPhrase
from plantui.documents.tokens.english_numbers import Number, number_at
from plantui.documents.traced import TracedText
from plantui.model.terms import Force, Op

_COMPARED: tuple[tuple[Op, Pattern], ...] = tuple(
    (op, compiled(rf"\b(?:{any_of(words)})\s+$", re.IGNORECASE))
    for op, words in (
        (Op.AT_LEAST, en.COMPARATORS_AT_LEAST),
        (Op.AT_MOST, en.COMPARATORS_AT_MOST),
        (Op.AT_MOST, en.COMPARATORS_AT_MOST_IN_TIME),
        (Op.MORE, en.COMPARATORS_MORE),
        (Op.LESS, en.COMPARATORS_LESS),
        (Op.ABOUT, en.COMPARATORS_ABOUT),
    )
)
_TIME_UNITS = ("day", "month", "year", "week", "hour", "minute")


@dataclass(frozen=True, slots=True)
class _Figure:
    number: Number
    op: Op
    name: str
    baseline: int | None = None


@rule(Stage.ENGLISH)
def read_figures(
    text: TracedText, period: Period, name: str = "", *, is_measure: bool = False
) -> list[ReadIndicator]:
    """A target with its figure: a cut or rise by so much (`Reduce emissions 40% below 2005 levels`), from one figure to
    another, to a figure (`to 55 gallons per day`), at least or at most so many, so many of something that a verb does
    (`Install 150 charging ports and 20 fast chargers`), a share (`100% of small vehicles are electric`). Its date is
    the one behind it in the sentence, else the one at its beginning. Figures that only say which things are meant
    (buildings of more than 500 square metres), money and numbers of laws are none. The value of a measure can begin
    with the number (`36 quiet buses`)."""
    found: list[ReadIndicator] = []
    start = 0
    for mark in [*EN.FIGURES_SENTENCE.finditer(text.text), None]:
        end = mark.start() if mark else len(text)
        sentence = text[start:end].strip()
        if compiled(
            r"\d|\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b", re.IGNORECASE
        ).search(sentence.text):
            found += _of_sentence(sentence, period, name, is_measure=is_measure)
        start = mark.end() if mark else end
    return found


def _of_sentence(
    sentence: TracedText, period: Period, name: str, *, is_measure: bool
) -> Iterator[ReadIndicator]:
    text = sentence.text
    dates = [one for one in deadlines_in(text, period) if one.due]
    for figure in _figures(text, dates, is_measure=is_measure):
        number = figure.number
        due = _due(dates, number)
        words = figure.name or number.noun or name
        is_hoped = EN.FIGURES_HOPED.search(text) or figure.op is Op.ABOUT
        target = Target(
            EN.FIGURES_LEAD.sub("", words.strip(" ,")),
            figure.op,
            number.value,
            number.unit,
            due,
            Force.EXPECTED if is_hoped else Force.BINDING,
            figure.baseline,
        )
        yield target.read_in(text, sentence[number.start : max(number.end, number.start + 1)].span)


def _due(dates: Sequence[DatedPhrase], number: Number) -> date | None:
    after = [one.due for one in dates if one.start >= number.start]
    before = [one.due for one in dates if one.start < number.start]
    if after:
        return after[0]
    return before[-1] if before and dates[0].start < 5 else None


def _figures(text: str, dates: Sequence[DatedPhrase], *, is_measure: bool) -> Iterator[_Figure]:
    last: _Figure | None = None
    last_end = 0
    skip_to = 0
    for match in EN.NUMBERS_NUMBER.finditer(text):
        if match.start("value") < skip_to or any(one.start <= match.start() < one.end for one in dates):
            continue
        before = text[: match.start()]
        if EN.FIGURES_SKIP.search(before) or (before.endswith(("-", "–", "(")) and not match["money"]):
            continue
        number = number_at(text, match)
        if number is None:
            continue
        between = EN.FIGURES_FROM_TO.search(text, max(0, match.start() - 40))
        if between is not None and between.start() < match.start() < between.end():
            continue
        figure = _figure(
            text, before, number, last if EN.FIGURES_NEXT.search(text[last_end : match.start()]) else None
        )
        if figure is None and is_measure and not before.strip() and number.noun and not number.is_money:
            figure = _Figure(number, Op.AT_LEAST, number.noun)
        if figure is not None and last is not None and not _goes_on(text[last_end : match.start()]):
            figure = None
        if figure is not None:
            yield figure
            last, last_end = figure, number.end
            skip_to = number.end


def _goes_on(between: str) -> bool:
    """Whether words between two figures let the second be one of its own: a verb, a comparison, or just an `and`."""
    return bool(
        EN.FIGURES_NEXT.search(between)
        or EN.FIGURES_VERB.search(between)
        or EN.FIGURES_CHANGE.search(between)
        or any(pattern.search(between) for _, pattern in _COMPARED)
        or compiled(r"[,;]").search(between)
    )


def _figure(text: str, before: str, number: Number, last: _Figure | None) -> _Figure | None:
    baseline = EN.FIGURES_BASELINE.match(text[number.end :])
    year = int(baseline["year"]) if baseline else None
    change = [*EN.FIGURES_CHANGE.finditer(before)]
    if change:
        found = _changed(before, number, change[-1], year)
        if found is not None:
            return found
    if number.is_money and not compiled(
        r"\b(?:raise|secure|leverage|attract|invest)\s+$", re.IGNORECASE
    ).search(before):
        return None
    for op, pattern in _COMPARED:
        compared = pattern.search(before)
        if compared is None:
            continue
        if compared.group().lower().startswith("within") and not _is_time(number):
            return None
        head = before[: compared.start()]
        if (
            op is not Op.AT_LEAST
            and (EN.FIGURES_WHICH.search(head) or not EN.FIGURES_VERB.search(head + " "))
            and not _is_time(number)
        ):
            return None
        if op is Op.AT_MOST and _is_time(number) and not EN.FIGURES_VERB.search(head):
            return None
        return _Figure(number, op, number.noun, year) if number.noun or number.unit else None
    if number.is_share:
        is_of = text[number.end :].lstrip().startswith("of")
        does = EN.FIGURES_VERB.search(before)
        if (is_of and EN.FIGURES_THAT.search(before)) or (does and (is_of or number.noun)):
            return _Figure(number, Op.AT_LEAST, number.noun, year)
        if reached := EN.FIGURES_REACHED.search(before):
            return _Figure(
                number, Op.AT_LEAST, EN.FIGURES_MODAL.sub("", before[: reached.start()]).strip(" ,"), year
            )
        is_change = compiled(r"(?:reduction|increase|decrease|cut|improvement)\b").match(number.noun)
        return _Figure(number, Op.AT_LEAST, "", year) if not before.strip() or is_change else None
    if last is not None and number.noun:
        return _Figure(number, last.op, number.noun, year)
    if EN.FIGURES_VERB.search(before) and (number.noun or number.unit) and not _is_time(number):
        return _Figure(number, Op.AT_LEAST, number.noun, year)
    return None


def _is_time(number: Number) -> bool:
    return bool(number.unit) and str(number.unit).lower().startswith(_TIME_UNITS)


def _changed(before: str, number: Number, change: re.Match[str], year: int | None) -> _Figure | None:
    """A figure behind a word of change: from and to, to, or by so much."""
    middle = before[change.end() :]
    if compiled(r"[,;]\s+\w+\s+(?:\w+\s+){3,}").search(middle):
        return None
    is_down = bool(change["down"])
    subject = EN.FIGURES_MODAL.sub("", before[: change.start()]).strip(" ,")
    if from_to := compiled(r"\bfrom\s+(?:[^.;]|\.\d)*?\bto\s+(?:at least\s+|about\s+|below\s+)?$").search(
        middle
    ):
        name = middle[: from_to.start()].strip() or subject
        return _Figure(number, Op.AT_MOST if is_down else Op.AT_LEAST, name, year)
    if to := EN.FIGURES_TO.search(middle):
        if number.is_money:
            return None
        name = middle[: to.start()].strip() or subject
        return _Figure(number, Op.AT_MOST if is_down else Op.AT_LEAST, name, year)
    by = EN.FIGURES_BY.search(middle) or (EN.FIGURES_LOWER.search(middle) if number.is_share else None)
    if by is not None and not compiled(r"\b(?:above|below|under|over|than)\s+$").search(middle):
        name = compiled(r"^(?:in|of)\s+").sub("", middle[: by.start()].strip()) or subject
        return _Figure(number, Op.AT_LEAST, name, year)
    return None
