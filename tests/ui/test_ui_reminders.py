"""The status line from the start on."""

from __future__ import annotations

from pathlib import Path

from plantui.cli.browse import startup_options
from plantui.cli.context import CommandContext
from plantui.cli.startup import startup_of
from plantui.cli.values import Values
from plantui.store.index.opening import open_library
from plantui.ui.app import PlantuiApp
from tests.support.main_host import settle, status
from tests.support.paths import PLANS


async def test_what_stands_in_the_way_is_said_at_the_start(tmp_path: Path) -> None:
    """A plan that hides a bundled one, and settings that a newer version wrote."""
    own = tmp_path / "own"
    own.mkdir()
    copy = own / "xinxiang-2023-2025.toml"
    copy.write_bytes((PLANS / copy.name).read_bytes())
    config = tmp_path / "config.toml"
    config.write_text("colour = 3\n")
    environ = {
        "PLANTUI_CONFIG": str(config),
        "PLANTUI_DB": str(tmp_path / "ledger.db"),
        "PLANTUI_AUTHOR": "张三",
    }
    context = CommandContext.of(startup_of([], environ), Values({"plans": (str(own),)}))
    library = open_library([own, PLANS], tmp_path / "cache")

    async with PlantuiApp(startup_options(context, library, Values({})), library).run_test(
        size=(300, 30)
    ) as pilot:
        await settle(pilot)
        said = status(pilot)

    assert "colour" in said
    assert str(copy) in said
