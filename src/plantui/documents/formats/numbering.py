"""The numbers that Word makes itself: 一、 in front of a paragraph whose text does not hold it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plantui.documents.patterns import compiled

from .numerals import printed

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = compiled(r"%([1-9])")
_BULLET = "bullet"
_GAPS = {"space": " ", "nothing": "", "tab": "\t"}
DEEPEST_STYLE = 50
"""How far a style's ancestors are followed; a circle of them ends there."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    pattern: str
    gap: str
    restarts: int
    """The level, from 1, whose next number begins this one anew; 0 for none."""
    is_legal: bool
    """Whether all places print digits."""


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: Mapping[int, _Level]
    overrides: Mapping[int, int]
    """Level → where this list starts counting anew."""


def styles_by_id(styles: _Element | None) -> Mapping[str, _Element]:
    """Return the styles of a document by their ids."""
    return (
        {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
        if styles is not None
        else {}
    )


@dataclass(slots=True)
class Numbering:
    """Counts the paragraphs of a document, in their order."""

    _lists: dict[str, _List] = field(default_factory=dict)
    _styles: Mapping[str, _Element] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """By abstract list: several lists over one abstract list count on."""
    _started: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: _Element | None, styles: Mapping[str, _Element]) -> Numbering:
        """The numbering of a document by its own part and its styles."""
        made = cls(_styles=styles)
        if numbering is not None:
            abstract = {
                item.get(f"{W}abstractNumId", ""): {
                    _whole(level.get(f"{W}ilvl")): _level(level) for level in item.iter(f"{W}lvl")
                }
                for item in numbering.iter(f"{W}abstractNum")
            }
            made._lists = {
                item.get(f"{W}numId", ""): _list(item, abstract) for item in numbering.iter(f"{W}num")
            }
        return made

    def number(self, paragraph: _Element) -> str:
        """What Word prints before the text of the next paragraph, with the gap after it; empty for none."""
        number_id, depth = self._place(paragraph)
        found = self._lists.get(number_id)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        if level.style == _BULLET:
            return "• "
        counts = self._counts.setdefault(found.abstract, {})
        self._count(counts, found, number_id, depth, level)

        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            above = found.levels.get(at)
            if above is None:
                return ""
            style = "decimal" if level.is_legal else above.style
            return printed(counts.get(at, above.start), style)

        text = _PLACE.sub(place, level.pattern)
        return text + level.gap if text else ""

    def _count(self, counts: dict[int, int], found: _List, number_id: str, depth: int, level: _Level) -> None:
        if depth in found.overrides and (number_id, depth) not in self._started:
            self._started.add((number_id, depth))
            counts[depth] = found.overrides[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in [at for at in counts if at > depth]:
            below = found.levels.get(deeper)
            if below is None or (below.restarts and depth + 1 <= below.restarts):
                del counts[deeper]

    def _place(self, paragraph: _Element) -> tuple[str, int]:
        """The list and level of a paragraph: its own, else its style's or that of the style's ancestors."""
        properties = paragraph.find(f"{W}pPr")
        style = None
        number_id, depth = "", None
        for _ in range(DEEPEST_STYLE):
            if properties is not None:
                own = properties.find(f"{W}numPr")
                if own is not None:
                    number_id = number_id or _value(own.find(f"{W}numId"))
                    depth = depth if depth is not None else _number(own.find(f"{W}ilvl"))
                if style is None:
                    style = self._styles.get(_value(properties.find(f"{W}pStyle")))
                    if style is not None and not number_id:
                        properties = style.find(f"{W}pPr")
                        continue
            if number_id or style is None:
                break
            style = self._styles.get(_value(style.find(f"{W}basedOn")))
            properties = style.find(f"{W}pPr") if style is not None else None
        return number_id, depth or 0


def _list(item: _Element, abstract: Mapping[str, dict[int, _Level]]) -> _List:
    named = _value(item.find(f"{W}abstractNumId"))
    levels = dict(abstract.get(named, {}))
    overrides = {}
    for override in item.iter(f"{W}lvlOverride"):
        depth = _whole(override.get(f"{W}ilvl"))
        own = override.find(f"{W}lvl")
        if own is not None:
            levels[depth] = _level(own)
        start = _number(override.find(f"{W}startOverride"))
        if start is not None:
            overrides[depth] = start
    return _List(named, levels, overrides)


def _level(level: _Element) -> _Level:
    depth = _whole(level.get(f"{W}ilvl"))
    start = _number(level.find(f"{W}start"))
    restarts = _number(level.find(f"{W}lvlRestart"))
    return _Level(
        start=start if start is not None else 1,
        style=_value(level.find(f"{W}numFmt")) or "decimal",
        pattern=_value(level.find(f"{W}lvlText")),
        gap=_GAPS.get(_value(level.find(f"{W}suff")), "\t"),
        restarts=restarts if restarts is not None else depth,
        is_legal=level.find(f"{W}isLgl") is not None,
    )


def _value(element: _Element | None) -> str:
    return str(element.get(f"{W}val") or "") if element is not None else ""


def _number(element: _Element | None) -> int | None:
    written = _value(element)
    return _whole(written) if written else None


def _whole(written: str | None) -> int:
    text = written or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
