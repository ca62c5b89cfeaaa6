"""The choice of a plan's task that is the same as another plan's."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from plantui.export.compared_text import score_text
from plantui.model.plan import Plan, Task
from plantui.model.text import one_line
from plantui.query.comparing.alignment import Link
from plantui.query.comparing.comparison import ComparedRow, PlanComparison
from plantui.ui.dialogs.base import Dialog, Hint
from plantui.ui.painting import clip
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from plantui.words.phrases import numbered

_SCORE_WIDTH = 6


class OtherTask(Dialog[str]):
    """Lists the tasks of a plan, the most alike first; gives the id of the one that is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", show=False)]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "compare.key.same"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    def __init__(self, words: Words, comparison: PlanComparison, row: ComparedRow, plan: Plan) -> None:
        super().__init__(
            words, words("compare.which_task", plan=plan.info.short_title, task=row.first.task.title)
        )
        self._found = comparison.nearest(row, plan)

    def body(self) -> ComposeResult:
        yield RowList[tuple[Task, Link]](self._paint, id="tasks")

    @property
    def _list(self) -> RowList[tuple[Task, Link]]:
        return self.query_one("#tasks", RowList)

    def on_mount(self) -> None:
        self._list.show(self._found)
        self._list.focus()

    def _paint(self, found: tuple[Task, Link], width: int) -> Painted:
        task, link = found
        score = f"{score_text(self.words, link):>{_SCORE_WIDTH - 1}} "
        name = one_line(numbered(task.number, task.title))
        return [(score, "muted"), (clip(name, width - _SCORE_WIDTH), "")]

    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Give back the task under the cursor."""
        if (found := self._list.current) is not None:
            self.dismiss(found[0].id)
