"""Sentences and JSON about an import: doubts grouped for the eye, the shares and the remainder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from plantui.documents.place import LINE, excerpt
from plantui.model.jsonvalue import Json, JsonObject
from plantui.words.phrases import doubt_text, numbered, place_text, read_text

from .output import say

if TYPE_CHECKING:
    from plantui.documents.doubt_kinds import DoubtGroup
    from plantui.documents.imported import Imported, Remainder, RemainderKind, Shares
    from plantui.documents.overview.overview import Seen
    from plantui.documents.reading import Doubt
    from plantui.documents.source import Source
    from plantui.documents.traced import Span
    from plantui.words.catalogue import Words

_MANY = frozenset({"furniture", "table"})
"""Kinds of pieces of which only the number is told."""
_LOOKED_AT = 10 * LINE
"""Number of characters looked at for these: many may be blanks."""
_LISTED = 20
"""Number of places of one kind that are listed of a document without tasks; the others are counted."""
_QUOTED = 5
"""Number of places of one group of doubts whose words are quoted; of the others the lines are told."""


def imported_dict(words: Words, imported: Imported) -> JsonObject:
    """Return the plan in the JSON form, with `import`: coverage, doubts and remainder."""
    from plantui.planfile.jsonform import plan_dict

    source = imported.source
    return {
        **plan_dict(imported.plan),
        "import": {
            "coverage": round(imported.shares.coverage, 4),
            "shares": imported.shares._asdict(),
            "doubts": [_doubt_dict(words, source, doubt) for doubt in imported.doubts],
            "remainder": [
                {"kind": piece.kind.value, **_place_dict(source, piece.span)} for piece in imported.remainder
            ],
        },
    }


def _place_dict(source: Source, span: Span) -> JsonObject:
    return {
        "start": span.start,
        "end": span.end,
        "line": source.line_of(span.start),
        "page": source.page_of(span.start),
        "text": source.text[span.start : span.end],
    }


def _doubt_dict(words: Words, source: Source, doubt: Doubt) -> JsonObject:
    from plantui.documents.doubt_kinds import kind_of_doubt

    return {
        "kind": kind_of_doubt(doubt).value,
        "reason": doubt.reason.rpartition(".")[2],
        "message": doubt_text(words, doubt.reason, doubt.facts_told),
        "read": doubt.read,
        "alternatives": list(doubt.alternatives),
        **_place_dict(source, doubt.span),
        "places": [_place_dict(source, span) for span in doubt.places],
    }


def outline_dict(words: Words, imported: Imported, seen: Iterable[Seen]) -> JsonObject:
    """Return the JSON form of a document without tasks, with `outline` in `import`: what was seen, place by place."""
    data = imported_dict(words, imported)
    outline: list[Json] = [_seen_dict(imported.source, one) for one in seen]
    told = data["import"]
    assert isinstance(told, dict)
    return {**data, "import": {**told, "outline": outline}}


def _seen_dict(source: Source, seen: Seen) -> JsonObject:
    return {
        "kind": seen.kind.value,
        "number": seen.number,
        **_place_dict(source, seen.span),
        "cell": asdict(seen.cell) if seen.cell else None,
        "rows": seen.rows or None,
    }


def place_of(words: Words, source: Source, offset: int) -> str:
    """Return a place of the document in words: its line, and its page where it has pages."""
    return place_text(words, source.line_of(offset), source.page_of(offset))


def tell_import(words: Words, imported: Imported) -> None:
    """Say what was read, what is doubtful, and what is no part of a task."""
    say(read_text(words, imported.plan))
    say(words("documents.shares", **_shares(imported.shares)))
    tell_doubts(words, imported)
    _tell_remainder(words, imported)


def tell_outline(words: Words, imported: Imported, seen: Sequence[Seen], file: str) -> None:
    """Say that no task was found, what was seen instead, and how a person points at tasks."""
    from plantui.documents.overview.overview import SeenKind

    say(words("documents.no_tasks", file=imported.source.name))
    say(words("documents.seen" if seen else "documents.seen.none"))
    for kind in SeenKind:
        found = [one for one in seen if one.kind is kind]
        if found:
            told = words(f"documents.seen.{kind.value}", count=len(found))
            say("  " + words("documents.seen.kind", kind=told))
        for one in found[:_LISTED]:
            say("    " + _seen_line(words, imported.source, one))
        if len(found) > _LISTED:
            say("    " + words("documents.seen.more", count=len(found) - _LISTED))
    tell_doubts(words, imported)
    say(words("documents.seen.mark", file=file))


def _seen_line(words: Words, source: Source, seen: Seen) -> str:
    place, text = place_of(words, source, seen.span.start), _words_at(source, seen.span)
    if seen.rows:
        return words("documents.seen.rows", place=place, rows=seen.rows, text=_row_at(source, seen.span))
    if seen.cell:
        place = words("documents.place.cell", place=place, **asdict(seen.cell))
    elif seen.kind.value == "date":
        from plantui.documents.place import sentence_of

        sentence = _words_at(source, sentence_of(source, seen.span))
        return words("documents.seen.in_sentence", place=place, text=text, sentence=sentence)
    return words("documents.seen.place", place=place, text=numbered(seen.number, text))


def _row_at(source: Source, span: Span) -> str:
    """Return the cells of a row with bars between them."""
    return excerpt(" | ".join(source.text[span.start : span.end].split("\n")))


def tell_doubts(words: Words, imported: Imported) -> None:
    """Say what is doubtful, the most harmful kind first; what is doubtful for one reason stands together."""
    from plantui.documents.doubt_kinds import grouped_doubts

    if not imported.doubts:
        return
    say(words("documents.doubts", count=len(imported.doubts)))
    for group in grouped_doubts(imported.doubts):
        for line in _group_lines(words, imported.source, group):
            say("  " + line)


def _group_lines(words: Words, source: Source, group: DoubtGroup) -> Iterator[str]:
    kind = words(f"documents.kind.{group.kind.value}")
    if len(group.doubts) == 1:
        doubt = group.doubts[0]
        sentence = doubt_text(words, doubt.reason, doubt.facts_told, doubt.alternatives)
        yield words(
            "documents.doubt", place=place_of(words, source, doubt.span.start), kind=kind, sentence=sentence
        )
        if doubt.places:
            yield "  " + _lines_told(words, source, doubt.places)
        return
    alternatives = group.doubts[0].alternatives if group.is_same_everywhere else ()
    sentence = doubt_text(words, group.reason, group.facts, alternatives)
    yield words("documents.doubt_group", kind=kind, sentence=sentence, count=len(group.doubts))
    # One place more is quoted where a line about the rest would take its room.
    quoted = _QUOTED if len(group.doubts) > _QUOTED + 1 else len(group.doubts)
    quoted = 0 if group.is_same_everywhere else quoted
    for doubt in group.doubts[:quoted]:
        yield "  " + _place_line(words, source, doubt)
    if rest := group.doubts[quoted:]:
        yield "  " + _lines_told(words, source, [doubt.span for doubt in rest])


def _place_line(words: Words, source: Source, doubt: Doubt) -> str:
    place = place_of(words, source, doubt.span.start)
    # What was left out of the text stands in the doubt alone; of a workbook's cell its name is told.
    read = _words_at(source, doubt.span) if doubt.span.start < doubt.span.end else doubt.read
    where = doubt.facts.get("where", "")
    sentence = words("documents.doubt_place", place=place, read=" ".join(filter(None, (where, read))))
    if not doubt.alternatives:
        return sentence
    others = words.listing(doubt.alternatives)
    return words("documents.doubt.alternatives", sentence=sentence, others=others)


def _lines_told(words: Words, source: Source, spans: Sequence[Span]) -> str:
    lines = [*dict.fromkeys(source.line_of(span.start) for span in spans)]
    return words("documents.doubt_lines", lines=words.listing([*map(str, lines)]))


def _words_at(source: Source, span: Span) -> str:
    """Return the first words of a piece of the document, on one line."""
    from plantui.documents.place import unbroken
    from plantui.documents.traced import Span

    text, _ = unbroken(source, Span(span.start, min(span.end, span.start + _LOOKED_AT)))
    return excerpt(text)


def _tell_remainder(words: Words, imported: Imported) -> None:
    source = imported.source
    if imported.remainder:
        say(words("documents.remainder"))
    for piece, count in _grouped(imported.remainder):
        kind = words(f"documents.remainder.{piece.kind.value}")
        place = place_of(words, source, piece.span.start)
        if count > 1:
            say("  " + words("documents.remainder.pieces", place=place, kind=kind, count=count))
        else:
            say(
                "  "
                + words(
                    "documents.remainder.piece", place=place, kind=kind, text=_words_at(source, piece.span)
                )
            )


def _shares(shares: Shares) -> dict[str, str]:
    """Return the three shares as percents; what is not nought is never printed as nought."""
    counts = shares._asdict()
    return {name: _percent(shares.percent(count)) for name, count in counts.items()}


def _percent(percent: float) -> str:
    return "<0.1" if 0 < percent < 0.05 else f"{percent:.1f}"


def _grouped(remainder: Iterable[Remainder]) -> Iterator[tuple[Remainder, int]]:
    """Yield the pieces with their number; kinds that say nothing one by one, such as heads of pages, are one piece."""
    pieces = [*remainder]
    counts = Counter(piece.kind for piece in pieces)
    told: set[RemainderKind] = set()
    for piece in pieces:
        if piece.kind.value not in _MANY:
            yield piece, 1
        elif piece.kind not in told:
            told.add(piece.kind)
            yield piece, counts[piece.kind]
