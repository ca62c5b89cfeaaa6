"""`note`: saving, defaults, reading back, undo and redo."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.support.cli_home import Home

KEYS = ["id", "plan", "task", "department", "status", "percent", "progress", "problems", "next_steps"]
KEYS += ["reason", "requirements", "actuals", "evidence", "author", "as_of", "written_at", "supersedes"]
KEYS += ["stage", "stage_reason", "reopened", "late"]


def test_note_is_saved_and_told(tmp_path: Path) -> None:
    """The id on stdout, the words on stderr, all keys in the list."""
    home = Home(tmp_path, PLANTUI_LANG="zh")
    saved = home.add("--status", "推进中", "--percent", "60%", "--problems", "缺资金", "--next", "验收")
    (note,) = home.run("note", "list", "zhengzhou", "2", "--json").data

    assert saved.err == "已保存：郑州市生态环境三年行动计划 第2项 市工信局 2025年6月进展（推进中 60%）\n"
    assert list(note) == KEYS
    assert note["id"] == saved.out.strip()
    assert note["written_at"].endswith("Z")
    assert (note["author"], note["as_of"], note["supersedes"]) == ("王芳", "2025-06-30", None)
    assert (note["percent"], note["problems"], note["next_steps"]) == (60, "缺资金", "验收")


def test_alias_becomes_the_departments_own_name(tmp_path: Path) -> None:
    """市工业和信息化局 is 市工信局 in Zhengzhou; its region may be written."""
    home = Home(tmp_path)

    assert home.add("--json", department="市工业和信息化局").data["department"] == "市工信局"
    assert home.add("--json", department="郑州市/市工信局").data["department"] == "市工信局"


def test_defaults(tmp_path: Path) -> None:
    """Status in progress, no percent; the only lead reports; completed means 100."""
    home = Home(tmp_path)
    plain = home.run("note", "add", "zhengzhou", "1", "--progress", "x", "--json").data
    done = home.add("--status", "completed", "--json").data

    assert (plain["department"], plain["status"], plain["percent"]) == ("市环委攻坚办", "in_progress", None)
    assert (done["status"], done["percent"]) == ("completed", 100)


def test_own_department_reports_where_the_task_names_it(tmp_path: Path) -> None:
    """Task 2 has eight leads: without a configured department one has to be named."""
    home = Home(tmp_path)
    unnamed = home.run("note", "add", "zhengzhou", "2", "--progress", "x")
    home.run("config", "set", "department", "郑州市/市交通运输局")
    named = home.run("note", "add", "zhengzhou", "2", "--progress", "x", "--json")

    assert unnamed.code == 2
    assert "市工信局" in unnamed.err
    assert named.data["department"] == "市交通运输局"


def test_department_that_the_task_does_not_name(tmp_path: Path) -> None:
    """Known in the region: saved with a remark. A member of a named group needs none."""
    home = Home(tmp_path)
    other = home.add(task="1", department="市体育局")
    unknown = home.add(task="1", department="市航天局")
    member = home.add(task="2", department="巩义市")

    assert (unknown.code, unknown.out) == (2, "")
    assert other.code in (0, 2)
    assert member.code == 0, member.err
    assert "does not name" not in member.err


@pytest.mark.parametrize(
    "options",
    [
        ["--progress", ""],
        ["--progress", " \n"],
        ["--progress", "x", "--date", "2025-07-01"],
        ["--progress", "x", "--date", "30.6.2025"],
        ["--progress", "x", "--percent", "101"],
        ["--progress", "x", "--percent", "half"],
        ["--progress", "x", "--status", "finished"],
        ["--progress", "-", "--next", "-"],
        ["--progress", "x", "--status", "暂缓"],
        ["--progress", "x", "--status", "standing", "--reason", " "],
        ["--progress", "-", "--status", "stopped", "--reason", "-"],
    ],
)
def test_wrong_content_is_usage(tmp_path: Path, options: list[str]) -> None:
    """Exit code 2, and no ledger is made."""
    home = Home(tmp_path)
    result = home.run("note", "add", "zhengzhou", "1", *options)

    assert (result.code, result.out) == (2, "")
    assert not (tmp_path / "ledger.db").exists()


def test_text_from_standard_input(tmp_path: Path) -> None:
    """A text of - is read to its end, markup and controls kept as they are."""
    home = Home(tmp_path)
    text = "第一行 [/]\n第二行 \x1b[31m 😀"
    home.run("note", "add", "zhengzhou", "1", "--progress", "-", stdin=text + "\n")
    shown = home.run("note", "list").out

    assert home.run("note", "list", "--json").data[0]["progress"] == text
    assert "\x1b" not in shown
    assert "␛[31m" in shown


def test_reading_makes_no_ledger(tmp_path: Path) -> None:
    """Nothing is written before the first note."""
    home = Home(tmp_path)

    assert home.run("note", "list", "--json").data == []
    assert home.run("list").code == home.run("export").code == home.run("check").code == 0
    assert not (tmp_path / "ledger.db").exists()


def test_edit_and_retract_keep_the_history(tmp_path: Path) -> None:
    """--all shows every revision with its kind."""
    home = Home(tmp_path)
    first = home.add("--percent", "10").out.strip()
    second = home.run("note", "edit", first, "--percent", "20", "--json").data
    assert (second["percent"], second["progress"], second["supersedes"]) == (20, "开工", first)

    third = home.run("note", "retract", first).out.strip()
    everything = home.run("note", "list", "--all", "--json").data

    assert home.run("note", "list", "--json").data == []
    assert [(one["id"], one["kind"]) for one in everything] == [
        (first, "written"),
        (second["id"], "written"),
        (third, "retracted"),
    ]
    assert home.run("note", "edit", "nosuch", "--percent", "1").code == 2


def test_undo_and_redo_are_told_in_words(tmp_path: Path) -> None:
    """Across runs; with nothing left, exit code 1 and a sentence."""
    home = Home(tmp_path, PLANTUI_LANG="zh")
    assert home.run("note", "undo").code == 1
    home.add()
    undone, empty = home.run("note", "undo"), home.run("note", "list", "--json")
    redone, back = home.run("note", "redo", "--json"), home.run("note", "list", "--json")
    again = home.run("note", "redo")

    assert (undone.code, undone.err) == (
        0,
        "已撤销填报：郑州市生态环境三年行动计划 第2项 市工信局 2025年6月进展\n",
    )
    assert empty.data == []
    assert redone.data["action"] == "add"
    assert back.data[0]["progress"] == "开工"
    assert (again.code, again.out) == (1, "")
    assert again.err


def test_notes_of_a_department(tmp_path: Path) -> None:
    """--department narrows, by alias too."""
    home = Home(tmp_path)
    home.add()
    home.add(department="市交通运输局")
    found = home.run("note", "list", "--department", "市工业和信息化局", "--json").data

    assert [one["department"] for one in found] == ["市工信局"]


def test_foreign_database_is_refused_untouched(tmp_path: Path) -> None:
    """Exit code 1, one sentence, the file as it was."""
    file = tmp_path / "ledger.db"
    file.write_bytes(b"not a database at all" * 100)
    home = Home(tmp_path)

    for arguments in (("list",), ("note", "add", "zhengzhou", "1", "--progress", "x"), ("note", "undo")):
        result = home.run(*arguments)
        assert result.code == 1
        assert "Traceback" not in result.err
        assert str(file) in result.err
    assert file.read_bytes() == b"not a database at all" * 100


def test_status_that_is_never_late_is_saved_with_its_reason(tmp_path: Path) -> None:
    """The refusal names the option; the reason is shown wherever the note is, and belongs to its status alone."""
    home = Home(tmp_path, PLANTUI_LANG="zh")
    refused = home.add("--status", "暂缓")
    saved = home.add("--status", "暂缓", "--reason", "市长办公会议定")
    ident = saved.out.strip()

    assert (refused.code, refused.out) == (2, "")
    assert "暂缓" in refused.err and "--reason" in refused.err
    assert home.run("note", "list", "--json").data[0]["reason"] == "市长办公会议定"
    assert "  理由：市长办公会议定" in home.run("note", "list").out.splitlines()
    assert "理由：市长办公会议定" in home.run("show", "zhengzhou", "2").out
    assert home.run("note", "edit", ident, "--percent", "5", "--json").data["reason"] == "市长办公会议定"
    assert home.run("note", "edit", ident, "--status", "stopped").code == 2
    assert home.run("note", "edit", ident, "--status", "in_progress", "--json").data["reason"] == ""


def test_note_tried_again_is_stored_once(tmp_path: Path) -> None:
    """As a script does that could not read the id: the same id and content are harmless, another content is refused."""
    home = Home(tmp_path, PLANTUI_LANG="zh")
    ident = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
    first = home.add("--id", ident)
    again = home.add("--id", ident.upper().replace("-", ""))
    other = home.add("--id", ident, "--percent", "5")

    assert (first.code, again.code, other.code) == (0, 0, 2)
    assert first.out == again.out == f"{ident.replace('-', '')}\n"
    assert "此前已保存" in again.err
    assert ident.replace("-", "") in other.err
    assert len(home.run("note", "list", "--json").data) == 1


def test_id_that_is_none(tmp_path: Path) -> None:
    """Refused with an example, nothing stored."""
    home = Home(tmp_path)
    refused = home.add("--id", "12")

    assert (refused.code, home.run("note", "list", "--json").data) == (2, [])
    assert '"12"' in refused.err


def test_row_that_another_program_has_broken_is_named(tmp_path: Path) -> None:
    """The others are listed; exit code 1 says that something is wrong, and so does `check`."""
    home = Home(tmp_path)
    home.add()
    home.add("--percent", "5")
    connection = sqlite3.connect(tmp_path / "ledger.db")
    connection.execute("DROP TRIGGER note_no_update")
    connection.execute("UPDATE note SET status = 'strange' WHERE seq = 1")
    connection.commit()
    connection.close()
    listed = home.run("note", "list", "--json")
    checked = home.run("check", "--json")

    assert ([note["percent"] for note in listed.data], listed.code) == ([5], 1)
    assert "row 1" in listed.err
    assert [problem["message"] for problem in checked.data if "row 1" in problem["message"]]


def test_check_names_the_time_zone_of_the_ledger(tmp_path: Path) -> None:
    """On standard error: it is no problem."""
    home = Home(tmp_path, TZ="Asia/Shanghai")
    before = home.run("check")
    home.add()
    after = home.run("check")

    assert "Asia/Shanghai" not in before.err
    assert "Asia/Shanghai" in after.err


def test_the_same_note_on_several_tasks_is_one_step(tmp_path: Path) -> None:
    """Ids a line each; one undo takes all back, and one redo brings all again."""
    home = Home(tmp_path, PLANTUI_LANG="zh")
    department = ["--department", "市环委攻坚办"]
    saved = home.run(
        "note",
        "add",
        "zhengzhou",
        "1",
        "--also",
        "2",
        "--also",
        "3",
        "--also",
        "1",
        *department,
        "--progress",
        "同步推进",
    )
    notes = home.run("note", "list", "zhengzhou", "--json").data
    undone = home.run("note", "undo")
    left = home.run("note", "list", "zhengzhou", "--json").data
    again = home.run("note", "redo", "--json").data

    assert saved.code == 0
    assert [note["id"] for note in notes] == saved.out.split()
    assert [note["task"] for note in notes] == ["1", "2", "3"]
    assert {note["progress"] for note in notes} == {"同步推进"}
    assert "任务 2 没有写到 市环委攻坚办" in saved.err
    assert "已保存：郑州市生态环境三年行动计划 第1项" in saved.err
    assert undone.err.startswith("已撤销填报：")
    assert left == []
    assert [note["task"] for note in again["notes"]] == ["1", "2", "3"]


def test_many_notes_are_told_by_their_number(tmp_path: Path) -> None:
    home = Home(tmp_path, PLANTUI_LANG="zh")
    also = [part for task in ("2", "3", "4", "5") for part in ("--also", task)]
    saved = home.run(
        "note", "add", "zhengzhou", "1", *also, "--department", "市环委攻坚办", "--progress", "x", "--json"
    )

    assert len(saved.data["notes"]) == 5
    assert "已保存：5 项（郑州市生态环境三年行动计划 第1项" in saved.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--also", "2"], "--department"),
        (["--also", "999", "--department", "市环委攻坚办"], "999"),
        (
            ["--also", "2", "--department", "市环委攻坚办", "--id", "7c9e6679-7425-40de-944b-e07fc1f90ae7"],
            "--also",
        ),
        (["--also", "2", "--department", "市环委攻坚办", "--percent", "101"], "--percent"),
    ],
)
def test_several_tasks_are_refused_whole(tmp_path: Path, options: list[str], said: str) -> None:
    home = Home(tmp_path)
    refused = home.run("note", "add", "zhengzhou", "1", *options, "--progress", "x")

    assert refused.code == 2
    assert said in refused.err
    assert home.run("note", "list", "--json").data == []


def test_undo_says_what_it_passed_over(tmp_path: Path) -> None:
    """What another desk has changed stays, the action before is taken back, and both are said."""
    mine, theirs = (Home(tmp_path, PLANTUI_AUTHOR=name, PLANTUI_LANG="zh") for name in ("张三", "李四"))
    mine.add(progress="早先")
    later = mine.add(task="7", progress="后来").out.strip()
    assert theirs.run("note", "edit", later, "--progress", "改过").code == 0
    name = "郑州市生态环境三年行动计划 第{}项"

    undone = mine.run("note", "undo", "--json")

    assert undone.code == 0
    assert [one["progress"] for one in undone.data["passed_over"]] == ["改过"]
    told, passed = undone.err.splitlines()
    assert told.startswith(f"已撤销填报：{name.format(2)}")
    assert passed.startswith(f"已跳过其后由 李四 改动的 {name.format(7)}")
    assert mine.run("note", "undo").code == 1
    assert [one["progress"] for one in mine.run("note", "list", "--json").data] == ["改过"]
