"""An app with only the command palette over a screen that writes down what it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import App
from textual.command import CommandPalette
from textual.screen import Screen

from plantui.model.terms import Language, Light
from plantui.query.choices import CountedChoice
from plantui.query.filter import Choice, Facet
from plantui.ui.commands import Command
from plantui.ui.palette import CommandProvider
from plantui.words import Words
from tests.support.dialog_host import years


class HostScreen(Screen[None]):
    """A screen as the palette wants it; `ran` holds what was asked of it."""

    def __init__(self, language: Language = Language.ZH) -> None:
        super().__init__()
        self.words = Words(language)
        self.ran: list[Any] = []

    def facet_choices(self, facet: Facet) -> Sequence[CountedChoice]:
        if facet is Facet.YEAR:
            return years(y2024=12, y2025=0)
        if facet is Facet.PLAN:
            return [CountedChoice(facet, "p", 3)]
        return [CountedChoice(facet, Light.RED, 2)] if facet is Facet.LIGHT else []

    def choice_words(self, facet: Facet, value: Choice) -> str:
        return "[bold]计划[/]" if facet is Facet.PLAN else str(value)

    @property
    def palette_host(self) -> HostScreen:
        return self

    def command_applies(self, command: Command) -> bool:
        return True

    async def run_command(self, command: Command) -> None:
        self.ran.append(command.id)

    def apply_choice(self, facet: Facet, value: Choice) -> None:
        self.ran.append((facet, value))

    def use_theme(self, name: str) -> None:
        self.ran.append(name)


class PaletteApp(App[None]):
    """Opens the palette over the screen."""

    def __init__(self, screen: HostScreen) -> None:
        super().__init__()
        self.host = screen

    def on_mount(self) -> None:
        self.push_screen(self.host)
        self.push_screen(CommandPalette(providers=[CommandProvider]))
