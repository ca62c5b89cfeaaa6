"""Lines of a cell on single requirements and actual values, as the export writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import TypeVar

from plantui.model.actual import Actual, is_same_unit
from plantui.model.department import fold_name
from plantui.model.figure import read_figure
from plantui.model.plan import Deadline, Indicator
from plantui.model.requirement import RequirementReport
from plantui.model.terms import Language
from plantui.model.text import half_width
from plantui.readback.workbook import CellKind
from plantui.words import Words
from plantui.words.note_phrases import requirement_name

from .values import day_in, percent_in

_T = TypeVar("_T")

_DETAILS = re.compile(r"(?P<said>.*?)\s*[(（](?P<details>[^()（）]*)[)）]$")
_COLON = re.compile(r"[:：]")
_BETWEEN = re.compile(r"[、,，;；]\s*")
_TICKS = {"done": ("√", "✓", "✔"), "open": ("×", "✗")}
_WHOLE = 100


class Unclear(Exception):
    """A line of which nothing can be made; the message is the key of the sentence that says what would be right."""

    def __init__(self, message: str, **facts: object) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts


def requirement_in(line: str, deadlines: Sequence[Deadline], day: date) -> RequirementReport:
    """Return the word on a requirement in a line such as `2024年底前 完成3条：已完成（2024-06-20）`. Raises Unclear.

    `day` is that of the note: nothing is done after it.
    """
    named = _longest_before(line, ((requirement_name(one), one) for one in deadlines))
    if named is None:
        raise Unclear("readback.no_requirement", line=line)
    requirement, rest = named
    said, _, percent_text = rest.rpartition(" ") if half_width(rest).endswith("%") else (rest, "", "")
    percent = percent_in(percent_text, CellKind.TEXT) if percent_text else None
    found = _DETAILS.fullmatch(said)
    tick, day_text = (found["said"], found["details"]) if found else (said, "")
    is_done = _is_done(tick)
    done_on = day_in(day_text, CellKind.TEXT, day) if day_text else None
    is_wrong = (
        (percent_text and percent is None)
        or (tick.strip() and is_done is None)
        or (day_text and (done_on is None or not is_done))
        or (is_done is None and percent is None)
    )
    if is_wrong:
        raise Unclear("readback.bad_requirement", line=line)
    if done_on and done_on.day > day:
        raise Unclear("readback.detail_later", line=line, day=day.isoformat())
    if is_done and percent is not None and percent < _WHOLE:
        raise Unclear("readback.bad_requirement", line=line)
    return RequirementReport(requirement, is_done, done_on.day if done_on else None, percent)


def actual_in(line: str, expected: Indicator | None, indicators: Sequence[Indicator], day: date) -> Actual:
    """Return the actual value in a line such as `河道：3条（2024-06-30、统计公报）`. Raises Unclear.

    Of several indicators of that name `expected` is meant: targets of several years have one name. Without a day in it
    the value is of the note's `day`.
    """
    named = _longest_before(line, ((one.indicator, one) for one in indicators))
    if named is None:
        raise Unclear("readback.no_indicator", line=line)
    indicator, rest = named
    alike = [one for one in indicators if fold_name(one.indicator) == fold_name(indicator.indicator)]
    if len(alike) > 1:
        if expected not in alike:
            raise Unclear("readback.several_indicators", line=line, count=len(alike))
        indicator = alike[alike.index(expected)]
    found = _DETAILS.fullmatch(rest)
    said, details = (found["said"], found["details"]) if found else (rest, "")
    first_detail, *rest_details = _BETWEEN.split(details, maxsplit=1)
    source = "".join(rest_details)
    on_day = day_in(first_detail, CellKind.TEXT, day) if first_detail else None
    if on_day is None:
        source = details
    elif on_day.day > day:
        raise Unclear("readback.detail_later", line=line, day=day.isoformat())
    of_day = on_day.day if on_day else day
    if indicator.value is None and indicator.grade:
        if not said.strip():
            raise Unclear("readback.bad_actual", line=line)
        return Actual(indicator, None, None, of_day, source, said.strip())
    figure = read_figure(said)
    if figure is None:
        raise Unclear("readback.bad_actual", line=line)
    if figure.unit and not is_same_unit(figure.unit, indicator.unit) and indicator.value is not None:
        raise Unclear("readback.other_unit", line=line, unit=indicator.unit or "")
    unit = indicator.unit if indicator.value is not None or not figure.unit else figure.unit
    return Actual(indicator, figure.value, unit, of_day, source)


def _longest_before(line: str, named: Iterable[tuple[str, _T]]) -> tuple[_T, str] | None:
    """Return the value of the longest name that stands before a colon at the beginning of a line, and what follows it."""
    values = {fold_name(name): value for name, value in reversed([*named])}
    for found in reversed([*_COLON.finditer(line)]):
        value = values.get(fold_name(line[: found.start()]))
        if value is not None:
            return value, line[found.end() :].strip()
    return None


def _is_done(tick: str) -> bool | None:
    """Return whether a word says that a requirement is done, or open; None for another word."""
    return _ticks().get(fold_name(tick).casefold())


@cache
def _ticks() -> dict[str, bool]:
    found = {sign: name == "done" for name, signs in _TICKS.items() for sign in signs}
    for language in Language:
        words = Words(language)
        found |= {fold_name(words(f"notes.{name}")).casefold(): name == "done" for name in _TICKS}
        found |= {words("export.yes"): True, words("export.no"): False}
    return found
