"""Where the front matter stands: its values are looked for in the very lines that they were read from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plantui.documents.patterns import compiled
from plantui.documents.source import Source
from plantui.documents.traced import Span, TracedText

from .dates import dates_in
from .front import Front

_BETWEEN = compiled(r"[\s、]+")
"""What stands between the pieces of a value: a title's lines, those who sign together."""


def front_spans(front: Front, head: TracedText, close: TracedText, source: Source) -> dict[str, Span]:
    """The places of the title, number, issuer and day of issue; what is not found is left out."""
    head, close = head.without(_BETWEEN), close.without(_BETWEEN)
    found = {
        "title": _title(front.title, head, source),
        "document_number": next(_occurrences(front.document_number or "", head), None),
    }
    found["issuer"], found["issued"] = _signature(front.issuer, front.issued, head, close)
    return {name: span for name, span in found.items() if span}


def _occurrences(words: str, text: TracedText) -> Iterator[Span]:
    wanted = _BETWEEN.sub("", words)
    at = text.text.find(wanted) if wanted else -1
    while at >= 0:
        yield text[at : at + len(wanted)].span
        at = text.text.find(wanted, at + 1)


def _title(title: str, head: TracedText, source: Source) -> Span | None:
    """Of the places of the title the last that has its lines to itself: the plan's own head, not the notice's."""
    places = [*_occurrences(title, head)]
    alone = [span for span in places if _is_alone(span, source.text)]
    return next(reversed(alone or places), None)


def _is_alone(span: Span, text: str) -> bool:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    rest = text[start : span.start] + text[span.end : end if end >= 0 else len(text)]
    return not any(map(str.isalnum, rest))


def _signature(
    issuer: str | None, issued: date | str | None, head: TracedText, close: TracedText
) -> tuple[Span | None, Span | None]:
    """The issuer and the day that stand nearest to each other: those of the signature."""
    names = [span for text in (head, close) for span in _occurrences(issuer or "", text)]
    days = [
        text[start:end].span
        for text in (head, close)
        for start, end, day in dates_in(text.text)
        if day == issued
    ]
    pairs = [(name, day) for name in names for day in days]
    if not pairs:
        return next(iter(names), None), next(iter(days), None)
    return min(pairs, key=lambda pair: abs(pair[1].start - pair[0].end))
