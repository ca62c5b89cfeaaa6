"""The list of a review: headings and fields, the doubtful ones first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from plantui.documents.doubt_kinds import DoubtGroup
from plantui.documents.review import Field, Kind, Part, Review, Target
from plantui.model.text import one_line
from plantui.ui.painting import clip, fit
from plantui.ui.widgets.painted import Painted
from plantui.words import Words
from plantui.words.phrases import numbered

from .detail import doubt_sentence
from .spelling import shown_line

DOUBTFUL = "doubtful"
_LOOKS = {"open": "", "doubt": "notice", "accepted": "muted", "corrected": "", "dropped": "muted"}
_NAME_WIDTH = 10


@dataclass(frozen=True, slots=True)
class Heading:
    """Heading that the fields below it belong to."""

    group: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """The row of a field."""

    field: Field
    of: str = ""
    """The task that it belongs to, where the heading above does not say it."""


Row = Heading | Entry


class RowMaker:
    """Makes the rows of a review."""

    def __init__(self, words: Words, review: Review) -> None:
        self._words = words
        self._review = review
        self._titles: dict[str, tuple[str, str]] = {}

    def rows(self, *, with_blank: bool) -> list[Row]:
        """Return the doubtful fields by the kind of doubt, then all others in the order of the document."""
        self._titles = {task.id: (task.number, task.title) for task in self._review.imported.plan.tasks}
        rows: list[Row] = []
        keys: set[str] = set()
        for group, fields in self._review.doubt_groups:
            rows.append(Heading(DOUBTFUL, self._group_said(group)))
            rows += (Entry(field, self._number(field)) for field in fields)
            keys |= {field.key for field in fields}
        return [*rows, *self._others(keys, with_blank)]

    def _group_said(self, group: DoubtGroup) -> str:
        kind = self._words(f"documents.kind.{group.kind.value}")
        sentence = doubt_sentence(self._words, group.reason, group.facts)
        return self._words("review.group.doubtful", kind=kind, count=len(group.doubts), sentence=sentence)

    def _others(self, doubtful: set[str], with_blank: bool) -> Iterator[Row]:
        group = ""
        for field in self._review.fields:
            if field.key in doubtful or (
                field.is_blank and not with_blank and not self._review.is_decided(field)
            ):
                continue
            if field.group != group:
                group = field.group
                yield Heading(group, self.group_name(field))
            yield Entry(field)

    def group_name(self, field: Field) -> str:
        """Return the task, section or goal that a field belongs to, in words."""
        if field.task is None:
            return self._words(f"review.group.{field.group}")
        title = numbered(*self._titles[field.task])
        is_added = self._review.is_added(Target(Part.TASK, field.task))
        return self._words("review.added", title=title) if is_added else title

    def _number(self, field: Field) -> str:
        if field.task is None:
            return ""
        number, title = self._titles[field.task]
        return number or title


class EntryPainter:
    """Paints the rows: what was decided, the field's name, its value."""

    def __init__(self, words: Words, review: Review) -> None:
        self._words = words
        self._review = review
        names = {mark: words(f"review.mark.{mark}") for mark in _LOOKS}
        width = max(cell_len(name) for name in names.values()) + 1
        self._marks = {mark: " " + fit(name, width) for mark, name in names.items()}

    def __call__(self, row: Row, width: int) -> Painted:
        """Return the painted line of a row."""
        if isinstance(row, Heading):
            return [(clip(one_line(row.text), width), "head")]
        mark = self.mark(row.field)
        look = _LOOKS[mark]
        start = self._marks[mark]
        name = fit(self._words(f"review.field.{row.field.name}"), _NAME_WIDTH) + " "
        of = f"{clip(row.of, _NAME_WIDTH * 2)} " if row.of else ""
        line = shown_line(self._words, self._review, row.field)
        room = width - cell_len(start) - cell_len(name) - cell_len(of)
        value = line or self._words("review.nothing")
        return [(start, look), (name, "muted"), (of, ""), (clip(one_line(value), room), look)]

    def mark(self, field: Field) -> str:
        """Return the state of a field: not decided, doubtful, accepted, corrected or dropped."""
        if field.kind is Kind.DROPPED:
            return "dropped"
        if self._review.is_corrected(field):
            return "corrected"
        if self._review.is_decided(field):
            return "accepted"
        return "doubt" if self._review.doubts(field) else "open"
