"""Sentences in dialogs fill their lines, whatever script they are in."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from plantui.model.terms import Language
from plantui.ui.widgets.sentence import Sentence
from tests.support.main_host import app_in, screen_of, settle

CHINESE = "按 Enter 接收下面文件夹中的全部报送文件（*.plantui）和台账（*.db）；只接收一个文件时输入文件名，Tab 补全。"
ENGLISH = "Enter receives every submission and ledger of the folder; type a name, or Tab, for a single file."


class OneSentence(App[None]):
    """Shows one sentence, and can show another."""

    def compose(self) -> ComposeResult:
        yield Sentence(CHINESE)


@pytest.mark.parametrize("text", [CHINESE, ENGLISH, "[/] [2023]20号", ""])
async def test_every_line_but_the_last_is_full(text: str) -> None:
    """Textual breaks at the blank behind Enter and leaves the first line nearly empty."""
    app = OneSentence()
    async with app.run_test(size=(40, 10)) as pilot:
        sentence = app.query_one(Sentence)
        sentence.show(text)
        await pilot.pause()
        lines = [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
        shown = [line for line in lines if line]

        assert "".join(shown).replace(" ", "") == text.replace(" ", "")
        assert sentence.size.height == max(len(shown), 1)
        if text == CHINESE:
            assert all(cell_len(line) >= 34 for line in shown[:-1])


async def test_another_width_makes_other_lines() -> None:
    app = OneSentence()
    async with app.run_test(size=(60, 10)) as pilot:
        before = app.query_one(Sentence).size.height
        await pilot.resize_terminal(30, 12)
        await pilot.pause()

        assert app.query_one(Sentence).size.height > before


@pytest.mark.parametrize("language", list(Language))
async def test_a_message_of_the_main_screen_is_whole(tmp_path: Path, language: Language) -> None:
    """It takes the lines that it needs, the cursor's row stays in sight, and the list has them back afterwards."""
    async with app_in(tmp_path, language=language).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        await pilot.press("1", "end")
        height = screen.rows.size.height
        said = CHINESE + ENGLISH
        screen.say(said)
        await settle(pilot)
        shown = [strip.text for strip in screen._compositor.render_strips()]
        place = screen.status_bar.region

        assert "".join(shown[place.y : place.bottom]).replace(" ", "") == said.replace(" ", "")
        assert place.height == 3
        assert screen.rows.cursor - screen.rows.scroll_offset.y < screen.rows.size.height < height

        await pilot.press("up")
        await settle(pilot)
        assert screen.rows.size.height == height
        assert not screen.status_bar.message
