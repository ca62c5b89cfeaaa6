"""The main screen: the list of plans and tasks, the task pane, and the bars around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.timer import Timer

from plantui.model.key import TaskKey
from plantui.query.outline import Branch, Folding, Leaf, NodeKey, Row
from plantui.query.views import View
from plantui.store.index.library import TaskEntry
from plantui.ui.commands import COMMANDS, Command
from plantui.ui.fullwidth import twin_key
from plantui.ui.memory import remember, remembered
from plantui.ui.row_painter import RowPainter
from plantui.ui.widgets.bars import FilterBar, KeyBar, TextBar
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.row_list import RowList
from plantui.words.phrases import numbered

from .filters import FilterActions
from .notes import NoteActions
from .output import OutputActions

SIDE_PANE_FROM = 100
"""Columns from which the task pane stands beside the list; below, Enter opens it in the list's place."""
_PANE_DELAY = 0.04
"""Seconds the cursor rests before the pane follows, so that a held key is not slowed down."""
_LOOK_EVERY = 5.0

if TYPE_CHECKING:
    from plantui.ui.task_lines import TaskFacts


class MainScreen(FilterActions, NoteActions, OutputActions):
    """See docs/architecture.md, "The interface"."""

    side_wanted = True
    """Whether the pane stands beside the list where there is room."""

    DEFAULT_CSS = """
    MainScreen {
        #panes { height: 1fr; }
        #rows { width: 1fr; }
        #pane { width: 45%; display: none; border-left: solid $panel; }
        #search { height: 1; border: none; padding: 0 1; background: $boost; }
        &.side #pane { display: block; }
        &.only-pane #rows { display: none; }
        &.only-pane #pane { display: block; width: 1fr; border-left: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(command.keys), command.action, command.id, show=False, id=command.id)
            for command in COMMANDS
        ),
        Binding("left", "fold_in", show=False),
        Binding("right", "fold_out", show=False),
        Binding("space", "open", show=False),
        Binding("tab", "other_pane", show=False),
        Binding("shift+tab", "other_pane", show=False),
    ]

    def compose(self) -> ComposeResult:
        self._set_side()  # before there is anything whose styles would be worked out again
        yield TextBar(id="top")
        yield FilterBar(id="filter")
        with Horizontal(id="panes"):
            yield RowList[Row](RowPainter(self.words, self.workspace), id="rows")
            yield LinesView(id="pane")
        yield TextBar(id="status")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self._pane_timer: Timer | None = None
        self._shown_in_pane: Row | None = None
        self.ledger_version = 0
        self._take_drafts(())
        self.folding = remembered(self.launch.state_path, self._plan_ids) or self._first_folding()
        self.ledger_read = not self.launch.ledger_path.exists()
        self.set_reactive(MainScreen.wanted, self.launch.filter)
        if self.own is not None and self.launch.filter.is_empty:
            self.set_reactive(MainScreen.view, View.MINE)
        self.rows.focus()
        self.refresh_rows()
        self.refresh_keys()
        if self.ledger_read:
            self.call_after_refresh(self._first_words, ())
        else:
            self.say(self.words("screen.reading_ledger"))
            self.read_ledger()
        self.set_interval(_LOOK_EVERY, self.look_for_changes)

    @property
    def _plan_ids(self) -> list[str]:
        return [plan.id for plan in self.library.plans]

    def _first_folding(self) -> Folding:
        """What a first start shows: the first plan down to its tasks, the others below it."""
        if not self.library.plans:
            return Folding()
        plan = self.library.plans[0]
        keys = {NodeKey(plan.id)}
        shown = 0
        for section in self.library.sections(plan):
            keys.add(NodeKey(plan.id, section.id))
            shown += section.own + 1
            if shown > 200:
                break
        return Folding(others=frozenset(keys))

    def on_unmount(self) -> None:
        try:
            remember(self.launch.state_path, self._plan_ids, self.folding)
        except OSError as error:
            self.log.warning(f"the open branches are not remembered: {error}")
        if "ledger" in self.__dict__:
            self.ledger.close()

    # -- keys ------------------------------------------------------------------------------------------------

    async def on_key(self, event: events.Key) -> None:
        """A full-width character of an input method does what its half-width twin does."""
        twin = twin_key(event.character)
        if twin is None or self.is_searching:
            return
        for command in COMMANDS:
            if twin in command.keys:
                event.stop()
                event.prevent_default()
                await self.run_command(command)
                return

    async def run_command(self, command: Command) -> None:
        """Do what a command's key does."""
        await self.run_action(command.action)

    async def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        await self.run_command(message.command)

    def on_filter_bar_removed(self, message: FilterBar.Removed) -> None:
        self.wanted = self.wanted.toggled(message.facet, message.value)
        self._search_follows()

    def applies(self, command: Command) -> bool:
        """What does not apply where the cursor is has no place in the footer."""
        if command.id == "note":
            return self.current_task is not None
        if command.id == "clear":
            return not self.wanted.is_empty
        if command.id == "back":
            return self.has_class("only-pane") or self.is_searching
        if command.id == "fold":
            return self.view is View.TREE
        return True

    # -- moving ----------------------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Fold or unfold a branch; open a task in the pane."""
        row = self.rows.current
        if self.has_class("only-pane"):
            return
        if isinstance(row, Branch):
            self.toggle_branch(row)
        elif isinstance(row, Leaf):
            if not self.has_class("side"):
                self.add_class("only-pane")
                self.refresh_keys()
            self._show_in_pane()
            self.pane.focus()

    def action_back(self) -> None:
        """One step back: out of the search, out of the pane, out of the filter's way."""
        if self.is_searching:
            self.leave_search(drop=True)
        elif self.has_class("only-pane"):
            self.remove_class("only-pane")
            self.rows.focus()
            self.refresh_keys()
        else:
            self.rows.focus()
            self.message = ""

    def action_other_pane(self) -> None:
        """Go to the pane, or back to the list."""
        if self.pane.has_focus or not self.pane.display:
            self.rows.focus()
        else:
            self._show_in_pane()
            self.pane.focus()

    def action_toggle_pane(self) -> None:
        """Show or hide the pane beside the list."""
        self.side_wanted = not self.side_wanted
        self._lay_out()

    async def action_quit(self) -> None:
        """Leave."""
        await self.plantui.action_quit()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.action_open()

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        message.stop()
        self.refresh_keys()
        if self.pane.display:
            if self._pane_timer is not None:
                self._pane_timer.stop()
            self._pane_timer = self.set_timer(_PANE_DELAY, self._show_in_pane)

    # -- the task pane ---------------------------------------------------------------------------------------

    @property
    def pane(self) -> LinesView:
        """The task pane."""
        return self.query_one("#pane", LinesView)

    def on_resize(self) -> None:
        self._lay_out()

    def _set_side(self) -> bool:
        wide = self.app.size.width >= SIDE_PANE_FROM
        side = wide and self.side_wanted
        changed = side != self.has_class("side") or (wide and self.has_class("only-pane"))
        if changed:
            self.set_class(side, "side")
            if wide:
                self.remove_class("only-pane")
        return changed

    def _lay_out(self) -> None:
        if self._set_side():
            self.call_after_refresh(self._show_in_pane)

    def _show_in_pane(self) -> None:
        row = self.rows.current
        same = _same_row(row, self._shown_in_pane)
        self._shown_in_pane = row
        if isinstance(row, Leaf):
            from plantui.ui.task_lines import task_lines

            facts = self.task_facts(row.task)
            self.pane.show(lambda width: task_lines(self.words, facts, width), keep_scroll=same)
        elif isinstance(row, Branch):
            from plantui.ui.plan_lines import plan_lines

            info, goals = self.library.head(row.plan)
            self.pane.show(lambda width: plan_lines(self.words, info, goals, row, width), keep_scroll=same)
        else:
            self.pane.show(lambda width: [])

    def task_facts(self, task: TaskEntry) -> TaskFacts:
        """What the pane tells of a task."""
        from plantui.ui.task_lines import TaskFacts

        plan = self.library.plan_at[task.plan]
        section = self.library.sections(plan)[task.section]
        key = TaskKey(plan.id, task.id)
        body = self.library.body(task.pk)
        registry = self.library.registry
        printed = [name for names in body["departments"].values() for name in names]
        return TaskFacts(
            plan=plan,
            section=numbered(section.number, section.title),
            body=body,
            progress=self.workspace.expected(task),
            reason=self.workspace.light(task),
            today=self.launch.today,
            notes=self.ledger.notes(key=key, all_revisions=True) if self.ledger_read else (),
            resolved={name: registry.resolve(plan.region, name).name for name in printed},
            has_draft=key in self.drafts,
        )

    def refresh_rows(self) -> None:
        super().refresh_rows()
        self.refresh_keys()
        self._shown_in_pane = self._shown_in_pane if self.pane.display else None


def _same_row(row: Row | None, other: Row | None) -> bool:
    if isinstance(row, Leaf) and isinstance(other, Leaf):
        return row.task.pk == other.task.pk
    return isinstance(row, Branch) and isinstance(other, Branch) and row.key == other.key
