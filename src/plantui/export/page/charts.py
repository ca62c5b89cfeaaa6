"""Charts as pictures inside a page: bars with their labels and values, a text for those who do not see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.export.blocks import Bar, BarPart, Chart
from plantui.export.document_markdown import chart_headings
from plantui.export.wrapping import wrap
from plantui.words import Words

from .markup import text

_WIDTH = 760
_LABELS, _BARS = 200, 290
"""Room for the labels and for the longest bar, in the picture's units; the values have the rest."""
_GAP = 8
_LABEL_CELLS, _VALUE_CELLS = 28, 37
"""Cells of a line of text: a cell is 6.5 units wide at the style's 13 units."""
_LINE, _PADDING = 17, 5
_TOGETHER = 10
"""Number of bars that stay together on paper."""
_BAR_HEIGHT, _BETWEEN = 14, 1
_NARROW = 0.25
"""The part of its length that a bar has on a narrow screen, so that the values stay in sight."""


def narrow_style() -> str:
    """Return the style rules of a picture on a narrow screen: shorter bars, and the values right behind them."""
    start, less = _LABELS + _GAP, 1 - _NARROW
    return (
        "@media screen and (max-width:40em){\n"
        f"svg .bars{{transform:translateX({start * less:g}px) scaleX({_NARROW})}}\n"
        f"svg .values{{transform:translateX({-_BARS * less:g}px)}}\n"
        "}\n"
    )


def chart_picture(words: Words, chart: Chart, number: int) -> str:
    """Return a chart as a figure with the values as a table behind it; `number` tells it from others of the page."""
    name = f"chart-{number}"
    caption = f"<figcaption>{text(chart.title)}</figcaption>"
    if not chart.bars:
        return f"<figure>{caption}<p>{text(words('export.none'))}</p></figure>\n"
    scale = _BARS / (max([bar.value for bar in chart.bars] + [chart.mark or 0]) or 1)
    names = f'role="img" aria-labelledby="{name}-title {name}-desc"'
    words_in_place = (
        f'<title id="{name}-title">{text(chart.title)}</title>\n'
        f'<desc id="{name}-desc">{text(chart.description)}</desc>\n'
    )
    pictures = [_picture(chart, chart.bars[:_TOGETHER], scale, names, words_in_place)]
    for first in range(_TOGETHER, len(chart.bars), _TOGETHER):
        pictures.append(_picture(chart, chart.bars[first : first + _TOGETHER], scale, 'aria-hidden="true"'))
    return (
        f'<figure>{caption}\n<div class="wide">{"".join(pictures)}</div>\n{_values(words, chart)}</figure>\n'
    )


def _picture(chart: Chart, bars: Sequence[Bar], scale: float, names: str, said: str = "") -> str:
    """Return a picture of some of the bars; a long chart is several, between which paper may end."""
    labels: list[str] = []
    drawn: list[str] = []
    values: list[str] = []
    top = 0
    for bar in bars:
        label, value = wrap(bar.label, _LABEL_CELLS), wrap(bar.text, _VALUE_CELLS)
        height = max(len(label), len(value)) * _LINE + _PADDING
        middle = top + height / 2
        labels += _lines(label, _LABELS, middle)
        drawn += _pieces(bar, middle - _BAR_HEIGHT / 2, scale)
        values += _lines(value, _LABELS + _BARS + 2 * _GAP, middle)
        top += height
    if chart.mark:
        drawn.append(_mark(chart.mark * scale, top))
    groups = "".join(
        f'<g class="{name}">\n{"".join(parts)}</g>\n'
        for name, parts in (("labels", labels), ("bars", drawn), ("values", values))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top}" {names}>\n{said}{groups}</svg>'
    )


def _lines(lines: list[str], x: int, middle: float) -> Iterator[str]:
    """Yield lines of text around the middle of their row."""
    first = middle - (len(lines) - 1) * _LINE / 2 + 4.5  # the foot of a line of 13 units
    for at, line in enumerate(lines):
        yield f'<text x="{x}" y="{_number(first + at * _LINE)}">{text(line)}</text>\n'


def _pieces(bar: Bar, top: float, scale: float) -> Iterator[str]:
    """Yield the parts of a bar side by side, with a little paper between them."""
    left = float(_LABELS + _GAP)
    for part in bar.parts or (BarPart(bar.value, bar.light),):
        width = part.value * scale
        if width:
            colour = f"light-{part.light.value}" if part.light else "bar"
            yield (
                f'<rect class="{colour}" x="{_number(left)}" y="{_number(top)}" '
                f'width="{_number(max(width - _BETWEEN, _BETWEEN))}" height="{_BAR_HEIGHT}"/>\n'
            )
        left += width


def _mark(at: float, height: int) -> str:
    x = _number(_LABELS + _GAP + at)
    return f'<line class="mark" x1="{x}" y1="0" x2="{x}" y2="{height}"/>\n'


def _values(words: Words, chart: Chart) -> str:
    rows = "".join(
        f'<tr><th scope="row">{text(bar.label)}</th><td>{text(bar.text)}</td></tr>\n' for bar in chart.bars
    )
    head = "".join(f'<th scope="col">{text(one)}</th>' for one in chart_headings(words, chart))
    return (
        f"<details><summary>{text(words('pages.chart.table'))}</summary>\n"
        f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table></details>\n"
    )


def _number(value: float) -> str:
    """Return a length with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")
