"""Sentences in dialogs fill their lines, whatever script they are in."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from plantui.ui.widgets.sentence import Sentence

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
