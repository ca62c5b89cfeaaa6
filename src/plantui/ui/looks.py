"""The looks of painted text by name: each name is a meaning, and each colour has one.

Red, yellow, green, blue and grey are the lights alone, filled badges with their word on them; `late` and `near` colour a
date as its light would. Everything else is neutral: bold, underlined, muted. The colours follow from the theme's grounds by
rules of contrast (tests/ui/test_ui_looks.py computes them for every theme), and come straight from the theme's variables,
not from component classes: a style sheet would be parsed and applied to each of them before the first paint.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from rich.style import Style
from textual.color import BLACK, WHITE, Color

from .contrast import contrast, luminance, reaching

TEXT_CONTRAST = 4.5
"""Least contrast of a text on its ground, a badge's word on the badge included."""
FILL_CONTRAST = 3.0
"""Least contrast of a badge on each ground of the theme."""
_CURSOR_CONTRAST = {True: 1.7, False: 1.4}
"""Contrast of the cursor's row with the ground around it, dark and light: more would leave the badges no room."""
_BLURRED_CONTRAST = {True: 1.4, False: 1.25}
_DARK = 0.18
"""Luminance below which white has more contrast than black."""
_MUTED = 0.4
"""Share by which muted text goes towards its ground, where it stays readable."""

_THUMB = 0.4
"""Share by which the place mark goes from the ground towards the text."""


class _Fill(NamedTuple):
    """The colours of a badge before the rules."""

    fill: str
    word: str = ""
    """Colour of its word, black or white where empty."""


_ON_DARK = {
    "red": _Fill("#FF5555"),
    "yellow": _Fill("#FFD21F"),
    "green": _Fill("#43C96B"),
    "blue": _Fill("#5AA2FF"),
    "grey": _Fill("#A9A9A9"),
}
_ON_LIGHT = {
    "red": _Fill("#C00018"),
    # No yellow has enough contrast on a light ground: there the word is yellow, on a dark badge.
    "yellow": _Fill("#4F3D00", "#FFD21F"),
    "green": _Fill("#0B6B33"),
    "blue": _Fill("#0B55B8"),
    "grey": _Fill("#595959"),
}
_HIT = {True: Color.parse("#6B2FA0"), False: Color.parse("#DDBBFF")}
"""Ground of a found word, dark and light: a colour that no light has."""
_TEXTS = {"late": "red", "near": "yellow", "error": "red"}
_PLAIN = {
    "head": Style(bold=True),
    "key": Style(bold=True),
    "notice": Style(bold=True),
    "mark": Style(underline=True),
    "added": Style(),
    "added-changed": Style(bold=True, underline=True),
    "removed": Style(strike=True),
    "removed-changed": Style(bold=True, strike=True),
}
"""Looks without a colour of their own."""

_MUTED_LOOKS = ("muted", "badge-none", "divider")
_LIGHTS = {f"badge-{light}": light for light in _ON_DARK}
BADGES = tuple(_LIGHTS)
"""Looks of the lights' words, filled."""
TEXTS = (*_PLAIN, *_TEXTS, *_MUTED_LOOKS)
"""Looks of text on the ground where it stands."""
FILLS = ("hit", "chip", "cursor", "cursor-blurred")
"""Looks of text with a ground of their own."""


class Grounds(NamedTuple):
    """The grounds of a theme on which text and badges stand."""

    background: Color
    surface: Color
    panel: Color
    cursor: Color
    blurred: Color

    @property
    def is_dark(self) -> bool:
        """True where light text stands on the grounds."""
        return luminance(self.background) < _DARK


def theme_grounds(variables: Mapping[str, str]) -> Grounds:
    """Return the grounds of a theme that names its colours; an ANSI theme leaves them to the terminal."""
    names = ("background", "surface", "panel", "primary", "foreground")
    return _grounds(*(variables[name] for name in names))


@lru_cache(8)
def _grounds(background: str, surface: str, panel: str, primary: str, foreground: str) -> Grounds:
    under = Color.parse(background)
    dark = luminance(under) < _DARK
    cursor = reaching(under, Color.parse(primary), (under,), _CURSOR_CONTRAST[dark])
    blurred = reaching(under, Color.parse(foreground), (under,), _BLURRED_CONTRAST[dark])
    return Grounds(under, Color.parse(surface), Color.parse(panel), cursor, blurred)


def look_style(name: str, variables: Mapping[str, str], base: Style) -> Style:
    """Return the style of a look on top of a widget's own, or on that of the cursor's row.

    An empty name is the style given. Raises KeyError for no look.
    """
    if not name:
        return base
    if name in _PLAIN:
        return base + _PLAIN[name]
    if Color.parse(variables["background"]).ansi is not None:
        from .ansi_looks import ansi_style

        return ansi_style(name, base, dark=variables["ansi-background"] == "ansi_black")
    return _coloured(name, variables, base)


def _coloured(name: str, variables: Mapping[str, str], base: Style) -> Style:
    grounds = theme_grounds(variables)
    if name in ("cursor", "cursor-blurred", "chip"):
        ground = grounds.cursor if name == "cursor" else grounds.blurred
        return _text(Color.parse(variables["foreground"]), ground) + Style(bgcolor=ground.rich_color)
    if name in ("thumb", "track"):
        thumb = grounds.background.blend(Color.parse(variables["foreground"]), _THUMB)
        return Style(bgcolor=(thumb if name == "thumb" else grounds.panel).rich_color)
    if name == "hit":
        found = _HIT[grounds.is_dark]
        return base + _text(found, found) + Style(bgcolor=found.rich_color, bold=True, underline=True)
    under = Color.from_rich_color(base.bgcolor) if base.bgcolor else grounds.background
    if name in _TEXTS:
        text = Color.parse((_ON_DARK if grounds.is_dark else _ON_LIGHT)[_TEXTS[name]].fill)
        return base + _text(text, under) + Style(bold=True)
    if name in _MUTED_LOOKS:
        plain = Color.parse(variables["foreground"])
        muted = reaching(plain.blend(under, _MUTED), _opposite(under), (under,), TEXT_CONTRAST)
        return base + Style(color=muted.rich_color)
    fill, word = badge(_LIGHTS[name], grounds)
    return base + Style(color=word.rich_color, bgcolor=fill.rich_color, bold=True)


def _text(colour: Color, ground: Color) -> Style:
    return Style(color=reaching(colour, _opposite(ground), (ground,), TEXT_CONTRAST).rich_color)


def _opposite(ground: Color) -> Color:
    return max(BLACK, WHITE, key=lambda end: contrast(end, ground))


@lru_cache(64)
def badge(light: str, grounds: Grounds) -> tuple[Color, Color]:
    """Return the colours of a light's badge and of its word: seen on every ground, the word readable on the badge."""
    given = (_ON_DARK if grounds.is_dark else _ON_LIGHT)[light]
    fill = reaching(Color.parse(given.fill), WHITE if grounds.is_dark else BLACK, grounds, FILL_CONTRAST)
    word = Color.parse(given.word) if given.word else _opposite(fill)
    return fill, reaching(word, _opposite(fill), (fill,), TEXT_CONTRAST)
