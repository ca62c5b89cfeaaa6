"""The commands on whole tasks, sections and goals: drop them, add them from the document, take that back."""

from __future__ import annotations

from plantui.documents.review import BadValue, Kind, Part, Target, target_of
from plantui.documents.review.structure import title_of

from .rows import Heading
from .saved_review import SavedReviewScreen


class PartActions(SavedReviewScreen):
    """Dropping, adding, undo and redo."""

    def action_drop(self) -> None:
        """Take the task, section or goal under the cursor out of the plan."""
        row = self.fields.current
        if isinstance(row, Heading):
            field = next((one for one in self.review.fields if one.group == row.group and one.task), None)
        else:
            field = self.current
        target = target_of(field) if field is not None and field.kind is not Kind.DROPPED else None
        if target is None:
            self.say(self.words("review.said.nothing_to_drop"))
            return
        title, is_added = self._title(target), self.review.is_added(target)
        count = self.review.drop(target)
        if is_added:
            self.say(self.words("review.said.dropped_added", title=title))
        elif target.part is Part.SECTION and count:
            self.say(self.words("review.said.dropped_with", title=title, count=count))
        else:
            self.say(self.words("review.said.dropped", title=title))
        self.decided(target.key)

    def _title(self, target: Target) -> str:
        return title_of(self.review.imported.plan, target) or ""

    def action_mark(self) -> None:
        """Begin a range of lines at the document's cursor, or forget it."""
        self._go_to_document()
        line = self.source_view.toggle_anchor()
        if line is None:
            self.say(self.words("review.hint.range"))
        else:
            self.say(self.words("review.said.marked", line=line))

    def action_add(self, part: str) -> None:
        """Read the chosen lines as a task or section. From the fields, go and choose them first."""
        if not self.source_view.has_focus:
            field = self.current
            self._go_to_document()
            if field is not None and field.kind is Kind.NOTE and field.spans:
                self.source_view.choose(field.spans[0])
            self.say(self.words("review.hint.range"))
            return
        span = self.source_view.chosen
        try:
            target = self.review.add(Part(part), span)
        except BadValue as error:
            self.say(self.words.error(error))
            return
        if self.has_class("zoomed"):
            self.action_zoom()
        self.source_view.forget_anchor()
        self.fields.focus()
        self.say(self._added(target))
        self.decided(f"{target.part.value}/{target.id}/title")

    def _added(self, target: Target) -> str:
        title = self._title(target)
        if target.part is Part.SECTION:
            return self.words("review.said.added_section", title=title)
        others = [
            task.number or task.title for task in self.review.overlapping(target, self.source_view.chosen)
        ]
        if others:
            return self.words("review.said.overlaps", title=title, others=self.words.listing(others))
        plan = self.review.imported.plan
        section = next((task.section for task in plan.tasks if task.id == target.id), "")
        words = self._title(Target(Part.SECTION, section))
        return self.words("review.said.added_task", title=title, section=words)

    def _go_to_document(self) -> None:
        self.source_view.focus()

    def action_undo(self) -> None:
        """Take the last step back."""
        self._again(self.review.undo(), "undo")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._again(self.review.redo(), "redo")

    def _again(self, key: str | None, what: str) -> None:
        if key is None:
            self.say(self.words(f"review.said.nothing_to_{what}"))
            return
        self.say(self.words("review.said.undone" if what == "undo" else "review.said.redone"))
        self.decided(self._key_at(key))

    def _key_at(self, key: str) -> str | None:
        """The field to go to after a decision on a key: its own, else the title of the part that it is about."""
        keys = [field.key for field in self.review.fields]
        kind, _, rest = key.partition("/")
        wanted = [key]
        if kind == "drop":
            wanted += [f"{rest}/title", rest]
        return next((one for one in wanted if one in keys), None)
