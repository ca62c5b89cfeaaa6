"""Figures as people write them."""

from __future__ import annotations

import pytest

from plantui.model.figure import WrittenFigure, read_figure


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("38.5", 38.5, ""),
        ("95", 95, ""),
        ("-3", -3, ""),
        ("−3", -3, ""),
        ("+0.5", 0.5, ""),
        ("1,200", 1200, ""),
        ("３８．５％", 38.5, "%"),
        (" 3 亿元 ", 3, "亿元"),
        ("12,345,678.5万吨", 12345678.5, "万吨"),
        ("20µg/m³", 20, "µg/m³"),
        ("0", 0, ""),
    ],
)
def test_a_figure_is_read_with_its_unit(text: str, value: float, unit: str) -> None:
    read = read_figure(text)

    assert read == WrittenFigure(value, unit)
    assert type(read.value) is type(value)


@pytest.mark.parametrize(
    "text",
    ["", "%", "亿元", "1,5", "1.2.3", "3-5", "3+5", "12 345", "nan", "inf", "1e5x9", "9" * 16, ".", "1."],
)
def test_what_is_no_figure_is_not_guessed(text: str) -> None:
    assert read_figure(text) is None
