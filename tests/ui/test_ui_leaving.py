"""Leaving from outside: signals and a closed terminal keep the last letter typed and put the terminal back."""

from __future__ import annotations

import os
import signal
from datetime import date
from pathlib import Path

import pytest

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from plantui.store.ledger import Ledger
from plantui.ui.driver import quick_driver
from tests.support.pty_program import PtyProgram

TYPED = "第一期工程已完成招标，资金到位 1234567890 末"
ARGUMENTS = ("--lang", "zh", "--today", "2025-12-10")


@pytest.fixture(autouse=True)
def author(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTUI_AUTHOR", "张三")


def program(folder: Path, *, hangs_up: bool = True) -> PtyProgram:
    return PtyProgram(folder, ["--db", str(folder / "ledger.db"), *ARGUMENTS], hangs_up=hangs_up)


def open_editor(running: PtyProgram) -> None:
    running.see("截至 2025-12-10")
    running.see("红10")  # the ledger is known
    running.type("\x1b[B")
    running.type("\x1b[B")
    running.type("\x1bOQ")
    running.see("进展情况")


def kept(folder: Path) -> list[str]:
    with Ledger(folder / "ledger.db", "张三") as ledger:
        return [draft.content.progress for draft in ledger.drafts()]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda one: one.name)
def test_a_signal_keeps_every_letter_and_puts_the_terminal_back(
    tmp_path: Path, number: signal.Signals
) -> None:
    """The signal comes right behind the keys, of which plantui has read none yet, perhaps."""
    with program(tmp_path) as running:
        open_editor(running)
        running.type(TYPED)
        running.kill(number)

        assert running.ended() == 0
        assert running.modes == running.modes_before
        assert running.output.rindex("\x1b[?1049l") > running.output.rindex("\x1b[?1049h")
        assert "Traceback" not in running.output
    assert kept(tmp_path) == [TYPED]


@pytest.mark.parametrize("hangs_up", [True, False], ids=["with SIGHUP", "without a signal"])
def test_a_closed_terminal_keeps_every_letter(tmp_path: Path, hangs_up: bool) -> None:
    with program(tmp_path, hangs_up=hangs_up) as running:
        open_editor(running)
        running.type(TYPED)
        running.see("67890 末")  # what a closed terminal has not handed on is lost to everybody
        running.close_terminal()

        assert running.ended() == 0
    assert kept(tmp_path) == [TYPED]


def test_quitting_right_behind_the_last_letter_keeps_it(tmp_path: Path) -> None:
    with program(tmp_path) as running:
        open_editor(running)
        running.type(f"{TYPED}\x11")

        assert running.ended() == 0
        assert running.modes == running.modes_before
    assert kept(tmp_path) == [TYPED]


def test_a_signal_that_the_starter_ignores_stays_ignored(tmp_path: Path) -> None:
    """`nohup plantui`: only the closed terminal itself ends it."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        running = program(tmp_path)
    finally:
        signal.signal(signal.SIGHUP, before)
    with running:
        open_editor(running)
        running.kill(signal.SIGHUP)
        running.type("还在")
        running.see("还在")
        running.kill(signal.SIGTERM)

        assert running.ended() == 0
    assert kept(tmp_path) == ["还在"]


def test_what_the_ledger_refuses_is_written_to_a_file(tmp_path: Path) -> None:
    """A signal does not wait for an answer, and a ledger that was exchanged takes nothing without one."""
    ledger = tmp_path / "ledger.db"
    with Ledger(ledger, "张三") as made:
        note = NoteContent(Status.IN_PROGRESS, "已开工", as_of=date(2025, 12, 1))
        made.add(TaskKey("zhengzhou-2023-2025", "7"), "市生态环境局", note)
    with program(tmp_path) as running:
        open_editor(running)
        (tmp_path / "other").write_text("no ledger", "utf-8")
        (tmp_path / "other").replace(ledger)
        running.type(TYPED)
        running.see("67890 末")
        running.kill(signal.SIGTERM)

        assert running.ended() == 1
        assert running.modes == running.modes_before
    (kept_file,) = Path(os.environ["XDG_STATE_HOME"]).rglob("unsaved-*.txt")
    assert kept_file.name in "".join(running.output.splitlines())
    assert kept_file.stat().st_mode & 0o777 == 0o600
    assert TYPED in kept_file.read_text("utf-8")
    assert ledger.read_text("utf-8") == "no ledger"


def test_in_the_list_a_signal_just_leaves(tmp_path: Path) -> None:
    with program(tmp_path) as running:
        running.see("红10")
        running.kill(signal.SIGTERM)

        assert running.ended() == 0
        assert running.modes == running.modes_before
    assert not (tmp_path / "ledger.db").exists()


def test_a_byte_that_is_not_utf8_ends_nothing(tmp_path: Path) -> None:
    """A terminal that is set to GBK sends these for 进展; so does noise on a slow line."""
    with program(tmp_path) as running:
        open_editor(running)
        running.type("前" + "进展".encode("gbk").decode("utf-8", "surrogateescape") + "后")
        running.see("后")
        running.type("\x11")

        assert running.ended() == 0
        assert running.modes == running.modes_before
        assert "Traceback" not in running.output
    (text,) = kept(tmp_path)
    assert text.startswith("前\ufffd")
    assert text.endswith("后")


def test_textuals_driver_is_the_one_that_ours_changes() -> None:
    """Another Textual may be built otherwise: then plantui runs on its own driver, and what is tested here is lost."""
    assert quick_driver() is not None


def test_a_review_leaves_on_a_signal_too(tmp_path: Path) -> None:
    document = tmp_path / "plan.txt"
    document.write_text("临江市河湖治理行动计划\n一、重点任务\n1.整治排污口。（市水利局牵头）\n", "utf-8")
    arguments = ["--lang", "zh", "import", str(document), "--review", "-o", str(tmp_path / "plan.toml")]
    with PtyProgram(tmp_path, arguments) as running:
        running.see("整治排污口")
        running.kill(signal.SIGTERM)

        running.ended()
        assert running.modes == running.modes_before
        assert "Traceback" not in running.output
        assert running.output.rindex("\x1b[?1049l") > running.output.rindex("\x1b[?1049h")
    assert not (tmp_path / "plan.toml").exists()
