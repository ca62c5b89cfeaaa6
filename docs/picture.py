"""The picture of a screen as SVG of a few kilobytes, with every character in its cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from itertools import count, groupby

from rich.cells import cell_len

CELL, LINE = 9, 18
"""Width and height of a cell in a picture."""
_FONT, _WIDE_FONT, _BASE, _EDGE = 15, 17, 14, 9
"""Size of the letters and of Chinese characters, their place in a line, and the margin around the screen."""
_RICH_CELL, _RICH_LINE = 12.2, 24.4
"""Width and height of a cell in what rich draws."""

_STYLE = re.compile(r"\.terminal-\d+-(r\d+) \{ (fill: [^}]*?);? \}")
_TEXT = re.compile(r'<text class="terminal-\d+-(r\d+)" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>')
_GROUND = re.compile(r'<rect fill="(#\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"')


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters of one line that are equally wide and look the same."""

    line: int
    column: int
    text: str

    @property
    def is_wide(self) -> bool:
        """True where each character has two cells."""
        return cell_len(self.text[0]) == 2

    @property
    def element(self) -> str:
        """The run as an element that is as long as its cells: fonts have Chinese at other widths than two letters."""
        x, y, length = self.column * CELL, self.line * LINE + _BASE, cell_len(self.text) * CELL
        return f'<text x="{x}" y="{y}" textLength="{length}">{escape(self.text, quote=False)}</text>'


def picture_of(svg: str) -> str:
    """Return a picture that Textual exported as browsers show it right: small, and loading nothing from anywhere.

    rich gives a text the length of its characters, which squeezes Chinese into half its width; it names a font to load;
    and it draws each piece of a line by itself. Here the reader's own fonts serve, and what looks the same stands together.
    """
    styles = dict(_STYLE.findall(svg))
    grounds = _grounds(svg)
    base = max(grounds, key=lambda colour: sum(width for _, _, width in grounds[colour]), default="#121212")
    columns, lines = _size(grounds)
    names = (f"s{number}" for number in count())
    looks, parts = [], []
    for style, runs in sorted(_runs(svg, styles).items()):
        name = next(names)
        looks.append(f".{name}{{{style.replace(': ', ':').replace('; ', ';')}}}")
        for is_wide in (False, True):
            elements = "".join(run.element for run in runs if run.is_wide is is_wide)
            parts.append(f'<g class="{name}{" w" if is_wide else ""}">{elements}</g>' if elements else "")
    shapes = [
        f'<path fill="{colour}" d="{_shape(bars)}"/>'
        for colour, bars in sorted(grounds.items())
        if colour != base
    ]
    width, height = columns * CELL, lines * LINE
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-_EDGE} {-_EDGE} {width + 2 * _EDGE} {height + 2 * _EDGE}"'
            f' font-family="monospace" font-size="{_FONT}">',
            f"<style>.w{{font-size:{_WIDE_FONT}px}}{''.join(looks)}</style>",
            f'<rect x="{-_EDGE}" y="{-_EDGE}" width="100%" height="100%" rx="{_EDGE}" fill="{base}"/>',
            *shapes,
            *filter(None, parts),
            "</svg>\n",
        ]
    )


Bar = tuple[int, int, int]
"""A coloured stretch of a line: line, first column, cells."""


def _grounds(svg: str) -> dict[str, list[Bar]]:
    found: dict[str, list[Bar]] = defaultdict(list)
    for colour, x, y, width in _GROUND.findall(svg):
        if "." in y:  # the ground of the whole picture has no place in the lines
            line = int(float(y) / _RICH_LINE)
            found[colour].append((line, round(float(x) / _RICH_CELL), round(float(width) / _RICH_CELL)))
    return found


def _size(grounds: dict[str, list[Bar]]) -> tuple[int, int]:
    bars = [bar for group in grounds.values() for bar in group]
    columns = max((column + cells for _, column, cells in bars), default=0)
    return columns, max((line + 1 for line, _, _ in bars), default=0)


def _joined(bars: Iterable[Bar]) -> Iterator[Bar]:
    """Yield the bars with those that touch each other made one."""
    for line, group in groupby(sorted(bars), key=lambda bar: bar[0]):
        start = end = -1
        for _, column, cells in group:
            if column != end:
                if end > start:
                    yield line, start, end - start
                start = column
            end = column + cells
        yield line, start, end - start


def _shape(bars: Iterable[Bar]) -> str:
    """Return the outline of all bars of one colour; bars below each other are one rectangle."""
    columns: dict[tuple[int, int], list[int]] = defaultdict(list)
    for line, column, cells in _joined(bars):
        columns[column, cells].append(line)
    outline = ""
    for (column, cells), lines in sorted(columns.items()):
        for _, group in groupby(enumerate(sorted(lines)), key=lambda at: at[1] - at[0]):
            block = [line for _, line in group]
            width, height = cells * CELL, len(block) * LINE
            outline += f"M{column * CELL} {block[0] * LINE}h{width}v{height}h-{width}z"
    return outline


def _runs(svg: str, styles: dict[str, str]) -> dict[str, list[_Run]]:
    """Return the runs by their style."""
    lines: dict[int, dict[int, tuple[str, str]]] = defaultdict(dict)
    for style, x, y, text in _TEXT.findall(svg):
        column = round(float(x) / _RICH_CELL)
        for character in unescape(text):
            lines[int(float(y) / _RICH_LINE)][column] = (character, styles[style])
            column += cell_len(character)
    found: dict[str, list[_Run]] = defaultdict(list)
    for line, cells in lines.items():
        for style, column, text in _pieces(cells):
            found[style].append(_Run(line, column, text))
    return found


def _pieces(cells: dict[int, tuple[str, str]]) -> Iterator[tuple[str, int, str]]:
    """Yield the pieces of a line as style, first column and text; a blank inside a piece stays, others are no text."""
    style, start, text = "", 0, ""
    for column, (character, look) in sorted(cells.items()):
        wide = cell_len(character) == 2
        is_blank = character in " \N{NO-BREAK SPACE}"
        continues = text and column == start + cell_len(text) and wide == (cell_len(text[0]) == 2)
        if continues and is_blank and not text.endswith(" "):
            text += " "
        elif continues and look == style and not is_blank:
            text += character
        else:
            if text.strip():
                yield style, start, text.rstrip()
            style, start, text = look, column, "" if is_blank else character
    if text.strip():
        yield style, start, text.rstrip()
