"""Formulas of Word as one line of text: equations (`m:oMath`) and the field EQ, by which numbers are put into circles."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

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

    if (form := _FORMS.get(name)) is not None:
        return form(_Built(element, depth + 1))
    return "".join(equation_text(child, depth + 1) for child in element if str(child.tag).startswith(M))


class _Built(NamedTuple):
    """A part of an equation that is built of others."""

    element: _Element
    depth: int

    def one(self, name: str) -> str:
        """Return the text of its part of this name."""
        return "".join(self.all(name)[:1])

    def all(self, name: str) -> list[str]:
        """Return the texts of all its parts of this name."""
        return [equation_text(child, self.depth) for child in self.element.iterchildren(f"{M}{name}")]

    def sign(self, name: str, usual: str) -> str:
        """Return a sign that its properties give."""
        found = next(self.element.iterchildren(f"{M}{self.element.tag.removeprefix(M)}Pr"), None)
        given = found.find(f"{M}{name}") if found is not None else None
        return usual if given is None else str(given.get(f"{M}val") or "")


def field_text(instruction: str) -> str | None:
    """Return what a field without a result shows; None for one that is not read, an empty text for what shows nothing."""
    words = instruction.strip()
    if not words.upper().startswith("EQ"):
        return ""
    if found := _CIRCLED.fullmatch(words):
        return circled(int(found[1]))
    found = _FRACTION.fullmatch(words)
    return f"{found[1]}/{found[2]}" if found else None


def _raised(built: _Built) -> str:
    sup = built.one("sup")
    small = sup.translate(_RAISED)
    below = built.one("e") + built.one("sub")
    return below + (small if not small.isascii() and len(sup) < 3 else f"^{sup}")


def _fraction(built: _Built) -> str:
    return "/".join(
        text if len(text) < 2 or text.isalnum() else f"({text})"
        for text in (built.one("num"), built.one("den"))
    )


def _bracketed(built: _Built) -> str:
    inner = built.sign("sepChr", "|").join(built.all("e"))
    return built.sign("begChr", "(") + inner + built.sign("endChr", ")")


def _summed(built: _Built) -> str:
    ends = [end for end in (built.one("sub"), built.one("sup")) if end]
    return built.sign("chr", "∫") + (f"[{','.join(ends)}]" if ends else "") + built.one("e")


_FORMS: Mapping[str, Callable[[_Built], str]] = {
    "f": _fraction,
    "sSup": _raised,
    "sSubSup": _raised,
    "rad": lambda built: f"{built.one('deg')}√({built.one('e')})",
    "d": _bracketed,
    "nary": _summed,
    "eqArr": lambda built: "，".join(built.all("e")),
    "m": lambda built: "；".join(built.all("mr")),
    "mr": lambda built: " ".join(built.all("e")),
}
"""The parts of an equation that stand elsewhere than one behind the other."""
