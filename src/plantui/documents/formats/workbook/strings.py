"""Texts of cells: in runs with a font of their own, without the readings above the characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..markup import local
from ..parts import is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class CellText(NamedTuple):
    """The words in a cell that count, and those that are struck through."""

    text: str
    struck: str = ""


def text_of(element: _Element) -> CellText:
    """Return the text of a shared string or of one written in its cell."""
    kept: list[str] = []
    struck: list[str] = []
    for child in element:
        name = local(child)
        if name == "t":
            kept.append(unescaped(child.text or ""))
        elif name == "r":
            words = "".join(unescaped(one.text or "") for one in child if local(one) == "t")
            (struck if _is_struck(child) else kept).append(words)
    return CellText("".join(kept), "".join(struck))


def unescaped(text: str) -> str:
    """Return a text with the characters that a workbook writes as `_x000D_`; `_x005F_` is the line before such."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _is_struck(run: _Element) -> bool:
    return any(is_struck(properties) for properties in run if local(properties) == "rPr")


def is_struck(font: _Element) -> bool:
    """Return whether a font's properties strike its words through."""
    return any(local(one) == "strike" and is_on(one.get("val", "1")) for one in font)
