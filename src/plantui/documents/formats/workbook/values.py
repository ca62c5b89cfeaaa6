"""Values of cells under their styles: what a cell shows, and what is to be said of it."""

from __future__ import annotations

import re

from ...source import MarkKind
from ..content import Remark
from .number_format import shows_day, shows_time
from .shown import Shown
from .shown_number import general, moment_of, shown_number, shown_text
from .strings import CellText
from .styles import CellStyle

_CUT_NOUGHT = re.compile(r"(?:19|20)\d\d\.1")


def text_cell(text: CellText, style: CellStyle) -> Shown | None:
    """Return what a cell with a text shows; None for one that shows nothing and of which nothing is to be said."""
    kept, struck = text
    if style.is_struck:
        kept, struck = "", kept + struck
    shown = Shown(shown_text(kept, style.code) if kept else "")
    if kept.strip() and not shown.text:
        shown.remarks.append(Remark(MarkKind.HIDDEN, kept))
    if struck.strip():
        shown.remarks.append(Remark(MarkKind.STRUCK, struck))
    return shown if shown.text or shown.remarks else None


def number_cell(value: float, style: CellStyle, *, since_1904: bool = False) -> Shown:
    """Return what a cell with a number shows."""
    shown = Shown(shown_number(value, style.code, since_1904=since_1904))
    if style.is_struck:
        return Shown("", [Remark(MarkKind.STRUCK, shown.text)])
    if value and not shown.text:
        shown.remarks.append(Remark(MarkKind.HIDDEN, general(value)))
    elif shows_day(style.code):
        shown.is_day = True
        moment = moment_of(value, since_1904=since_1904)
        if moment is not None and (moment.hour or moment.minute) and not shows_time(style.code):
            shown.time = f"{moment:%H:%M}"
    elif is_cut(shown.text) and shown.text == general(value):
        shown.is_cut = True
    return shown


def is_cut(text: str) -> bool:
    """Return whether a number may have lost its nought: 2025.1."""
    return bool(_CUT_NOUGHT.fullmatch(text))
