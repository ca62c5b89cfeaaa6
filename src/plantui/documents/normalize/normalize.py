"""The whole repair: from a source to its paragraphs, with an account of what was left out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from plantui.documents.normalize.furniture import page_furniture
from plantui.documents.normalize.lines import Line, lines_of
from plantui.documents.normalize.names_apart import names_apart
from plantui.documents.normalize.nested import nested_numbers
from plantui.documents.normalize.punctuation import repaired_punctuation
from plantui.documents.normalize.spacing import without_blanks, without_foreign_words
from plantui.documents.normalize.web import web_furniture
from plantui.documents.normalize.wrapping import Paragraph, paragraphs_of
from plantui.documents.patterns import compiled
from plantui.documents.progress import Progress
from plantui.documents.source import Source
from plantui.documents.traced import Span, TracedText

_FRONT = 40
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


def repaired(text: TracedText) -> TracedText:
    """A text with its blanks, foreign words and punctuation set right."""
    return repaired_punctuation(without_blanks(without_foreign_words(text)))


def repair(source: Source, skipped: tuple[Span, ...] = (), progress: Progress | None = None) -> Normalized:
    """The paragraphs of a Chinese document. Lines inside `skipped` (tables read elsewhere) are left out."""
    tables = _apart(skipped)
    lines = [line for line in lines_of(source) if not _is_inside(line, tables)]
    page, web = page_furniture(lines), web_furniture(lines, tables[-1].end if tables else 0)
    dropped = page | web.own | web.between
    kept = [_kept(line, index, dropped) for index, line in enumerate(lines) if index not in dropped]
    nested = nested_numbers(paragraphs_of(kept, progress), source.text)
    paragraphs = [_repaired(paragraph) for paragraph in nested]
    return Normalized(
        tuple(kept),
        tuple(lines[index].text for index in sorted(page | web.own)),
        tuple(lines[index].text.span for index in sorted(web.between - page)),
        tuple(p for p in paragraphs if p.text.text or p.number),
    )


def english_lines(source: Source) -> Normalized:
    """The lines of an English document, their words whole."""
    from .broken_words import vocabulary, whole_words
    from .running_lines import english_furniture

    lines = lines_of(source)
    words = vocabulary(source.text)
    furniture = english_furniture(lines, source)
    kept: list[Line] = []
    blank = page = False
    for index, line in enumerate(lines):
        blank, page = blank or line.after_blank, page or line.after_page
        if index in furniture:
            blank = True
            continue
        line = _without_list_marks(_whole_head(line, source.text))
        text = whole_words(line.text, words)
        if text.text:
            kept.append(replace(line, text=text, after_blank=blank, after_page=page))
            blank = page = False
    dropped = tuple(lines[index].text for index in sorted(furniture))
    front = tuple(line.text for line in lines[:_FRONT])
    return Normalized(tuple(kept), dropped, front=front, words=words)


def _whole_head(line: Line, source: str) -> Line:
    """A line that begins with `#` and has gaps is the head of a table: its `#` is the name of a column."""
    if not line.is_heading or not compiled(r"\t|\||\s{2,}").search(line.text.text):
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


def _repaired(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, text=repaired(names_apart(paragraph.text)))


def _kept(line: Line, index: int, furniture: set[int]) -> Line:
    """A line after dropped furniture: the blank before it was the page's."""
    if index - 1 in furniture:
        return replace(line, after_blank=False)
    return line


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Ranges in their order, those that touch as one."""
    apart: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        if apart and span.start <= apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart


def _is_inside(line: Line, skipped: list[Span]) -> bool:
    place = line.text.offsets[0]
    at = bisect_right(skipped, place, key=lambda span: span.start) - 1
    return at >= 0 and place < skipped[at].end
