"""From a source to its lines and paragraphs, with an account of what was left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from plantui.documents.languages.en import EN
from plantui.documents.languages.language import Language
from plantui.documents.patterns import compiled
from plantui.documents.progress import Progress
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source
from plantui.documents.tokens.numbering import number_of
from plantui.documents.traced import Span, TracedText

from .cards import headed_cards, titled_cards
from .furniture import page_furniture
from .lines import Line, lines_of
from .names_apart import names_apart
from .role_signs import begins_with_clause
from .typography import typeset
from .web import web_furniture
from .wrapping import Paragraph, nested_numbers, paragraphs_of

_FRONT = 40
_LEAST_BRACKETS = 3
_LEAST_OPENINGS = 3
_MORE_BULLETS = compiled(r"^(?:[◦‣⁃∙➤❖✓–—]\s*|o\s+(?=[A-Z]))(?=\S)")
_BOX = compiled(r"^(?:\[[ xX]?\]|[☐☑☒])\s+")


@dataclass(frozen=True, slots=True, eq=False)
class Normalized:
    """A document as lines and paragraphs."""

    kept: tuple[Line, ...]
    """The lines without those of the page."""
    furniture: tuple[TracedText, ...]
    """Page numbers, running heads, and what a web page has around a document."""
    left_out: tuple[Span, ...] = ()
    """Lines between those of a web page, of which nothing says what they are."""
    paragraphs: tuple[Paragraph, ...] = ()
    """The lines joined; the lines of an English document are joined field by field."""
    front: tuple[TracedText, ...] = ()
    """The first lines of an English document, the page's own among them."""
    words: Counter[str] = field(default_factory=Counter)
    """How often an English document has each word."""


def normalize(
    source: Source, language: Language, skipped: Sequence[Span] = (), progress: Progress | None = None
) -> Normalized:
    """The lines and paragraphs of a document. Lines inside `skipped` (tables read elsewhere) are left out."""
    lines = _outside(skipped, lines_of(source))
    if language.is_english:
        return _english(lines, source)
    return _chinese(lines, source, max((span.end for span in skipped), default=0), progress)


def _outside(skipped: Sequence[Span], lines: Sequence[Line]) -> list[Line]:
    spans = sorted(skipped, key=lambda span: span.start)
    ends = [*accumulate((span.end for span in spans), max)]
    starts = [span.start for span in spans]
    kept = []
    for line in lines:
        place = line.text.offsets[0]
        at = bisect_right(starts, place)
        if not at or place >= ends[at - 1]:
            kept.append(line)
    return kept


def _chinese(lines: list[Line], source: Source, tables_end: int, progress: Progress | None) -> Normalized:
    """Lines joined to paragraphs; a blank before a line is the page's where something of the page stood there."""
    page, web = page_furniture(lines), web_furniture(lines, tables_end)
    dropped = page | web.own | web.between
    kept = [
        replace(line, after_blank=line.after_blank and index - 1 not in dropped)
        for index, line in enumerate(lines)
        if index not in dropped
    ]
    joined = nested_numbers(paragraphs_of(numbers_first(kept), progress), source.text)
    typed = [replace(one, text=typeset(names_apart(one.text))) for one in joined]
    paragraphs = headed_cards([*titled_cards(typed)])
    return Normalized(
        tuple(kept),
        tuple(lines[index].text for index in sorted(page | web.own)),
        tuple(lines[index].text.span for index in sorted(web.between - page)),
        tuple(p for p in paragraphs if p.text.text or p.number),
    )


@rule(Stage.REPAIR)
def numbers_first(lines: list[Line]) -> list[Line]:
    """（市科技局牵头）三、支持创新 is 三、（市科技局牵头）支持创新, where three lines begin so: one alone is two that a copy
    glued."""
    found = [_number_first(line) for line in lines]
    changed = sum(line is not other for line, other in zip(lines, found, strict=True))
    return found if changed >= _LEAST_OPENINGS else lines


def _number_first(line: Line) -> Line:
    opening = begins_with_clause(line.words)
    number = number_of(line.words[opening:]) if opening else None
    if number is None:
        return line
    end = opening + number.length
    return replace(line, text=TracedText.join([line.text[opening:end], line.text[:opening], line.text[end:]]))


def _english(lines: list[Line], source: Source) -> Normalized:
    """Lines with their words whole; what belongs to the page stands for a blank line."""
    from .broken_words import vocabulary, whole_words
    from .running_lines import english_furniture

    words = vocabulary(source.text)
    furniture = english_furniture(lines, source)
    kept: list[Line] = []
    blank = page = False
    for index, line in enumerate(lines):
        blank, page = blank or line.after_blank or index in furniture, page or line.after_page
        if index in furniture:
            continue
        line = _without_list_marks(_whole_head(line, source.text))
        text = whole_words(line.text, words)
        if text.text:
            kept.append(replace(line, text=text, after_blank=blank, after_page=page))
            blank = page = False
    dropped = tuple(lines[index].text for index in sorted(furniture))
    front = tuple(line.text for line in lines[:_FRONT])
    return Normalized(tuple(labelled_brackets(kept)), dropped, front=front, words=words)


@rule(Stage.ENGLISH)
def labelled_brackets(lines: Sequence[Line]) -> Sequence[Line]:
    """`(Principal and Math Coach, by September 12, 2025)` at the end of a line says who and by when, as labels would, where
    three lines end so."""
    found = [EN.LABELS_TEXT_WHO_AND_WHEN.search(line.words) for line in lines]
    if len(lines) - found.count(None) < _LEAST_BRACKETS:
        return lines
    return [
        replace(line, text=_labelled(line.text, match)) if match else line
        for line, match in zip(lines, found, strict=True)
    ]


def _labelled(text: TracedText, match: re.Match[str]) -> TracedText:
    who, when = match.start("who"), match.start("when")
    labels = [
        TracedText.implied(words, text.offsets[at]) for words, at in (("Who: ", who), ("; By when: ", when))
    ]
    return TracedText.join([text[:who], labels[0], text[who : match.end("who")], labels[1], text[when:]])


def _whole_head(line: Line, source: str) -> Line:
    """A line that begins with `#` and has gaps is the head of a table: its `#` is the name of a column."""
    if not line.is_heading or not compiled(r"\t|\||\s{2,}").search(line.words):
        return line
    first = line.text.offsets[0]
    mark = source.index("#", source.rfind("\n", 0, first) + 1)
    return replace(line, text=TracedText.of(source[mark : line.text.span.end], mark), is_heading=False)


def _without_list_marks(line: Line) -> Line:
    """A line without the sign or the box of a list that it begins with."""
    text = line.text
    sign = _MORE_BULLETS.match(text.text)
    if sign:
        text = text[sign.end() :]
    if box := _BOX.match(text.text):
        text = text[box.end() :]
    return replace(line, text=text, is_bullet=line.is_bullet or sign is not None)
