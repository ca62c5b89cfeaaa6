"""`note submit`, `check`, `return`, `close`, `reopen`: one note or many, all or none, and the role of the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.model.roles import DeskRole
from plantui.store.settings import ROLES
from tests.support.cli_home import Home, Result

LINK = "https://example.org/yanshou"
HOSTILE = "数字[2023]20号 [/] =1+1 \x1b[31m"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A desk without a role, in Chinese."""
    return Home(tmp_path, PLANTUI_LANG="zh")


def add(home: Home, task: str = "2", *options: str, department: str = "市工信局") -> str:
    """Save a note and return its id."""
    said = ("--progress", "完成", *options)
    saved = home.run("note", "add", "zhengzhou", task, "--department", department, *said)
    assert saved.code == 0, saved.err
    return saved.out.strip()


def completed(home: Home, task: str = "7", department: str = "市生态环境局") -> str:
    """Save a note that says completed, with evidence."""
    proof = ("--status", "completed", "--evidence", LINK)
    return add(home, task, *proof, department=department)


def status(home: Home, task: str = "7") -> str:
    """Return the status of a task."""
    found: str = home.run("show", "zhengzhou", task, "--json").data["status"]
    return found


def step(home: Home, name: str, *which: str, **environ: str) -> Result:
    """Take a step."""
    return home.run("note", name, *which)


def test_way_of_one_note(home: Home) -> None:
    """Submitted, checked, closed, reopened: the task is closed once its accountable department is, and open again after."""
    note = completed(home)
    assert step(home, "submit", note).err == (
        "已报送：郑州市生态环境三年行动计划 第7项 市生态环境局 2025年6月进展\n"
    )
    assert step(home, "check", "zhengzhou", "7").code == 0
    closed = step(home, "close", note, "--json")
    assert [(one["note"], one["step"], one["task"]) for one in closed.data["events"]] == [
        (note, "closed", "7")
    ]
    assert status(home) == "closed"
    reopened = step(home, "reopen", note, "--reason", HOSTILE)
    assert reopened.err.startswith("已重新打开：")
    assert status(home) == "in_progress"
    undone = home.run("note", "undo")
    assert "回头看" in undone.err
    assert status(home) == "closed"


def test_many_at_once_and_one_undo(home: Home) -> None:
    """A filter chooses many; only the chosen department's notes are submitted, and one undo takes all back."""
    first, second = add(home), add(home, "3")
    other = add(home, "2", department="市交通运输局")
    done = step(home, "submit", "--plan", "zhengzhou", "--department", "市工信局")
    assert set(done.out.split()) == {first, second}
    assert other not in done.out
    assert step(home, "check", "zhengzhou").code == 0
    again = step(home, "submit", "--plan", "zhengzhou")
    assert again.out.split() == [other]
    assert "2 条不在这一步，未变动" in again.err
    home.run("note", "undo")
    home.run("note", "undo")
    assert set(step(home, "check", "zhengzhou").out.split()) == {first, second}


def test_one_that_lacks_something_stops_all(home: Home) -> None:
    """Closing asks for completion and evidence of every note: all or none."""
    completed(home)
    bare = add(home, "8", "--status", "completed", department="市生态环境局")
    for name in ("submit", "check"):
        assert step(home, name, "zhengzhou").code == 0
    refused = step(home, "close", "zhengzhou")
    assert (refused.code, refused.out) == (2, "")
    assert "第8项" in refused.err and "没有佐证材料" in refused.err
    assert status(home) == "completed"
    unfinished = add(home, "2")
    step(home, "submit", unfinished)
    step(home, "check", unfinished)
    assert "不是“已完成”" in step(home, "close", unfinished).err
    assert bare != unfinished


@pytest.mark.parametrize(
    ("name", "which", "code", "said"),
    [
        ("submit", (), 2, "请写明哪一条"),
        ("check", ("zhengzhou", "2"), 1, "没有可以审核的进展；现有"),
        ("check", ("zhengzhou", "9"), 1, "没有可以审核的进展"),
        ("return", ("zhengzhou", "2"), 1, "没有可以退回"),
        ("submit", ("0" * 32,), 2, "没有"),
        ("submit", ("zhengzhou", "2", "--as", "boss"), 2, "没有席位角色“boss”"),
        ("submit", ("zhengzhou", "2", "--as", "reader"), 2, "只读不能报送；可以的是：填报人、审核人"),
        ("close", ("zhengzhou", "2", "--as", "填报人"), 2, "填报人不能销号；可以的是：督查"),
    ],
)
def test_refusals_say_what_would_be_right(
    home: Home, name: str, which: tuple[str, ...], code: int, said: str
) -> None:
    add(home)
    refused = step(home, name, *which)
    assert (refused.code, refused.out) == (code, "")
    assert said in refused.err


def test_return_needs_a_reason(home: Home) -> None:
    note = add(home)
    step(home, "submit", note)
    assert "退回须写明原因" in step(home, "return", note).err
    assert step(home, "return", note, "--reason", HOSTILE).code == 0
    page = home.run("show", "zhengzhou", "2")
    assert "已退回" in page.out
    assert "数字[2023]20号 [/] =1+1" in page.out
    assert "\x1b" not in page.out
    home.run("note", "edit", note, "--progress", "改正")
    assert step(home, "check", note).code == 1
    assert step(home, "submit", note).code == 0


def test_undo_lists_what_it_took_back_beside_notes(home: Home) -> None:
    """Steps, extensions and choices of the office come typed, as they were written, and whether they still count."""
    first = add(home)
    step(home, "submit", "zhengzhou", "2", "--department", "市工信局")
    assert step(home, "return", first, "--reason", HOSTILE).code == 0
    extended = ("extend", "zhengzhou", "2", "1", "2026-03-31", "--reason", "汛期", "--approved-by", "市政府")
    assert home.run(*extended).code == 0
    assert home.run("office", "set", "counting_stage", "checked").code == 0
    expected: list[dict[str, object]] = [
        {"subject": "choice", "plan": None, "name": "counting_stage", "value": "checked"},
        {"subject": "extension", "task": "2", "due": "2026-03-31", "approved_by": "市政府"},
        {"subject": "stage", "note": first, "step": "returned", "reason": HOSTILE},
        {"subject": "stage", "note": first, "step": "submitted", "reason": ""},
    ]
    for command, kind, events in (("undo", "retracted", expected), ("redo", "written", expected[::-1])):
        for facts in events:
            found = home.run("note", command, "--json").data
            assert (found["action"], found["notes"]) == ("record", [])
            (event,) = found["events"]
            assert event["kind"] == kind
            assert {key: event[key] for key in facts} == facts
    undone = home.run("note", "undo", "--json")
    assert [one["name"] for one in undone.data["events"]] == ["counting_stage"]


def test_clerk_is_told_and_does_not_close(home: Home) -> None:
    """A habit, not a lock: another department's note is changed and said; 已销号 is refused with the way that works."""
    other = add(home, "2", department="市交通运输局")
    home.run("config", "set", "department", "郑州市/市工信局")
    assert home.run("config", "set", "role", "填报人").err == "已设置 role：clerk\n"
    edited = home.run("note", "edit", other, "--percent", "50")
    assert edited.code == 0
    assert "注意：这是市交通运输局的进展，不是本单位（市工信局）的。" in edited.err
    own = home.run("note", "add", "zhengzhou", "2", "--progress", "x")
    assert "注意" not in own.err
    refused = home.run("note", "add", "zhengzhou", "2", "--progress", "x", "--status", "closed")
    assert refused.code == 2
    assert "plantui note close" in refused.err
    assert home.run("note", "add", "zhengzhou", "2", "--progress", "x", "--as", "reader").code == 2
    by_office = (
        "note",
        "add",
        "zhengzhou",
        "2",
        "--progress",
        "x",
        "--status",
        "closed",
        "--as",
        "supervision",
    )
    assert home.run(*by_office).code == 2
    assert home.run(*by_office, "--evidence", LINK).code == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_status_closed_needs_evidence_without_a_role_too(home: Home, language: str) -> None:
    """Closing takes evidence, whoever says it and however: added, to several tasks, changed into, or left without."""
    note = completed(home)
    bare = add(home)
    wrong = (
        (
            *("add", "zhengzhou", "2", "--also", "3", "--department", "市工信局"),
            "--progress",
            "完成",
            "--status",
            "closed",
        ),
        ("edit", bare, "--status", "closed"),
    )
    before = home.run("note", "list", "--json").data
    for arguments in wrong:
        refused = home.run("note", *arguments, "--lang", language)
        assert (refused.code, refused.out) == (2, "")
        assert "--evidence" in refused.err
    assert home.run("note", "list", "--json").data == before
    closed = home.run("note", "edit", note, "--status", "closed", "--json")
    assert closed.data["status"] == "closed"
    assert home.run("note", "edit", closed.data["id"], "--percent", "99").code == 0


@pytest.mark.parametrize(
    ("language", "said", "taken_back"),
    [
        ("zh", "退出“已销号”，须重新报送", "撤回的是一条“已销号”的进展"),
        ("en", "was closed; this change", "had been closed"),
    ],
)
def test_a_change_that_takes_a_note_back_says_so(
    home: Home, language: str, said: str, taken_back: str
) -> None:
    """Nothing is refused; undo gives the stage back, so the remark comes again with the next change."""
    note = completed(home)
    for name in ("submit", "check", "close"):
        step(home, name, note)
    edited = home.run("note", "edit", note, "--progress", "改", "--lang", language)
    assert (edited.code, said in edited.err) == (0, True)
    again = home.run("note", "edit", edited.out.strip(), "--progress", "再改", "--json")
    assert [one["kind"] for one in again.data["remarks"]] == []
    home.run("note", "undo")
    home.run("note", "undo")
    assert status(home) == "closed"
    changed = home.run("note", "edit", note, "--progress", "改", "--json")
    assert [one["kind"] for one in changed.data["remarks"]] == ["leaves_stage"]
    home.run("note", "undo")
    retracted = home.run("note", "retract", note, "--json", "--lang", language)
    assert taken_back in retracted.err
    assert [one["kind"] for one in retracted.data["remarks"]] == ["leaves_stage"]


def test_roles_of_the_settings_are_those_of_a_desk(home: Home) -> None:
    assert tuple(DeskRole) == ROLES
    assert home.run("config", "set", "role", "boss").code == 2
    assert home.run("config", "get", "role").out == ""


def test_office_that_wants_roles(home: Home) -> None:
    """The office-wide choice holds at every desk: one without a role takes no step where the office wants roles."""
    note = add(home)
    assert home.run("office", "set", "roles", "required checked=supervision").code == 0
    refused = step(home, "submit", note)
    assert refused.code == 2
    assert "每个席位都要有角色" in refused.err
    assert step(home, "submit", note, "--as", "clerk").code == 0
    assert step(home, "check", note, "--as", "checker").code == 2
    assert step(home, "check", note, "--as", "supervision").code == 0


def test_a_reader_takes_no_note_back(home: Home) -> None:
    note = add(home)
    refused = home.run("note", "retract", note, "--as", "reader")
    assert (refused.code, refused.out) == (2, "")
    assert "不填报" in refused.err
    assert home.run("note", "retract", note).code == 0


def test_a_readers_desk_changes_nothing(home: Home) -> None:
    """An extension, a choice of the office, undo and redo are writing too."""
    add(home)
    assert home.run("config", "set", "role", "reader").code == 0
    extension = ("zhengzhou", "2", "1", "2027-06-30", "--reason", "资金", "--approved-by", "市政府")
    writing = (
        ("extend", *extension),
        ("office", "set", "period", "quarter"),
        ("note", "undo"),
        ("note", "redo"),
    )
    for command in writing:
        refused = home.run(*command)
        assert (refused.code, refused.out) == (2, "")
        assert "不填报" in refused.err
    assert home.run("office").code == 0
    shown = home.run("show", "zhengzhou", "2", "--json").data
    assert (shown["extensions"], shown["notes"]) == (0, 1)
