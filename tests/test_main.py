"""The start and the end of the program: what stands around every command."""

from __future__ import annotations

import atexit
import gc

import pytest

from plantui.__main__ import main


def test_the_end_of_a_command_looks_through_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that a form was made of would be looked through for circles before the interpreter ends: 0.1 s of 10,000 tasks."""
    at_the_end: list[object] = []
    monkeypatch.setattr(atexit, "register", at_the_end.append)

    assert main(["--version"]) == 0
    assert gc.freeze in at_the_end
    assert gc.isenabled(), "only the command itself does without"
