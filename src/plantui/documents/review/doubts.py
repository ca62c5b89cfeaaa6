"""Which field each doubt of an import is about; what is about none becomes a remark of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from plantui.documents.imported import Imported, RemainderKind
from plantui.documents.place import start_of
from plantui.documents.reading import Doubt
from plantui.documents.traced import Span
from plantui.model.terms import Role

from .field import NOTES_GROUP, Field, Kind, key_of, task_group
from .structure import Part, Target

_ROLES = tuple(role.value for role in Role)
_OF_PLAN = {
    "documents.doubt.no_title": "plan/title",
    "documents.doubt.no_years": "plan/start_year",
    "documents.doubt.no_issuer": "plan/issuer",
}
_NAMES = {
    "documents.doubt.title_from_text": ("title",),
    "documents.doubt.no_departments": _ROLES,
    "documents.doubt.no_certain_date": ("deadline",),
    "clauses.no_department": _ROLES,
    "clauses.no_role": _ROLES,
    "clauses.not_read": _ROLES,
    "clauses.from_sentence": _ROLES,
    "clauses.before_year": ("deadline",),
    "clauses.before_month": ("deadline",),
    "clauses.before_plan": ("deadline",),
    "clauses.no_year": ("deadline",),
    "clauses.season": ("deadline",),
    "clauses.no_such_day": ("deadline",),
    "clauses.no_issue_date": ("deadline",),
    "clauses.workdays": ("deadline",),
}
"""What a reason is about; the fields' names, in the order in which a blank one would take the doubt."""
NOT_UNDERSTOOD = "documents.remainder.unknown"


class Doubts:
    """Doubts by field."""

    def __init__(
        self, imported: Imported, fields: Iterable[Field], gone: frozenset[Target] = frozenset()
    ) -> None:
        self.of: dict[str, list[Doubt]] = {}
        self.notes: list[Field] = []
        """Remarks that are about no field."""
        self._text = imported.source.text
        self._gone = gone
        self._fields: dict[str, list[Field]] = {}
        for field in fields:
            self._fields.setdefault(field.group, []).append(field)
        starts = sorted(
            (start, task.id) for task in imported.plan.tasks if (start := start_of(task)) is not None
        )
        self._starts = [start for start, _ in starts]
        self._tasks = [task for _, task in starts]
        for doubt in imported.doubts:
            self._take(doubt)
        for span in self._unknown(imported):
            self._note(Doubt(span, "", NOT_UNDERSTOOD))

    def _unknown(self, imported: Imported) -> list[Span]:
        """What was not understood, lines with nothing between them together."""
        joined: list[Span] = []
        for piece in imported.remainder:
            if piece.kind is not RemainderKind.UNKNOWN:
                continue
            if joined and not any(map(str.isalnum, self._text[joined[-1].end : piece.span.start])):
                joined[-1] = Span(joined[-1].start, piece.span.end)
            else:
                joined.append(piece.span)
        return joined

    def _take(self, doubt: Doubt) -> None:
        if self._is_gone(doubt):
            return
        key = _OF_PLAN.get(doubt.reason) or self._field_of(doubt)
        if key is None:
            self._note(doubt)
        else:
            self.of.setdefault(key, []).append(doubt)

    def _note(self, doubt: Doubt) -> None:
        key = key_of("note", doubt.span.start, doubt.reason)
        if key not in self.of:
            read = doubt.read or " ".join(self._text[doubt.span.start : doubt.span.end].split())
            spans = doubt.places or ((doubt.span,) if doubt.span.end > doubt.span.start else ())
            self.notes.append(Field(key, NOTES_GROUP, "note", Kind.NOTE, read, spans))
        self.of.setdefault(key, []).append(doubt)

    def _is_gone(self, doubt: Doubt) -> bool:
        """Whether it is about a field of a task that the plan will not have."""
        task = self._task_of(doubt)
        return task is not None and Target(Part.TASK, task) in self._gone

    def _task_of(self, doubt: Doubt) -> str | None:
        at = bisect_right(self._starts, doubt.span.start) - 1
        return self._tasks[at] if doubt.reason in _NAMES and at >= 0 else None

    def _field_of(self, doubt: Doubt) -> str | None:
        names, task = _NAMES.get(doubt.reason), self._task_of(doubt)
        if names is None or task is None:
            return None
        fields = [field for field in self._fields[task_group(task)] if field.name in names]
        touched = [field for field in fields if any(map(doubt.span.overlaps, field.spans))]
        given = [field for field in fields if not field.is_blank] if names is _ROLES else []
        blank = [field for field in reversed(fields) if field.is_blank]
        blank = sorted(blank, key=lambda field: field.name != Role.RESPONSIBLE.value)
        found = [*touched, *given, *blank]
        return found[0].key if found else None
