"""The third sheet: native charts, each beside the figures that it is drawn from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantui.export.chart_figures import (
    DeadlineState,
    completion_by_department,
    deadlines_by_quarter,
    indicators_against_targets,
)
from plantui.export.charts import MOST_BARS
from plantui.export.form_content import FormContent
from plantui.export.page.colours import BRIGHT
from plantui.export.phrasing import group_text
from plantui.model.terms import LIGHTS_OF_FIGURES, Light
from plantui.query.stats import By
from plantui.words import Words
from plantui.words.light_phrases import light_name
from plantui.words.note_phrases import amount_text
from plantui.words.phrases import period_name, target_text

from .book import A3, Book, Cell, Sheet, Value
from .heads import add_title, part_title
from .looks import Look
from .measures import PIXELS_OF_POINT, line_count, row_height

_LABEL_WIDTH, _WIDTH, _COLUMNS = 36, 13, 8
_ROW_PIXELS, _LEAST_PIXELS, _CHART_WIDTH = 26, 300, 860
_DEADLINE_LIGHTS = {
    DeadlineState.DONE: Light.BLUE,
    DeadlineState.OVERDUE: Light.RED,
    DeadlineState.AHEAD: Light.GREEN,
    DeadlineState.NOT_COUNTED: Light.GREY,
}


@dataclass(frozen=True, slots=True)
class _Series:
    """A series of a chart: a column of the figures beside it."""

    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A chart with its figures."""

    title: str
    label: str
    """The name of the axis of labels."""
    value: str
    """The name of the axis of values."""
    series: Sequence[_Series]
    more: Sequence[str]
    """Heads of the columns behind the series."""
    rows: Sequence[Sequence[Value]]
    """A row for each bar: label, values of the series, what else is said of it."""
    notes: Sequence[str] = ()
    """Sentences on what is not drawn."""
    is_lying: bool = True
    is_share: bool = False
    """True where the values are shares, to be shown as percents."""


def add_chart_sheet(book: Book, content: FormContent) -> None:
    """Add the sheet of charts that the tasks give reason for; none where they give reason for no chart."""
    words = book.words
    drawn = [one for one in _charts(words, content) if one.rows or one.notes]
    if not drawn:
        return
    sheet = book.add_sheet(words("workbook.sheet.charts"))
    sheet.has_charts = True
    widths = [_LABEL_WIDTH, *[_WIDTH] * (_COLUMNS - 1)]
    add_title(sheet, part_title(content, words("workbook.sheet.charts")), [], _COLUMNS, sum(widths))
    tops: list[int] = []
    for one in drawn:
        tops.append(sheet.next_row)
        _add(book, sheet, one, sum(widths))
    sheet.set_widths(widths)
    sheet.print_on(A3)
    sheet.break_pages(tops[1:])


def _charts(words: Words, content: FormContent) -> Iterator[_Drawn]:
    yield _completion(words, content)
    yield _deadlines(words, content)
    yield _indicators(words, content)


def _completion(words: Words, content: FormContent) -> _Drawn:
    heading = content.summary.heading
    groups = completion_by_department(content.summary)
    rows = [
        [
            group_text(words, heading, By.DEPARTMENT, group.value),
            *(group.figures.lights[light] for light in LIGHTS_OF_FIGURES),
            group.figures.rate,
        ]
        for group in groups[:MOST_BARS]
    ]
    left_out = len(groups) - MOST_BARS
    return _Drawn(
        words("workbook.completion"),
        words("export.group.department"),
        words("export.figure.tasks"),
        [
            _Series(light_name(words, heading.rules, light), BRIGHT.fills[light])
            for light in LIGHTS_OF_FIGURES
        ],
        [words("export.figure.rate")],
        rows,
        [words("workbook.completion.more", shown=MOST_BARS, count=left_out)] if left_out > 0 else [],
    )


def _deadlines(words: Words, content: FormContent) -> _Drawn:
    return _Drawn(
        words("workbook.deadlines"),
        words("workbook.quarter"),
        words("workbook.requirements"),
        [
            _Series(words(f"workbook.deadline.{state.value}"), BRIGHT.fills[light])
            for state, light in _DEADLINE_LIGHTS.items()
        ],
        [words("export.figures.overall")],
        [
            [period_name(words, one.quarter), *(one.counts[state] for state in _DEADLINE_LIGHTS), one.total]
            for one in deadlines_by_quarter(content.summary)
        ],
        is_lying=False,
    )


def _indicators(words: Words, content: FormContent) -> _Drawn:
    found = indicators_against_targets(content.summary)
    rows: list[list[Value]] = []
    for one in found.values[:MOST_BARS]:
        actual = one.value.actual
        label = words("export.labelled", label=one.value.department, text=actual.indicator.indicator)
        state = words(f"notes.indicator.{one.state.value}")
        rows.append(
            [label, round(one.share, 4), amount_text(actual), target_text(words, actual.indicator), state]
        )
    notes = {"more": len(found.values) - MOST_BARS, "not_drawn": found.not_drawn}
    return _Drawn(
        words("workbook.indicators"),
        words("notes.column.indicator"),
        words("workbook.share"),
        [_Series(words("workbook.share"), BRIGHT.bar)],
        [words(f"workbook.indicator.{name}") for name in ("actual", "target", "state")],
        rows,
        [words(f"workbook.indicators.{name}", count=count) for name, count in notes.items() if count > 0],
        is_share=True,
    )


def _add(book: Book, sheet: Sheet, one: _Drawn, width: int) -> None:
    """Add a block: its title, its figures, the chart at their right, and rows down to the chart's end."""
    top, height = sheet.next_row, sheet.height
    sheet.add_band(one.title, Look.HEAD, _COLUMNS, row_height(2))
    for note in one.notes:
        sheet.add_band(note, Look.FACT, _COLUMNS, row_height(line_count(note, width)))
    heads = [one.label, *(series.name for series in one.series), *one.more]
    lines = max(line_count(head, _WIDTH) for head in heads)
    sheet.add_row([Cell(head, Look.HEAD) for head in heads], row_height(lines))
    first = sheet.next_row
    for row in one.rows:
        label = str(row[0])
        cells = [_cell(value, is_label=not at) for at, value in enumerate(row)]
        more = max(line_count(value, _WIDTH) for value in ("", *row[1:]) if isinstance(value, str))
        sheet.add_row(cells, row_height(max(line_count(label, _LABEL_WIDTH), more)))
    pixels = max(_LEAST_PIXELS, _ROW_PIXELS * len(one.rows) + 120)
    if one.rows:
        _draw(book, sheet, one, top, first, pixels)
    while (sheet.height - height) * PIXELS_OF_POINT < pixels + _ROW_PIXELS:
        sheet.add_row([Cell(None, Look.PLAIN)], row_height(1))


def _cell(value: Value, *, is_label: bool) -> Cell:
    if isinstance(value, float):
        return Cell(value, Look.RATE)
    return Cell(value, Look.TEXT if is_label else Look.CENTRED)


def _draw(book: Book, sheet: Sheet, one: _Drawn, top: int, first: int, pixels: int) -> None:
    last = first + len(one.rows) - 1
    chart = book.chart("bar" if one.is_lying else "column", "" if one.is_share else "stacked")
    for at, series in enumerate(one.series, 1):
        chart.add_series(
            {
                "name": series.name,
                "categories": sheet.range(first, 0, last, 0),
                "values": sheet.range(first, at, last, at),
                "categories_data": [str(row[0]) for row in one.rows],
                "values_data": [row[at] for row in one.rows],
                "fill": {"color": series.colour},
                "gap": 60,
            }
        )
    form = {"num_format": "0%"} if one.is_share else {"num_format": "0"}
    values = {"name": one.value, "min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}}
    if one.is_lying:  # the first row stands at the top, and the values below the last one
        chart.set_y_axis({"name": one.label, "reverse": True, "crossing": "max"})
        chart.set_x_axis(values | form)
    else:
        chart.set_x_axis({"name": one.label})
        chart.set_y_axis(values | form)
    chart.set_title({"name": one.title, "name_font": {"size": 14}})
    chart.set_legend({"none": True} if len(one.series) == 1 else {"position": "bottom"})
    chart.set_size({"width": _CHART_WIDTH, "height": pixels})
    sheet.insert_chart(top, _COLUMNS + 1, chart, one.title)
