"""Pictures of the review."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.support.review_host import app_in


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
def test_review(snap_compare: Any, tmp_path: Path, size: tuple[int, int]) -> None:
    """The doubtful date with its sentence marked; below 100 columns the document stands above the fields."""
    assert snap_compare(app_in(tmp_path), terminal_size=size)


def test_correction(snap_compare: Any, tmp_path: Path) -> None:
    """The line in which a field is corrected, with how it is written."""

    async def correct(pilot: Pilot[Any]) -> None:
        await pilot.press("enter", "f4", "f2")

    assert snap_compare(app_in(tmp_path), terminal_size=(120, 36), run_before=correct)
