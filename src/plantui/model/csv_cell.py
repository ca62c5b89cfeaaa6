"""Text in a cell of a CSV file that a spreadsheet opens: what it would compute, turn into a figure, or cut."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from .text import half_width, with_visible_controls

LONGEST = 32_767
"""Characters that a spreadsheet keeps of a cell; in UTF-16, one beyond U+FFFF counts twice."""

_FORMULA = re.compile(r"[\s\ufeff\u200b-\u200f\u2060'\"]*[=+\-@＝＋－＠−﹢﹣﹦﹫]|'*[\t\n\r]")
"""Beginning of a cell that a spreadsheet may compute, seen past what it would strip or fold."""

_SIGNS = r"\d\s.,:;/\\()+\-–—%‰°年月日号时点分秒¥￥$€£"
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec"
_LONG_MONTHS = "january|february|march|april|june|july|august|september|october|november|december"
_FIGURE = re.compile(
    rf"(?=.*\d)(?:[{_SIGNS}]|e(?=[+-]?\d)|[ap]m\b|(?:{_LONG_MONTHS}|{_MONTHS})(?![a-z]))+|true|false",
    re.DOTALL | re.IGNORECASE,
)
"""A number, day, time, sum or truth value as some spreadsheet reads it: `1-2`, `2.10`, `(1)`, `007`, `1E5`, `3月5日`."""
_OF_FIGURES = re.compile(rf"[{_SIGNS}a-z\u3000\uff01-\uff5e]+", re.IGNORECASE)
"""A text of nothing but what figures are made of, in either width: told long before it is made narrow."""
_LONGEST_FIGURE = 255
_IDEOGRAPHS = range(0x3400, 0xA000)
_FIRST, _BEHIND = map(chr, (_IDEOGRAPHS.start, _IDEOGRAPHS.stop))


def formula_guarded(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe goes before one that could be."""
    text = with_visible_controls(text)
    return f"'{text}" if _FORMULA.match(text) else text


def text_cell(text: str) -> str:
    """Return a cell that a spreadsheet keeps as the text that it is.

    A tab goes before what would become a figure: the printed number 1-2 would be a day in January, 2.10
    would be 2.1, (1) would be -1 and 007 would be 7.
    """
    if text and ord(text[0]) in _IDEOGRAPHS and text.isprintable():
        return text  # nearly every one: neither formula nor figure begins so
    guarded = formula_guarded(text)
    return f"\t{guarded}" if _is_figure(guarded) else guarded


_figure_guarded = lru_cache(4_096)(formula_guarded)
"""Days and percents come again and again."""


def formulas_guarded(column: Iterable[str]) -> list[str]:
    """Return `formula_guarded` of each figure."""
    return [text if text.isdigit() and text.isascii() else _figure_guarded(text) for text in column]


def text_cells(column: Iterable[str]) -> list[str]:
    """Return `text_cell` of each text."""
    return [
        text if not text or (_FIRST <= text < _BEHIND and text.isprintable()) else text_cell(text)
        for text in column
    ]


def tab_figure_cell(text: str) -> str:
    """Return `formula_guarded` for a table parted by tabs: on one line, with blanks for tabs."""
    return formula_guarded(" ".join(text.split()))


def tab_text_cell(text: str) -> str:
    """Return `text_cell` for a table parted by tabs, where an apostrophe takes the place of the tab."""
    cell = text_cell(" ".join(text.split()))
    return f"'{cell[1:]}" if cell.startswith("\t") else cell


def plain_text(cell: str) -> str:
    """Return the text of a cell without what `formula_guarded` and `text_cell` put before it."""
    mark, rest = cell[:1], cell[1:]
    if (mark == "\t" and _is_figure(rest)) or (mark == "'" and _FORMULA.match(rest)):
        return rest
    return cell


def cell_length(cell: str) -> int:
    """Return how many of the `LONGEST` characters the cell takes, or less where it takes no more than those."""
    if len(cell) * 2 <= LONGEST:
        return len(cell)
    return len(cell) + sum(character > "\uffff" for character in cell)


def _is_figure(text: str) -> bool:
    if not text or ord(text[0]) in _IDEOGRAPHS or len(text) > _LONGEST_FIGURE:
        return False
    return _OF_FIGURES.fullmatch(text) is not None and _FIGURE.fullmatch(half_width(text)) is not None
