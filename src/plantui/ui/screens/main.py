"""The main screen: the list of plans and tasks, the task pane, and the bars around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen

from plantui.model.problem import PlantuiError
from plantui.query.outline import Leaf, Row
from plantui.query.session import Listing, Session, position_in
from plantui.query.startup import StartupOptions
from plantui.store.index.library import Library, TaskEntry
from plantui.ui.commands import COMMANDS, FOOTER
from plantui.ui.memory import remember, remembered_list
from plantui.ui.row_painter import RowPainter
from plantui.ui.widgets.bars import FilterBar, KeyBar, StatusBar
from plantui.ui.widgets.head_line import HeadLine
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from . import describing
from .applying import CommandPlace
from .command_runner import CommandRunner, bound_action
from .controls import Controls
from .host import ResultT
from .ledger_reader import LedgerBegun, LedgerFailed, LedgerRead, LedgerReader, Reported
from .ledger_refusals import LedgerRefusals
from .note_searching import NotesSearched
from .pane_reading import PaneReading
from .receiving import ConflictsRead, CopiesReceived, Waiting
from .reminders import Reminders, demo_remark
from .session_view import SessionView
from .task_pane import TaskPane

if TYPE_CHECKING:
    from textual.widgets import Input

    from plantui.store.ledger import Ledger

    from .palette_answers import PaletteAnswers

_LOOK_EVERY = 5.0
"""Seconds between two looks at the clock and at what other windows wrote."""


class MainScreen(Screen[None]):
    """The plan tree, the task pane, the bars; holds the session and hands it down."""

    DEFAULT_CSS = """
    MainScreen {
        #panes { height: 1fr; }
        #headings { dock: top; }
        #rows { width: 1fr; }
        #pane { width: 40%; max-width: 80; display: none; border-left: solid $foreground 50%; }
        #pane:focus { border-left: outer $foreground; }
        #search { height: 1; border: none; padding: 0 1; background: $boost; }
        &.side #pane { display: block; }
        &.only-pane #rows, &.only-pane #headings { display: none; }
        &.only-pane #pane { display: block; width: 1fr; border-left: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                ",".join(command.keys), bound_action(command.action), command.id, show=False, id=command.id
            )
            for command in COMMANDS
            if command.keys
        ),
        Binding("left", "do('fold_in')", show=False),
        Binding("right", "do('fold_out')", show=False),
        Binding("tab", "do('other_pane')", show=False),
        Binding("shift+tab", "do('other_pane')", show=False),
    ]

    @dataclass(eq=False, repr=False)
    class Refused(Message):
        """The interface cannot go on: the ledger refused at the start."""

        error: PlantuiError

    @dataclass(eq=False, repr=False)
    class Reopened(Message):
        """The screen is to be opened anew: in another language, on another ledger, on other plans."""

        options: StartupOptions
        library: Library | None
        """The plans, None for the same."""
        session: Session | None
        """The state to begin with, None for that of a start."""
        said: str
        """Sentence to say then."""
        row: Row | None
        """The row to go to, None for the first."""

    class QuitRequested(Message):
        """The user wants to leave the program."""

    def __init__(
        self,
        options: StartupOptions,
        words: Words,
        library: Library,
        ledger: Ledger | None = None,
        session: Session | None = None,
        said: str = "",
        row: Row | None = None,
    ) -> None:
        super().__init__()
        self._said_first, self._first_row = said, row
        self.options = options
        self.words = words
        self.session = session or self._first_session(options, library)
        self.session_view = SessionView(words, self.session)
        self.rows = self.session_view.rows
        self.reader = LedgerReader(self, ledger)
        self.refusals = LedgerRefusals(self, self.reader)
        self.pane = TaskPane(words, PaneReading(self), id="pane")
        self.status_bar, self.key_bar = StatusBar(id="status"), KeyBar(id="keys")
        self.reminders = Reminders(words, options.remark or demo_remark(words, options))
        self.controls = Controls(self, self.reader)
        self.notes = self.controls.notes
        self.runner = CommandRunner(self, self.controls.actions(), self._place)

    @staticmethod
    def _first_session(options: StartupOptions, library: Library) -> Session:
        folding, choice = remembered_list(options.state_path, [plan.id for plan in library.plans])
        started = Session.started(
            library, options.clock(), options.filter, options.department, folding, is_demo=options.is_demo
        )
        return replace(started.with_column_choice(choice), role=options.role)

    def compose(self) -> ComposeResult:
        self.controls.panes.place()  # before there is anything whose styles would be worked out again
        yield self.session_view.view_strip
        yield self.session_view.top_bar
        yield self.session_view.filter_bar
        with Horizontal(id="panes"):
            yield self.session_view.head_line
            yield self.rows
            yield self.pane
        yield self.status_bar
        yield self.key_bar

    def on_mount(self) -> None:
        self.rows.focus()
        if self.options.ledger_path.exists():
            begun = self.reader.begin()
            if isinstance(begun, LedgerRead):
                self.session = self.session.with_ledger(begun.workspace, begun.drafts)
                self.call_after_refresh(self._ledger_known, begun)
            elif begun is not None:
                self.session = self.session.with_first_reports(begun.reports)
            self.refresh_rows()
            if not self.session.knows_ledger:
                self.say(self.words("screen.reading_ledger"))
        else:
            self.session = self.session.with_ledger(self.session.workspace, ())
            self.refresh_rows()
            self.call_after_refresh(self.reader.greet)
        self.set_interval(_LOOK_EVERY, self._look_around)
        if self._first_row is not None:
            self.rows.cursor = position_in(self.session.rows(), self._first_row)
        if self._said_first:
            self.say(self._said_first)
        if self.options.is_first_start:
            self.call_after_refresh(self.controls.opening.welcome)

    def on_unmount(self) -> None:
        session = self.session
        plans = [plan.id for plan in session.library.plans]
        try:
            remember(self.options.state_path, plans, session.folding, session.column_choice)
        except OSError as error:
            self.log.warning(f"the open branches and the columns are not remembered: {error}")
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
        self.controls.follow(session)
        # Painted whole and at once: what only the parts ask for would come a frame (16 ms) later, after their messages.
        self.refresh()

    def painter_of(self, session: Session) -> tuple[RowPainter, Listing]:
        """Return the rows of a session and what paints them, without showing them."""
        return self.session_view.painter_of(session)

    def refresh_rows(self) -> None:
        """Show what the session asks for."""
        session = self.session
        self.session_view.show(session)
        if session.library.live and not session.tasks:
            self.say(self.words(describing.nothing_shown(session)))
        self.refresh_keys()
        if not self.pane.display:
            self.pane.forget_place()

    def refresh_keys(self) -> None:
        """Show the keys that do something here."""
        self.key_bar.show(
            [(command, self.words(command.title_key)) for command in FOOTER],
            self.runner.idle(self.controls.search.has_keyboard),
        )

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
        self.controls.panes.leave()

    def open_dialog(self, dialog: Screen[ResultT], done: Callable[[ResultT | None], None]) -> None:
        """Put a screen over this one; `done` is given its result."""
        self.app.push_screen(dialog, done)

    @property
    def palette_host(self) -> PaletteAnswers:
        """The screen's answers to the command palette."""
        from .palette_answers import PaletteAnswers

        return PaletteAnswers(self, self.controls, self.runner)

    def reopen(
        self,
        options: StartupOptions,
        *,
        library: Library | None = None,
        session: Session | None = None,
        said: str = "",
    ) -> None:
        """Open the screen anew with these options, on other plans or another state where they are given."""
        row = self.rows.current if library is None and session is not None else None
        self.post_message(self.Reopened(options, library, session, said, row))

    def quit(self) -> None:
        """Leave the program, with what is being typed kept."""
        self.post_message(self.QuitRequested())

    # -- the ledger ------------------------------------------------------------------------------------------

    def _look_around(self) -> None:
        if self.is_active:
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

    @on(LedgerBegun)
    def _ledger_begun(self, message: LedgerBegun) -> None:
        self.reader.take_first(message.reports)

    @on(LedgerRead)
    def _ledger_read(self, message: LedgerRead) -> None:
        is_first = not self.session.knows_ledger
        self.reader.take_ledger(message)
        if is_first:
            self.controls.receiving.look()

    def _ledger_known(self, begun: LedgerRead) -> None:
        """Go on after a first paint that showed all that the ledger says."""
        self.reader.go_on(begun)
        self.controls.receiving.look()

    @on(Waiting)
    def _waiting(self, message: Waiting) -> None:
        self.controls.receiving.take_waiting(message)

    @on(CopiesReceived)
    def _copies_received(self, message: CopiesReceived) -> None:
        self.controls.receiving.take_copies(message)

    @on(ConflictsRead)
    def _conflicts_read(self, message: ConflictsRead) -> None:
        self.controls.receiving.take_conflicts(message)

    @on(NotesSearched)
    def _notes_searched(self, message: NotesSearched) -> None:
        self.controls.note_searching.take(message)

    @on(LedgerFailed)
    def _ledger_failed(self, message: LedgerFailed) -> None:
        if self.session.knows_ledger:
            self.refusals.tell(message)
        else:
            self.post_message(self.Refused(message.error))

    @on(Reported)
    def _reported(self, message: Reported) -> None:
        self.reader.take_reports(message)

    # -- keys ------------------------------------------------------------------------------------------------

    def _place(self) -> CommandPlace:
        controls = self.controls
        return CommandPlace(
            session=self.session,
            row=self.rows.current,
            covers_list=controls.panes.covers_list,
            has_before_demo=self.options.before_demo is not None,
            can_go_back=controls.can_go_back,
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Answer whether a command applies where the cursor is: for keys, footer and palette alike."""
        name = str(parameters[0]) if action == "do" and parameters else action
        return self.runner.action_applies(name)

    async def action_do(self, action: str, *parameters: str) -> None:
        """Do what a command names."""
        await self.runner.do(action, *parameters)

    def on_key(self, event: events.Key) -> None:
        """Have the commands take the key."""
        self.runner.take_key(event, typing=self.controls.search.has_keyboard)

    # -- messages of the parts -------------------------------------------------------------------------------

    async def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        await self.runner.run(message.command)

    def on_filter_bar_removed(self, message: FilterBar.Removed) -> None:
        self.show(self.session.toggled(message.facet, message.value))

    def on_descendant_focus(self) -> None:
        self.refresh_keys()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.controls.search.typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.controls.search.leave()

    def on_head_line_pressed(self, message: HeadLine.Pressed) -> None:
        self.controls.columns.sort_by(message.column)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.controls.open_row()

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        message.stop()
        self.status_bar.moved_to(self.rows.cursor)  # the message may be of a row that was left since
        self.refresh_keys()
        self.controls.panes.follow_cursor()

    def on_resize(self) -> None:
        self.controls.panes.follow_width()
