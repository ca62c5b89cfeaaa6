"""The review of one import: every field with what was decided about it, and the plan that follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plantui.documents.imported import Imported
from plantui.documents.traced import Span
from plantui.model.plan import Task

from .applying import check
from .decision import Changes, Decision, History
from .editing import id_of_added, overlapping, with_id_of
from .field import Field, Kind, key_of
from .shown import UNCORRECTED, YEARS, Shown
from .structure import Added, Part, Target, added_in, dropped_in, is_structural, title_of, with_all_below
from .values import BadValue

_KNOWN_BY = 60
"""Characters of a range by which it is known again."""


class Review(Shown):
    """The fields of an import. Nothing of the import is changed; `plan` is made of it and of the decisions."""

    def __init__(self, imported: Imported, decisions: Mapping[str, Decision] | None = None) -> None:
        super().__init__(imported)
        self._history = History()
        self.outdated: dict[str, Decision] = {}
        """Decisions of an earlier review on what is read otherwise now; they are kept and not applied."""
        self._take(decisions or {})

    def _take(self, decisions: Mapping[str, Decision]) -> None:
        """Decisions of an earlier review: first what was added, then fields, then what was dropped with fields decided."""
        parts = {key: decision for key, decision in decisions.items() if is_structural(key)}
        self._decided = {key: one for key, one in parts.items() if self._is_sound_addition(key, one)}
        added = dict(self._decided)
        lines = {key: one for key, one in decisions.items() if key not in parts and one.line is not None}
        self._decided |= lines  # with them there are blank fields to fill in behind those that were filled in
        self._build()
        sound = {key: one for key, one in decisions.items() if key not in parts and self._is_sound(key, one)}
        dropped = {
            key: one for key, one in parts.items() if key not in added and self._is_sound_drop(key, one)
        }
        self._decided = added | sound | dropped
        self.outdated = {key: one for key, one in decisions.items() if key not in self._decided}
        self._build()

    def _is_sound(self, key: str, decision: Decision) -> bool:
        field = self._by_key.get(key)
        if field is None or field.read != decision.was:
            return False
        try:
            if decision.line is not None and field.kind is not Kind.NOTE:
                check(field, decision.line)
        except BadValue:
            return False
        return True

    def _is_sound_addition(self, key: str, decision: Decision) -> bool:
        try:
            added = next(added_in({key: decision.line or ""}), None)
            if added is None or self._words(added.span) != decision.was:
                return False
            self._reader.number(added.span)
        except (ValueError, BadValue):
            return False
        return bool(added.id) and title_of(self._read.plan, added.target) is None

    def _is_sound_drop(self, key: str, decision: Decision) -> bool:
        try:
            return any(title_of(self.imported.plan, one) == decision.was for one in dropped_in([key]))
        except ValueError:
            return False

    def accept(self, field: Field) -> None:
        """The field is right as it stands, corrected or not."""
        if not self.is_corrected(field) and field.kind is not Kind.DROPPED:
            self._change({field.key: Decision(field.read)})

    def accept_group(self, group: str) -> int:
        """Accept what stands in a group, but for the doubts, which want one look each; how many that were."""
        chosen = [field for field in self._fields if field.group == group and self._counts(field)]
        chosen = [
            field for field in chosen if not self.is_decided(field) and field.key not in self._doubts.of
        ]
        self._change({field.key: Decision(field.read) for field in chosen})
        return len(chosen)

    def correct(self, field: Field, line: str) -> None:
        """Put a line in the place of what was read.

        Raises BadValue where it is no value of the field; nothing is changed then.
        """
        line = line.strip()
        if field.kind in UNCORRECTED:
            self.accept(field)
            return
        check(field, line)
        self._change({field.key: Decision(field.read, None if line == field.read else line)})

    def reopen(self, field: Field) -> None:
        """Take the decision back; a correction is gone, what was dropped is there again."""
        self._change({field.key: None})

    def drop(self, target: Target) -> int:
        """Take a task, section or goal out of the plan, with all that is in it; how many tasks that were. What was added
        is simply gone, with the decisions on its fields."""
        plan = self.imported.plan
        tasks = sum(one.part is Part.TASK for one in with_all_below(plan, frozenset({target})))
        added = next((one for one in self._added() if one.target == target), None)
        if added is None:
            self._change({target.key: Decision(title_of(plan, target) or "", "")})
        else:
            self._change(dict.fromkeys(self._keys_of(added)))
        return tasks

    def add(self, part: Part, span: Span) -> Target:
        """Read a range of the document as a task or section that the import did not see there.

        Raises BadValue where it holds no words, or was added before; nothing is changed then.
        """
        plan, wanted = self.imported.plan, Added(part, span)
        if wanted.key in self._decided:
            raise BadValue("review.bad.added")
        gone = with_all_below(plan, self._dropped)
        added = replace(wanted, id=id_of_added(plan, wanted, self._reader, gone))
        self._change({added.key: Decision(self._words(span), added.id)})
        return added.target

    def marked(self, line: Span) -> Added | None:
        """Return the part that was marked as beginning with a line."""
        return self._marks.get(line)

    @property
    def marks(self) -> list[Added]:
        """The parts whose first lines were marked."""
        return [*self._marks.values()]

    def task_of(self, added: Added) -> Task | None:
        """Return the task that was read of a part; None of a section."""
        tasks = (task for task in self.imported.plan.tasks if task.id == added.id)
        return next(tasks, None) if added.part is Part.TASK else None

    def mark(self, part: Part, lines: Sequence[Span]) -> int:
        """Mark lines as the first ones of tasks or sections, each up to the next; return how many were marked anew.

        Raises BadValue where a line holds no words; nothing is changed then.
        """
        changes: dict[str, Decision | None] = {}
        plan, gone = self.imported.plan, with_all_below(self.imported.plan, self._dropped)
        for line in lines:
            marked = self.marked(line)
            if marked is not None and marked.part is part:
                continue
            if marked is not None:
                changes |= dict.fromkeys(self._keys_of(marked))
            wanted = Added(part, line, line=line)
            added = replace(wanted, id=id_of_added(plan, wanted, self._reader, gone))
            plan = with_id_of(plan, added)
            changes[added.key] = Decision(self._words(line), added.id)
        self._change(changes)
        return sum(decision is not None for decision in changes.values())

    def unmark(self, lines: Sequence[Span]) -> int:
        """Take the marks of lines back, with the decisions on the fields of what began there; return how many those were."""
        marked = [one for one in self.marks if one.line in lines]
        self._change({key: None for one in marked for key in self._keys_of(one)})
        return len(marked)

    def _keys_of(self, added: Added) -> list[str]:
        """Return the keys of all decisions on a part that was added."""
        inside = key_of(added.part.value, added.id, "")
        return [added.key, *(key for key in self._decided if key.startswith(inside))]

    def overlapping(self, target: Target, span: Span) -> list[Task]:
        """The other tasks that have a part in a range."""
        return [task for task in overlapping(self.plan(), span) if Target(Part.TASK, task.id) != target]

    def is_added(self, target: Target) -> bool:
        """Whether the review added it."""
        return any(one.target == target for one in self._added())

    def _words(self, span: Span) -> str:
        return " ".join(self._read.source.text[span.start : span.end].split())[:_KNOWN_BY]

    # -- taking back -----------------------------------------------------------------------------------------

    def undo(self) -> str | None:
        """Take the last change back, whatever it was: the key of what it was about, None where nothing is left."""
        return self._again(self._history.undo())

    def redo(self) -> str | None:
        """Do again what was taken back."""
        return self._again(self._history.redo())

    def _again(self, changes: Changes | None) -> str | None:
        if changes is None:
            return None
        self._apply(changes)
        return next(iter(changes), "")

    def _change(self, changes: Changes) -> None:
        before = {key: self._decided.get(key) for key in changes}
        if before != changes:
            self._history.add(before, changes)
            self._apply(changes)

    def _apply(self, changes: Changes) -> None:
        for key, decision in changes.items():
            self._decided.pop(key, None)
            if decision is not None:
                self._decided[key] = decision
        if any(is_structural(key) or key in YEARS for key in changes):
            self._build()
        else:
            self._lay_out()

    @property
    def decisions(self) -> dict[str, Decision]:
        """Every decision, those on what is read otherwise now among them."""
        return self.outdated | self._decided
