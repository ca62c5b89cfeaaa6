"""Sentences of dialogs are shown whole, and in the language of the interface."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from plantui.export.formats import TEXT_FORMATS
from plantui.export.progress import Progress
from plantui.model.problem import DataError
from plantui.model.terms import Language
from plantui.ui.dialogs.export import ExportDialog
from plantui.ui.dialogs.export_offers import ExportRequest, Offer
from tests.support.dialog_host import WORDS, Host
from tests.support.palette_host import HostScreen, PaletteApp


async def test_a_long_refusal_takes_several_lines(tmp_path: Path) -> None:
    def refuse(request: ExportRequest, progress: Progress) -> None:
        raise DataError("dialogs.export.bad_path", path=request.files[0].path)

    offer = Offer("", "", {form: f"计划.{form.value}" for form in TEXT_FORMATS})
    host = Host(ExportDialog(WORDS, tmp_path, [offer], refuse))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        host.screen.query_one("#path", Input).value = f"/{'甲' * 60}.md"
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

        assert host.seen.replace("\n", "").replace(" ", "").count("甲" * 60 + ".md不能用作文件路径。") == 1


@pytest.mark.parametrize(
    ("language", "said"), [(Language.ZH, "没有匹配的命令"), (Language.EN, "No command matches")]
)
async def test_the_palette_says_in_its_language_that_nothing_matches(language: Language, said: str) -> None:
    app = PaletteApp(HostScreen(language))
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(*"zzz")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.7)
        options = app.screen.query_one(OptionList)
        shown = [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]

    assert len(shown) == 1 and said in shown[0]
    assert app.host.ran == []
