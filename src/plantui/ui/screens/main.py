"""The main screen: the list of plans and tasks, the task pane, and the bars around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import WorkerState

from plantui.model.problem import PlantuiError
from plantui.query.choices import CountedChoice
from plantui.query.filter import Choice, Facet
from plantui.query.outline import Branch, Leaf, Row
from plantui.query.session import Session, position_in
from plantui.query.startup import StartupOptions
from plantui.query.views import View
from plantui.store.index.library import Library, TaskEntry
from plantui.ui.commands import COMMANDS, Command, Group
from plantui.ui.fullwidth import twin_key
from plantui.ui.memory import remember, remembered
from plantui.ui.row_painter import RowPainter
from plantui.ui.widgets.bars import FilterBar, KeyBar, StatusBar, TextBar
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from . import describing
from .applying import Place
from .branches import BranchControls
from .changes import ChangeControls
from .command_runner import BY_KEY, CommandRunner, bound_action, types
from .filters import FilterControls
from .host import ResultT
from .ledger_reader import LedgerBegun, LedgerFailed, LedgerRead, LedgerReader, Reported
from .notes import NoteControls
from .outputs import OutputControls
from .pane_controls import PaneControls
from .reminders import Reminders
from .search import Search
from .task_pane import TaskPane

if TYPE_CHECKING:
    from textual.widgets import Input

    from plantui.store.ledger import Ledger

_PANE_DELAY = 0.04
"""Seconds the cursor rests before the pane follows, so that a held key is not slowed down."""
_LOOK_EVERY = 5.0
_UNASKED = frozenset({"look", "read"})
"""The groups of threads that read the ledger without the user's asking."""


class MainScreen(Screen[None]):
    """The plan tree, the task pane, the bars; holds the session and hands it down."""

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
            Binding(
                ",".join(command.keys), bound_action(command.action), command.id, show=False, id=command.id
            )
            for command in COMMANDS
        ),
        Binding("left", "do('fold_in')", show=False),
        Binding("right", "do('fold_out')", show=False),
        Binding("space", "do('open')", show=False),
        Binding("tab", "do('other_pane')", show=False),
        Binding("shift+tab", "do('other_pane')", show=False),
    ]

    @dataclass
    class Refused(Message):
        """The interface cannot go on: the ledger refused at the start."""

        error: PlantuiError

    class QuitRequested(Message):
        """The user wants to leave the program."""

    def __init__(
        self, options: StartupOptions, words: Words, library: Library, ledger: Ledger | None = None
    ) -> None:
        super().__init__()
        self.options = options
        self.words = words
        folding = remembered(options.state_path, [plan.id for plan in library.plans])
        self.session = Session.started(library, options.clock(), options.filter, options.department, folding)
        # The parts of the screen by name: looking them up costs more than painting a row.
        self.rows: RowList[Row] = RowList(RowPainter(words, self.session.workspace), id="rows")
        self.reader = LedgerReader(self, ledger)
        self.pane = TaskPane(words, self.reader.notes_of, self.reader.actions_of, id="pane")
        self.top_bar, self.status_bar = TextBar(id="top"), StatusBar(id="status")
        self.filter_bar, self.key_bar = FilterBar(id="filter"), KeyBar(id="keys")
        self.notes = NoteControls(self, self.reader)
        self.changes = ChangeControls(self, self.reader, self.notes)
        self.filters = FilterControls(self)
        self.search = Search(self)
        self.branches = BranchControls(self)
        self.panes = PaneControls(self)
        self.outputs = OutputControls(self)
        self.reminders = Reminders(words, options.remark)
        self.runner = CommandRunner(self, self._actions(), self._place)

    def _actions(self) -> dict[str, Callable[..., object]]:
        """Return what each action does; the commands name them."""
        return {
            "open": self.open_row,
            "back": self.go_back,
            "help": self.outputs.show_help,
            "note": self.notes.write,
            "search": self.search.open,
            "choose": lambda facet: self.filters.choose(Facet(facet)),
            "unfilter": self.filters.remove_last,
            "clear": self.filters.clear,
            "view": lambda view: self.filters.show_view(View(view)),
            "stats": self.outputs.show_stats,
            "fold_all": self.branches.toggle_all,
            "fold_in": self.branches.fold,
            "fold_out": self.branches.unfold,
            "toggle_pane": self.panes.toggle,
            "other_pane": self.panes.other,
            "quote": self.panes.toggle_source,
            "history": self.changes.show_history,
            "undo": self.changes.undo,
            "redo": self.changes.redo,
            "export": self.outputs.export,
            "copy": self.outputs.copy,
            "theme": self.outputs.switch_theme,
            "problems": self.outputs.show_problems,
            "palette": self.outputs.show_commands,
            "quit": self.quit,
        }

    def compose(self) -> ComposeResult:
        self.panes.place()  # before there is anything whose styles would be worked out again
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
        self.rows.focus()
        if self.options.ledger_path.exists():
            self.refresh_rows()
            self.say(self.words("screen.reading_ledger"))
            self.reader.begin()
        else:
            self.session = self.session.with_ledger(self.session.workspace, ())
            self.refresh_rows()
            self.call_after_refresh(self.reader.greet)
        self.set_interval(_LOOK_EVERY, self._look_around)

    def on_unmount(self) -> None:
        plans = [plan.id for plan in self.session.library.plans]
        try:
            remember(self.options.state_path, plans, self.session.folding)
        except OSError as error:
            self.log.warning(f"the open branches are not remembered: {error}")
        self.reader.close()

    # -- the state, and what shows it ------------------------------------------------------------------------

    @property
    def ledger(self) -> Ledger:
        """The user's notes."""
        return self.reader.ledger

    @property
    def current_task(self) -> TaskEntry | None:
        """The task under the cursor."""
        row = self.rows.current
        return row.task if isinstance(row, Leaf) else None

    def show(self, session: Session) -> None:
        """Show the next state."""
        before, self.session = self.session, session
        if session is before:
            return
        if session.active_filter != before.active_filter or session.view is not before.view:
            self.status_bar.clear()
        self.refresh_rows()
        self.search.follow(session)

    def refresh_rows(self) -> None:
        """Show what the session asks for, with the cursor on the same row where it is still there."""
        session, row = self.session, self.rows.current
        painter = RowPainter(self.words, session.workspace, session.draft_keys)
        painter.is_waiting = not session.knows_ledger
        painter.knows_reports_of = session.knows_reports_of
        painter.with_plan = session.names_plans
        self.rows.painter = painter
        rows = session.rows()
        self.rows.show(rows, position_in(rows, row), keep_scroll=True)
        self.top_bar.say(
            describing.heading(self.words, session),
            describing.count(self.words, session),
            kept=describing.as_of(self.words, session),
        )
        chips = describing.chips(self.words, session)
        self.filter_bar.show(chips, describing.empty_filter(self.words, session))
        if session.library.live and not session.tasks:
            self.say(
                self.words("screen.nothing_here" if session.active_filter.is_empty else "screen.nothing")
            )
        self.refresh_keys()
        if not self.pane.display:
            self.pane.forget_place()

    def refresh_keys(self) -> None:
        """Show the keys that do something here."""
        commands = self.runner.footer(self.search.has_keyboard)
        self.key_bar.show([(command, self.words(command.title_key)) for command in commands])

    def say(self, text: str) -> None:
        """Tell the user something on the status line, until the cursor moves on."""
        self.status_bar.tell(text, self.rows.cursor)

    def remind(self) -> None:
        """Have the status line say what waits for the user whenever there is nothing else to say."""
        self.status_bar.remind(self.reminders.notice(self.session))

    def show_in_pane(self) -> None:
        """Show in the pane what the cursor is on."""
        self.pane.show_row(self.rows.current, self.session)

    def leave_pane(self) -> None:
        """Go back to the list."""
        self.panes.leave()

    def open_dialog(self, dialog: Screen[ResultT], done: Callable[[ResultT | None], None]) -> None:
        """Put a screen over this one; `done` is given its result."""
        self.app.push_screen(dialog, done)

    # -- the ledger ------------------------------------------------------------------------------------------

    def in_thread(self, work: Callable[[], None], group: str) -> None:
        """Do something with the ledger in a thread; a refusal comes back as a message."""

        def guarded() -> None:
            try:
                work()
            except PlantuiError as error:
                self.post_message(LedgerFailed(error, is_unasked=group in _UNASKED))

        self.run_worker(guarded, thread=True, group=group, exit_on_error=True)

    def _look_around(self) -> None:
        if self.app.screen is self:
            self.follow_day()
            self.reader.read_if_changed()

    def on_screen_resume(self) -> None:
        self.follow_day()

    def follow_day(self) -> None:
        """Go on to the day that it is by now: lights and days late follow at once, what notes count once they are read."""
        today = self.options.clock()
        if today == self.session.today:
            return
        self.show(self.session.on_day(today))
        if self.options.ledger_path.exists():
            self.reader.read()

    @property
    def is_reading(self) -> bool:
        """Whether a thread reads the whole ledger at this moment."""
        busy = (WorkerState.PENDING, WorkerState.RUNNING)
        return any(one.group == "read" and one.state in busy for one in self.workers)

    @on(LedgerBegun)
    def _ledger_begun(self, message: LedgerBegun) -> None:
        self.reader.take_first(message)
        self.call_after_refresh(self.reader.read)  # the rest would take its time from what is being painted

    @on(LedgerRead)
    def _ledger_read(self, message: LedgerRead) -> None:
        self.reader.take_ledger(message)

    @on(LedgerFailed)
    def _ledger_failed(self, message: LedgerFailed) -> None:
        if self.session.knows_ledger:
            self.reader.tell_failure(message)
        else:
            self.post_message(self.Refused(message.error))

    @on(Reported)
    def _reported(self, message: Reported) -> None:
        self.reader.take_reports(message)

    # -- keys ------------------------------------------------------------------------------------------------

    def _place(self) -> Place:
        can_go_back = self.panes.can_be_left or self.search.has_keyboard
        return Place(self.session, self.rows.current, self.panes.covers_list, can_go_back)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Answer whether a command applies where the cursor is: for keys, footer and palette alike."""
        name = str(parameters[0]) if action == "do" and parameters else action
        return self.runner.action_applies(name)

    async def action_do(self, action: str, *parameters: str) -> None:
        """Do what a command names."""
        await self.runner.do(action, *parameters)

    async def run_command(self, command: Command) -> None:
        """Do what a command's key does, or say why it does nothing here."""
        await self.runner.run(command)

    def on_key(self, event: events.Key) -> None:
        """Act like the half-width twin of a full-width character; say why a key of ours does nothing here."""
        twin = twin_key(event.character)
        command = BY_KEY.get(twin or event.key)
        if command is None or (
            self.search.has_keyboard and (twin or types(command) or command.group is Group.MOVE)
        ):
            return
        # In the app's turn, in which the bindings of the keys before have done their work.
        if twin:
            event.stop()
            event.prevent_default()
            self.app.call_later(self.run_command, command)
        else:
            self.app.call_later(self.runner.say_why_not, command)

    # -- messages of the parts -------------------------------------------------------------------------------

    async def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        await self.run_command(message.command)

    def on_filter_bar_removed(self, message: FilterBar.Removed) -> None:
        self.show(self.session.toggled(message.facet, message.value))

    def on_descendant_focus(self) -> None:
        self.refresh_keys()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.search.typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.search.leave()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.open_row()

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        message.stop()
        self.status_bar.moved_to(message.index)
        self.refresh_keys()
        if self.pane.display:
            self._pane_timer.reset()

    def _cursor_rests(self) -> None:
        self._pane_timer.pause()
        self.show_in_pane()

    def on_resize(self) -> None:
        self.panes.follow_width()

    # -- what the palette asks -------------------------------------------------------------------------------

    def facet_choices(self, facet: Facet) -> Sequence[CountedChoice]:
        """Return what can be chosen, each with the number of tasks that it would show."""
        return self.session.choices(facet)

    def choice_words(self, facet: Facet, value: Choice) -> str:
        """Return a choice as the user reads it."""
        return describing.choice_text(self.words, self.session, facet, value)

    def apply_choice(self, facet: Facet, value: Choice) -> None:
        """Add one choice to the filter, or take it out."""
        self.filters.toggle(facet, value)

    def use_theme(self, name: str) -> None:
        """Use a theme and remember it."""
        self.outputs.use_theme(name)

    # -- actions of several parts ----------------------------------------------------------------------------

    def open_row(self) -> None:
        """Fold or unfold a branch; open a task in the pane."""
        row = self.rows.current
        if self.panes.covers_list:
            return
        if isinstance(row, Branch):
            self.branches.toggle(row)
        elif isinstance(row, Leaf):
            self.panes.open()

    def go_back(self) -> None:
        """Take one step back: out of the search, out of the pane."""
        if self.search.has_keyboard:
            self.search.leave(drop=True)
        else:
            self.leave_pane()
            self.status_bar.clear()

    def quit(self) -> None:
        """Leave the program, with what is being typed kept."""
        self.post_message(self.QuitRequested())
