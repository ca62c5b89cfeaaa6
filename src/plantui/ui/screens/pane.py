"""The main screen's task pane: beside the list where there is room, else in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.key import TaskKey
from plantui.query.outline import Branch, Leaf, Row
from plantui.store.index.library import TaskEntry
from plantui.words.phrases import numbered

from .state import PlanScreen

if TYPE_CHECKING:
    from plantui.ui.task_lines import TaskFacts

SIDE_PANE_FROM = 100
"""Columns from which the task pane stands beside the list; below, Enter opens it in the list's place."""


class PaneActions(PlanScreen):
    """What shows the task or branch under the cursor."""

    side_wanted = True
    """Whether the pane stands beside the list where there is room."""
    shown_in_pane: Row | None = None

    def open_pane(self) -> None:
        """Go to the pane, in the list's place where there is no room beside it."""
        if not self.has_class("side"):
            self.add_class("only-pane")
        self.show_in_pane()
        self.pane.focus()
        self.refresh_keys()

    def leave_pane(self) -> None:
        if self.has_class("only-pane"):
            self.remove_class("only-pane")
            self.refresh_keys()
        self.rows.focus()

    def action_other_pane(self) -> None:
        """Go to the pane, or back to the list."""
        if self.pane.has_focus or not self.pane.display:
            self.leave_pane()
        else:
            self.open_pane()

    def action_toggle_pane(self) -> None:
        """Show or hide the pane."""
        if self.app.size.width >= SIDE_PANE_FROM:
            self.side_wanted = not self.side_wanted
            self._lay_out()
            if not self.side_wanted:
                self.leave_pane()
        elif self.has_class("only-pane"):
            self.leave_pane()
        elif self.rows.current is not None:
            self.open_pane()

    def on_resize(self) -> None:
        self._lay_out()

    def set_side(self) -> bool:
        """Place the pane as the width asks for; whether that changed anything."""
        wide = self.app.size.width >= SIDE_PANE_FROM
        side = wide and self.side_wanted
        changed = side != self.has_class("side") or (wide and self.has_class("only-pane"))
        if changed:
            self.set_class(side, "side")
            if wide:
                self.remove_class("only-pane")
        return changed

    def _lay_out(self) -> None:
        if self.set_side():
            self.call_after_refresh(self.show_in_pane)

    def show_in_pane(self) -> None:
        """Show what the cursor is on."""
        row = self.rows.current
        same = _same_row(row, self.shown_in_pane)
        self.shown_in_pane = row
        if isinstance(row, Leaf):
            from plantui.ui.task_lines import task_lines

            facts = self.task_facts(row.task)
            self.pane.show(lambda width: task_lines(self.words, facts, width), keep_scroll=same)
        elif isinstance(row, Branch):
            from plantui.ui.plan_lines import plan_lines

            goals = self.library.goals(row.plan)
            self.pane.show(lambda width: plan_lines(self.words, goals, row, width), keep_scroll=same)
        else:
            self.pane.show(lambda width: [])

    def task_facts(self, task: TaskEntry) -> TaskFacts:
        """What the pane tells of a task."""
        from plantui.ui.task_lines import TaskFacts

        plan = self.library.plan_at[task.plan]
        section = self.library.sections(plan)[task.section]
        key = TaskKey(plan.id, task.id)
        whole = self.library.task(task.pk)
        registry = self.library.registry
        return TaskFacts(
            plan=plan,
            section=numbered(section.number, section.title),
            task=whole,
            progress=self.workspace.expected(task),
            reason=self.workspace.light(task),
            today=self.launch.today,
            notes=self.ledger.notes(key=key, all_revisions=True) if self.ledger_read else (),
            resolved={
                name: registry.resolve(plan.region, name).name for _, name in whole.departments.pairs()
            },
            has_draft=key in self.drafts,
        )


def _same_row(row: Row | None, other: Row | None) -> bool:
    if isinstance(row, Leaf) and isinstance(other, Leaf):
        return row.task.pk == other.task.pk
    return isinstance(row, Branch) and isinstance(other, Branch) and row.key == other.key
