"""The main screen: the list of plans and tasks, the task pane, and the bars around them."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.timer import Timer

from plantui.query.outline import Branch, Folding, Leaf, NodeKey
from plantui.query.views import View
from plantui.ui.commands import COMMANDS, Command
from plantui.ui.fullwidth import twin_key
from plantui.ui.memory import remember, remembered
from plantui.ui.widgets.bars import FilterBar, KeyBar
from plantui.ui.widgets.row_list import RowList

from .changes import ChangeActions
from .filters import FilterActions
from .output import OutputActions
from .source import SourceActions

_PANE_DELAY = 0.04
"""Seconds the cursor rests before the pane follows, so that a held key is not slowed down."""
_LOOK_EVERY = 5.0


class MainScreen(FilterActions, SourceActions, ChangeActions, OutputActions):
    """See docs/architecture.md, "The interface"."""

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
        self.set_side()  # before there is anything whose styles would be worked out again
        yield self.top_bar
        yield self.filter_bar
        with Horizontal(id="panes"):
            yield self.rows
            yield self.pane
        yield self.status_bar
        yield self.key_bar

    def on_mount(self) -> None:
        # One timer set back at each move: a new one for each would cost more than painting the row.
        self._pane_timer: Timer = self.set_interval(_PANE_DELAY, self._cursor_rests, pause=True)
        self.ledger_version = 0
        self._take_drafts(())
        self.folding = remembered(self.launch.state_path, self._plan_ids) or self._first_folding()
        self.ledger_read = not self.launch.ledger_path.exists()
        self.set_reactive(MainScreen.wanted, self.launch.filter)
        if self.own is not None and self.launch.filter.is_empty:
            self.set_reactive(MainScreen.view, View.MINE)
        self.rows.focus()
        self.refresh_rows()
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

    def on_descendant_focus(self) -> None:
        self.refresh_keys()

    def applies(self, command: Command) -> bool:
        """What does not apply where the cursor is has no place in the footer."""
        if self.is_searching and (len(command.keys[0]) == 1 or command.id == "unfilter"):
            return False  # these keys type, or take back what was typed
        if command.id == "note":
            return self.current_task is not None
        if command.id == "quote":
            return self.rows.current is not None
        if command.id == "open":
            return not self.has_class("only-pane") and self.rows.current is not None
        if command.id == "clear":
            return not self.wanted.is_empty
        if command.id == "back":
            return self.has_class("only-pane") or self.is_searching
        if command.id == "fold":
            return self.view is View.TREE and not self.has_class("only-pane")
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
            self.open_pane()

    def action_back(self) -> None:
        """One step back: out of the search, out of the pane, out of the filter's way."""
        if self.is_searching:
            self.leave_search(drop=True)
        else:
            self.leave_pane()
            self.message = ""

    async def action_quit(self) -> None:
        """Leave."""
        await self.plantui.action_quit()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.action_open()

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        message.stop()
        if message.index != self.said_at:
            self.message = ""  # what was said of another row is no longer about what the user sees
        self.refresh_keys()
        if self.pane.display:
            self._pane_timer.reset()

    def _cursor_rests(self) -> None:
        self._pane_timer.pause()
        self.show_in_pane()

    def refresh_rows(self) -> None:
        super().refresh_rows()
        self.refresh_keys()
        self.shown_in_pane = self.shown_in_pane if self.pane.display else None
