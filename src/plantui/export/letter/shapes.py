"""The shapes of paragraphs in markup: size of type, height of lines and indents, by styles and the paragraph's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from docx.oxml.ns import qn
from lxml import etree

from .styles import POINT

_USUAL_SIZE = 10
"""Points of type where nothing says its size."""
_NATURAL = 1.75
"""Height of a line that its font decides, in sizes of type: no usual font needs more."""
_AUTOMATIC = 14
"""Points above or below a paragraph where a word processor chooses them."""
_CAPITALS = 1.3
"""Width of capital letters beside small ones."""
_WHOLE_LINE = 240
"""A single line, in the unit of lines that their font decides."""
_KNOWN = frozenset(("spacing", "ind", "pageBreakBefore", "sz", "w", "caps"))
_NUMBER = re.compile(r"-?\d+(\.\d+)?")

Properties = Mapping[str, str]
"""Attributes of properties of paragraphs and of type, by names such as `pPr.spacing.line`; a later one counts."""


class ParagraphShape(NamedTuple):
    """Measures that decide how high a paragraph becomes, in points."""

    size: float
    """The width of a han character."""
    line: float
    before: float
    after: float
    first: float
    """The indent of the first line."""
    beside: float
    """The indents at both sides together."""
    begins_page: bool = False


class Shapes:
    """The shapes that the styles of a document give to its paragraphs."""

    def __init__(self, styles: etree._Element) -> None:
        self._styles = {str(style.get(qn("w:styleId"))): style for style in styles.iter(qn("w:style"))}
        self._defaults = merged({}, styles.iterfind(f"{qn('w:docDefaults')}/*/*"))
        self._usual = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(qn("w:type")) == "paragraph"
                and style.get(qn("w:default")) in ("1", "true", "on")
            ),
            "",
        )
        self._of_styles: dict[str, Properties] = {}

    def properties(self, paragraph: etree._Element) -> Properties:
        """Return the properties of a paragraph and of its end, as its style and itself say."""
        own = paragraph.find(qn("w:pPr"))
        if own is None:
            return self.of_style(self._usual)
        found = self.of_style(_named(own, "w:pStyle") or self._usual)
        of_end = own.find(qn("w:rPr"))
        return merged(found, [own] if of_end is None else [own, of_end])

    def of_run(self, run: etree._Element, around: Properties) -> Properties:
        """Return the properties of a run in a paragraph that has these."""
        own = run.find(qn("w:rPr"))
        if own is None:
            return around
        style = self._styles.get(_named(own, "w:rStyle"))
        return merged(around, [*([] if style is None else style.iterchildren(qn("w:rPr"))), own])

    def of_style(self, name: str) -> Properties:
        """Return the properties of a style of paragraphs, those that it is based on included."""
        if name not in self._of_styles:
            chain: list[etree._Element] = []
            style = self._styles.get(name)
            while style is not None and style not in chain:
                chain.append(style)
                style = self._styles.get(_named(style, "w:basedOn"))
            parts = [
                part for one in reversed(chain) for part in one if part.tag in (qn("w:pPr"), qn("w:rPr"))
            ]
            self._of_styles[name] = merged(self._defaults, parts)
        return self._of_styles[name]


def merged(before: Properties, elements: Iterable[etree._Element]) -> Properties:
    """Return properties with those of elements `pPr` and `rPr` put over them."""
    found = dict(before)
    for element in elements:
        kind = etree.QName(element).localname
        for child in element.iterchildren(tag=etree.Element):
            name = etree.QName(child).localname
            if name in _KNOWN:
                found[f"{kind}.{name}.val"] = "1"
                for key, value in child.items():
                    found[f"{kind}.{name}.{etree.QName(key).localname}"] = str(value)
    return found


def shape_of(properties: Properties, natural: float = _NATURAL) -> ParagraphShape:
    """Return the shape by properties; `natural` is the height of a line that its font decides, in sizes of type."""
    size = type_size(properties)
    first = max(_indent(properties, size, "firstLine") - _indent(properties, size, "hanging"), 0)
    return ParagraphShape(
        _type_width(properties, size),
        _line(properties, size, natural),
        _around(properties, "before"),
        _around(properties, "after"),
        first,
        sum(max(_indent(properties, size, *names), 0) for names in (("left", "start"), ("right", "end"))),
        _is_on(properties.get("pPr.pageBreakBefore.val", "0")),
    )


def type_size(properties: Properties) -> float:
    """Return the size of type, in points."""
    return _number(properties, "rPr.sz.val") / 2 or _USUAL_SIZE


def _type_width(properties: Properties, size: float) -> float:
    """Return the width of a han character with what is put between characters."""
    width = size * (_number(properties, "rPr.w.val") or 100) / 100
    if _is_on(properties.get("rPr.caps.val", "0")):
        width *= _CAPITALS
    return width + max(_number(properties, "rPr.spacing.val") / POINT, 0)


def _line(properties: Properties, size: float, natural: float) -> float:
    line, rule = _number(properties, "pPr.spacing.line"), properties.get("pPr.spacing.lineRule", "auto")
    if line and rule == "exact":
        return line / POINT
    if line and rule == "atLeast":
        return max(line / POINT, size * natural)
    return size * natural * (line or _WHOLE_LINE) / _WHOLE_LINE


def _around(properties: Properties, side: str) -> float:
    """Return the room above or below a paragraph."""
    if _is_on(properties.get(f"pPr.spacing.{side}Autospacing", "0")):
        return _AUTOMATIC
    # In hundredths of a line, which a word processor counts as a single one of the page's.
    lines = _number(properties, f"pPr.spacing.{side}Lines") / 100 * _USUAL_LINE
    return max(_number(properties, f"pPr.spacing.{side}") / POINT, lines)


_USUAL_LINE = 15.6
"""Points of a line in which room above and below is counted, on pages that Chinese word processors set up."""


def _indent(properties: Properties, size: float, *names: str) -> float:
    """Return an indent by the first of its names that says one, in points; some count it in characters."""
    for name in names:
        in_characters = _number(properties, f"pPr.ind.{name}Chars") / 100 * size
        if found := in_characters or _number(properties, f"pPr.ind.{name}") / POINT:
            return found
    return 0


def _number(properties: Properties, name: str) -> float:
    found = _NUMBER.match(properties.get(name, ""))
    return float(found[0]) if found else 0


def _is_on(value: str) -> bool:
    return value not in ("0", "false", "off")


def _named(element: etree._Element, tag: str) -> str:
    """Return the style that an element names by a child of this tag; empty for none."""
    child = element.find(qn(tag))
    return "" if child is None else str(child.get(qn("w:val")))
