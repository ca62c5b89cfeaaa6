"""The colours that repeat what a light's word says."""

from __future__ import annotations

from plantui.model.terms import Light

LIGHT_COLOURS = {
    Light.RED: "31",
    Light.YELLOW: "33",
    Light.GREEN: "32",
    Light.BLUE: "34",
}
"""ANSI colour codes, taken from the terminal's own palette."""
