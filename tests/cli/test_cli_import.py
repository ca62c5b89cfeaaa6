"""`plantui import` and `show --source`, as a user calls them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plantui.planfile.jsonform import plan_dict
from plantui.planfile.reader import read_plan
from tests.support.document_files import hidden_row_xlsx
from tests.support.mails import mail_of
from tests.support.paths import PLANS

DOCUMENT = PLANS / "sanmenxia-2023-2025.txt"


def _plantui(home: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environ = os.environ | {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "plantui", "--lang", "en", *arguments],
        input=stdin,
        capture_output=True,
        env=environ,
        check=False,
    )


def test_a_plan_is_written_and_checked(tmp_path: Path) -> None:
    """The file's name becomes the plan's id; the file passes the checks; the words go to standard error."""
    target = tmp_path / "demo-2025.toml"

    done = _plantui(tmp_path, "import", str(DOCUMENT), "-o", str(target))

    assert (done.returncode, done.stdout) == (0, b"")
    assert "tasks 24" in done.stderr.decode()
    read = read_plan(target)
    assert read.plan is not None
    assert (read.plan.info.id, len(read.plan.tasks), read.problems) == ("demo-2025", 24, ())


def test_an_existing_file_stays_without_force(tmp_path: Path) -> None:
    """Only --force replaces a file."""
    target = tmp_path / "demo-2025.toml"
    target.write_text("mine")

    assert _plantui(tmp_path, "import", str(DOCUMENT), "-o", str(target)).returncode == 2
    assert target.read_text() == "mine"
    assert _plantui(tmp_path, "import", str(DOCUMENT), "-o", str(target), "--force").returncode == 0


def test_json_from_standard_input(tmp_path: Path) -> None:
    """The JSON form, with coverage, doubts and remainder beside the plan."""
    done = _plantui(tmp_path, "import", "-", "--json", stdin=DOCUMENT.read_bytes())
    data = json.loads(done.stdout)

    assert len(data["tasks"]) == 24
    assert data["import"]["coverage"] > 0.999
    assert {"kind", "start", "end", "line", "page", "text"} == set(data["import"]["remainder"][0])


GROUPED = (
    """安河县2025年河道治理工作方案

一、主要任务

"""
    + "".join(
        f"{number}.整治河段{number}。{2025 + number % 2}年前，整治河段{number}处。（县水利局牵头）\n"
        for number in range(1, 9)
    )
    + """
二、保障措施

（一）加强领导。各镇要高度重视。（县水利局牵头，各镇人民政府配合）
（二）加强宣传。营造良好氛围。
（三）强化保障。落实专项经费。
"""
)


def test_doubts_for_one_reason_are_one_group(tmp_path: Path) -> None:
    """The most harmful comes first; eight of one reason are one sentence with their places; JSON has each."""
    done = _plantui(tmp_path, "import", "-", "--json", stdin=GROUPED.encode())

    said = done.stderr.decode().splitlines()
    lines = said[said.index("doubtful places: 9") + 1 :][:8]
    assert lines[0].startswith("  [may be lost] line 16: “（一）加强领导。各镇要高度重视。")
    assert lines[1] == (
        "  [guess] “…” is read as the end of that year; it may mean the end of the year before: 8 places"
    )
    assert lines[2] == "    line 5: “2026年前”; it may also be 2025-12-31"
    assert lines[7] == "    lines 10, 11, 12"
    doubts = json.loads(done.stdout)["import"]["doubts"]
    assert [one["line"] for one in doubts if one["kind"] == "guess"] == [*range(5, 13)]
    assert {one["kind"] for one in doubts} == {"lost", "guess"}


def test_doubts_that_say_the_same_are_told_by_their_lines(tmp_path: Path) -> None:
    """The words stand in the sentence once, with the other reading."""
    done = _plantui(tmp_path, "import", "-", stdin=GROUPED.replace("2026年前", "2025年前").encode())

    said = done.stderr.decode()
    assert "[guess] “2025年前” is read as" in said
    assert "it may also be 2024-12-31: 8 places\n    lines 5, 6, 7, 8, 9, 10, 11, 12\n" in said


@pytest.mark.parametrize("text", [b"nothing here", "只有一句话。".encode()])
def test_a_document_without_tasks_is_refused(tmp_path: Path, text: bytes) -> None:
    """A clear sentence and exit code 1."""
    done = _plantui(tmp_path, "import", "-", stdin=text)

    assert (done.returncode, done.stdout) == (1, b"")
    assert "no tasks found" in done.stderr.decode()


def test_the_source_of_a_task(tmp_path: Path) -> None:
    """`show --source` prints the document's own words where the document lies beside the plan."""
    (tmp_path / DOCUMENT.name).write_bytes(DOCUMENT.read_bytes())
    target = tmp_path / "demo-2025.toml"
    _plantui(tmp_path, "import", str(tmp_path / DOCUMENT.name), "-o", str(target))

    shown = _plantui(
        tmp_path, "--plans", str(tmp_path), "show", "demo-2025", "12", "--source"
    ).stdout.decode()

    assert f"{DOCUMENT.name} line" in shown
    assert "市住房城乡建设局" in shown
    assert "deadline: characters" in shown


def test_the_source_of_a_plan(tmp_path: Path) -> None:
    """Title, number, issuer, day, goals with their sentence, headings; without the document their lines and ranges."""
    document = tmp_path / "issued.txt"
    document.write_bytes(DOCUMENT.read_bytes())
    target = tmp_path / "demo-2025.toml"
    _plantui(tmp_path, "import", str(document), "-o", str(target))
    show = ("--plans", str(tmp_path), "show", "demo-2025", "--source")

    shown = _plantui(tmp_path, *show).stdout.decode()
    document.unlink()
    without = _plantui(tmp_path, *show).stdout.decode()

    assert "issued: line 24, characters 226-238  2023年 9月 23日" in shown
    assert "line 56: 全面完成“十四五”" in shown
    assert "section: line 86, characters 1002-1014  （一）市县空气质量提升进位行动" in shown
    assert "the document issued.txt is not there" in without
    assert "issued: line 24, characters 226-238  2023-09-23" in without
    assert "goal: line 58, characters 629-655" in without


def test_the_json_form_has_every_place(tmp_path: Path) -> None:
    """From the index as from the file."""
    target = tmp_path / "demo-2025.toml"
    _plantui(tmp_path, "import", str(DOCUMENT), "-o", str(target))
    shown = json.loads(_plantui(tmp_path, "--plans", str(tmp_path), "show", "demo-2025", "--json").stdout)
    plan = read_plan(target).plan

    assert plan is not None
    assert shown == plan_dict(plan)
    assert shown["sections"][0]["source"] == {"line": 86, "range": "1002-1014"}


def test_the_document_of_a_copied_plan_is_found_in_another_folder(tmp_path: Path) -> None:
    """The copy to be edited stands before the plan that lies beside the document."""
    first, second = tmp_path / "copy", tmp_path / "plans"
    first.mkdir()
    second.mkdir()
    (second / "issued.txt").write_bytes(DOCUMENT.read_bytes())
    _plantui(tmp_path, "import", str(second / "issued.txt"), "-o", str(first / "demo-2025.toml"))
    folders = ("--plans", str(first), "--plans", str(second))

    shown = _plantui(tmp_path, *folders, "show", "demo-2025", "12", "--source").stdout.decode()

    assert "is not there" not in shown
    assert "deadline: characters" in shown


def test_an_import_needs_no_cache_folder(tmp_path: Path) -> None:
    """An import keeps nothing for the next one."""
    (tmp_path / "cache").write_text("a file stands in its place")

    done = _plantui(tmp_path, "import", str(DOCUMENT), "--json")

    assert done.returncode == 0
    assert len(json.loads(done.stdout)["tasks"]) == 24


UNDATED = "临江市治理方案\n\n（一）行动\n\n1. 治理扬尘。9月底前完成治理。\n牵头单位：市住建局\n"


@pytest.mark.parametrize("written", ["2025", "２０２５", "2025年"])
def test_the_year_of_a_document_that_names_none_can_be_given(tmp_path: Path, written: str) -> None:
    """Without it the dates are missing, and the words on standard error say how to give it."""
    silent = _plantui(tmp_path, "import", "-", stdin=UNDATED.encode())
    given = _plantui(tmp_path, "import", "-", "--year", written, stdin=UNDATED.encode())

    assert "due =" not in silent.stdout.decode()
    assert "--year YEAR" in silent.stderr.decode()
    assert "due = 2025-09-30" in given.stdout.decode()
    assert "start_year = 2025\nend_year = 2025\n" in given.stdout.decode()


@pytest.mark.parametrize("written", ["25", "nonsense", "0", "-2025", "20255", "二〇二五", ""])
def test_what_is_no_year_is_refused(tmp_path: Path, written: str) -> None:
    done = _plantui(tmp_path, "import", "-", f"--year={written}", stdin=UNDATED.encode())

    assert (done.returncode, done.stdout) == (2, b"")
    assert "write it as --year 2025" in done.stderr.decode()


def test_a_year_that_the_title_excludes_is_refused(tmp_path: Path) -> None:
    done = _plantui(tmp_path, "import", str(DOCUMENT), "--year", "2030")

    assert (done.returncode, done.stdout) == (2, b"")
    assert "says 2023–2025" in done.stderr.decode()


def test_hidden_rows_are_told_or_taken(tmp_path: Path) -> None:
    """--hidden takes a hidden row; the plan remembers it, so that the sentences of its fields are found again."""
    document, target = tmp_path / "2025年任务清单.xlsx", tmp_path / "demo.toml"
    document.write_bytes(hidden_row_xlsx())

    told = _plantui(tmp_path, "import", str(document), "-o", str(target))
    assert (
        "row 2 is hidden and was left out: 1 改造公厕 市城管局 2025年9月底前 (to take it: hidden parts too, --hidden)"
        in told.stderr.decode()
    )
    assert "tasks 2" in told.stderr.decode()

    taken = _plantui(tmp_path, "import", "--hidden", str(document), "-o", str(target), "--force")
    assert "tasks 3" in taken.stderr.decode()
    assert "is hidden" not in taken.stderr.decode()
    shown = _plantui(tmp_path, "--plans", str(tmp_path), "show", "demo", "2", "--source")
    assert "市园林局" in shown.stdout.decode().partition("2025年任务清单.xlsx line")[2]


def test_an_attachment_is_chosen(tmp_path: Path) -> None:
    """--attachment names one of several; the plan remembers it, so that sentences and departures are found again."""
    mail, target = tmp_path / "通知.eml", tmp_path / "demo.toml"
    mail.write_bytes(mail_of(("清单.xlsx", hidden_row_xlsx()), ("说明.txt", "请落实。".encode())))

    refused = _plantui(tmp_path, "import", str(mail), "-o", str(target))
    assert refused.returncode == 1
    assert (
        "清单.xlsx、说明.txt. Choose one with plantui import FILE --attachment NAME"
        in refused.stderr.decode()
    )

    read = _plantui(tmp_path, "import", str(mail), "--attachment", "清单", "--hidden", "-o", str(target))
    assert read.returncode == 0, read.stderr.decode()
    assert 'attachment = "清单.xlsx"' in target.read_text("utf-8")
    shown = _plantui(tmp_path, "--plans", str(tmp_path), "show", "demo", "2", "--source")
    assert "市园林局" in shown.stdout.decode().partition("通知.eml line")[2]
    assert _plantui(tmp_path, "check", str(target), "--against", str(mail)).returncode == 0


def test_an_attachment_of_a_file_that_is_no_mail_is_refused(tmp_path: Path) -> None:
    done = _plantui(tmp_path, "import", str(DOCUMENT), "--attachment", "清单")

    assert (done.returncode, done.stdout) == (2, b"")
    assert "is no mail with attachments" in done.stderr.decode()
