"""The main screen's answers to the command palette."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.query.choices import CountedChoice
from plantui.query.filter import Choice, Facet
from plantui.ui.commands import Command

from .command_runner import CommandRunner
from .controls import Controls
from .describing import choice_text
from .host import ScreenHost


class PaletteAnswers:
    """Gives the palette the choices of the session, and has the controllers do what was picked."""

    def __init__(self, host: ScreenHost, controls: Controls, runner: CommandRunner) -> None:
        self._host = host
        self._controls = controls
        self._runner = runner
        self.words = host.words

    def facet_choices(self, facet: Facet) -> Sequence[CountedChoice]:
        """Return what can be chosen, each with the number of tasks that it would show."""
        return self._host.session.choices(facet)

    def choice_words(self, facet: Facet, value: Choice) -> str:
        """Return a choice as the user reads it."""
        return choice_text(self.words, self._host.session, facet, value)

    def command_applies(self, command: Command) -> bool:
        """Return whether a command does something where the cursor is, as for its key."""
        return self._runner.command_applies(command)

    async def run_command(self, command: Command) -> None:
        """Do what the command's key does."""
        await self._runner.run(command)

    def apply_choice(self, facet: Facet, value: Choice) -> None:
        """Add one choice to the filter, or take it out."""
        self._controls.filters.toggle(facet, value)

    def use_theme(self, name: str) -> None:
        """Use a theme and remember it."""
        self._controls.outputs.use_theme(name)
