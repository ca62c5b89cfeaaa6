"""What notes say of requirements, indicators and evidence, wherever it is shown: `show`, lists, exports, the task pane."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from plantui.model.terms import Language, Status
from plantui.query.lights import JudgedBy
from plantui.store.ledger import Ledger
from plantui.ui.requirement_lines import Targets, target_lines
from plantui.words import Words
from tests.support.cli_home import Home
from tests.support.measured_plan import measured_home, measured_plan

SOURCE = "[/]\x1b[31m=1+1"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A plan with notes of three months."""
    home = measured_home(tmp_path)
    (tmp_path / "=1+1 验收[b].pdf").write_bytes(b"abc")
    for month, options in {
        "2024-04-30": ["--done", "1=4-20", "--actual", "1=20", "--actual", "3=Ⅲ类"],
        "2024-05-31": ["--done-percent", "2=60", "--actual", "1=30", "--source", SOURCE],
        "2024-06-30": ["--evidence", str(tmp_path / "=1+1 验收[b].pdf"), "--actual", "1=81"],
    }.items():
        done = home.run("note", "add", "water", "pipes", "--progress", month, *options, today=month)
        assert done.code == 0, done.err
    return home


def test_show_numbers_requirements_and_says_which_are_done(home: Home) -> None:
    shown = home.run("show", "water", "pipes", today="2024-06-30").out
    assert "  1.  2024-12-31  2024-04-20 完成" in shown
    assert "    市水利局：已完成（2024-04-20）（2024-04-30 报）" in shown
    assert "    市水利局：60%（2024-05-31 报）" in shown
    assert "    市水利局：81公里（2024-06-30） 已达到" in shown
    assert "    市水利局：Ⅲ类（2024-04-30） 待人工比对" in shown
    assert "佐证材料：=1+1 验收[b].pdf（文件、3 B）" in shown


def test_show_of_an_earlier_day_(home: Home) -> None:
    shown = home.run("show", "water", "pipes", today="2024-05-31").out
    assert f"30公里（2024-05-31、{SOURCE}） 推进中".replace("\x1b", "␛") in shown
    assert "81公里" not in shown


def test_a_former_wording_is_said_and_not_applied(home: Home) -> None:
    plan = next((home.folder / "plans").glob("*.toml"))
    text = plan.read_text("utf-8").replace('"改造管网40公里"', '"改造管网60公里"')
    plan.write_text(text.replace("value = 80", "value = 100"), "utf-8")
    shown = home.run("show", "water", "pipes", today="2024-06-30").out
    assert "市水利局填报过“2024年底前 改造管网40公里”（2024-12-31）：已完成" in shown
    assert "（原表述）改造管网：市水利局：81公里" in shown
    data = home.run("show", "water", "pipes", "--json", today="2024-06-30").data
    assert [one["index"] for one in data["requirement_reports"]] == [None, 2]
    assert [(one["index"], one["value"]) for one in data["actual_values"]] == [(3, None), (None, 81)]


def test_json_of_show_and_list(home: Home) -> None:
    data = home.run("show", "water", "pipes", "--json", today="2024-06-30").data
    said = [
        (one["index"], one["department"], one["done"], one["percent"]) for one in data["requirement_reports"]
    ]
    assert said == [(1, "市水利局", True, None), (2, "市水利局", None, 60)]
    assert [(one["index"], one["value"], one["state"]) for one in data["actual_values"]] == [
        (1, 81, "met"),
        (3, None, "not_comparable"),
    ]
    listed = home.run("list", "--plan", "water", "--json", today="2024-06-30").data
    assert [len(row["requirement_reports"]) for row in listed] == [2, 0, 0]


def test_exports_say_it_and_leave_the_unknown_empty(home: Home) -> None:
    table = home.run("export", "--plan", "water", "-f", "csv", "-o", "-", today="2024-06-30").out.lstrip(
        "\ufeff"
    )
    first, second, _ = csv.DictReader(io.StringIO(table))
    assert first["时限完成情况"].splitlines()[1] == "市水利局：2025年底前 改造管网[/]80公里：60%"
    assert first["完成值"].splitlines() == [
        "市水利局：改造管网：81公里（2024-06-30）",
        "市水利局：水质：Ⅲ类（2024-04-30）",
    ]
    assert "=1+1 验收[b].pdf" in first["佐证材料"]
    assert {second[name] for name in ("时限完成情况", "完成值", "佐证材料")} == {""}
    text = home.run("export", "--plan", "water", "-f", "md", "-o", "-", today="2024-06-30").out
    assert r"**佐证材料**：\=1+1 验收\[b\].pdf" in text or r"**佐证材料**：=1+1 验收\[b\].pdf" in text
    rows = home.run("export", "--plan", "water", "-f", "json", "-o", "-", today="2024-06-30").data
    assert [len(row["actual_values"]) for row in rows] == [2, 0, 0]


def test_note_list_shows_each_in_its_note(home: Home) -> None:
    shown = home.run("note", "list", today="2024-06-30").out
    assert "时限完成情况：2024年底前 改造管网40公里：已完成（2024-04-20）" in shown
    assert f"完成值：改造管网：30公里（2024-05-31、{SOURCE}）".replace("\x1b", "␛") in shown


@pytest.mark.parametrize("width", [24, 60])
def test_the_pane_shows_words_values_and_a_sparkline(home: Home, width: int) -> None:
    task = measured_plan().tasks[0]
    with Ledger(home.folder / "ledger.db", "王芳") as ledger:
        notes = ledger.notes(today=date(2024, 6, 30))
    targets = Targets(task, Status.IN_PROGRESS, JudgedBy(date(2024, 6, 30)), notes=notes)
    lines = target_lines(Words(Language.ZH), targets, width)
    text = "".join(piece for line in lines for piece, _ in line).replace(" ", "")
    assert "市水利局：已完成（2024-04-20）（2024-04-30报）" in text
    assert "市水利局：81公里（2024-06-30）已达到" in text
    assert "▁▂█" in text
