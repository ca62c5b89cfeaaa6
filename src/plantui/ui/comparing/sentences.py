"""The sentences of one task in several plans, with what they say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from plantui.export.compared_text import difference_text, link_text, task_name
from plantui.model.key import TaskKey
from plantui.model.plan import Plan
from plantui.model.terms import Role
from plantui.query.comparing.comparison import ComparedRow, ComparedTask, PlanComparison
from plantui.ui.dialogs.base import Dialog, Hint
from plantui.ui.lines import labelled, paragraph
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.words import Words
from plantui.words.phrases import term

_INDENT = 2


class Sentences(Dialog[TaskKey]):
    """Shows the sentences; Enter gives the task of the plan that was looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "go", show=False)]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.scroll"),
        Hint(("enter",), "compare.key.go"),
        Hint(("escape",), "dialogs.key.close"),
    )

    def __init__(self, words: Words, comparison: PlanComparison, row: ComparedRow, plan: Plan) -> None:
        super().__init__(words, row.first.task.title)
        self._row = row
        self._plan = plan if plan.info.id in row.cells else None
        chosen = [one for one in comparison.plans if one.info.id == row.base]
        chosen += [one for one in (plan, *comparison.plans) if one not in chosen]
        self._plans = [*dict.fromkeys(one.info.id for one in chosen)]
        self._titles = {one.info.id: one.info.title for one in comparison.plans}

    def body(self) -> ComposeResult:
        yield LinesView(id="sentences")

    def on_mount(self) -> None:
        view = self.query_one(LinesView)
        view.show(self._lines)
        view.focus()

    def _lines(self, width: int) -> Sequence[Painted]:
        return [line for plan in self._plans for line in self._of_plan(plan, width)]

    def _of_plan(self, plan: str, width: int) -> Iterator[Painted]:
        yield from paragraph(self._titles[plan], width, "head")
        cell = self._row.cells.get(plan)
        if cell is None:
            yield from paragraph(self.words("compare.no_task"), width, "muted", indent=_INDENT)
        else:
            yield from self._of_task(cell, width)
        yield []

    def _of_task(self, cell: ComparedTask, width: int) -> Iterator[Painted]:
        words, task = self.words, cell.task
        yield from paragraph(task_name(cell), width, indent=_INDENT)
        if task.text:
            yield from paragraph(task.text, width, indent=_INDENT)
        for role in Role:
            if names := task.departments.of(role):
                label = " " * _INDENT + term(words, role, long=True)
                yield from labelled(label, words.listing([*names]), width)
        for difference in cell.differences:
            yield from paragraph(difference_text(words, difference), width, "notice", indent=_INDENT)
        if cell.link:
            yield from paragraph(link_text(words, cell.link), width, "muted", indent=_INDENT)

    def action_go(self) -> None:
        """Give back the task of the plan that was looked at, else of the one that the others are held against."""
        plan = self._plan.info.id if self._plan else self._row.base
        self.dismiss(TaskKey(plan, self._row.cells[plan].task.id))
