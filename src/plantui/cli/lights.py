"""The colours that repeat what a light's word says."""

from __future__ import annotations

from plantui.model.terms import Light
from plantui.words.catalogue import Words
from plantui.words.phrases import term

LIGHT_COLOURS = {
    Light.RED: "31",
    Light.YELLOW: "33",
    Light.GREEN: "32",
    Light.BLUE: "34",
}
"""ANSI colour codes, taken from the terminal's own palette."""


def light_colours(words: Words) -> dict[str, str]:
    """Return the colours by the lights' words."""
    return {term(words, light): colour for light, colour in LIGHT_COLOURS.items()}
