"""Exports that a person ends with Ctrl+C in a terminal, and two that write to one name at once: whole files or none."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from plantui.__main__ import INTERRUPTED
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.plan import Deadline
from plantui.model.terms import Status
from plantui.store.ledger import Ledger
from tests.support.cli_home import Home
from tests.support.planned_home import home_of, small_plan
from tests.support.pty_program import PtyProgram

TASKS = 6000
"""Tasks of which each form takes seconds."""
CTRL_C = "\x03"
DAY = "--today=2025-06-30"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A user with a plan of thousands of late tasks, compiled, and some notes."""
    folder = tmp_path_factory.mktemp("large")
    tasks = [(str(number), str(number), f"整治第{number}条河道") for number in range(1, TASKS + 1)]
    deadlines = (Deadline("2025年3月底前", date(2025, 3, 31)),)
    home = home_of(folder, small_plan("water", tasks, deadlines=deadlines))
    home.environ |= {"XDG_CACHE_HOME": str(folder / "cache"), "TMPDIR": str(folder / "temporary")}
    (folder / "temporary").mkdir()
    with Ledger(folder / "ledger.db", "王芳") as ledger:
        for number in range(1, 41):
            content = NoteContent(Status.IN_PROGRESS, f"清淤{number}公里", as_of=date(2025, 6, 1))
            ledger.add(TaskKey("water", str(number)), "市水利局", content)
    assert home.run("plans").code == 0
    return home


@pytest.fixture(autouse=True)
def of_the_user(large: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in large.environ.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Path]:
    """An empty folder to write into; afterwards no temporary file of any program is left."""
    folder = tmp_path / "desk"
    folder.mkdir()
    yield folder
    assert unfinished(folder) == []


def unfinished(folder: Path) -> list[str]:
    """The names of what programs have begun beside their files."""
    return [path.name for path in folder.rglob("*.tmp")]


def presses_until_its_end(running: PtyProgram) -> bool:
    """Press Ctrl+C once more, and return whether the program has ended."""
    running.type(CTRL_C)
    return running.process.poll() is not None


@pytest.mark.parametrize("is_impatient", [False, True], ids=["once", "again and again"])
@pytest.mark.parametrize(
    "words",
    [
        ("-f", "xlsx", "-o", "台账.xlsx"),
        ("--form", "ledger", "-f", "docx", "-o", "台账.docx"),
        ("--form", "ledger", "-f", "html", "-o", "台账.html"),
        ("-f", "json", "-o", "汇总.json"),
        ("--form", "month", "-o", "月报"),
    ],
    ids=lambda words: words[-1],
)
def test_ctrl_c_leaves_no_file_and_gives_the_terminal_back(
    large: Home, desk: Path, words: tuple[str, ...], is_impatient: bool
) -> None:
    with PtyProgram(desk, [DAY, "export", *words]) as running:
        running.until(lambda: unfinished(desk) != [], "the beginning of a file")
        running.type(CTRL_C)
        if is_impatient:
            running.until(partial(presses_until_its_end, running), "the end")

        assert running.ended() == INTERRUPTED
        assert running.modes == running.modes_before
        assert "Traceback" not in running.output
        assert "\x1b[?25l" not in running.output  # the cursor was never hidden
    assert [*desk.iterdir()] == []
    assert [*(large.folder / "temporary").iterdir()] == []
    with Ledger(large.folder / "ledger.db", "王芳") as ledger:
        assert [*ledger.issued()] == []


def test_ctrl_c_leaves_the_file_that_was_there(large: Home, desk: Path) -> None:
    (desk / "台账.xlsx").write_text("上月的台账", encoding="utf-8")
    with PtyProgram(desk, [DAY, "export", "-f", "xlsx", "-o", "台账.xlsx", "--force"]) as running:
        running.until(lambda: unfinished(desk) != [], "the beginning of a file")
        running.type(CTRL_C)

        assert running.ended() == INTERRUPTED
    assert (desk / "台账.xlsx").read_text("utf-8") == "上月的台账"


LANGUAGES = ("zh", "en")
REFUSED = 2
"""Exit code of an export where another file has taken its place."""


def export_all_at_once(folder: Path, *more: str) -> dict[str, subprocess.Popen[bytes]]:
    """Start an export in each language, all to one file, and wait for their ends."""
    words = [sys.executable, "-m", "plantui", DAY, "export", "-f", "json", "-o", "汇总.json", *more]
    started = {
        language: subprocess.Popen(
            [*words, "--lang", language], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for language in LANGUAGES
    }
    for process in started.values():
        process.communicate()
    return started


@pytest.fixture(scope="module")
def alone(large: Home) -> dict[str, bytes]:
    """The file as each export writes it alone."""
    written = {}
    for language in LANGUAGES:
        target = large.folder / f"{language}.json"
        assert large.run("--lang", language, "export", "-f", "json", "-o", str(target)).code == 0
        written[language] = target.read_bytes()
    return written


def test_of_two_exports_to_one_name_at_once_one_writes_and_the_other_is_refused(
    desk: Path, alone: dict[str, bytes]
) -> None:
    codes = {language: process.returncode for language, process in export_all_at_once(desk).items()}

    assert sorted(codes.values()) == [0, REFUSED]
    winner = next(language for language, code in codes.items() if code == 0)
    assert (desk / "汇总.json").read_bytes() == alone[winner]
    assert [path.name for path in desk.iterdir()] == ["汇总.json"]


def test_of_two_exports_that_may_replace_the_file_one_stands_whole(
    desk: Path, alone: dict[str, bytes]
) -> None:
    (desk / "汇总.json").write_bytes(b"{}")

    started = export_all_at_once(desk, "--force")

    assert [process.returncode for process in started.values()] == [0, 0]
    assert (desk / "汇总.json").read_bytes() in alone.values()
    assert [path.name for path in desk.iterdir()] == ["汇总.json"]
