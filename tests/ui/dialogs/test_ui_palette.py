"""The command palette: found by either language, run as asked, titles shown as they are."""

from __future__ import annotations

import pytest

from plantui.model.terms import Language
from plantui.query.filter import Facet
from plantui.ui.commands import COMMANDS
from plantui.ui.palette import entries, score
from plantui.words import Words
from tests.support.palette_host import HostScreen, PaletteApp


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
            name = f"{host.words(command.title_key)}  {english(command.title_key)}"
            assert any(f"{text}  ".startswith(f"{name}  ") for text in offered)
    assert "按年度筛选：2024（12）" in offered
    assert "按计划筛选：[bold]计划[/]（3）" in offered


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("typed", "expected"), [("dbgd", "对比各地计划"), ("DC", "导出"), ("cx", "撤销")])
def test_a_command_is_found_by_the_first_letters_of_its_chinese_name(
    language: Language, typed: str, expected: str
) -> None:
    found = max(entries(HostScreen(language)), key=lambda entry: score(entry, typed))

    assert score(found, typed)
    assert expected in (found.label, found.other)


def test_an_exact_name_comes_first() -> None:
    found = sorted(entries(HostScreen()), key=lambda entry: -score(entry, "单位"))

    assert found[0].label == "单位"
