"""The latest notes on tasks as Markdown lists."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from plantui.model.terms import NEVER_LATE
from plantui.words import Words
from plantui.words.note_phrases import note_details
from plantui.words.phrases import note_reason, stage_text, term

from .markdown_labels import around, labelled
from .marks import cell, paragraph

if TYPE_CHECKING:
    from datetime import date

    from plantui.model.note import Note
    from plantui.model.stages import StageState
    from plantui.model.terms import Status

    from .summary import SummaryRow

_REMEMBERED = 4_096
"""First lines of notes that are remembered: departments, days and percents come again and again."""
_TEXTS = ("stage", "reason", "progress", "problems", "next_steps")


class NoteLists:
    """Says the latest notes on tasks: who, when, how far, and each text of the note."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._labels = [around(words, words(f"export.column.{name}")) for name in _TEXTS]
        self._late = words("terms.report.late")
        self._head = lru_cache(_REMEMBERED)(self._first_line)

    def __call__(self, rows: Sequence[SummaryRow]) -> list[str]:
        """Return the lists of each task, one below the other."""
        return [self._notes(row) if row.notes else "" for row in rows]

    def _notes(self, row: SummaryRow) -> str:
        late = row.late or ()
        staged = zip(row.notes, row.stages, strict=True)
        return "".join(
            [self._note(note, stage, self._late if note.id in late else "") for note, stage in staged]
        )

    def _note(self, note: Note, stage: StageState | None, late: str) -> str:
        words, content = self._words, note.content
        lines = [self._head(note.department, note.as_of, content.status, content.percent, late)]
        texts = (
            stage_text(words, stage) if stage else "",
            note_reason(words, content) if content.reason or content.status in NEVER_LATE else "",
            content.progress,
            content.problems,
            content.next_steps,
        )
        for (before, after), said in zip(self._labels, texts, strict=True):
            if said:
                lines.append(f"  - {before}{paragraph(said, 4)}{after}\n")
        if content.requirements or content.actuals or content.evidence:
            for label, said in note_details(words, content):
                lines.append(f"  - {labelled(words, label, paragraph(said, 4))}\n")
        return "".join(lines)

    def _first_line(
        self, department: str, as_of: date, status: Status, percent: int | None, late: str
    ) -> str:
        words = self._words
        facts = [as_of.isoformat(), term(words, status)]
        if percent is not None:
            facts.append(f"{percent}%")
        if late:
            facts.append(late)
        head = words("export.note", department=department, facts=words.listing(facts))
        return f"- **{cell(head)}**\n"
