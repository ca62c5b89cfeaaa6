"""Formulas of Word as one line of text: equations (`m:oMath`) and the field EQ, by which numbers are put into circles."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from .numerals import circled

if TYPE_CHECKING:
    from lxml.etree import _Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_CIRCLED = re.compile(r"EQ\s+\\o\s*(?:\\a[clr])?\s*\(\s*[○〇◯]\s*[,，;；]\s*(\d{1,2})\s*\)", re.IGNORECASE)
_FRACTION = re.compile(r"EQ\s+\\f\s*\(\s*([^,;()]*)\s*[,;]\s*([^,;()]*)\s*\)", re.IGNORECASE)
_DEEPEST = 100


def equation_text(element: _Element, depth: int = 0) -> str:
    """Return the text of an equation or a part of one: CO2, m², 1/3, √(2)."""
    if depth > _DEEPEST:
        return ""
    name = str(element.tag).removeprefix(M)
    if name == "t":
        return element.text or ""

    def part(of: str) -> str:
        found = element.find(f"{M}{of}")
        return equation_text(found, depth + 1) if found is not None else ""

    if (form := _FORMS.get(name)) is not None:
        return form(part)
    return "".join(equation_text(child, depth + 1) for child in element if str(child.tag).startswith(M))


def field_text(instruction: str) -> str | None:
    """Return what a field without a result shows; None for one that is not read, an empty text for what shows nothing."""
    words = instruction.strip()
    if not words.upper().startswith("EQ"):
        return ""
    if found := _CIRCLED.fullmatch(words):
        return circled(int(found[1]))
    found = _FRACTION.fullmatch(words)
    return f"{found[1]}/{found[2]}" if found else None


def _raised(part: Callable[[str], str]) -> str:
    sup = part("sup")
    small = sup.translate(_RAISED)
    return part("e") + (small if not small.isascii() and len(sup) < 3 else f"^{sup}")


def _fraction(part: Callable[[str], str]) -> str:
    return "/".join(
        text if len(text) < 2 or text.isalnum() else f"({text})" for text in (part("num"), part("den"))
    )


_FORMS: Mapping[str, Callable[[Callable[[str], str]], str]] = {
    "f": _fraction,
    "sSup": _raised,
    "rad": lambda part: f"{part('deg')}√({part('e')})",
    "d": lambda part: f"({part('e')})",
}
"""The parts of an equation that stand elsewhere than one behind the other."""
