"""The charts of a ledger as blocks: completion by department, deadlines by quarter, indicators against targets."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.model.indicator_state import IndicatorState
from plantui.model.terms import LIGHTS_OF_FIGURES, Light
from plantui.query.figure_order import FigureColumn
from plantui.query.stats import By, Figures, Group
from plantui.words import Words
from plantui.words.note_phrases import amount_text
from plantui.words.phrases import light_count, period_name, target_text

from .blocks import Bar, BarPart, Block, Chart, Paragraph
from .chart_figures import (
    DeadlineState,
    QuarterDeadlines,
    TargetValue,
    TargetValues,
    completion_by_department,
    deadlines_by_quarter,
    indicators_against_targets,
)
from .heading import Heading
from .phrasing import figure_cell, group_text, percent_text
from .summary import Summary

MOST_BARS = 30
"""Number of bars that a chart has room for; what it leaves out is said."""
_FARTHEST = 2.0
"""The longest bar of an indicator, as a share of its target: one far beyond would leave no room for the others."""
_STACKED = (Light.BLUE, Light.GREEN, Light.YELLOW, Light.RED, Light.GREY, Light.NONE)
"""The lights in the order in which a bar stacks them: what is done at the left."""
_LIGHT_OF_DEADLINE = {
    DeadlineState.DONE: Light.BLUE,
    DeadlineState.OVERDUE: Light.RED,
    DeadlineState.AHEAD: Light.GREEN,
    DeadlineState.NOT_COUNTED: Light.GREY,
}
_LIGHT_OF_INDICATOR = {
    IndicatorState.MET: Light.BLUE,
    IndicatorState.ON_THE_WAY: Light.GREEN,
    IndicatorState.MISSED: Light.RED,
    IndicatorState.NOT_COMPARABLE: Light.GREY,
    IndicatorState.NOT_REPORTED: Light.NONE,
}


def chart_blocks(summary: Summary, words: Words) -> Iterator[Block]:
    """Yield the charts that the tasks give reason for, each followed by a note on what it leaves out."""
    yield from _completion(words, summary.heading, completion_by_department(summary))
    yield from _deadlines(words, deadlines_by_quarter(summary))
    yield from _indicators(words, indicators_against_targets(summary))


def _completion(words: Words, heading: Heading, groups: list[Group]) -> Iterator[Block]:
    if not groups:
        return
    bars = [_department_bar(words, heading, group) for group in groups[:MOST_BARS]]
    lowest, highest = (percent_text(one.figures.rate) for one in (groups[0], groups[-1]))
    yield Chart(
        words("pages.completion"),
        bars,
        words("pages.completion.said", count=len(groups), lowest=lowest, highest=highest),
        label_heading=words("export.group.department"),
        value_heading=words("pages.completion.value"),
    )
    if len(groups) > MOST_BARS:
        yield _note(words("pages.completion.more", shown=MOST_BARS, count=len(groups) - MOST_BARS))


def _department_bar(words: Words, heading: Heading, group: Group) -> Bar:
    found = group.figures
    said = words(
        "pages.completion.bar",
        done=found.done,
        total=found.total,
        rate=figure_cell(found, FigureColumn.RATE),
        lights=_lights_text(words, found),
    )
    parts = [BarPart(found.lights[light], light) for light in _STACKED if found.lights[light]]
    return Bar(group_text(words, heading, By.DEPARTMENT, group.value), found.total, said, parts=parts)


def _lights_text(words: Words, found: Figures) -> str:
    lit = [light for light in LIGHTS_OF_FIGURES if found.lights[light]]
    return words.listing([light_count(words, light, found.lights[light]) for light in lit])


def _deadlines(words: Words, quarters: list[QuarterDeadlines]) -> Iterator[Block]:
    if not quarters:
        return
    counts = {state: sum(one.counts[state] for one in quarters) for state in DeadlineState}
    yield Chart(
        words("pages.deadlines"),
        [
            Bar(
                period_name(words, one.quarter),
                one.total,
                _deadlines_text(words, one.counts),
                parts=[
                    BarPart(count, _LIGHT_OF_DEADLINE[state]) for state, count in one.counts.items() if count
                ],
            )
            for one in quarters
        ],
        words("pages.deadlines.said", quarters=len(quarters), counts=_deadlines_text(words, counts)),
        label_heading=words("pages.deadlines.label"),
        value_heading=words("pages.deadlines.value"),
    )


def _deadlines_text(words: Words, counts: dict[DeadlineState, int]) -> str:
    parts = [words(f"pages.deadlines.{state.value}", count=count) for state, count in counts.items() if count]
    return words("pages.deadlines.bar", total=sum(counts.values()), parts=words.listing(parts))


def _indicators(words: Words, found: TargetValues) -> Iterator[Block]:
    if found.values:
        shown = found.values[:MOST_BARS]
        yield Chart(
            words("pages.indicators"),
            [_indicator_bar(words, one) for one in shown],
            words("pages.indicators.said", count=len(shown)),
            mark=1,
            label_heading=words("notes.column.indicator"),
            value_heading=words("pages.indicators.value"),
        )
    yield from map(_note, _indicator_notes(words, found))


def _indicator_notes(words: Words, found: TargetValues) -> Iterator[str]:
    if found.values[MOST_BARS:]:
        yield words("pages.indicators.more", count=len(found.values) - MOST_BARS)
    if found.not_drawn:
        yield words("pages.indicators.not_drawn", count=found.not_drawn)
    not_reported = found.table.states()[IndicatorState.NOT_REPORTED]
    if not_reported:
        yield words("pages.indicators.not_reported", count=not_reported, all=len(found.table.rows))


def _indicator_bar(words: Words, one: TargetValue) -> Bar:
    indicator = one.value.actual.indicator
    text = words(
        "pages.indicators.bar",
        actual=amount_text(one.value.actual),
        target=target_text(words, indicator),
        percent=f"{one.share:.0%}",
        state=words(f"notes.indicator.{one.state.value}"),
    )
    label = words("pages.indicators.label", indicator=indicator.indicator, department=one.value.department)
    return Bar(label, min(one.share, _FARTHEST), text, _LIGHT_OF_INDICATOR[one.state])


def _note(said: str) -> Paragraph:
    return Paragraph((said,), is_note=True)
