"""The review of one import: every field with what was decided about it, and the plan that follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plantui.documents.imported import Imported
from plantui.documents.place import Finder, sentence_of
from plantui.documents.reading import Doubt
from plantui.documents.traced import Span
from plantui.model.plan import Plan

from .applying import check, corrected
from .doubts import Doubts
from .field import Field, Kind
from .fields import fields_of
from .values import BadValue


@dataclass(frozen=True, slots=True)
class Left:
    """How much there is still to decide."""

    doubtful: int
    open: int
    """All fields not decided, the doubtful ones among them."""
    fields: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a field: as read, or the line that takes the place of what was read."""

    was: str
    """What was read at that time."""
    line: str | None = None
    """The correction, None where the reading was accepted."""


class Review:
    """The fields of an import. Nothing of the import is changed; `plan` is made of it and of the corrections."""

    def __init__(self, imported: Imported, decisions: Mapping[str, Decision] | None = None) -> None:
        self.imported = imported
        self._finder = Finder(imported.source)
        self._decided: dict[str, Decision] = {}
        self.outdated: dict[str, Decision] = {}
        """Decisions of an earlier review on what is read otherwise now; they are kept and not applied."""
        self._fields = tuple(fields_of(imported, self._finder))
        self._doubts = Doubts(imported, self._fields)
        self._take(decisions or {})

    def _take(self, decisions: Mapping[str, Decision]) -> None:
        self._decided = {key: decision for key, decision in decisions.items() if decision.line is not None}
        self._lay_out()
        self._decided = {}
        for key, decision in decisions.items():
            field = self._by_key.get(key)
            if field is not None and field.read == decision.was and self._is_sound(field, decision):
                self._decided[key] = decision
            else:
                self.outdated[key] = decision
        self._lay_out()

    @staticmethod
    def _is_sound(field: Field, decision: Decision) -> bool:
        try:
            if decision.line is not None and field.kind is not Kind.NOTE:
                check(field, decision.line)
        except BadValue:
            return False
        return True

    def _lay_out(self) -> None:
        filled = {key for key, decision in self._decided.items() if decision.line}
        self._fields = tuple(fields_of(self.imported, self._finder, filled))
        self._by_key = {field.key: field for field in self.fields}

    # -- what there is ---------------------------------------------------------------------------------------

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field in the order of the document, blank ones too; remarks on the document first."""
        return (*self._doubts.notes, *self._fields)

    @property
    def doubtful(self) -> tuple[Field, ...]:
        """The fields with doubts, in the order of the document."""
        fields = [field for field in self._fields if field.key in self._doubts.of]
        return tuple(sorted((*fields, *self._doubts.notes), key=self._first_place))

    def _first_place(self, field: Field) -> int:
        spans = self.spans(field)
        return spans[0].start if spans else -1

    def doubts(self, field: Field) -> tuple[Doubt, ...]:
        """What is doubtful about a field."""
        return tuple(self._doubts.of.get(field.key, ()))

    def spans(self, field: Field) -> tuple[Span, ...]:
        """Where a field stands in the document: its own places, else those of its doubts."""
        if field.spans:
            return field.spans
        return tuple(doubt.span for doubt in self.doubts(field) if doubt.span.end > doubt.span.start)

    def sentence(self, span: Span) -> Span:
        """The sentence around a place."""
        return sentence_of(self.imported.source, span)

    def alternatives(self, field: Field) -> tuple[str, ...]:
        """The other readings of a field, as lines that could take its place."""
        found = [other for doubt in self.doubts(field) for other in doubt.alternatives]
        if field.kind is Kind.DEADLINE:
            phrase = field.read.partition(" ")[2]
            found = [f"{other} {phrase}".strip() if _is_day(other) else other for other in found]
        return tuple(dict.fromkeys(found))

    # -- what was decided ------------------------------------------------------------------------------------

    def is_decided(self, field: Field) -> bool:
        """Whether it was accepted or corrected."""
        return field.key in self._decided

    def is_corrected(self, field: Field) -> bool:
        """Whether another line took the place of what was read."""
        decision = self._decided.get(field.key)
        return decision is not None and decision.line is not None

    def line(self, field: Field) -> str:
        """What the plan will have: the correction, or what was read."""
        decision = self._decided.get(field.key)
        return field.read if decision is None or decision.line is None else decision.line

    def left(self) -> Left:
        """How much is still to decide."""
        counted = [field for field in self.fields if self._counts(field)]
        waiting = [field for field in counted if field.key not in self._decided]
        doubtful = sum(field.key in self._doubts.of for field in waiting)
        return Left(doubtful, len(waiting), len(counted))

    def _counts(self, field: Field) -> bool:
        return not field.is_blank or field.key in self._doubts.of or field.key in self._decided

    def accept(self, field: Field) -> None:
        """The field is right as it stands, corrected or not."""
        if not self.is_corrected(field):
            self._decided[field.key] = Decision(field.read)

    def accept_group(self, group: str) -> int:
        """Accept what stands in a group, but for the doubts, which want one look each; how many that were."""
        chosen = [field for field in self._fields if field.group == group and self._counts(field)]
        chosen = [
            field for field in chosen if not self.is_decided(field) and field.key not in self._doubts.of
        ]
        for field in chosen:
            self.accept(field)
        return len(chosen)

    def correct(self, field: Field, line: str) -> None:
        """Put a line in the place of what was read.

        Raises BadValue where it is no value of the field; nothing is changed then.
        """
        line = line.strip()
        if field.kind is Kind.NOTE:
            self.accept(field)
            return
        check(field, line)
        if line == field.read:
            self._decided[field.key] = Decision(field.read)
        else:
            self._decided[field.key] = Decision(field.read, line)
        self._lay_out()

    def reopen(self, field: Field) -> None:
        """Take the decision back; a correction is gone."""
        self._decided.pop(field.key, None)
        self._lay_out()

    @property
    def decisions(self) -> dict[str, Decision]:
        """Every decision, those on what is read otherwise now among them."""
        return self.outdated | self._decided

    def plan(self) -> Plan:
        """The plan with the corrections."""
        lines = {key: one.line for key, one in self._decided.items() if one.line is not None}
        return corrected(self.imported, self._finder, lines)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
