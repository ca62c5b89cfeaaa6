"""The contrast of every pair of colours of the pages, by the rules of WCAG 2.1, level AA."""

from __future__ import annotations

import re

import pytest

from plantui.export.page.colours import BRIGHT, DARK, Scheme
from plantui.model.terms import Light

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of text, and of shapes that say something."""


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [BRIGHT, DARK], ids=["bright", "dark"])
def test_every_text_can_be_read_and_every_bar_be_seen(scheme: Scheme) -> None:
    texts = {pair: round(contrast(*pair), 2) for pair in scheme.texts()}
    shapes = {pair: round(contrast(*pair), 2) for pair in scheme.shapes()}

    assert {pair: found for pair, found in texts.items() if found < TEXT} == {}
    assert {pair: found for pair, found in shapes.items() if found < SHAPE} == {}
    assert len(texts) >= 3 + len(Light)


@pytest.mark.parametrize("scheme", [BRIGHT, DARK], ids=["bright", "dark"])
def test_the_rules_use_no_colour_that_is_not_measured(scheme: Scheme) -> None:
    measured = {colour for pair in (*scheme.texts(), *scheme.shapes()) for colour in pair} | {scheme.line}

    assert set(re.findall(r"#[0-9a-f]{6}", scheme.rules())) <= measured


@pytest.mark.parametrize("light", Light)
def test_every_light_has_a_ground_and_a_fill(light: Light) -> None:
    for scheme in (BRIGHT, DARK):
        assert scheme.lights[light].ground != scheme.lights[light].ink
        assert f"td.light-{light.value}{{" in scheme.rules()
        assert f"svg .light-{light.value}{{" in scheme.rules()
