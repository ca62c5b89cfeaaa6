"""Pieces of painted lines, and text fitted to cells: what does not fit ends in …, whole characters only."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from plantui.model.text import one_line


def segment(text: str, style: Style | None = None) -> Segment:
    """Return a piece of a line. It does nothing to the terminal but show, whatever text it was given.

    Every widget that paints lines makes its pieces here.
    """
    return Segment(one_line(text), style)


def fit(text: str, width: int) -> str:
    """Return the text in exactly `width` cells."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(clip(text, width), width)


def clip(text: str, width: int) -> str:
    """Return the text in at most `width` cells, cut with … where it is longer."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    # chop_cells would look at all of the text. Half a wide character comes as a blank.
    return set_cell_size(text, width - 1).rstrip(" ") + "…"
