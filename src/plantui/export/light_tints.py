"""Colours of the lights on paper: one set for workbook, documents and web pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plantui.model.terms import Light


class Tint(NamedTuple):
    """A ground and the ink on it, as `#rrggbb`."""

    ground: str
    ink: str


LIGHT_TINTS: Mapping[Light, Tint] = {
    Light.RED: Tint("#fbdfdc", "#86120d"),
    Light.YELLOW: Tint("#fdefc3", "#614600"),
    Light.GREEN: Tint("#dbf1df", "#124d26"),
    Light.BLUE: Tint("#dde8fa", "#1b3a80"),
    Light.GREY: Tint("#e6e6e6", "#464646"),
}
"""The tints of the lights; 无期限 has none."""
