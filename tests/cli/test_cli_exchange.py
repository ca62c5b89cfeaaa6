"""Files of other systems on the command line: what is lost is told, and --strict writes nothing then."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.exchange.declared import EXCHANGES
from plantui.export.formats import EXCHANGE_FORMATS, Format
from plantui.planfile.reader import read_plan
from tests.support.cli_home import Home

PLAN = "zhengzhou-2023-2025"


def test_every_declared_format_can_be_exported() -> None:
    assert [*EXCHANGES] == [form.value for form in (*EXCHANGE_FORMATS, Format.VTODO)]


@pytest.mark.parametrize("name", EXCHANGES)
def test_losses_are_told_and_strict_writes_nothing(tmp_path: Path, name: str) -> None:
    home, path = Home(tmp_path), tmp_path / f"plan.{Format(name).suffix}"

    strict = home.run("export", "-f", name, "--plan", PLAN, "-o", str(path), "--strict", "--lang", "en")
    is_there = path.exists()
    done = home.run("export", "-f", name, "--plan", PLAN, "-o", str(path), "--lang", "en")

    assert (strict.code, is_there, done.code, path.exists()) == (1, False, 0, True)
    assert [line.partition(":")[0] for line in strict.err.splitlines()][:2] == [
        *("had no place and is not in it", "only approximated"),
    ]
    assert "places in the document 53" in strict.err
    assert "places in the document 53" in done.err


def test_a_file_holds_one_plan(tmp_path: Path) -> None:
    refused = Home(tmp_path).run("export", "-f", "stratml", "--lang", "en")

    assert (refused.code, "one plan" in refused.err) == (2, True)


@pytest.mark.parametrize("name", ["stratml", "mspdi"])
def test_a_file_that_was_exported_becomes_the_plan_again(tmp_path: Path, name: str) -> None:
    home, path, target = Home(tmp_path), tmp_path / "plan.xml", tmp_path / "again.toml"
    home.run("export", "-f", name, "--plan", PLAN, "-o", str(path))

    done = home.run("import", str(path), "-o", str(target), "--strict", "--lang", "en")
    plan = read_plan(target).plan

    assert (done.code, "Nothing was lost" in done.err) == (0, True)
    assert plan and (plan.info.id, len(plan.tasks)) == ("again", 26)
    assert home.run("import", str(path), "--json").data["import"] == {
        "format": name,
        "losses": [],
        "doubts": [],
        "notes": [],
    }


def test_a_schedule_of_others_says_what_it_is_read_as(tmp_path: Path) -> None:
    home, path = Home(tmp_path), tmp_path / "plan.xml"
    path.write_text(
        '<Project xmlns="http://schemas.microsoft.com/project"><Title>Rail</Title><Tasks><Task><UID>1</UID><Name>Lay</Name>'
        "<Finish>2026-05-29T17:00:00</Finish><PercentComplete>40</PercentComplete></Task></Tasks><Resources><Resource><UID>1</UID>"
        "<Name>Gang</Name></Resource></Resources><Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>"
        "</Assignment></Assignments></Project>",
        "utf-8",
    )

    done = home.run("import", str(path), "--lang", "en")

    assert (done.code, "due = 2026-05-29" in done.out, 'responsible = ["Gang"]' in done.out) == (
        0,
        True,
        True,
    )
    assert "had no place and is not in it: percents 1" in done.err
    assert "only approximated: Task/Finish 1" in done.err
    assert "which resource leads: 1 resource was read as responsible" in done.err


def test_the_notes_of_a_report_come_in_once_and_one_undo_takes_them_back(tmp_path: Path) -> None:
    """What one office exports another takes in: the words, their day and department, by the file and no person."""
    there, here = Home(tmp_path / "there"), Home(tmp_path / "here")
    path, folder = tmp_path / "报告.xml", tmp_path / "plans"
    folder.mkdir()
    told = ["--status", "in_progress", "--percent", "40", "--progress", "东岸完成"]
    there.run("note", "add", PLAN, "7", "--department", "市水利局", *told, "--date", "2024-06-30")
    there.run("export", "-f", "stratml", "--plan", PLAN, "-o", str(path))
    order = ["import", str(path), "-o", str(folder / "river.toml"), "--plans", str(folder), "--lang", "en"]

    left = here.run(*order)
    first = here.run(*order, "--force", "--notes")
    again = here.run(*order, "--force", "--notes")
    listed = here.run("export", "-f", "json", "--plan", "river", "--plans", str(folder)).data
    here.run("note", "undo")
    undone = here.run("export", "-f", "json", "--plan", "river", "--plans", str(folder)).data

    assert "1 progress note is not taken in; --notes does" in left.err
    assert "1 new note, 0 corrections, 0 here before" in first.err
    assert "0 new notes, 0 corrections, 1 here before" in again.err
    assert [
        (one["author"], one["department"], one["percent"], one["progress"], one["as_of"])
        for row in listed
        for one in row["latest_notes"]
    ] == [("import:报告.xml", "市水利局", 40, "东岸完成", "2024-06-30")]
    assert [one for row in undone for one in row["latest_notes"]] == []


def test_notes_need_a_plan_to_hang_on(tmp_path: Path) -> None:
    path = tmp_path / "plan.xml"
    path.write_text("<StrategicPlan/>", "utf-8")

    refused = Home(tmp_path).run("import", str(path), "--notes", "--lang", "en")

    assert (refused.code, "say with -o" in refused.err) == (2, True)


def test_a_loss_at_import_is_an_error_when_strict(tmp_path: Path) -> None:
    home, path = Home(tmp_path), tmp_path / "plan.xml"
    path.write_text(
        "<StrategicPlan><StrategicPlanCore><Mission><Description>Rivers</Description></Mission><Goal><Name>Wells</Name>"
        "</Goal></StrategicPlanCore></StrategicPlan>",
        "utf-8",
    )

    strict = home.run("import", str(path), "--strict", "--lang", "en")

    assert (strict.code, strict.out, "StrategicPlanCore/Mission 1" in strict.err) == (1, "", True)


@pytest.mark.parametrize(
    ("file", "options", "said"),
    [
        ("<StrategicPlan/>", ["--review"], "--review"),
        ("<StrategicPlan/>", ["--year", "2024"], "--year"),
        ("一、任务", ["--strict"], "plantui exchange"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    tmp_path: Path, file: str, options: list[str], said: str
) -> None:
    path = tmp_path / "plan.xml"
    path.write_text(file, "utf-8")

    refused = Home(tmp_path).run("import", str(path), *options)

    assert (refused.code, said in refused.err) == (2, True)


def test_the_formats_are_listed_with_what_they_lose(tmp_path: Path) -> None:
    rows = Home(tmp_path).run("exchange", "--lang", "en").rows

    assert [row[0] for row in rows] == [*EXCHANGES]
    assert [row[1] for row in rows[:3]] == ["export, import", "export, import", "export"]
    assert "force of targets" in rows[0][2]
