"""Headings of an English plan: numbered actions, and the goals and objectives above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plantui.documents.patterns import compiled
from plantui.documents.repair.lines import Line
from plantui.documents.rule import Stage, rule

from .labels import labels_in

_ITEM = (
    r"Actions?|Activity|Measure|Initiative|Recommendation|Task|Project|Policy|Strategy|"
    r"Step|Tactic|Implementation Action|Sub-?strategy"
)
_SECTION = (
    r"Goal|Objective|Focus Area|Priority Area|Sector|Chapter|Section|Theme|Pillar|Part|"
    r"Element|Area|Category|Target Area|Big Move|Outcome"
)
_CODE = r"[A-Z]{0,4}[-–. ]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?(?:\.[A-Z]\d?)?"
_FIGURE = r"(?:[MGk]W|[MG]T|MMT|Million|Billion|Percent|Acres|Miles|Tons|Gallons|Degrees|Feet)"
ITEM = compiled(
    rf"^(?:(?P<word>{_ITEM})\s+(?P<code>{_CODE}|[A-Z]{{1,3}})\s*[.:)–—-]+\s*|(?P<plain>(?:[A-Z]{{1,4}}[-–.]?)?\d{{1,3}}(?:\s?\.\d{{1,3}}){{0,3}}[a-z]?)\s?[.):]\s+|(?P<bare>\d{{1,2}}(?:\.\d{{1,2}}){{1,2}})\s+(?!{_FIGURE}))(?P<title>[A-Z“\"].*)$"
)
SECTION = compiled(
    (
        rf"^(?P<word>{_SECTION})\s+(?P<code>[A-Z]{{0,3}}-?\d{{1,2}}(?:\.\d{{1,2}})*|[IVX]{{1,4}}|"
        rf"[A-Z])\s*[.:)–—-]+\s*(?P<title>[A-Z].*)$"
    ),
    re.IGNORECASE,
)
_SMALL = compiled(
    r"(?:\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|that|the|their|to|with|its|"
    r"all|is|are|be|will|through|City’s|City's)|[,;:/–-])$"
)
_LITTLE = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "vs",
        "via",
        "per",
        "its",
        "all",
    ]
)
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class EnglishHeading:
    """A heading: its number as printed, and the lines that its title takes."""

    first: int
    end: int
    number: str
    title_start: int
    """Where the title begins in the first line."""
    is_section: bool = False
    word: str = ""
    """Goal, Objective, Action …; empty for a bare number."""
    is_title: bool = False
    """It is written as a title: a plain number and a few words with capitals."""


@rule(Stage.ENGLISH)
def heading_at(lines: Sequence[Line], at: int) -> EnglishHeading | None:
    """A heading is `Action 1.1.1: Title`, `T-2. Title` or `3. Title`; goals, objectives and focus areas are sections."""
    text = lines[at].text.text
    if match := SECTION.match(text):
        end = _end(lines, at, match.start("title"))
        word = match["word"].title()
        return EnglishHeading(at, end, f"{word} {match['code']}", match.start("title"), True, word)
    match = ITEM.match(text)
    if match is None or "....." in text:
        return None
    number = match["code"] or match["plain"] or match["bare"]
    return EnglishHeading(
        at,
        _end(lines, at, match.start("title")),
        number.strip(),
        match.start("title"),
        False,
        match["word"] or "",
        number.strip().isdigit() and is_title_case(match["title"]) and match["title"][-1] not in ".;:,",
    )


@rule(Stage.ENGLISH)
def _end(lines: Sequence[Line], at: int, start: int) -> int:
    """A title goes on in the next line where that begins in lower case, where the line ends in a small word (of, the, and),
    or where both are written with capitals as titles are; a full stop, a blank line or a label ends it."""
    end = at + 1
    current = lines[at].text.text[start:]
    while end < len(lines) and end - at < _MOST_LINES:
        following = lines[end].text.text
        if current.rstrip().endswith((".", "?", "!")) or labels_in(following) or _starts(following):
            break
        is_cut = following[:1].islower() or _SMALL.search(current.rstrip())
        both = is_title_case(current) and is_title_case(following) and not lines[end].after_blank
        if lines[end].after_blank and not is_cut:
            break
        if not is_cut and not both:
            break
        current = following
        end += 1
    return end


def _starts(text: str) -> bool:
    return bool(SECTION.match(text) or ITEM.match(text))


def is_title_case(text: str) -> bool:
    """Whether a line is written with capitals as titles are."""
    words = [word for word in compiled(r"[A-Za-z][\w’'-]*").findall(text) if word.lower() not in _LITTLE]
    return bool(words) and len(text) < 80 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)
