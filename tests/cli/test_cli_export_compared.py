"""较上期: what a form compares with, by itself and by `--compared-with`, and `--changed-only`."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pytest

from plantui.export import form_files as registry
from plantui.export.form_content import FormContent, FormFile
from plantui.export.formats import Format
from plantui.export.progress import Progress
from plantui.model.form import FormKind
from tests.support.cli_home import Home

PLAN = "zhengzhou-2023-2025"


@pytest.fixture(autouse=True)
def ledger_writer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger form that says of each task where it stood and stands."""

    def files(content: FormContent) -> list[FormFile]:
        def write(stream: BinaryIO, progress: Progress) -> None:
            before, now = content.before, content.summary.workspace
            lines = [f"{before.since} {before.day}" if before else "nothing"]
            for pk in content.summary.rows if before else ():
                then = before.then.progress.get(pk) if before else None
                lines.append(f"{then.percent if then else None} {now.progress[pk].percent}")
            stream.write("\n".join(lines).encode())

        return [FormFile("ledger.xlsx", write)]

    monkeypatch.setattr(registry, "_WRITERS", {**registry._WRITERS, (FormKind.LEDGER, Format.XLSX): files})


def reported(home: Home, percent: int, as_of: str) -> None:
    """Save a note on the task of one department; all of them are entered after their day."""
    words = ["note", "add", "zhengzhou", "2", "--department", "市工信局", "--progress", "做了"]
    done = home.run(*words, "--percent", str(percent), today=as_of)
    assert done.code == 0, done.err


def told(home: Home, *options: str, today: str = "2025-07-31") -> list[str]:
    """Export the ledger of the task that was reported and return its lines."""
    done = home.run(
        "export",
        "-f",
        "xlsx",
        "--plan",
        PLAN,
        "--department",
        "市工信局",
        "--text",
        "更新",
        *options,
        today=today,
    )
    assert done.code == 0, done.err
    return done.out.splitlines()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """May, June, and July were reported, all after their ends."""
    found = Home(tmp_path)
    reported(found, 10, "2025-05-31")
    reported(found, 30, "2025-06-30")
    reported(found, 60, "2025-07-31")
    return found


def test_by_itself_with_the_end_of_the_period_before(home: Home) -> None:
    """June was entered later and stands all the same as June."""
    assert told(home)[0] == "2025-07-01 2025-06-30"
    assert told(home)[1:] == ["30 60"] * (len(told(home)) - 1)
    assert told(home, today="2025-06-30")[0] == "2025-06-01 2025-05-31"


@pytest.mark.parametrize(
    ("written", "head", "then"),
    [
        ("2025-05", "2025-06-01 2025-05-31", "10"),
        ("2025-05-31", "2025-06-01 2025-05-31", "10"),
        ("2025H1", "2025-07-01 2025-06-30", "30"),
    ],
)
def test_with_a_day_or_a_period(home: Home, written: str, head: str, then: str) -> None:
    lines = told(home, "--compared-with", written)

    assert lines[0] == head
    assert lines[1].split()[0] == then


def test_with_a_state_of_the_ledger(home: Home) -> None:
    cut = home.run("office", "--json", today="2025-07-31").data["cut"]
    reported(home, 80, "2025-07-31")
    lines = told(home, "--compared-with", cut)

    assert lines[0].split()[0] == cut
    assert lines[0].split()[1] == "2025-07-31"
    assert lines[1] == "60 80"


def test_where_nothing_was_before_nothing_is_compared(home: Home) -> None:
    assert told(home, "--compared-with", "2025-04") == ["nothing"]
    assert told(home, "--compared-with", "none") == ["nothing"]
    assert told(home, today="2025-05-31") == ["nothing"]


@pytest.mark.parametrize(
    "options",
    [
        ("--compared-with", "2025-07-31"),
        ("--compared-with", "2025-08"),
        ("--compared-with", "gestern"),
        ("--compared-with", "0" * 32),
        ("--changed-only", "--compared-with", "none"),
        ("--changed-only", "--changed-since", "2025-06-01"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_compared_with_is_refused(home: Home, options: tuple[str, ...]) -> None:
    assert home.run("export", "-f", "xlsx", *options, today="2025-07-31").code == 2


def test_what_had_nothing_to_compare_with_says_so(home: Home) -> None:
    """Not where a comparison was not wanted: silence is right there."""
    options = ("--form", "report", "-f", "html", "--plan", PLAN, "--lang", "zh")
    said = "上期没有报送，无可比较"

    assert said in home.run("export", *options, today="2025-05-31").out
    assert said not in home.run("export", *options, "--compared-with", "none", today="2025-05-31").out
    assert said not in home.run("export", *options, today="2025-07-31").out


def test_a_profile_leaves_out_and_says_so(home: Home) -> None:
    """The departments' problems are not for the public."""
    home.run(
        "note", "add", "zhengzhou", "7", "--department", "市水利局", "--progress", "a", "--problems", "缺资金"
    )
    for form in ("ledger", "report"):
        options = ("--form", form, "-f", "html", "--plan", PLAN, "--lang", "zh")
        whole = home.run("export", *options).out
        public = home.run("export", *options, "--profile", "publication").out

        assert ("缺资金" in whole, "缺资金" in public) == (True, False)
        assert ("公开版" in whole, "公开版" in public) == (False, True)


def test_changed_only_narrows_and_stands_in_the_heading(home: Home) -> None:
    home.add(task="5", department="市发展改革委")  # on the day of today's tests, long before July
    done = home.run("export", "--plan", PLAN, "--changed-only", "--lang", "zh", today="2025-07-31")

    assert "2025-07-01" in done.out.partition("\n## ")[0]
    assert home.run("export", "-f", "json", "--plan", PLAN, "--changed-only", today="2025-07-31").code == 0


def test_the_same_comparison_after_a_cut(home: Home) -> None:
    cut = home.run("office", "--json", today="2025-07-31").data["cut"]
    before = told(home)
    reported(home, 5, "2025-06-30")

    assert told(home, "--cut", cut) == before
    assert told(home) != before
