"""Pictures of the screens that are opened from the main one, with sizes, languages and themes spread over them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from plantui.model.terms import Language
from plantui.ui.commands import by_id
from tests.support.main_host import app_in, screen_of, settle, with_notes

OWN = "三门峡市/市生态环境局"
ENGLISH_LIGHT = {"language": Language.EN, "theme": "textual-light"}
SCREENS: list[tuple[str, tuple[int, int], dict[str, Any]]] = [
    ("history", (120, 36), ENGLISH_LIGHT),
    ("quote", (120, 36), {"theme": "textual-light"}),
    ("palette", (80, 24), ENGLISH_LIGHT),
    ("problems", (80, 24), {}),
    ("help", (200, 50), ENGLISH_LIGHT),
    ("stats", (200, 50), ENGLISH_LIGHT),
    ("export", (80, 24), ENGLISH_LIGHT),
    ("year", (80, 24), ENGLISH_LIGHT),
    ("note", (120, 36), ENGLISH_LIGHT),
    ("setup", (120, 36), ENGLISH_LIGHT),
]


@pytest.mark.parametrize(("command", "size", "changes"), SCREENS, ids=[name for name, *_ in SCREENS])
def test_screen(
    snap_compare: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    size: tuple[int, int],
    changes: dict[str, Any],
) -> None:
    """Each opened on the first task, which has a note that was changed."""
    monkeypatch.chdir("/")  # the export offers the folder it stands in
    with_notes(tmp_path)

    async def open_screen(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press("1", "home", "down", "down")
        await settle(pilot)
        await screen_of(pilot).runner.run(by_id(command))
        await settle(pilot)

    app = app_in(tmp_path, department=OWN, **changes)
    assert snap_compare(app, terminal_size=size, run_before=open_screen)


def test_found_words_and_marked_rows(snap_compare: Any, tmp_path: Path) -> None:
    """Found words in list and pane, marks in front, in the light theme."""
    with_notes(tmp_path)

    async def search(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press("1", "home", "down", "down", "space")
        await pilot.press("f3", *"空气质量")
        await settle(pilot)

    app = app_in(tmp_path, theme="textual-light")
    assert snap_compare(app, terminal_size=(120, 36), run_before=search)
