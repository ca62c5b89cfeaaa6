"""The whole repair: from a source to its paragraphs, with an account of what was left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from plantui.documents.normalize.furniture import page_furniture
from plantui.documents.normalize.lines import Line, lines_of
from plantui.documents.normalize.names_apart import names_apart
from plantui.documents.normalize.nested import nested_numbers
from plantui.documents.normalize.punctuation import repaired_punctuation
from plantui.documents.normalize.spacing import without_blanks, without_foreign_words
from plantui.documents.normalize.web import web_furniture
from plantui.documents.normalize.wrapping import Paragraph, paragraphs_of
from plantui.documents.progress import Progress
from plantui.documents.source import Source
from plantui.documents.traced import Span, TracedText


@dataclass(frozen=True, slots=True, eq=False)
class Repaired:
    """A document as paragraphs."""

    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    """The lines without those of the page, for what stands line by line: the front matter."""
    furniture: tuple[Span, ...]
    """Page numbers, running heads, and what a web page has around a document."""
    left_out: tuple[Span, ...] = ()
    """Lines between those of a web page, of which nothing says what they are."""


def repaired(text: TracedText) -> TracedText:
    """A text with its blanks, foreign words and punctuation set right."""
    return repaired_punctuation(without_blanks(without_foreign_words(text)))


def repair(source: Source, skipped: tuple[Span, ...] = (), progress: Progress | None = None) -> Repaired:
    """The paragraphs of a Chinese document. Lines inside `skipped` (tables read elsewhere) are left out."""
    tables = _apart(skipped)
    lines = [line for line in lines_of(source) if not _is_inside(line, tables)]
    page, web = page_furniture(lines), web_furniture(lines, tables[-1].end if tables else 0)
    dropped = page | web.own | web.between
    kept = [_kept(line, index, dropped) for index, line in enumerate(lines) if index not in dropped]
    nested = nested_numbers(paragraphs_of(kept, progress), source.text)
    paragraphs = [_repaired(paragraph) for paragraph in nested]
    furniture, left_out = (
        tuple(lines[index].text.span for index in sorted(indices))
        for indices in (page | web.own, web.between - page)
    )
    found = tuple(p for p in paragraphs if p.text.text or p.number)
    return Repaired(found, tuple(kept), furniture, left_out)


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
