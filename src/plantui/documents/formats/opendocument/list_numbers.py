"""The numbers that a program puts before the items of a list and before headings: 一、 （一） 1.1 ① •"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..numerals import printed
from .parts import STYLE, TEXT, whole
from .styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMS: Mapping[str, str] = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "01, 02, 03, ...": "decimalZero", "１, ２, ３, ...": "decimalFullWidth", "一, 二, 三, ...": "chineseCounting",
    "①, ②, ③, ...": "decimalEnclosedCircle", "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "壹, 貳, 參, ...": "ideographLegalTraditional", "甲, 乙, 丙, ...": "ideographTraditional",
}  # fmt: skip
"""Forms of numbers by their names in OpenDocument, as a Word document calls them."""
_PLACE = re.compile(r"%(\d{1,2})%")
_GAPS = {"space": " ", "nothing": "", "listtab": "\t"}
_BULLET = "• "
_LIST_FORM = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"


@dataclass(slots=True)
class Counted:
    """A list that is being counted: its style, and how far each level has come."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, level: int, first: int) -> int:
        """Count an item of a level, and begin those below it anew."""
        self.counts[level] = self.counts[level] + 1 if level in self.counts else first
        for deeper in [at for at in self.counts if at > level]:
            del self.counts[deeper]
        return self.counts[level]


class ListNumbers:
    """Counts the items of all lists, in their order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._by_id: dict[str, Counted] = {}
        self._by_style: dict[str, Counted] = {}
        self._outline = Counted("")

    def begin(self, element: _Element) -> Counted:
        """Return the count of an outermost list: one of its own, or that of the list that it continues."""
        style = str(element.get(f"{TEXT}style-name") or "")
        continued = self._by_id.get(str(element.get(f"{TEXT}continue-list") or ""))
        if continued is None and element.get(f"{TEXT}continue-numbering") == "true":
            continued = self._by_style.get(style)
        found = continued or Counted(style)
        self._by_style[style] = found
        if ident := element.get("{http://www.w3.org/XML/1998/namespace}id"):
            self._by_id[ident] = found
        return found

    def item(self, counted: Counted, level: int, start: str | None) -> str:
        """Return what stands before an item's first paragraph. `start` is the number that the item asks for."""
        style = self._styles.lists.get(counted.style)
        return self._number(style, counted, level, start) if style is not None else ""

    def heading(self, element: _Element) -> str:
        """Return what stands before a paragraph that is no item of a list: headings are counted by their levels."""
        outline = self._styles.outline
        if outline is None or element.tag != f"{TEXT}h" or element.get(f"{TEXT}is-list-header") == "true":
            return ""
        own = self._styles.list_style(element.get(f"{TEXT}style-name"))
        if own not in ("", outline.get(f"{STYLE}name")):
            return ""  # counted by a list of its own
        level = whole(element.get(f"{TEXT}outline-level"), 1)
        return self._number(outline, self._outline, level, element.get(f"{TEXT}start-value"))

    def _number(self, style: _Element, counted: Counted, level: int, start: str | None) -> str:
        levels = {whole(one.get(f"{TEXT}level"), 1): one for one in style}
        own = levels.get(level)
        if own is None:
            return ""
        if start is not None:
            counted.counts.pop(level, None)
        counted.next(level, whole(start, _first(own)))
        if not str(own.tag).endswith("-number") and not str(own.tag).endswith("outline-level-style"):
            return _BULLET
        if not own.get(f"{STYLE}num-format"):
            return ""
        written = _written(levels, counted, level)
        return written if written.endswith(" ") else written + _gap(own)


def _first(level: _Element) -> int:
    written = level.get(f"{TEXT}start-value")
    return 0 if written == "0" else whole(written, 1)


def _written(levels: Mapping[int, _Element], counted: Counted, level: int) -> str:
    own = levels[level]

    def place(at: int) -> str:
        above = levels.get(at)
        if above is None:
            return ""
        form = _FORMS.get(str(above.get(f"{STYLE}num-format") or "1"), "decimal")
        return printed(counted.counts.get(at, _first(above)), form)

    if (form := own.get(_LIST_FORM)) is not None:
        return _PLACE.sub(lambda match: place(int(match[1])), form)
    shown = min(whole(own.get(f"{TEXT}display-levels"), 1), level)
    middle = ".".join(place(at) for at in range(level - shown + 1, level + 1))
    return f"{own.get(f'{STYLE}num-prefix') or ''}{middle}{own.get(f'{STYLE}num-suffix') or ''}"


def _gap(level: _Element) -> str:
    label = next(level.iter(f"{STYLE}list-level-label-alignment"), None)
    return _GAPS.get(str(label.get(f"{TEXT}label-followed-by")) if label is not None else "", " ")
