"""The looks in the themes that leave their colours to the terminal: the sixteen ANSI colours, by number.

The grounds are the terminal's own, so the pairs are chosen for the usual palette (xterm's) on black and on white.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.color import Color
from rich.style import Style

_BLACK, _RED, _GREEN, _BLUE, _WHITE, _GREY = 0, 1, 2, 4, 7, 8
_BRIGHT_RED, _BRIGHT_GREEN, _BRIGHT_YELLOW, _BRIGHT_BLUE, _BRIGHT_WHITE = 9, 10, 11, 12, 15


class _Pair(NamedTuple):
    """The colours of a badge by number."""

    fill: int
    word: int


_ON_BLACK = {
    "red": _Pair(_RED, _BRIGHT_WHITE),
    "yellow": _Pair(_BRIGHT_YELLOW, _BLACK),
    "green": _Pair(_GREEN, _BLACK),
    "blue": _Pair(_BRIGHT_BLUE, _BRIGHT_WHITE),
    "grey": _Pair(_WHITE, _BLACK),
}
_ON_WHITE = {
    "red": _Pair(_RED, _BRIGHT_WHITE),
    "yellow": _Pair(_BLACK, _BRIGHT_YELLOW),
    "green": _Pair(_BLACK, _BRIGHT_GREEN),
    "blue": _Pair(_BLUE, _BRIGHT_WHITE),
    "grey": _Pair(_GREY, _BLACK),
}
_CHANGELESS = frozenset({"muted", "badge-none", "divider"})
"""Looks that are the normal one: dim text cannot be told to be readable in a palette that is not known."""


def ansi_style(name: str, base: Style, *, dark: bool) -> Style:
    """Return the style of a look on a terminal whose own ground is dark or light. Raises KeyError for no look."""
    dark = dark is not bool(base.reverse)
    if name in _CHANGELESS:
        return base
    if name == "cursor":
        return base + Style(reverse=True)
    if name == "cursor-blurred":
        return base + Style(bold=True, underline=True)
    if name in ("hit", "chip"):
        return base + Style(reverse=not base.reverse, underline=name == "hit")
    if name in ("thumb", "track"):
        return Style(bgcolor=_colour(_GREY)) if name == "thumb" else base
    if name in ("late", "error"):
        return base + Style(color=_colour(_BRIGHT_RED if dark else _RED), bold=True)
    if name == "near":
        return base + (
            Style(color=_colour(_BRIGHT_YELLOW), bold=True) if dark else Style(bold=True, underline=True)
        )
    pair = (_ON_BLACK if dark else _ON_WHITE)[name.removeprefix("badge-")]
    return base + Style(color=_colour(pair.word), bgcolor=_colour(pair.fill), bold=True, reverse=False)


def _colour(number: int) -> Color:
    return Color.from_ansi(number)
