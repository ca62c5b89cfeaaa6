"""Places of the document: as the plan file has them, as one line, and found again where none was kept."""

from __future__ import annotations

from array import array
from functools import cached_property

from plantui.documents.patterns import compiled
from plantui.documents.source import Source
from plantui.documents.traced import Span
from plantui.model.plan import Place, Task

_WORDS = compiled(r"\S+")
_SENTENCE_END = compiled(r"[。！？]|[）)](?=[ \u3000]*\n)|\.(?=\s+[A-Z])")
"""The bracket with the departments behind a task ends its line."""
_LINE = compiled(r"\n[\s>#*]*")
_HEADING = compiled(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第\S{1,3}[编篇章节])"
    r"[^，。；：\n]{1,30}\n"
)
"""A heading on a line of its own, without a stop."""
_LONGEST = 400
_HEAD = 10
LINE = 60
"""Characters that a quoted line has room for."""


def span_of(place: str) -> Span:
    """A range of the plan file (120-135)."""
    start, _, end = place.partition("-")
    return Span(int(start), int(end))


def range_of(span: Span) -> str:
    """A range as the plan file has it."""
    return f"{span.start}-{span.end}"


def spans_of(task: Task) -> list[Span]:
    """Return the places of a task's title and text, as far as they are known."""
    places = (task.source.title, task.source.text) if task.source else ()
    return [span_of(place) for place in places if place]


def start_of(task: Task) -> int | None:
    """Return where a task begins; None where that is not known."""
    return min((span.start for span in spans_of(task)), default=None)


def place_at(source: Source, span: Span) -> Place:
    """A range as the plan has it, with its line and page."""
    return Place(source.line_of(span.start), range_of(span), source.page_of(span.start))


def unbroken(source: Source, span: Span) -> tuple[str, list[int]]:
    """A piece of the document as one line, and the place of each of its characters: ends of lines are closed up, between
    words of Latin letters they become a blank."""
    text, places = [], []
    raw = source.text
    at = span.start
    while at < span.end:
        if not raw[at].isspace():
            text.append(raw[at])
            places.append(at)
            at += 1
            continue
        end = at
        while end < span.end and raw[end].isspace():
            end += 1
        is_wide = bool(text) and (ord(text[-1]) > 0x2E7F or (end < span.end and ord(raw[end]) > 0x2E7F))
        if text and end < span.end and not ("\n" in raw[at:end] and is_wide):
            text.append(" ")
            places.append(at)
        at = end
    return "".join(text), places


class Finder:
    """A document without its blanks."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @cached_property
    def _compact(self) -> tuple[str, array[int]]:
        offsets = array("I")
        pieces = []
        for match in _WORDS.finditer(self._source.text):
            pieces.append(match.group())
            offsets.extend(range(match.start(), match.end()))
        return "".join(pieces), offsets

    def find(self, words: str, start: int = 0, end: int | None = None, *, last: bool = False) -> Span | None:
        """Where words stand between two places of the document: the first or the last time."""
        wanted = "".join(words.split())
        text, offsets = self._compact
        if not wanted or not offsets:
            return None
        low, high = self._at(start), len(text) if end is None else self._at(end)
        at = text.rfind(wanted, low, high) if last else text.find(wanted, low, high)
        if at < 0:
            return self.find(wanted[:_HEAD], start, end, last=last) if len(wanted) > _HEAD else None
        return Span(offsets[at], offsets[at + len(wanted) - 1] + 1)

    def _at(self, offset: int) -> int:
        from bisect import bisect_left

        return bisect_left(self._compact[1], offset)


def sentence_of(source: Source, span: Span) -> Span:
    """The sentence around a range. A line with a number or a role label begins one, since headings end without a stop."""
    text = source.text
    start, last = max(0, span.start - _LONGEST), min(len(text), span.end + _LONGEST)
    for mark in _SENTENCE_END.finditer(text, start, span.start):
        start = mark.end()
    following = _SENTENCE_END.search(text, max(span.start, span.end - 1), last)
    end = following.end() if following else last
    for begun in _LINE.finditer(text, start, span.start + 1):
        if _begins(text, begun.end()):
            heading = _HEADING.match(text, begun.end(), span.start)
            start = heading.end() if heading else begun.end()
    later = (line for line in _LINE.finditer(text, span.end, end) if _begins(text, line.end()))
    end = next((line.start() for line in later), end)
    if (cell := source.cell_of(span.start)) is not None:
        start, end = max(start, cell.start), min(end, cell.end)  # a cell ends without a stop, too
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start, max(end, span.end))


def _begins(text: str, at: int) -> bool:
    """Whether a numbered item or a role line begins here."""
    from plantui.documents.normalize.role_signs import ROLE_LABEL
    from plantui.documents.tokens.numbering import number_of

    line = text[at : at + _HEAD * 2]
    number = number_of(line)
    return (number is not None and number.is_certain) or ROLE_LABEL.search(line) is not None


def excerpt(text: str, longest: int = LINE) -> str:
    """Return a text, a longer one cut and with a sign that says so."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
