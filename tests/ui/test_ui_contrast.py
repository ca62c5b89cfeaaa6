"""Contrast of everything on the real screens, as painted, in the two named themes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot
from textual.screen import Screen

from plantui.ui.commands import COMMANDS
from plantui.ui.contrast import contrast
from plantui.ui.looks import TEXT_CONTRAST
from tests.support.main_host import app_in, screen_of, settle, with_notes
from tests.support.review_host import app_in as review_in

NO_SCREEN = frozenset({"quit", "theme", "undo", "redo", "demo"})
"""Commands that end the program, change every colour, take back the notes, or open another ledger."""


def painted(screen: Screen[object]) -> Iterator[tuple[str, Style]]:
    """Yield the pieces of text on a screen, lines and scrollbars left out."""
    for strip in screen._compositor.render_strips():
        for text, style, control in strip:
            word = "".join(char for char in text if not "\u2500" <= char <= "\u259f").strip()
            if word and style and not control:
                yield word, style


def hard_to_read(screen: Screen[object]) -> set[str]:
    """Return the texts on a screen whose contrast is too low, with it."""
    found = set()
    for text, style in painted(screen):
        assert style.color and style.bgcolor and not style.dim, text
        pair = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
        if (ratio := contrast(*pair)) < TEXT_CONTRAST:
            found.add(f"{text} {ratio:.2f} {pair[0].hex} on {pair[1].hex}")
    return found


async def on_a_task(pilot: Pilot[None]) -> None:
    """Go to the first task, with the keyboard in the list."""
    await settle(pilot)
    await pilot.press("escape", "1", "home", "down", "down")
    await settle(pilot)


@pytest.mark.parametrize("theme", ("textual-dark", "textual-light"))
async def test_found_words_and_marked_rows_are_readable(tmp_path: Path, theme: str) -> None:
    """Found words in list and pane, marked rows, under the cursor and beside it."""
    with_notes(tmp_path)
    async with app_in(tmp_path, theme=theme).run_test(size=(120, 36)) as pilot:
        await on_a_task(pilot)
        await pilot.press("space", "up", "f3", *"空气质量")
        await settle(pilot)
        typing = hard_to_read(pilot.app.screen)
        await pilot.press("enter", "down")
        await settle(pilot)

        assert screen_of(pilot).session.marked
        assert typing | hard_to_read(pilot.app.screen) == set()


@pytest.mark.parametrize("theme", ("textual-dark", "textual-light"))
async def test_the_review_is_readable(tmp_path: Path, theme: str) -> None:
    """The doubtful field, the line in which one is corrected, and the help."""
    app = review_in(tmp_path)
    app.theme = theme
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        found = hard_to_read(app.screen)
        for keys in (["enter", "f4", "f2"], ["escape", "f1"]):
            await pilot.press(*keys)
            await pilot.pause()
            found |= hard_to_read(app.screen)

    assert found == set()


@pytest.mark.once
@pytest.mark.parametrize("theme", ("textual-dark", "textual-light"))
async def test_all_text_on_every_screen_is_readable(tmp_path: Path, theme: str) -> None:
    with_notes(tmp_path)
    app = app_in(tmp_path, department="三门峡市/市生态环境局", theme=theme)
    seen: dict[str, set[str]] = {}
    async with app.run_test(size=(120, 36)) as pilot:
        await on_a_task(pilot)
        main = screen_of(pilot)
        for command in COMMANDS:
            if command.id in NO_SCREEN or not main.runner.command_applies(command):
                continue
            await main.runner.run(command)
            await settle(pilot)
            seen[command.id] = hard_to_read(app.screen)
            for _ in range(3):  # a question, a choice inside, the screen itself
                if app.screen is not main:
                    await pilot.press("escape")
                    await settle(pilot)
            assert app.screen is main, command.id
            await on_a_task(pilot)

    assert {
        "note",
        "history",
        "export",
        "stats",
        "help",
        "department",
        "palette",
        "view_warnings",
    } <= seen.keys()
    assert "\n".join(sorted({text for texts in seen.values() for text in texts})) == ""
