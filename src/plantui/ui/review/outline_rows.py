"""The rows of the outline: each piece of the document with what it looks like and what a person marked it as."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from plantui.documents.overview.overview import SeenKind, overview_of
from plantui.documents.overview.pieces import Piece
from plantui.documents.review import Review
from plantui.documents.review.structure import Added, Part
from plantui.model.plan import Task
from plantui.model.terms import Role
from plantui.model.text import one_line
from plantui.ui.lines import labelled, paragraph
from plantui.ui.painting import clip, fit
from plantui.ui.widgets.painted import Painted
from plantui.words import Words

_NUMBER_WIDTH = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of the document."""

    piece: Piece
    seen: SeenKind | None
    line: int


def outline_rows(review: Review) -> list[Row]:
    """Return a row for each piece, with the first thing that it looks like."""
    source = review.imported.source
    seen = sorted(overview_of(source), key=lambda one: one.span.start)
    starts = [one.span.start for one in seen]
    order = list(SeenKind)
    rows = []
    for piece in review.pieces:
        span = piece.span
        kinds = [one.kind for one in seen[bisect_left(starts, span.start) : bisect_left(starts, span.end)]]
        rows.append(Row(piece, min(kinds, key=order.index, default=None), source.line_of(span.start)))
    return rows


class RowPainter:
    """Paints the rows: the mark, the number of the line, what it looks like, its words."""

    def __init__(self, words: Words, review: Review) -> None:
        self._review = review
        self._marks = {part: words(f"review.mark.{part.value}") for part in (Part.TASK, Part.SECTION)}
        self._kinds = {kind: words(f"review.seen.{kind.value}") for kind in SeenKind}
        self._widths = [max(map(cell_len, names.values())) + 1 for names in (self._marks, self._kinds)]

    def __call__(self, row: Row, width: int) -> Painted:
        """Return the painted line of a row."""
        marked = self._review.marked(row.piece.span)
        look = "head" if marked else "" if row.seen else "muted"
        mark = fit(self._marks[marked.part] if marked else "", self._widths[0])
        kind = fit(self._kinds[row.seen] if row.seen else "", self._widths[1])
        start = f" {mark}{row.line:>{_NUMBER_WIDTH - 1}} {kind}"
        words = one_line(self._review.words_of(row.piece))
        return [(start, "notice" if marked else "muted"), (clip(words, width - cell_len(start)), look)]


def row_lines(words: Words, review: Review, row: Row, width: int) -> list[Painted]:
    """Return the lines on one piece: what is read of it as a task, else all its words."""
    marked = review.marked(row.piece.span)
    task = review.task_of(marked) if marked is not None else None
    whole = paragraph(review.words_of(row.piece), width)
    return [*_task_lines(words, task, width)] if task is not None else whole


def _task_lines(words: Words, task: Task, width: int) -> Iterator[Painted]:
    yield from labelled(words("review.field.title"), task.title, width)
    who = [
        f"{words(f'review.field.{role.value}')} {words.listing([*names])}"
        for role in Role
        if (names := task.departments.of(role))
    ]
    who += [f"{words('review.field.deadline')} {one.due.isoformat()} {one.phrase}" for one in task.deadlines]
    yield from paragraph("  ".join(who) or words("review.outline.nobody"), width)
    if task.text:
        yield from labelled(words("review.field.text"), task.text, width, "muted")


def counts(added: list[Added]) -> dict[str, int]:
    """Return how many tasks and sections were marked."""
    return {
        "tasks": sum(one.part is Part.TASK for one in added),
        "sections": sum(one.part is Part.SECTION for one in added),
    }
