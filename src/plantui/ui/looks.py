"""The looks of painted text by name, taken from the theme.

Straight from the theme's variables and not through component classes: a style sheet would be parsed and applied to
each of them before the first paint.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color

_MUTED = 0.4
"""Share by which muted text goes towards the background."""

_COLOURS = {
    "red": "text-error",
    "yellow": "text-warning",
    "green": "text-success",
    "blue": "text-primary",
    "accent": "text-accent",
    "key": "text-accent",
    "chip": "text-primary",
    "late": "text-error",
    "near": "text-warning",
}
_BADGES = {
    "badge-red": "error",
    "badge-yellow": "warning",
    "badge-green": "success",
    "badge-blue": "primary",
    "badge-grey": "panel-lighten-3",
    "hit": "warning",
}
"""Filled looks: a light's word on its colour, and a word that a search found."""
_BOLD = frozenset({"head", "red", "yellow", "key", "late"})
_CHANGED = "-changed"
"""Ends the name of a colour's look for what a revision changed: underlined too, since colour alone says nothing."""


def look_style(name: str, variables: Mapping[str, str], base: Style) -> Style:
    """The style of a look on top of a widget's own. An empty name is the widget's own; raises KeyError for no look."""
    if not name:
        return base
    if name == "cursor":
        return _on(variables["block-cursor-background"])
    if name == "cursor-blurred":
        return _on(variables["panel-lighten-1"])
    if name in ("thumb", "track"):
        return Style(bgcolor=Color.parse(variables["primary" if name == "thumb" else "panel"]).rich_color)
    if name == "head":
        return base + Style(bold=True)
    if name in ("muted", "none", "grey", "badge-none", "divider"):
        ground = Color.parse(variables["background"])
        return base + Style(color=Color.parse(variables["foreground"]).blend(ground, _MUTED).rich_color)
    if name in _BADGES:
        return _on(variables[_BADGES[name]]) + Style(bold=True)
    colour = Color.parse(variables[_COLOURS[name.removesuffix(_CHANGED)]])
    if name == "chip":
        return Style(color=colour.rich_color, bgcolor=Color.parse(variables["primary-muted"]).rich_color)
    changed = name.endswith(_CHANGED)
    return base + Style(color=colour.rich_color, bold=name in _BOLD or changed, underline=changed or None)


def _on(ground: str) -> Style:
    colour = Color.parse(ground)
    return Style(color=colour.get_contrast_text(0.87).rich_color, bgcolor=colour.rich_color)
