"""The application: theme, driver, first screen. Everything else has a home elsewhere."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")  # kitty's key reports swallow input-method text
os.environ.setdefault("ESCDELAY", "14")

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType

from plantui.model.problem import PlantuiError
from plantui.query.startup import StartupOptions
from plantui.store.index.damage import IndexDamaged
from plantui.store.index.library import Library
from plantui.words import Words

from .driver import LeaveRequested, quick_driver
from .screens.main import MainScreen

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from plantui.store.ledger import Ledger


def _mode(number: int) -> str:
    """Return the name of the mode of a main screen."""
    return f"main-{number}"


class PlantuiApp(App[None]):
    """plantui on the terminal. `ledger` stands in for the one that `options` name, with a clock of its own."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]

    DEFAULT_MODE = _mode(0)

    def __init__(self, options: StartupOptions, library: Library, ledger: Ledger | None = None) -> None:
        super().__init__(driver_class=quick_driver())
        self._opened = 0
        """Number of times that the main screen was opened anew. Each is a mode: a screen at the bottom cannot be replaced."""
        self.library = library
        self.main_screen = MainScreen(options, Words(options.language), library, ledger)
        self.animation_level = "none"
        if options.theme in self.available_themes:
            self.theme = options.theme
        self.title = "plantui"
        self.refusal: PlantuiError | None = None
        """Error for which the interface could not go on."""

    def get_default_screen(self) -> MainScreen:
        """Return the one screen, made at once: a blank one before it would cost a whole paint."""
        return self.main_screen

    def on_ready(self) -> None:
        """Spare the collector what was loaded for the first paint: none of it is garbage."""
        gc.freeze()
        gc.enable()

    def on_main_screen_refused(self, message: MainScreen.Refused) -> None:
        self.give_up(message.error)

    def on_main_screen_reopened(self, message: MainScreen.Reopened) -> None:
        """Put a new main screen in the place of the one before: its words, plans and ledger are fixed when it is made."""
        before, options = self.main_screen, message.options
        self.library = message.library or self.library
        same = options.ledger_path == before.options.ledger_path
        ledger = before.reader.opened_ledger if same else None
        self.main_screen = MainScreen(
            options, Words(options.language), self.library, ledger, message.session, message.said, message.row
        )
        self._opened += 1
        name, old = _mode(self._opened), _mode(self._opened - 1)
        self.add_mode(name, self.get_default_screen)
        self.switch_mode(name)
        if old == self.DEFAULT_MODE:
            # Not before: a start in a mode of one's own has every style worked out twice, which is a tenth of it.
            self.add_mode(old, self.get_default_screen)
        self.remove_mode(old)

    async def on_main_screen_quit_requested(self) -> None:
        await self.action_quit()

    def give_up(self, refusal: PlantuiError) -> None:
        """Leave with a sentence on what is in the way."""
        self.refusal = refusal
        self.exit(return_code=int(refusal.exit_code))

    def _handle_exception(self, error: Exception) -> None:
        """Leave with a sentence where the index is damaged: a cache to be made again is no reason for a traceback."""
        # Textual tells nobody else of a failure; tests/test_foreign_insides.py looks after it.
        cause = getattr(error, "error", error)  # a thread's failure comes wrapped
        if isinstance(cause, IndexDamaged):
            self.give_up(cause)
        else:
            super()._handle_exception(error)

    def action_help_quit(self) -> None:
        """Say nothing of Ctrl+C where it copies nothing: Textual would name the key that quits, in English only."""

    async def action_quit(self) -> None:
        """Leave, with what was typed kept as a draft."""
        self._after_typing(self._quit)

    def _quit(self) -> None:
        if self.main_screen.notes.is_safe_to_leave():
            self.exit()

    @on(LeaveRequested)
    def _leave(self) -> None:
        """Leave as by Ctrl+Q when the system asks; it does not wait for the user to answer."""
        self._after_typing(self._leave_at_once)

    def _leave_at_once(self) -> None:
        try:
            self.main_screen.notes.store_typing()
        except PlantuiError as error:
            self.give_up(self.main_screen.notes.rescued(error))
        else:
            self.exit()

    def _after_typing(self, leave: Callable[[], None]) -> None:
        """Leave when the keys pressed before have done their work."""
        self._pass_up(self.focused, leave)

    def _pass_up(self, node: DOMNode | None, leave: Callable[[], None]) -> None:
        """Go the way that a key goes, from the focused field up to the app, behind those that are on it."""
        while node is not None and not node.call_later(self._pass_up, node.parent, leave):
            node = node.parent  # this one is closing, and hands nothing on
        if node is None:
            leave()


def run_interface(options: StartupOptions, library: Library) -> int:
    """Open the interface; returns the exit code.

    Raises plantui.model.problem.PlantuiError where the ledger refuses.
    """
    app = PlantuiApp(options, library)
    app.run()
    if app.refusal is not None:
        raise app.refusal
    return app.return_code or 0
