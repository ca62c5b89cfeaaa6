"""`plantui conflicts`: notes that two desks changed are listed and settled without the interface."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.model.jsonvalue import JsonObject
from tests.cli.test_cli_completion import in_bash
from tests.support.cli_home import Home, Result

HOSTILE = "[/]{x}\x1b[31m=1+1"


@pytest.fixture
def bureau(tmp_path: Path) -> Home:
    """The desk of a department, in Chinese."""
    return _desk(tmp_path, "bureau", "李四")


@pytest.fixture
def office(tmp_path: Path) -> Home:
    """The desk of the supervision office, in Chinese."""
    return _desk(tmp_path, "office", "张三")


def _desk(folder: Path, name: str, author: str) -> Home:
    (folder / name).mkdir()
    return Home(folder / name, PLANTUI_AUTHOR=author, PLANTUI_LANG="zh")


def exchange(one: Home, other: Home) -> None:
    """Bring the ledger of another desk in."""
    assert one.run("receive", str(other.folder / "ledger.db")).code == 0


@pytest.fixture
def note(bureau: Home, office: Home) -> str:
    """A note that both desks changed, the bureau first; the office has received it."""
    saved = bureau.add(progress="初稿").out.strip()
    exchange(office, bureau)
    assert bureau.run("note", "edit", saved, "--progress", f"单位改 {HOSTILE}", "--percent", "40").code == 0
    assert office.run("note", "edit", saved, "--progress", "督查室改", "--percent", "30").code == 0
    exchange(office, bureau)
    return saved


def listed(home: Home) -> list[JsonObject]:
    """Return the conflicts."""
    found: list[JsonObject] = home.run("conflicts", "--json").data
    return found


def counting(home: Home) -> list[tuple[object, object]]:
    """Return text and percent of the notes that count."""
    return [(one["progress"], one["percent"]) for one in home.run("note", "list", "--json").data]


def test_both_texts_are_listed_with_numbers(office: Home, note: str) -> None:
    (conflict,) = listed(office)
    assert (conflict["note"], conflict["task"], conflict["department"]) == (note, "2", "市工信局")
    sides = conflict["sides"]
    assert isinstance(sides, list)
    assert [(one["side"], one["author"], one["percent"], one["counts"], one["stage"]) for one in sides] == [
        (1, "李四", 40, False, "saved"),
        (2, "张三", 30, True, "saved"),
    ]
    said = office.run("conflicts")
    assert "\x1b" not in said.out
    assert note in said.out
    assert (
        said.out.index("1) ") < said.out.index("单位改") < said.out.index("2) ") < said.out.index("督查室改")
    )
    assert said.out.rstrip().endswith("（选定之前这一份算数）")
    assert said.err == (
        "1 条进展两边都改过。选定：plantui conflicts settle 编号 --keep 序号，或 --join 都留下\n"
    )


def test_one_is_taken_and_undo_brings_both_back(office: Home, bureau: Home, note: str) -> None:
    """By its number or its id, from any revision's id; the other desk has it settled after receiving."""
    before = counting(office)
    (conflict,) = listed(office)
    sides = conflict["sides"]
    assert isinstance(sides, list)
    older, newer = sides
    settled = office.run("conflicts", "settle", note, "--keep", "1", "--json")
    assert settled.err == "已选定：郑州市生态环境三年行动计划 第2项 市工信局 2025年6月进展\n"
    assert (settled.data["percent"], settled.data["kind"], settled.data["remarks"]) == (40, "written", [])
    assert (listed(office), counting(office)) == ([], [(f"单位改 {HOSTILE}", 40)])
    exchange(bureau, office)
    assert (listed(bureau), counting(bureau)) == ([], counting(office))
    undone = office.run("note", "undo")
    assert undone.err == "已撤销冲突处理：郑州市生态环境三年行动计划 第2项 市工信局 2025年6月进展\n"
    assert counting(office) == before
    assert office.run("conflicts", "settle", str(older["id"]), "--keep", str(newer["id"])).code == 2
    (again,) = listed(office)
    assert isinstance(again["sides"], list)
    newest = again["sides"][-1]
    assert office.run("conflicts", "settle", str(older["id"]), "--keep", str(newest["id"])).code == 0
    assert counting(office) == [("督查室改", 30)]


def test_all_are_joined_or_told_in_own_words(office: Home, note: str) -> None:
    assert office.run("conflicts", "settle", note, "--join").code == 0
    assert counting(office) == [(f"单位改 {HOSTILE}\n督查室改", 30)]
    office.run("note", "undo")
    said = office.run("conflicts", "settle", note, "--join", "--progress", "-", stdin="核对后，以40家为准\n")
    assert said.code == 0
    assert counting(office) == [("核对后，以40家为准", 30)]


def test_three_texts_are_listed_and_joined(tmp_path: Path, office: Home, bureau: Home) -> None:
    third = _desk(tmp_path, "third", "王五")
    note = bureau.add(progress="初稿").out.strip()
    for desk in (office, third):
        exchange(desk, bureau)
    for desk, text in ((bureau, "甲"), (third, "乙"), (office, "丙")):
        assert desk.run("note", "edit", note, "--progress", text).code == 0
    for desk in (bureau, third):
        exchange(office, desk)
    (conflict,) = listed(office)
    assert isinstance(conflict["sides"], list)
    assert [one["progress"] for one in conflict["sides"]] == ["甲", "乙", "丙"]
    assert office.run("conflicts", "settle", note, "--join").code == 0
    assert (listed(office), counting(office)) == ([], [("甲\n乙\n丙", None)])
    office.run("note", "undo")
    assert counting(office) == [("丙", None)]
    assert len(listed(office)[0]["sides"]) == 3  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_cannot_be_settled_says_why(office: Home, note: str, language: str) -> None:
    """Nothing is changed, and the sentence names the texts there are."""
    wrong: tuple[tuple[tuple[str, ...], int, str], ...] = (
        ((note,), 2, "1) 李四"),
        ((note, "--keep", "1", "--join"), 2, "2) 张三"),
        ((note, "--keep", "3"), 2, "1) 李四"),
        ((note, "--keep", "1", "--progress", " "), 2, ""),
        (("nosuch", "--keep", "1"), 2, "nosuch"),
        ((note, "--keep", "1", "--as", "reader"), 2, ""),
    )
    before = listed(office)
    for arguments, code, fact in wrong:
        refused = office.run("conflicts", "settle", *arguments, "--lang", language)
        assert (refused.code, refused.out) == (code, ""), refused.err
        assert fact in refused.err
    assert listed(office) == before
    other = office.add(task="3", progress="另一条").out.strip()
    refused = office.run("conflicts", "settle", other, "--keep", "1", "--lang", language)
    assert (refused.code, "plantui conflicts" in refused.err) == (1, True)


def test_the_side_that_was_taken_back_can_be_chosen(bureau: Home, office: Home) -> None:
    note = bureau.add(progress="初稿").out.strip()
    exchange(office, bureau)
    assert bureau.run("note", "retract", note).code == 0
    assert office.run("note", "edit", note, "--progress", "督查室改").code == 0
    exchange(office, bureau)
    assert office.run("conflicts", "settle", note, "--join").code == 2
    assert office.run("conflicts", "settle", note, "--keep", "1", "--progress", "x").code == 2
    settled = office.run("conflicts", "settle", note, "--keep", "1", "--json")
    assert (settled.code, settled.data["kind"]) == (0, "retracted")
    assert (listed(office), counting(office)) == ([], [])
    office.run("note", "undo")
    assert counting(office) == [("督查室改", None)]
    assert len(listed(office)) == 1


def test_a_text_that_is_taken_keeps_its_stage_and_what_is_given_up_is_said(
    bureau: Home, office: Home, note: str
) -> None:
    exchange(bureau, office)
    (conflict,) = listed(bureau)
    assert isinstance(conflict["sides"], list)
    bureau.run("note", "submit", note)
    stages = [one["stage"] for one in listed(bureau)[0]["sides"]]  # type: ignore[index, union-attr, call-overload]
    assert stages == ["saved", "submitted"]
    kept = bureau.run("conflicts", "settle", note, "--keep", "2", "--json")
    assert kept.data["remarks"] == []
    assert [one["stage"] for one in bureau.run("note", "list", "--json").data] == ["submitted"]
    bureau.run("note", "undo")
    for arguments in (("--keep", "1"), ("--join",)):
        given_up = bureau.run("conflicts", "settle", note, *arguments, "--json")
        assert [one["kind"] for one in given_up.data["remarks"]] == ["leaves_stage"]
        assert "退出“已报送”" in given_up.err
        assert [one["stage"] for one in bureau.run("note", "list", "--json").data] == ["saved"]
        bureau.run("note", "undo")


def test_a_change_of_a_note_in_conflict_says_that_it_goes_on(office: Home, note: str) -> None:
    edited = office.run("note", "edit", note, "--percent", "31")
    assert (edited.code, f"plantui conflicts settle {note}" in edited.err) == (0, True)
    assert counting(office) == [("督查室改", 31)]
    assert len(listed(office)) == 1


def test_a_shell_completes_the_note_and_its_texts(office: Home, note: str) -> None:
    assert in_bash(office, f"plantui conflicts settle {note[:6]}") == [note]
    assert in_bash(office, f"plantui conflicts settle {note} --keep ") == ["1", "2"]
    assert in_bash(office, "plantui conflicts settle nosuch --keep ") == []


def test_no_conflict_is_said(office: Home) -> None:
    nothing: Result = office.run("conflicts")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "没有两边都改过而未选定的进展。\n")
    assert listed(office) == []
