"""Opening the interface: only where it can be seen."""

from __future__ import annotations

import sys

import pytest

from plantui.__main__ import main


@pytest.mark.parametrize(
    ("redirected", "said"),
    [
        ("stdin", "The interface needs a terminal."),
        ("stdout", "The interface needs a terminal."),
        ("stderr", "The interface is drawn on standard error, which is not a terminal now"),
    ],
)
def test_without_a_terminal_it_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], redirected: str, said: str
) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(getattr(sys, name), "isatty", lambda found=name != redirected: found)

    assert main(["--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(said)
    assert err.count("\n") == 1
