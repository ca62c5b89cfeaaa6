"""An import is bounded from the file's bytes to the plan, and tells how far it is."""

from __future__ import annotations

import mmap
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plantui.__main__ import main
from plantui.cli import bounded_import as bounds
from plantui.cli import time_limit
from plantui.documents.formats.limits import IMPORT_MEMORY
from plantui.documents.formats.memory import bounded_memory
from plantui.model.terms import Language
from plantui.words import Words
from tests.support.paths import PLANS

DOCUMENT = PLANS / "sanmenxia-2023-2025.txt"
WORDS = Words(Language.EN)
MESSAGE = "takes more time or memory than it may"


def _for_ever(*arguments: object) -> None:
    """Look for something in a way that comes to no end, and gives no other thread a turn."""
    re.fullmatch("(a|a|a)*b", "a" * 60)


def _may_take(size: int) -> bool:
    """Ask the system for so much memory without using it."""
    try:
        mmap.mmap(-1, size).close()
    except OSError:
        return False
    return True


def _on_a_deep_way(*arguments: object) -> None:
    _on_a_deep_way(*arguments)


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock ticks at once, and the rules have a tenth of a second."""
    monkeypatch.setattr(time_limit, "FIRST_TICK", 0.05)
    monkeypatch.setattr(bounds, "seconds_for_text", lambda length: 0.1)


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize(
    "work",
    [_for_ever, _on_a_deep_way, lambda *arguments: bytearray(3 << 30)],
    ids=("time", "depth", "memory"),
)
@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="tried with another system's means below")
def test_an_import_without_end_is_ended(
    work: Callable[..., None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever the rules do, the import ends in one sentence, and nothing is written."""
    monkeypatch.setattr("plantui.documents.importer.import_document", work)
    target = tmp_path / "plan.toml"

    code = main(["--lang", "en", "import", str(DOCUMENT), "-o", str(target)])

    said = capsys.readouterr()
    assert (code, said.out) == (1, "")
    assert MESSAGE in said.err.splitlines()[-1]
    assert not target.exists()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timer")
def test_the_clock_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither timer nor bound on memory outlives the import."""
    handler = signal.getsignal(signal.SIGALRM)

    with bounds.bounded_import(WORDS, "plan.txt") as progress:
        progress.allow_text(1)
        assert signal.getitimer(signal.ITIMER_REAL) != (0.0, 0.0)

    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is handler
    assert _may_take(3 << 30)


@pytest.mark.parametrize("end", ["returns", "never"])
def test_a_system_without_the_timer(tmp_path: Path, end: str) -> None:
    """There a process of its own ends an import that comes to no end, and goes with one that does."""
    program = (
        "import os, re, signal, sys\n"
        "for name in ('setitimer', 'SIGALRM'): delattr(signal, name)\n"
        "sys.modules['resource'] = None\n"
        "from plantui.cli import bounded_import, time_limit\n"
        "from plantui.documents import importer\n"
        "bounded_import.seconds_for_text = lambda length: 0.2\n"
        + ("importer.import_document = lambda *a: re.fullmatch('(a|a|a)*b', 'a' * 60)\n" * (end == "never"))
        + "from plantui.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    environ = os.environ | {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    if end == "returns":
        program = program.replace("0.2", "100")
    done = subprocess.run(
        [sys.executable, "-c", program, "--lang", "en", "import", str(DOCUMENT)],
        env=environ,
        capture_output=True,
        check=False,
    )

    assert (done.returncode == 0) is (end == "returns")
    assert (MESSAGE in done.stderr.decode()) is (end == "never")
    assert bool(done.stdout) is (end == "returns")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no bound on a process's memory")
def test_the_bound_on_memory_is_lifted_after_a_failure() -> None:
    with pytest.raises(MemoryError), bounded_memory(IMPORT_MEMORY):
        assert not _may_take(3 << 30)
        bytearray(3 << 30)

    assert _may_take(3 << 30)


def test_progress_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Seconds and share, a line each ten seconds where lines cannot overwrite each other."""
    progress = bounds.ImportProgress(WORDS, "plan.txt")
    progress.tell(0.25)
    for seconds in (2.0, 2.5, 11.0, 12.5):
        progress._tick(seconds)
    progress.clear()

    assert capsys.readouterr().err.splitlines() == [
        "reading plan.txt: 2 s, 25% done",
        "reading plan.txt: 12 s, 25% done",
    ]


def test_progress_on_a_terminal_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each tick overwrites the line before, and in the end it is taken away; a file's name does nothing."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = bounds.ImportProgress(WORDS, "a\x1b[2J\nb")
    progress._tick(2.0)
    progress._tick(2.5)
    progress.clear()

    said = capsys.readouterr().err
    assert said.startswith("\rreading a␛[2J b: 2 s, 0% done\rreading")
    assert said.endswith(" \r")
    assert "\n" not in said


def test_a_usual_import_says_nothing_of_the_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "import", str(DOCUMENT)]) == 0
    assert "% done" not in capsys.readouterr().err
