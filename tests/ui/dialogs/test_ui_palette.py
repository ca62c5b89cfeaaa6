"""The command palette: found by either language, run as asked, titles shown as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from dialog_host import years
from textual.app import App
from textual.command import CommandPalette
from textual.screen import Screen

from plantui.model.terms import Language, Light
from plantui.query.choices import CountedChoice
from plantui.query.filter import Choice, Facet
from plantui.ui.commands import COMMANDS, Command
from plantui.ui.palette import CommandProvider, entries, score
from plantui.words import Words


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


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("导出", "export"),
        ("export", "export"),
        ("ＥＸＰＯＲＴ", "export"),
        ("撤销", "undo"),
        ("2024", (Facet.YEAR, 2024)),
        ("[bold]", (Facet.PLAN, "p")),
        ("nord", "nord"),
    ],
)
async def test_typed_text_runs_the_command(language: Language, typed: str, expected: object) -> None:
    """Chinese and English names work in either interface language."""
    app = PaletteApp(HostScreen(language))
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(*typed)
        await pilot.app.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.pause()

    assert app.host.ran == [expected]


def test_every_command_is_offered_under_both_names() -> None:
    host = HostScreen()
    offered = [entry.text for entry in entries(host)]
    english = Words(Language.EN)
    for command in COMMANDS:
        if command.palette:
            name = f"{host.words(command.title_key)}  {english(command.title_key)}  "
            assert any(text.startswith(name) for text in offered)
    assert "按年度筛选：2024（12）" in offered
    assert "按计划筛选：[bold]计划[/]（3）" in offered


def test_an_exact_name_comes_first() -> None:
    found = sorted(entries(HostScreen()), key=lambda entry: -score(entry, "单位"))

    assert found[0].label == "单位"
