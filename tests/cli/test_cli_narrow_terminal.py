"""Tables on terminals narrower than their columns."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from unittest import mock

import pytest
from rich.cells import cell_len

from plantui.__main__ import main
from plantui.cli.table import Column, table_lines
from tests.support.cli_home import TODAY, Home


class Terminal(io.StringIO):
    """Standard output that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("command", ["list", "plans", "stats", "config list"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, command: str, width: int, language: str) -> None:
    """What is cut first, then left out, is what says least."""
    environ = {**Home(tmp_path).environ, "COLUMNS": str(width), "NO_COLOR": "1", "PLANTUI_LANG": language}
    screen = Terminal()
    with mock.patch.dict(os.environ, environ, clear=True), mock.patch.object(sys, "stdout", screen):
        assert main([f"--today={TODAY}", *command.split()]) == 0

    assert max(map(cell_len, screen.getvalue().splitlines())) <= width


def test_columns_leave_in_turn() -> None:
    """Only as many as it takes, and never those without a turn."""
    columns = [Column("a"), Column("b", leaves=2), Column("c", leaves=1), Column("d", is_elastic=True)]
    rows = [["12345", "12345", "12345", "1234567890"]]

    assert table_lines(columns, rows, 30)[0].split() == ["a", "b", "c", "d"]
    assert table_lines(columns, rows, 28)[0].split() == ["a", "b", "d"]
    assert table_lines(columns, rows, 15)[0].split() == ["a", "d"]
    assert table_lines(columns, rows, 3)[0].split() == ["a", "d"]
