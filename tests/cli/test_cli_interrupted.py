"""Ctrl+C ends any command at any moment with the exit code that a shell expects, and without a traceback."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from plantui import __main__ as program
from plantui.cli.interruption import interrupted_once


@pytest.mark.parametrize("stage", ["plantui.cli.startup.startup_of", "plantui.cli.app.run"])
def test_ctrl_c_is_an_exit_code_while_starting_and_while_working(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stage: str
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(stage, interrupted)

    assert program.main(["list"]) == program.INTERRUPTED
    assert capsys.readouterr() == ("", "")


@pytest.fixture
def handler() -> Iterator[None]:
    """Python's own answer to Ctrl+C, also where the tests were started with the signal ignored.

    What is blocked at the end is let through again: programs that later tests start would never hear it.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    yield
    signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("handler")
def test_ctrl_c_is_heard_once_so_that_tidying_up_is_not_cut_short() -> None:
    tidied = False
    with pytest.raises(KeyboardInterrupt), interrupted_once():
        try:
            signal.raise_signal(signal.SIGINT)
        finally:
            signal.raise_signal(signal.SIGINT)
            tidied = True
    assert tidied
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


@pytest.mark.usefixtures("handler")
def test_a_command_that_nobody_interrupted_leaves_ctrl_c_as_it_was() -> None:
    with interrupted_once():
        assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler

    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("handler")
def test_ctrl_c_stays_ignored_where_it_was() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with interrupted_once():
        signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
