"""The numbers that Word makes itself: 一、 in front of a paragraph whose text does not hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plantui.documents.patterns import compiled

from .numerals import printed
from .word_styles import W, WordStyles, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = compiled(r"%([1-9])")
_BULLET = "bullet"
_GAPS = {"space": " ", "nothing": "", "tab": "\t"}


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


@dataclass(slots=True)
class Numbering:
    """Counts the paragraphs of a document, in their order."""

    _lists: dict[str, _List] = field(default_factory=dict)
    _styles: WordStyles = field(default_factory=WordStyles)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """By abstract list: several lists over one abstract list count on."""
    _started: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: _Element | None, styles: WordStyles) -> Numbering:
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
        number_id, depth = "", None
        for properties in self._properties(paragraph):
            own = properties.find(f"{W}numPr")
            if own is not None:
                number_id = value_of(own.find(f"{W}numId"))
                depth = depth if depth is not None else _number(own.find(f"{W}ilvl"))
            if number_id:
                break
        return number_id, depth or 0

    def _properties(self, paragraph: _Element) -> Iterator[_Element]:
        """Yield the properties of a paragraph, then those of its style and of the style's ancestors."""
        own = paragraph.find(f"{W}pPr")
        if own is None:
            return
        yield own
        for style in self._styles.line(value_of(own.find(f"{W}pStyle"))):
            if (properties := style.find(f"{W}pPr")) is not None:
                yield properties


def _list(item: _Element, abstract: Mapping[str, dict[int, _Level]]) -> _List:
    named = value_of(item.find(f"{W}abstractNumId"))
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
        style=value_of(level.find(f"{W}numFmt")) or "decimal",
        pattern=value_of(level.find(f"{W}lvlText")),
        gap=_GAPS.get(value_of(level.find(f"{W}suff")), "\t"),
        restarts=restarts if restarts is not None else depth,
        is_legal=level.find(f"{W}isLgl") is not None,
    )


def _number(element: _Element | None) -> int | None:
    written = value_of(element)
    return _whole(written) if written else None


def _whole(written: str | None) -> int:
    text = written or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
