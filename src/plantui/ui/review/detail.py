"""The lines below the list: the whole value of the current field, why it is doubtful, where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plantui.documents.review import Field, Kind, Review
from plantui.documents.review.doubts import NOT_UNDERSTOOD
from plantui.model.plan import Indicator
from plantui.ui.lines import labelled, paragraph
from plantui.ui.widgets.painted import Painted
from plantui.words import Words
from plantui.words.phrases import doubt_text, place_text

from .spelling import shown_line, spelled


def detail_lines(words: Words, review: Review, field: Field, group: str, width: int) -> list[Painted]:
    """Return all lines on one field."""
    return list(_lines(words, review, field, group, max(width, 20)))


def _lines(words: Words, review: Review, field: Field, group: str, width: int) -> Iterator[Painted]:
    for doubt in review.doubts(field):
        yield from paragraph(doubt_sentence(words, doubt.reason, doubt.facts_told), width, "notice")
    others = review.alternatives(field)
    if others:
        yield from labelled(words("review.alternatives"), words.listing(others), width)
    value = shown_line(words, review, field) or words("review.nothing")
    yield from labelled(words(f"review.field.{field.name}"), value, width)
    if review.is_corrected(field):
        was = spelled(words, field, field.read) or words("review.nothing")
        yield from labelled(words("review.was"), was, width, "muted")
    said = [group] if group else []
    said += [place] if (place := _place(words, review, field)) else []
    said += _kept(words, review, field)
    if said:
        yield from paragraph("  ".join(said), width, "muted")


def doubt_sentence(words: Words, reason: str, facts: Mapping[str, str]) -> str:
    """Return the sentence that says why something is doubtful."""
    return words("review.not_understood") if reason == NOT_UNDERSTOOD else doubt_text(words, reason, facts)


def _place(words: Words, review: Review, field: Field) -> str:
    spans = review.spans(field)
    if not spans:
        return words("review.no_place")
    source, start = review.imported.source, spans[0].start
    return place_text(words, source.line_of(start), source.page_of(start))


def _kept(words: Words, review: Review, field: Field) -> list[str]:
    """Return the facts of an indicator that are not in its line: the force of its wording, its base year."""
    if field.kind is not Kind.MEASURE or field.is_blank or field.task is None:
        return []
    task = next(task for task in review.imported.plan.tasks if task.id == field.task)
    indicator: Indicator = task.indicators[int(field.key.rpartition("/")[2])]
    said = [words(f"terms.force.{indicator.force.value}")] if indicator.force else []
    if indicator.baseline_year:
        said.append(words("review.baseline", year=indicator.baseline_year))
    return said
