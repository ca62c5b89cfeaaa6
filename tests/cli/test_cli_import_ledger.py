"""Foreign ledgers on the command line: plan and notes, once, by the ledger's own ids, and nothing lost unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from plantui.planfile.reader import read_plan
from tests.support.cli_home import Home, Result

LEDGER = """\
2024年督办台账,,,,,,,,
编号,类别,督办事项,牵头单位,配合单位,完成时限,办理状态,办理情况,批示领导
甲1,水务,修堤,市水利局,市财政局；市城管局,2024年12月底前,进行中,开工,某
甲2,水务,修桥,市城管局,,2024-09-30,已办结,通车,
甲3,道路,修路,市园艺局，市城管局,,,待核实,测量,
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def put(home: Home, text: str = LEDGER, name: str = "台账.csv", encoding: str = "utf-8") -> Path:
    """Write a ledger."""
    path = home.folder / name
    path.write_bytes(text.encode(encoding))
    return path


def imported(home: Home, path: Path, *more: str, today: str = "2024-07-15") -> Result:
    """Import a ledger into the plan `duban` of the own plans."""
    folder = home.folder / "plans"
    folder.mkdir(exist_ok=True)
    target = ["-o", str(folder / "duban.toml"), "--plans", str(folder)]
    return home.run("import", str(path), *target, "--lang", "en", *more, today=today)


def notes(home: Home) -> list[dict[str, str]]:
    """The notes on the plan, as the program shows them."""
    folder = str(home.folder / "plans")
    found = home.run("export", "-f", "json", "--plan", "duban", "--plans", folder)
    assert found.code == 0, found.err
    return [note for task in found.data for note in task["latest_notes"]]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_ledger_is_recognised_by_its_heads(home: Home, encoding: str, sign: str) -> None:
    done = imported(home, put(home, LEDGER.replace(",", sign), encoding=encoding))

    plan = read_plan(home.folder / "plans" / "duban.toml").plan
    assert done.code == 0, done.err
    assert "by the column map supervision: 3 rows, 3 tasks, 3 progress notes" in done.err
    assert "3 progress notes are not taken in; --notes does" in done.err
    assert "批示领导 1" in done.err
    assert plan and [task.id for task in plan.tasks] == ["甲1", "甲2", "甲3"]
    assert plan.tasks[0].departments.support == ("市财政局", "市城管局")
    assert not (home.folder / "ledger.db").exists()


def test_notes_come_in_once_and_one_undo_takes_them_back(home: Home) -> None:
    path = put(home)

    first = imported(home, path, "--notes")
    assert "3 new notes, 0 corrections, 0 here before" in first.err
    assert {(note["author"], note["department"]) for note in notes(home)} == {
        ("import:台账.csv", name) for name in ("市水利局", "市城管局", "2024年督办台账")
    }
    again = imported(home, path, "--notes", "--update")
    assert "0 new notes, 0 corrections, 3 here before" in again.err

    assert home.run("note", "undo", "--plans", str(home.folder / "plans")).code == 0
    assert notes(home) == []


def test_a_later_issue_updates_by_id_and_deletes_nothing(home: Home) -> None:
    imported(home, put(home), "--notes")
    later = LEDGER.replace("开工", "封顶").replace("甲2,水务,修桥", "甲4,水务,修渠")

    refused = imported(home, put(home, later))
    done = imported(home, put(home, later), "--notes", "--update", today="2024-08-15")

    assert (refused.code, done.code) == (2, 0)
    assert "updated by the ledger: 1 new task, 0 changed, 2 as before" in done.err
    assert "no longer in the ledger, kept in the plan: 1 task: 甲2 修桥" in done.err
    assert "2 new notes, 0 corrections, 1 here before" in done.err
    plan = read_plan(home.folder / "plans" / "duban.toml").plan
    assert plan and [task.id for task in plan.tasks] == ["甲1", "甲2", "甲3", "甲4"]


def test_strict_with_a_loss_writes_nothing(home: Home) -> None:
    done = imported(home, put(home), "--notes", "--strict")

    assert (done.code, "nothing was written" in done.err) == (1, True)
    assert not (home.folder / "plans" / "duban.toml").exists()
    assert not (home.folder / "ledger.db").exists()


def test_strict_without_a_loss_writes_all(home: Home) -> None:
    whole = "编号,督办事项,牵头单位,办理状态,办理情况\n甲1,修堤,市水利局,进行中,开工\n"

    done = imported(home, put(home, whole), "--notes", "--strict")

    assert (done.code, "Nothing was lost" in done.err) == (0, True)
    assert [note["progress"] for note in notes(home)] == ["开工"]


def test_json_has_plan_notes_losses_and_doubts(home: Home) -> None:
    found = home.run("import", str(put(home)), "--json", today="2024-07-15").data

    assert [task["id"] for task in found["tasks"]] == ["甲1", "甲2", "甲3"]
    assert found["import"]["map"] == "supervision"
    assert found["import"]["losses"] == [
        {"what": "牵头单位", "kind": "lost", "count": 1},
        {"what": "办理状态", "kind": "approximated", "count": 1},
        {"what": "批示领导", "kind": "lost", "count": 1},
    ]
    reasons = [doubt["reason"] for doubt in found["import"]["doubts"]]
    assert reasons == ["unsplit", "status", "region", "nameless"]
    assert found["import"]["notes"][0]["as_of"] is None


OWN_MAP = """\
format = 1
[columns]
title = ["督办事项"]
lead = ["牵头单位"]
progress = ["办理情况"]
"""


def test_a_map_may_be_named_and_none_reads_a_document(home: Home) -> None:
    path, own = put(home), put(home, OWN_MAP, "own.toml")

    by_own = home.run("import", str(path), "--map", str(own), "--json").data
    as_document = home.run("import", str(path), "--map", "none", "--json").data
    unknown = home.run("import", str(path), "--map", "没有", "--lang", "en")

    assert (by_own["import"]["map"], [task["id"] for task in by_own["tasks"]]) == ("own", ["1", "2", "3"])
    assert "coverage" in as_document["import"]
    assert (unknown.code, "There are: canada-mandate" in unknown.err) == (2, True)


def test_two_maps_that_fit_have_to_be_chosen_from(home: Home) -> None:
    folder = home.folder / "column-maps"
    folder.mkdir()
    own = OWN_MAP.replace("format = 1", 'format = 1\nrecognised_by = ["title", "lead"]')
    (folder / "own.toml").write_text(own, "utf-8")

    refused = home.run("import", str(put(home)), "--lang", "en")

    assert (refused.code, "several column maps fit: supervision own" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--notes"], "say with -o"),
        (["--explain"], "--explain has no meaning"),
        (["--update"], "there is no -o"),
    ],
)
def test_options_that_do_not_fit_are_refused(home: Home, options: list[str], told: str) -> None:
    refused = home.run("import", str(put(home)), "--lang", "en", *options)

    assert (refused.code, told in refused.err) == (2, True)


def test_options_of_ledgers_are_refused_for_documents(home: Home) -> None:
    path = put(home, "一、修堤\n牵头单位：市水利局\n", "通知.txt")

    refused = home.run("import", str(path), "--notes", "--lang", "en")

    assert (refused.code, "--notes is for ledgers" in refused.err) == (2, True)


def test_maps_are_listed(home: Home) -> None:
    listed = home.run("exchange", "--maps", "--lang", "en")

    names = [cells[0] for cells in listed.rows]
    assert names == [one["name"] for one in home.run("exchange", "--maps", "--json").data]
    assert "supervision" in names


def workbook(home: Home) -> Path:
    """A workbook with a title, heads on two rows, merged cells, a hidden row, a hidden sheet and one of another kind."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "台账"
    rows: list[list[str | None]] = [
        ["某市2024年督办台账", None, None, None, None, None, None],
        ["编号", "督办事项", "责任分工", None, "办理状态", "办理情况", "截至日期"],
        [None, None, "牵头单位", "配合单位", None, None, None],
        ["甲1", "修堤", "市水利局", "市财政局", "进行中", "开工", "2024-05-31"],
        [None, None, None, None, "进行中", "封顶", "2024-06-30"],
        ["甲2", "修桥", "市城管局", None, "已办结", "通车", "2024-06-30"],
        ["甲9", "旧事", "市城管局", None, "已办结", "旧话", "2024-06-30"],
    ]
    for cells in rows:
        sheet.append(cells)
    for area in ("A1:G1", "C2:D2", "A2:A3", "B2:B3", "E2:E3", "F2:F3", "G2:G3"):
        sheet.merge_cells(area)
    for column in "ABCD":
        sheet.merge_cells(f"{column}4:{column}5")
    sheet.row_dimensions[7].hidden = True
    book.create_sheet("填表说明").append(["每月报送", "一次"])
    hidden = book.create_sheet("底稿")
    hidden.append(["底稿"])
    hidden.sheet_state = "hidden"
    path = home.folder / "台账.xlsx"
    book.save(path)
    return path


def test_a_workbook_is_read_as_documents_are(home: Home) -> None:
    done = imported(home, workbook(home), "--notes")

    plan = read_plan(home.folder / "plans" / "duban.toml").plan
    assert done.code == 0, done.err
    assert plan and plan.info.title == "某市2024年督办台账"
    assert [(task.id, task.departments.support) for task in plan.tasks] == [
        ("甲1", ("市财政局",)),
        ("甲2", ()),
    ]
    assert "3 new notes" in done.err
    assert {note["progress"] for note in notes(home)} == {"封顶", "通车"}
    for told in (
        "hidden rows were left out",
        "a hidden sheet was left out",
        "without such heads: 1 sheet: 填表说明",
    ):
        assert told in done.err


def test_hidden_rows_may_be_read(home: Home) -> None:
    found = home.run("import", str(workbook(home)), "--hidden", "--json").data

    assert [task["id"] for task in found["tasks"]] == ["甲1", "甲2", "甲9"]
