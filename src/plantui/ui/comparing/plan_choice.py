"""The choice of the plans to compare."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from plantui.model.text import one_line
from plantui.store.index.library import PlanEntry
from plantui.ui.dialogs.base import Dialog, Hint
from plantui.ui.painting import clip
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

_LEAST = 2


class PlanChoice(Dialog[tuple[PlanEntry, ...]]):
    """Marks plans; Enter gives those that are marked, in the order of marking: the others are held against the first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", show=False),
        Binding("enter", "apply", show=False),
    ]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("space",), "dialogs.key.mark"),
        Hint(("enter",), "compare.key.compare"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    def __init__(self, words: Words, plans: Sequence[PlanEntry], marked: Collection[PlanEntry]) -> None:
        super().__init__(words, words("compare.choose"))
        self._plans = plans
        self._marked = dict.fromkeys(marked)

    def body(self) -> ComposeResult:
        yield RowList[PlanEntry](self._paint, id="plans")

    def on_mount(self) -> None:
        self._list.show(self._plans)
        self._list.focus()
        self._tell()

    @property
    def _list(self) -> RowList[PlanEntry]:
        return self.query_one("#plans", RowList)

    def _paint(self, plan: PlanEntry, width: int) -> Painted:
        place = [*self._marked].index(plan) + 1 if plan in self._marked else 0
        mark = f" [{place or ' '}] "
        name = one_line(self.words("compare.plan_line", region=plan.region, title=plan.title))
        return [(mark, ""), (clip(name, width - len(mark)), "")]

    def _tell(self) -> None:
        self.say(self.words("compare.first_is_base"))

    def action_mark(self) -> None:
        """Mark the plan under the cursor or take the mark away, and go on to the next plan."""
        plan = self._list.current
        if plan is None:
            return
        if plan in self._marked:
            del self._marked[plan]
        else:
            self._marked[plan] = None
        self._list.refresh()
        self._list.action_move(1)
        self._tell()

    @on(RowList.Chosen)
    def action_apply(self) -> None:
        """Give back the marked plans."""
        if len(self._marked) < _LEAST:
            self.say(self.words("compare.too_few"))
        else:
            self.dismiss(tuple(self._marked))
