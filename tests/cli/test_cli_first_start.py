"""When the interface asks who the user is: without settings, ledger and options that ask for something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.cli.browse import startup_options
from plantui.cli.context import CommandContext
from plantui.cli.startup import startup_of
from plantui.cli.values import Values


@pytest.mark.parametrize(
    ("given", "environ", "file", "is_first"),
    [
        ({}, {}, "", True),
        ({"lang": "zh"}, {}, "", True),
        ({"plans": ("plans",)}, {}, "", True),
        ({"year": ("2025",)}, {}, "", False),
        ({"db": "other.db"}, {}, "", False),
        ({"today": "2025-06-30"}, {}, "", False),
        ({}, {"PLANTUI_DB": "other.db"}, "", False),
        ({}, {}, "config/plantui/config.toml", False),
        ({}, {}, "data/plantui/ledger.db", False),
    ],
)
def test_first_start(
    given: dict[str, object],
    environ: dict[str, str],
    file: str,
    is_first: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    if file:
        path = tmp_path / "home" / file
        path.parent.mkdir(parents=True)
        path.write_text("")
    with CommandContext.of(startup_of([], environ), Values(given)) as context:
        options = startup_options(context, context.open_plans(), Values(given))

    assert options.is_first_start is is_first
