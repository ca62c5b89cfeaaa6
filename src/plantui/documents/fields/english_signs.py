"""Signs of work in English lines that are in no field, found by the readers of the fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.fields.deadlines.english_deadlines import english_deadlines
from plantui.documents.languages.en import EN
from plantui.documents.period import Period
from plantui.documents.reading import TaskText
from plantui.documents.tokens.body_sentences import are_bodies
from plantui.documents.tokens.english_labels import labels_in
from plantui.documents.traced import TracedText


@dataclass(frozen=True, slots=True)
class EnglishSigns:
    """Looks at English lines."""

    period: Period

    def aside(self, line: TracedText) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield what a line that was set aside says: a value behind the label of a role, or a deadline. Figures alone
        fill the reports and tables that English plans have beside their actions, and are no sign."""
        labels = labels_in(line.text)
        ends = [label.start for label in labels[1:]] + [len(line)]
        values = [
            (label, line.text[label.end : end].strip()) for label, end in zip(labels, ends, strict=False)
        ]
        if roles := [value for label, value in values if label.kind in ROLES and value]:
            yield "departments", roles
        deadlines = english_deadlines(line, self.period).deadlines
        if phrases := [one.phrase for one in deadlines if not self.period.is_before(one.due.year)]:
            yield "deadline", phrases

    def unread(self, task: TaskText) -> Iterator[tuple[str, TracedText]]:
        """Yield labels of roles and dates that stand in the text, and unknown ones of which only bodies are said."""
        text = task.text.text
        for label in labels_in(text):
            value = EN.LABELS_TEXT_NEXT.split(text[label.end :].strip(), 1)[0]
            is_of_bodies = label.kind is FieldKind.UNKNOWN and are_bodies(value)
            if label.kind in ROLES or label.kind is FieldKind.DUE or is_of_bodies:
                yield "label", task.text[label.start : label.end]
