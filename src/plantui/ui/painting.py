"""Text fitted to cells: what does not fit ends in …, whole characters only."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells, set_cell_size


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(clip(text, width), width)


def clip(text: str, width: int) -> str:
    """The text in at most `width` cells, cut with … where it is longer."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return (chop_cells(text, width - 1)[0] if width > 1 else "") + "…"
