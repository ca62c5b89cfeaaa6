"""Whatever a plan or a note says, no view of the interface makes the terminal act on it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

import plantui.ui
from plantui.model.department import DepartmentRef
from plantui.query.filter import Filter
from plantui.store.index.opening import open_library
from plantui.store.ledger import Ledger
from plantui.ui.app import PlantuiApp
from plantui.ui.commands import COMMANDS
from tests.support.hostile_plan import LEAD, MARK, REGION, acting, write_hostile_notes, write_hostile_plan
from tests.support.main_host import options_in, screen_of, settle

QUIET = ("quit", "theme", "undo", "redo")
"""Commands that end the program, or change what is kept."""


def hostile_app(folder: Path, **changes: object) -> PlantuiApp:
    write_hostile_plan(folder / "plans")
    options = options_in(folder, **changes)
    write_hostile_notes(options.ledger_path)
    library = open_library([folder / "plans"], folder / "cache")
    return PlantuiApp(options, library, Ledger(options.ledger_path, "张三"))


def painted(pilot: Pilot[None]) -> str:
    """Return every line of the screen as it goes to the terminal, without the colours."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(piece.text for piece in strip) for strip in strips)


@pytest.mark.once
async def test_no_view_lets_a_sequence_through(tmp_path: Path) -> None:
    """The pane beside the list on the plan, its heading and its task, as text and as source; then every command."""
    app = hostile_app(tmp_path)
    async with app.run_test(size=(150, 60)) as pilot:
        await settle(pilot)
        for _ in range(3):
            for _ in range(2):
                assert acting(painted(pilot)) == []
                assert painted(pilot).count("␛") > 8
                await pilot.press("ctrl+g")
                await settle(pilot)
            await pilot.press("right", "down")
            await settle(pilot)
        for command in COMMANDS:
            if command.id in QUIET:
                continue
            await pilot.press(*command.keys[:1])
            await settle(pilot)
            assert acting(painted(pilot)) == [], command.id
            while len(app.screen_stack) > 1:
                await pilot.press("escape")
            screen_of(pilot).rows.focus()


async def test_the_filter_bar_and_the_narrow_pane(tmp_path: Path) -> None:
    chosen = Filter(plans=("hostile",), departments=(DepartmentRef(REGION, LEAD),), words="整治")
    app = hostile_app(tmp_path, filter=chosen, department=f"{REGION}/{LEAD}")
    async with app.run_test(size=(70, 40)) as pilot:
        await settle(pilot)
        for key in ("down", "down", "enter", "ctrl+g", "2", "3", "5", "f2"):
            await pilot.press(key)
            await settle(pilot)
            assert acting(painted(pilot)) == []
            assert "␛" in painted(pilot)


async def test_what_is_typed_or_pasted_acts_no_more(tmp_path: Path) -> None:
    """Textual's own line of text paints what it holds as it is."""
    app = hostile_app(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        for key in ("f3", "f4", "f8"):
            await pilot.press(key)
            await settle(pilot)
            line = app.screen.query("Input").first(Input)
            line.value = f"水{MARK}"
            await settle(pilot)
            assert acting(painted(pilot)) == []
            assert "水␛" in painted(pilot)
            await pilot.press("escape")


def test_every_line_of_text_is_the_clean_one() -> None:
    folder = Path(plantui.ui.__file__).parent
    pattern = re.compile(r"\((?:Input|MaskedInput)\):|\bInput\([^)]")
    found = {path.name for path in folder.rglob("*.py") if pattern.search(path.read_text("utf-8"))}

    assert found == {"line_input.py"}


def test_pieces_of_lines_are_made_in_one_place() -> None:
    """A widget that makes a segment of its own would have to clean the text, too."""
    folder = Path(plantui.ui.__file__).parent
    making = {
        path.name for path in folder.rglob("*.py") if re.search(r"\bSegment\(", path.read_text("utf-8"))
    }

    assert making == {"painting.py"}
