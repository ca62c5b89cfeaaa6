"""Values in the cells of a ledger as people and programs write them: percents, days, texts with marks of another program."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import NamedTuple

from plantui.model.figure import read_figure
from plantui.model.text import half_width

_WHOLE = 100
_NEARLY = 1e-6
_FIRST_SERIAL_DAY = date(1899, 12, 30)
_SERIALS = range(36_526, 73_051)
"""Numbers that a spreadsheet keeps for the days from 2000 to 2099."""
_TIME = re.compile(r"[T\s]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$")
_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}|\\[nrt](?![A-Za-z])|&(?:amp|lt|gt|quot|nbsp|#\d{2,5});")
_ELEMENT = re.compile(
    r"</?(?:p|br|div|ul|ol|li|span|strong|em|b|i|u|a|h[1-6]|table|tr|td)\b[^>]*>", re.IGNORECASE
)
_BLOCKS = frozenset({"p", "br", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr"})
_UNWRITTEN = frozenset({"nan", "nat", "none", "null", "#n/a", "n/a"})
"""The texts by which programs write a cell without anything in it."""


class Percent(NamedTuple):
    """A percent in a cell."""

    value: int | None
    """A whole number; None for what is no number from 0 to 100."""
    is_rounded: bool = False


def has_shares(cells: Iterable[str]) -> bool:
    """Return whether the numbers of a column are shares of 1: all from 0 to 1, and one of them between."""
    figures = [figure for figure in map(read_figure, cells) if figure is not None]
    plain = all(figure.unit == "" and 0 <= figure.value <= 1 for figure in figures)
    return plain and any(0 < figure.value < 1 for figure in figures)


def percent_of(cell: str, *, in_shares: bool) -> Percent:
    """Return the percent in a cell: `40`, `40%`, `40％`, in a column of shares `0.4`."""
    figure = read_figure(cell)
    if figure is None or figure.unit not in ("", "%"):
        return Percent(None)
    value = figure.value * _WHOLE if in_shares and not figure.unit else figure.value
    if not 0 <= value <= _WHOLE or (not in_shares and not figure.unit and 0 < value < 1):
        return Percent(None)  # between 0 and 1 it is a share or a very small percent: nobody can tell
    whole = round(value)
    return Percent(whole, is_rounded=abs(value - whole) > _NEARLY)


def without_time(cell: str) -> str:
    """Return a day without the time that programs write behind it."""
    return _TIME.sub("", half_width(cell).strip())


def serial_day(cell: str) -> date | None:
    """Return the day that a spreadsheet means by a bare number; None for other texts."""
    figure = cell.partition(".")[0]
    if not figure.isdecimal() or len(figure) != 5 or int(figure) not in _SERIALS:
        return None
    return _FIRST_SERIAL_DAY + timedelta(days=int(figure))


def is_unwritten(cell: str) -> bool:
    """Return whether a cell holds what a program writes where there is nothing."""
    return cell.strip().casefold() in _UNWRITTEN


def escapes_in(cell: str) -> list[str]:
    """Return the escapes that a program has left in a text: `\\u2019`, `&amp;`."""
    return _ESCAPE.findall(cell)


def has_elements(cell: str) -> bool:
    """Return whether a text is marked up as a web page is."""
    return _ELEMENT.search(cell) is not None


def plain_words(cell: str) -> str:
    """Return the words of a text that is marked up as a web page is, its blocks on lines of their own."""
    parser = _Words()
    parser.feed(cell)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
