"""Ctrl+C ends any command at any moment with the exit code that a shell expects, and without a traceback."""

from __future__ import annotations

import pytest

from plantui import __main__ as program


@pytest.mark.parametrize("stage", ["plantui.cli.startup.startup_of", "plantui.cli.app.run"])
def test_ctrl_c_is_an_exit_code_while_starting_and_while_working(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stage: str
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(stage, interrupted)

    assert program.main(["list"]) == program.INTERRUPTED
    assert capsys.readouterr() == ("", "")
