"""Controllers of the outputs and explanations of the screen: help, problems, copy, theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.problem import PlantuiError
from plantui.query.outline import Leaf, Row

from .host import ScreenHost

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plantui.model.note import Note


class OutputControls:
    """Opens the dialogs about what is shown."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host

    def show_help(self) -> None:
        """Explain what the cursor is on, and list the keys."""
        from plantui.ui.dialogs.help import HelpScreen
        from plantui.ui.explaining import explanation
        from plantui.ui.keys_page import every_command

        host, words, row = self._host, self._host.words, self._host.rows.current
        about = explanation(words, host.session, row, self._notes_on(row)) if row else []
        rules = host.session.workspace.rules
        moved = words("dialogs.keys.moved")
        host.open_dialog(HelpScreen(words, every_command(), about, moved, rules), lambda _: None)

    def _notes_on(self, row: Row) -> Sequence[Note]:
        """Return the notes that count on a task, none on a branch; where the ledger refuses the user is told."""
        host = self._host
        if not isinstance(row, Leaf):
            return ()
        try:
            return host.ledger.notes(key=host.session.key_of(row.task), today=host.session.today)
        except PlantuiError as error:
            host.say(host.words.error(error))
            return ()

    def show_evidence(self) -> None:
        """List the evidence that the notes on a task name, to open it."""
        from plantui.ui.dialogs.evidence import EvidencePage, evidence_of

        host, row = self._host, self._host.rows.current
        pieces = [piece for note in self._notes_on(row) for piece in evidence_of(note)] if row else []
        if pieces:
            host.open_dialog(EvidencePage(host.words, pieces[::-1]), lambda _: None)
        else:
            host.say(host.words("notes.evidence.none_on_task"))

    def show_problems(self) -> None:
        """List what is wrong in the plan files, and notes that count for nobody; from then on the user knows of it."""
        from plantui.query.note_problems import note_problems
        from plantui.ui.dialogs.problems import ProblemsScreen

        host, session = self._host, self._host.session
        host.reminders.problems_seen = True
        host.remind()
        lost = note_problems(session.workspace, str(host.options.ledger_path))
        problems = [*session.library.problems(), *lost]
        host.open_dialog(ProblemsScreen(host.words, problems), lambda _: None)

    def show_commands(self) -> None:
        """Run any command by its name."""
        from plantui.ui.palette import command_palette

        self._host.app.push_screen(command_palette(self._host.words))

    def switch_theme(self) -> None:
        """Switch between dark and light."""
        self.use_theme("textual-light" if self._host.app.current_theme.dark else "textual-dark")

    def use_theme(self, name: str) -> None:
        """Use a theme, and have the next start use it too."""
        from plantui.store.settings import SettingKey, write_setting

        host = self._host
        host.app.theme = name
        try:
            write_setting(host.options.config_path, SettingKey.THEME, name)
        except PlantuiError as error:
            host.say(host.words("screen.theme_not_kept", error=host.words.error(error)))
