"""`indicators`, `evidence check` and `evidence open`."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from plantui.model.actual import Actual
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from plantui.store import opening_files
from plantui.store.ledger import Ledger
from tests.support.cli_home import Home
from tests.support.measured_plan import PIPES, measured_home

HOSTILE = "=1+1[/]\u202e\x1b[31m"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A plan whose indicators are in every state on 2025-06-30."""
    home = measured_home(tmp_path)
    for month, options in {
        "2024-04-30": ["--actual", "1=20", "--actual", "2=9.1"],
        "2024-05-31": ["--actual", "1=30", "--source", HOSTILE],
        "2024-06-30": ["--actual", "3=Ⅲ类", "--actual", "4=2"],
    }.items():
        done = home.run("note", "add", "water", "pipes", "--progress", month, *options, today=month)
        assert done.code == 0, done.err
    return home


def test_worst_first_with_binding_and_expected_apart(home: Home) -> None:
    data = home.run("indicators", "--plan", "water", "--json").data
    assert [(one["task"], one["index"], one["state"]) for one in data["indicators"]] == [
        ("pipes", 2, "missed"),
        ("joint", 1, "not_reported"),
        ("pipes", 3, "not_comparable"),
        ("pipes", 1, "on_the_way"),
        ("pipes", 4, "met"),
    ]
    assert data["overall"] == dict.fromkeys(
        ("missed", "not_reported", "not_comparable", "on_the_way", "met"), 1
    )
    assert (data["by_force"]["binding"]["on_the_way"], data["by_force"]["hoped"]["missed"]) == (1, 1)
    assert data["by_force"]["none"]["missed"] == 0
    assert data["indicators"][3]["series"] == [20, 30]
    assert data["indicators"][1]["latest"] == []


def test_an_earlier_day_knows_no_later_value(home: Home) -> None:
    data = home.run("indicators", "--plan", "water", "--json", today="2024-04-30").data
    assert {(one["index"], one["state"]) for one in data["indicators"] if one["task"] == "pipes"} == {
        (1, "on_the_way"),
        (2, "on_the_way"),
        (3, "not_reported"),
        (4, "not_reported"),
    }


def test_all_bundled_plans_in_both_languages(home: Home) -> None:
    chinese = home.run("indicators")
    english = home.run("indicators", "--lang", "en")
    assert (chinese.code, english.code) == (0, 0)
    assert len(chinese.rows) == len(english.rows) == 76 + 5
    assert "约束性" in chinese.err
    assert "binding" in english.err
    assert "未达到" in chinese.out
    assert "missed" in english.out


def test_the_table_shows_blocks_and_hostile_text_as_itself(home: Home) -> None:
    shown = home.run("indicators", "--plan", "water").out
    assert "▁█" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    table = home.run("indicators", "--plan", "water", "-f", "csv").out.lstrip("\ufeff")
    rows = list(csv.DictReader(io.StringIO(table)))
    (pipes,) = [row for row in rows if row["指标序号"] == "1" and row["任务编号"] == "pipes"]
    assert (pipes["完成值"], pipes["单位"], pipes["数据日期"]) == ("30", "公里", "2024-05-31")
    assert pipes["来源"].lstrip("'").startswith("=1+1[/]")
    assert not pipes["来源"].startswith("=")
    (silent,) = [row for row in rows if row["状态"] == "未报"]
    assert (silent["完成值"], silent["填报单位"]) == ("", "")


def test_a_file_of_each_form(home: Home, tmp_path: Path) -> None:
    for form in ("md", "csv", "json"):
        target = tmp_path / f"指标.{form}"
        assert home.run("indicators", "--plan", "water", "-o", str(target)).code == 0
        assert "改造管网" in target.read_text("utf-8")
    assert home.run("indicators", "-o", str(target)).code != 0  # it is there already


def test_what_changed_and_what_vanished(home: Home, tmp_path: Path) -> None:
    files = {name: tmp_path / name for name in ("kept.txt", "changed.txt", "gone.txt")}
    for place in files.values():
        place.write_text("a")
    options = [word for place in files.values() for word in ("--evidence", str(place))]
    options += ["--evidence", "https://example.org/[/]"]
    assert home.run("note", "add", "water", "rules", "--progress", "x", *options).code == 0
    before = home.run("evidence", "check")
    assert (before.code, "有变化 0 件" in before.err) == (0, True)
    assert "https://example.org/[/]" in before.out
    files["changed.txt"].write_text("b")
    files["gone.txt"].unlink()
    after = home.run("evidence", "check", "--json")
    assert after.code == 1
    assert [one["state"] for one in after.data] == ["unchanged", "changed", "vanished", "not_checked"]
    shown = home.run("evidence", "check").out
    assert "kept.txt" not in shown
    assert f"已不在：water rules 市水利局 2025-06-30  gone.txt（文件、1 B） {files['gone.txt']}" in shown
    other = home.run("evidence", "check", "--plan", "zhengzhou")
    assert (other.code, other.out) == (0, "")


def test_evidence_is_given_to_the_systems_program(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(opening_files, "_start", opened.append)
    places = [tmp_path / "a.txt", tmp_path / "b.desktop"]
    for place in places:
        place.write_text("a")
    options = [word for place in places for word in ("--evidence", str(place))]
    note = home.run("note", "add", "water", "rules", "--progress", "x", *options).out.strip()
    which = home.run("evidence", "open", note)
    assert (which.code, "1 a.txt" in which.err, opened) == (2, True, [])
    assert home.run("evidence", "open", note, "9").code == 2
    assert home.run("evidence", "open", note, "1").code == 0
    assert home.run("evidence", "open", note, "2").code == 1  # it would be run
    places[0].write_text("later")
    changed = home.run("evidence", "open", note, "1")
    assert (changed.code, "登记之后改动过" in changed.err) == (0, True)
    places[0].unlink()
    assert home.run("evidence", "open", note, "1").code == 1
    assert opened == [str(places[0])] * 2


def test_a_note_without_evidence_says_so(home: Home) -> None:
    note = home.run("note", "list", "--json").data[0]["id"]
    assert home.run("evidence", "open", note).code == 2


def test_values_of_a_department_that_the_task_does_not_name_do_not_count(home: Home) -> None:
    """`plantui doctor` says so of the same notes; that something was left out is told."""
    before = home.run("indicators", "--plan", "water", "--json").data
    content = NoteContent(
        Status.IN_PROGRESS,
        "旁人",
        actuals=(Actual(PIPES, 90, "公里", day=date(2025, 6, 1)),),
        as_of=date(2025, 6, 1),
    )
    Ledger(home.folder / "ledger.db", "李").add(TaskKey("water", "pipes"), "市无关局", content)
    after = home.run("indicators", "--plan", "water", "--lang", "zh", "--json")

    assert (before["values_left_out"], after.data["values_left_out"]) == (0, 1)
    assert after.data["indicators"] == before["indicators"]
    assert "有 1 个完成值由任务没有写的单位报送" in after.err
    assert home.run("doctor").code == 1
