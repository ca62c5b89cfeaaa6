"""Paints the rows of the tree and of the lists. Fixed columns stand left of the text, so that a character whose width
a terminal sees otherwise can never shift a column."""

from __future__ import annotations

from collections.abc import Callable, Collection

from rich.cells import cell_len

from plantui.model.key import TaskKey
from plantui.model.terms import Light, Status
from plantui.model.text import one_line
from plantui.query.outline import Branch, Leaf, Row
from plantui.query.workspace import Workspace
from plantui.words import Words
from plantui.words.phrases import light_count, numbered, term

from .painting import clip, fit
from .widgets.painted import Painted

_DATE = 10


class RowPainter:
    """Paints one row for a workspace. `drafts` are the tasks with an unsaved note."""

    def __init__(self, words: Words, workspace: Workspace, drafts: Collection[TaskKey] = ()) -> None:
        self.words = words
        self.workspace = workspace
        self.drafts = drafts
        self.is_waiting = False
        """True while the ledger is being read, so that no branch has its figures yet."""
        self.knows_reports_of: Callable[[int], bool] = lambda pk: True
        """Tells by the row number whether a task's light is known yet."""
        self.with_plan = False
        """True where each task names its plan: in lists without the tree."""
        names = {light: term(words, light) for light in workspace.lights}
        self._light_width = max(4, max(cell_len(text) for text in names.values()) + 1)
        self._lights = {light: fit(text, self._light_width) for light, text in names.items()}
        statuses = {status: term(words, status) for status in Status}
        widest = max(cell_len(text) for text in statuses.values())
        self._statuses = {status: fit(text, widest) for status, text in statuses.items()}
        self._gutter = 1 + self._light_width + widest + 1

    def __call__(self, row: Row, width: int) -> Painted:
        return self._branch(row, width) if isinstance(row, Branch) else self._leaf(row, width)

    def _branch(self, row: Branch, width: int) -> Painted:
        wide = width >= 60
        red = light_count(self.words, Light.RED, row.red) if row.red and not self.is_waiting else ""
        room = max(7, cell_len(red) + 1)
        figures = f"{row.done}/{row.total}" if not self.is_waiting else f"…/{row.total}"
        gutter = self._gutter + (_DATE + 1 if wide else 0)
        left = fit(f" {figures}", gutter - room)
        name = numbered(row.section.number, row.section.title) if row.section else row.plan.short_title
        mark = "▾" if row.is_open else "▸"
        text = "  " * row.depth + f"{mark} {one_line(name)}"
        look = "head" if row.section is None else "accent"
        return [(left, "muted"), (fit(red, room), "red"), (clip(text, width - gutter), look)]

    def _leaf(self, row: Leaf, width: int) -> Painted:
        task = row.task
        plan = self.workspace.library.plan_at[task.plan]
        reason = self.workspace.light(task)
        wide = width >= 60
        name = numbered(task.number, task.title)
        if self.with_plan:
            name = f"{name}  · {plan.short_title}"
        is_known = self.knows_reports_of(task.pk)
        marks = [self.words("screen.draft_mark")] if TaskKey(plan.id, task.id) in self.drafts else []
        if is_known and self.workspace.progress_of(task.pk).others:
            marks.append(self.words("screen.others_mark"))
        light = f" {self._lights[reason.light]}" if is_known else " " * (1 + self._light_width)
        status = f"{self._statuses[reason.status]} " if is_known else " " * (self._gutter - len(light))
        date = fit(task.due, _DATE + 1) if wide else ""
        room = width - self._gutter - len(date)
        text = "  " * row.depth + one_line(" ".join([*marks, name]))
        return [(light, reason.light.value), (status, ""), (date, "muted"), (clip(text, room), "")]
