"""A table: aligned by cells and fitted to a terminal; parted by tabs, whole and without heading, for a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from plantui.model.text import one_line

_GAP = "  "
_LEAST = 8
"""Cells that an elastic column keeps however narrow the terminal is."""


_NO_COLOURS: Mapping[str, str] = MappingProxyType({})


class Column(NamedTuple):
    """A column of a table: its heading, whether it may be cut to fit, and the colours of certain texts in it."""

    heading: str
    is_elastic: bool = False
    is_number: bool = False
    colours: Mapping[str, str] = _NO_COLOURS
    """ANSI colour codes by cell text."""
    leaves: int = 0
    """Its turn to be left out where even cut columns do not fit: 1 goes first, 0 never."""


def is_terminal() -> bool:
    """Return whether stdout is a terminal, which a person looks at."""
    return sys.stdout.isatty()


def has_colours(environ: Mapping[str, str]) -> bool:
    """Return whether stdout takes colours and the user wants them."""
    return is_terminal() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def write_table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    """Put the rows on stdout in the form that suits where it goes."""
    if not is_terminal():
        for row in rows:
            cells = row if "".join(row).isprintable() else map(one_line, row)
            sys.stdout.write("\t".join(cells) + "\n")
        return
    import shutil

    width = shutil.get_terminal_size().columns
    for line in table_lines(columns, rows, width, coloured=has_colours(os.environ)):
        sys.stdout.write(line + "\n")


def table_lines(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, *, coloured: bool = False
) -> list[str]:
    """Return heading and rows as lines of at most `width` cells, if columns that may be cut or left out are enough."""
    from rich.cells import cell_len

    cleaned = [[one_line(cell) for cell in row] for row in rows]
    natural = [
        max(map(cell_len, cells))
        for cells in zip((column.heading for column in columns), *cleaned, strict=True)
    ]
    places = kept(columns, natural, width)
    columns, natural = [columns[at] for at in places], [natural[at] for at in places]
    cleaned = [[row[at] for at in places] for row in cleaned]
    heading = [column.heading for column in columns]
    widths = fitted(natural, [column.is_elastic for column in columns], width)
    plain = [Column(column.heading, is_number=column.is_number) for column in columns]
    lines = [_line(heading, plain, widths)]
    return lines + [_line(row, columns if coloured else plain, widths) for row in cleaned]


def kept(columns: Sequence[Column], natural: Sequence[int], width: int) -> list[int]:
    """Return the places of the columns that are shown: those whose turn it is leave until the others fit."""
    least = [
        min(cells, _LEAST) if column.is_elastic else cells
        for column, cells in zip(columns, natural, strict=True)
    ]
    places = list(range(len(columns)))
    for at in sorted((at for at in places if columns[at].leaves), key=lambda at: columns[at].leaves):
        if sum(least[one] + len(_GAP) for one in places) - len(_GAP) <= width:
            break
        places.remove(at)
    return places


def fitted(natural: Sequence[int], is_elastic: Sequence[bool], width: int) -> list[int]:
    """Return the columns' widths: as wide as they are, the widest elastic ones cut until all fit."""
    widths = [
        min(cells, width) if elastic else cells for cells, elastic in zip(natural, is_elastic, strict=True)
    ]
    excess = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    for _ in range(excess):
        able = [at for at, elastic in enumerate(is_elastic) if elastic and widths[at] > _LEAST]
        if not able:
            break
        widths[max(able, key=lambda at: widths[at])] -= 1
    return widths


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    pieces = []
    for place, (cell, column, width) in enumerate(zip(cells, columns, widths, strict=True)):
        is_last = place == len(cells) - 1
        text = cut(cell, width)
        pieces.append(_painted(_padded(text, width, column.is_number, is_last), column.colours.get(cell)))
    return _GAP.join(pieces).rstrip()


def _painted(text: str, colour: str | None) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if colour else text


def _padded(text: str, width: int, is_number: bool, is_last: bool) -> str:
    from rich.cells import cell_len

    space = " " * (width - cell_len(text))
    if is_number:
        return space + text
    return text if is_last else text + space


def cut(text: str, width: int) -> str:
    """Cut a text to at most `width` cells, with … where something is missing."""
    from rich.cells import cell_len, set_cell_size

    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(width - 1, 0)).rstrip() + "…"
