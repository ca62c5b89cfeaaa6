"""Figures as people write them: a number and what stands behind it. Nothing is converted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .text import half_width


@dataclass(frozen=True, slots=True)
class WrittenFigure:
    """A number that was read from a text."""

    value: float | int
    unit: str
    """The unit behind the number, empty where there is none."""


_FIGURE = re.compile(
    r"([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(\.[0-9]{1,15})?\s*([^\s0-9.,+\-][^0-9]*)?"
)
"""A number with or without commas between its thousands, and a unit."""


def read_figure(text: str) -> WrittenFigure | None:
    """Read `38.5`, `1,200`, `３８．５％`, `3 亿元`; None where the text is no number."""
    found = _FIGURE.fullmatch(half_width(text).replace("−", "-").strip())
    if found is None:
        return None
    sign, whole, fraction, unit = found.groups()
    digits = f"{sign}{whole.replace(',', '')}"
    return WrittenFigure(float(digits + fraction) if fraction else int(digits), (unit or "").strip())
