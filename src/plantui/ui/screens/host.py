"""Protocol of the main screen as its controllers see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from plantui.query.outline import Row
from plantui.query.session import Listing, Session
from plantui.query.startup import StartupOptions
from plantui.store.index.library import Library, TaskEntry
from plantui.ui.widgets.bars import StatusBar
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .reminders import Reminders

if TYPE_CHECKING:
    from textual.app import App
    from textual.geometry import Size
    from textual.message import Message
    from textual.screen import Screen
    from textual.widget import AwaitMount, Widget
    from textual.worker_manager import WorkerManager

    from plantui.store.ledger import Ledger
    from plantui.ui.row_painter import RowPainter

ResultT = TypeVar("ResultT")


class ScreenHost(Protocol):
    """The main screen as its controllers see it: the state, the list, and a few ways to be heard."""

    words: Words
    options: StartupOptions
    session: Session
    rows: RowList[Row]
    status_bar: StatusBar
    reminders: Reminders

    @property
    def size(self) -> Size:
        """The size of the terminal in cells."""

    @property
    def app(self) -> App[object]:
        """The program."""

    @property
    def is_active(self) -> bool:
        """True where no other screen stands over this one."""

    @property
    def workers(self) -> WorkerManager:
        """The threads at work."""

    @property
    def ledger(self) -> Ledger:
        """The user's notes."""

    @property
    def current_task(self) -> TaskEntry | None:
        """The task under the cursor."""

    def show(self, session: Session) -> None:
        """Show the next state."""

    def painter_of(self, session: Session) -> tuple[RowPainter, Listing]:
        """Return the rows of a session and what paints them, without showing them."""

    def follow_day(self) -> None:
        """Go on to the day that it is by now."""

    def say(self, text: str) -> None:
        """Tell the user something on the status line, until the cursor moves on."""

    def remind(self) -> None:
        """Have the status line say what waits for the user whenever there is nothing else to say."""

    def leave_pane(self) -> None:
        """Go back to the list."""

    def open_dialog(self, dialog: Screen[ResultT], done: Callable[[ResultT | None], None]) -> None:
        """Put a screen over this one; `done` is given its result."""

    def reopen(
        self,
        options: StartupOptions,
        *,
        library: Library | None = None,
        session: Session | None = None,
        said: str = "",
    ) -> None:
        """Open the main screen anew with these options, on other plans or another state where they are given."""

    def quit(self) -> None:
        """Leave the program, with what is being typed kept."""

    def call_after_refresh(self, callback: Callable[[], object]) -> bool:
        """Do something once the screen is laid out."""

    def mount(self, widget: Widget, *, before: str) -> AwaitMount:
        """Put another part on the screen."""

    def run_worker(
        self, work: Callable[[], None], *, group: str, exit_on_error: bool, thread: bool
    ) -> object:
        """Do something in a thread of that group."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> object:
        """Do something once, after that many seconds."""

    def post_message(self, message: Message) -> bool:
        """Send a message to the main screen, from any thread."""
