"""Controllers of the outputs and explanations of the screen: help, problems, copy, theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.problem import PlantuiError
from plantui.words.phrases import light_reason, numbered, term

from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.store.index.library import TaskEntry


class OutputControls:
    """Opens the dialogs about what is shown."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host

    def show_help(self) -> None:
        """Explain the light under the cursor, and list the keys."""
        from plantui.ui.dialogs.help import HelpScreen
        from plantui.ui.keys_page import every_command

        words, task = self._host.words, self._host.current_task
        about = self._about(task) if task else []
        self._host.open_dialog(
            HelpScreen(words, every_command(), about, words("dialogs.keys.moved")), lambda _: None
        )

    def _about(self, task: TaskEntry) -> list[str]:
        """Return the task, its light and why, who is missing, and the deadlines that the light is about."""
        words, session = self._host.words, self._host.session
        reason = session.workspace.light(task)
        progress = session.workspace.expected(task)
        said = [(term(words, reason.light, long=True), light_reason(words, reason))]
        if progress.missing:
            said.append((words("terms.report.missing"), words.listing(list(progress.missing))))
        if reason.due is not None:
            said += [
                (f"{deadline.due.isoformat()} {deadline.phrase}", deadline.clause)
                for deadline in session.library.task(task.pk).deadlines
                if deadline.due == reason.due
            ]
        lines = [numbered(task.number, task.title)]
        return lines + [words("screen.pane.labelled", label=label, text=text) for label, text in said]

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
