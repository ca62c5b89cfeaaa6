"""The matrix of tasks and plans: what each plan says otherwise; alignments are put right here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Protocol

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from plantui.export.compared import ComparedFile, Rows, chosen_rows
from plantui.export.compared_text import counts_text, plan_headings, short_cell, task_name
from plantui.model.alignment import AlignmentChoice
from plantui.model.key import TaskKey
from plantui.model.plan import Plan
from plantui.model.problem import PlantuiError
from plantui.query.comparing.comparison import ComparedRow
from plantui.ui.dialogs.base import Dialog, Hint
from plantui.ui.widgets.painted import PLACE_WIDTH, Painted
from plantui.ui.widgets.row_list import RowList
from plantui.ui.widgets.side_columns import SideColumns
from plantui.words import Words

from .other_task import OtherTask
from .sentences import Sentences

_WIDEST, _NARROWEST = 30, 12
"""Cells that a column of a plan has at most and at least."""


class ComparedDesk(Protocol):
    """Part of the program outside the dialog that the matrix asks: plans, ledger, export."""

    @property
    def refusal(self) -> str:
        """The sentence that says why nothing may be written here; empty where it may."""

    def compare(self, first: str = "") -> ComparedFile:
        """Return the comparison, held against the plan with the id `first` where one is named. Called from a thread."""

    def decide(self, choices: list[AlignmentChoice]) -> str:
        """Keep a person's word on tasks, and return the sentence that says so. Called from a thread."""

    def export(self, file: ComparedFile, say: Callable[[str], None]) -> None:
        """Write the comparison to a file; `say` tells of it."""


class ComparedMatrix(Dialog[TaskKey]):
    """Dialog of the matrix; gives the task that is to be shown among the tasks of its plan."""

    DEFAULT_CSS = """
    ComparedMatrix #head { height: 1; text-wrap: nowrap; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("enter", "open", show=False),
        Binding("f2", "put", show=False),
        Binding("f4", "hold_against", show=False),
        Binding("f5", "narrow", show=False),
        Binding("f7", "part", show=False),
        Binding("f8", "export", show=False),
    ]
    HINTS = (
        Hint(("left", "right"), "compare.key.plan"),
        Hint(("enter",), "compare.key.sentences"),
        Hint(("f2",), "compare.key.put"),
        Hint(("f7",), "compare.key.part"),
        Hint(("f4",), "compare.key.against"),
        Hint(("f5",), "compare.key.narrow"),
        Hint(("f8",), "dialogs.key.export"),
        Hint(("escape",), "dialogs.key.close"),
    )

    def __init__(self, words: Words, desk: ComparedDesk) -> None:
        super().__init__(words, words("compare.title"))
        self._desk = desk
        self._file: ComparedFile | None = None
        self._choice = Rows.ALL
        self._plan = 0
        """Place of the plan whose cell is looked at, among the plans."""
        self._columns = SideColumns(words, narrowest=_NARROWEST, widest=_WIDEST)
        """Columns of the plans, in their order."""

    def body(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield RowList[ComparedRow](self._paint, id="compared")

    @property
    def _list(self) -> RowList[ComparedRow]:
        return self.query_one("#compared", RowList)

    def on_mount(self) -> None:
        self._list.focus()
        self._gather()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_head)

    @work(thread=True, group="compare", exclusive=True)
    def _gather(self, first: str = "", said: str = "") -> None:
        """Compare the plans, which takes a moment for very many."""
        file = self._desk.compare(first)
        self.app.call_from_thread(self._show, file, said)

    def _show(self, file: ComparedFile, said: str) -> None:
        comparison = file.comparison
        self._file = replace(file, rows=chosen_rows(comparison, self._choice))
        self._plan = min(max(self._plan, 1), len(comparison.plans) - 1)
        texts = (
            short_cell(self.words, row.cells.get(plan.info.id))
            for row in comparison.rows
            for plan in comparison.plans
        )
        self._columns.arrange(plan_headings(comparison), texts)
        self._list.show(self._file.rows, self._list.cursor, keep_scroll=True)
        counts = counts_text(self.words, comparison, len(self._file.rows))
        self.say(f"{said}  {counts}".strip())
        self._show_head()

    # -- painting --------------------------------------------------------------------------------------------

    @property
    def _width(self) -> int:
        return (self._list.size.width or self.app.size.width) - PLACE_WIDTH

    def _show_head(self) -> None:
        self.query_one("#head", Static).update(self._columns.head(self._width, self._marked))

    def _marked(self, place: int, name: str) -> str:
        return self.words("compare.head.chosen", name=name) if place == self._plan else name

    def _paint(self, row: ComparedRow, width: int) -> Painted:
        plans = self._file.comparison.plans if self._file else ()

        def cell_at(place: int) -> tuple[str, str]:
            cell = row.cells.get(plans[place].info.id)
            look = "muted" if cell is None else "notice" if cell.differences else ""
            return short_cell(self.words, cell), look

        return self._columns.row(task_name(row.first), cell_at, width)

    # -- keys ------------------------------------------------------------------------------------------------

    def action_turn(self, by: int) -> None:
        """Look at the cell of the plan further to the left or right."""
        columns = self._columns
        self._plan = min(max(self._plan + by, 0), max(len(columns.headings) - 1, 0))
        shown = columns.shown(self._width)
        if self._plan < shown.start:
            columns.first = self._plan
        elif self._plan >= shown.stop:
            columns.first += self._plan - shown.stop + 1
        self._list.refresh()
        self._show_head()

    def action_narrow(self) -> None:
        """List all tasks, those that differ, those that are missing somewhere, in turn."""
        choices = [*Rows]
        self._choice = choices[(choices.index(self._choice) + 1) % len(choices)]
        if self._file is not None:
            self._show(self._file, self.words(f"compare.rows.{self._choice.value}"))

    def action_hold_against(self) -> None:
        """Hold the other plans against the one that is looked at."""
        if (plan := self._chosen_plan) is not None:
            self._plan = 0
            self._gather(plan.info.id, self.words("compare.against", plan=plan.info.title))

    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Show the sentences of the row, that of the plan that is looked at right below the one held against."""
        row, plan = self._list.current, self._chosen_plan
        if row is not None and plan is not None and self._file is not None:
            page = Sentences(self.words, self._file.comparison, row, plan)
            self.app.push_screen(page, self._left)

    def _left(self, key: TaskKey | None) -> None:
        if key is not None:
            self.dismiss(key)

    def action_part(self) -> None:
        """Say that the task of the plan that is looked at is another one than that of its row."""
        row, plan = self._list.current, self._chosen_plan
        if row is None or plan is None or not self._may_write():
            return
        cell = row.cells.get(plan.info.id)
        others = [TaskKey(name, one.task.id) for name, one in row.cells.items() if name != plan.info.id]
        if cell is None or not others:
            self.say(self.words("compare.nothing_to_part", plan=self._columns.headings[self._plan]))
            return
        key = TaskKey(plan.info.id, cell.task.id)
        self._decide([AlignmentChoice(other, key, is_same=False) for other in others])

    def action_put(self) -> None:
        """Choose the task of the plan that is looked at which is the same as that of the row."""
        row, plan = self._list.current, self._chosen_plan
        if row is None or plan is None or self._file is None or not self._may_write():
            return
        if row.base == plan.info.id:
            self.say(self.words("compare.put_elsewhere"))
            return
        key = TaskKey(row.base, row.first.task.id)

        def chosen(task: str | None) -> None:
            if task is not None:
                self._decide([AlignmentChoice(key, TaskKey(plan.info.id, task), is_same=True)])

        self.app.push_screen(OtherTask(self.words, self._file.comparison, row, plan), chosen)

    def _may_write(self) -> bool:
        self.say(self._desk.refusal)
        return not self._desk.refusal

    def _decide(self, choices: list[AlignmentChoice]) -> None:
        self._keep(choices, self._file.comparison.base.info.id if self._file else "")

    @work(thread=True, group="compare", exclusive=True)
    def _keep(self, choices: list[AlignmentChoice], first: str) -> None:
        try:
            said = self._desk.decide(choices)
        except PlantuiError as error:
            self.app.call_from_thread(self.say, self.words.error(error))
        else:
            file = self._desk.compare(first)
            self.app.call_from_thread(self._show, file, said)

    @property
    def _chosen_plan(self) -> Plan | None:
        return self._file.comparison.plans[self._plan] if self._file else None

    def action_export(self) -> None:
        """Write the rows that are listed to a file, with all plans."""
        if self._file is not None:
            self._desk.export(self._file, self.say)
