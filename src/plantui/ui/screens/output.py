"""The main screen's dialogs and outputs: export, statistics, help, problems, copy, theme."""

from __future__ import annotations

from pathlib import Path

from plantui.model.problem import PlantuiError
from plantui.query.filter import Filter
from plantui.query.views import view_filter
from plantui.words.phrases import light_reason, numbered, term

from .state import PlanScreen


class OutputActions(PlanScreen):
    """What leaves the screen, and what explains it."""

    def action_export(self) -> None:
        """Write the tasks shown to a file."""
        from plantui.export.csvfile import CutCell, cut_cells_sentence
        from plantui.export.formats import Format, export, suggested_name
        from plantui.export.summary import heading, summary
        from plantui.export.writing import save
        from plantui.ui.dialogs.export import ExportDialog, ExportRequest

        rows = self.workspace.rows(self.tasks, self.view.order)
        wanted = view_filter(self.view, self.wanted, self.own)
        head = heading(self.workspace, rows, wanted)
        names = {form: suggested_name(head, form, self.words) for form in Format}
        what = self.words("screen.export_what", shown=len(rows), all=head.everything)

        cut: list[CutCell] = []

        def write(request: ExportRequest) -> None:
            cut.clear()
            made = summary(self.workspace, rows, wanted, self.ledger)
            pieces = export(made, request.format, self.words, cut.append)
            save(pieces, request.path, force=request.force)

        def written(request: ExportRequest | None) -> None:
            if request is not None:
                told = self.words("screen.exported", count=len(rows), path=request.path)
                # On a narrow screen the end may not be seen: the path was typed, the cut cells are news.
                self.say(f"{cut_cells_sentence(self.words, cut)} {told}" if cut else told)

        self.app.push_screen(ExportDialog(self.words, Path.cwd(), names, what, write), written)

    def action_stats(self) -> None:
        """Show the figures of the tasks shown."""
        from plantui.ui.dialogs.stats import StatsScreen

        def narrowed(wanted: Filter | None) -> None:
            if wanted is not None:
                self.leave_pane()
                self.wanted = wanted

        wanted = view_filter(self.view, self.wanted, self.own)
        self.app.push_screen(StatsScreen(self.words, self.workspace, self.tasks, wanted, self.own), narrowed)

    def action_help(self) -> None:
        """Explain the light under the cursor, and list the keys."""
        from plantui.ui.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(self.words, self._about()))

    def _about(self) -> list[str]:
        task = self.current_task
        if task is None:
            return []
        reason = self.workspace.light(task)
        progress = self.workspace.expected(task)
        said = [(term(self.words, reason.light, long=True), light_reason(self.words, reason))]
        if progress.missing:
            said.append((self.words("screen.pane.missing"), self.words.listing(list(progress.missing))))
        if reason.due is not None:
            said += [
                (f"{deadline.due.isoformat()} {deadline.phrase}", deadline.clause)
                for deadline in self.library.task(task.pk).deadlines
                if deadline.due == reason.due
            ]
        lines = [numbered(task.number, task.title)]
        lines += [self.words("screen.pane.labelled", label=label, text=text) for label, text in said]
        return lines

    def action_problems(self) -> None:
        """List what is wrong in the plan files."""
        from plantui.ui.dialogs.problems import ProblemsScreen

        self.problems_seen = True
        if self.notice == self.words("screen.problems_found", count=len(self.library.problems())):
            self.remind("")
        self.app.push_screen(ProblemsScreen(self.words, self.library.problems()))

    def action_palette(self) -> None:
        """Run any command by its name."""
        from textual.command import CommandPalette

        from plantui.ui.palette import CommandProvider

        self.app.push_screen(
            CommandPalette(providers=[CommandProvider], placeholder=self.words("dialogs.palette.placeholder"))
        )

    def action_copy(self) -> None:
        """Copy the task's text."""
        task = self.current_task
        if task is None:
            self.say(self.words("screen.no_task"))
            return
        whole = self.library.task(task.pk)
        self.app.copy_to_clipboard(f"{whole.number} {whole.title}\n{whole.text}")
        self.say(self.words("screen.copied"))

    def action_theme(self) -> None:
        """Switch between dark and light."""
        dark = self.app.current_theme.dark
        self.use_theme("textual-light" if dark else "textual-dark")

    def use_theme(self, name: str) -> None:
        """Use a theme and remember it."""
        from plantui.store.settings import SettingKey, write_setting

        self.app.theme = name
        try:
            write_setting(self.launch.config_path, SettingKey.THEME, name)
        except PlantuiError as error:
            self.say(self.words("screen.theme_not_kept", error=self.words.error(error)))
