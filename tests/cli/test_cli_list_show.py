"""`plans`, `list`, `show`, `stats`: tables for eyes, JSON for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from plantui.cli.output import json_text
from plantui.cli.table import Column, fitted, table_lines
from plantui.model.text import one_line, visible
from tests.support.cli_home import Home
from tests.support.paths import DATA

GOLD = DATA / "zhengzhou-2023-2025.gold.json"
LIST_KEYS = {"plan", "status", "percent", "light", "light_reason", "notes"}
TASK_KEYS = {"id", "section", "number", "title", "text", "departments", "deadlines", "indicators"}


def test_plans_are_listed(tmp_path: Path) -> None:
    """All four, with their tasks."""
    home = Home(tmp_path)

    assert {row[0]: row[5] for row in home.run("plans").rows} == {
        "zhengzhou-2023-2025": "26",
        "sanmenxia-2023-2025": "24",
        "xinxiang-2023-2025": "23",
        "beautiful-zhengzhou-2025-2035": "67",
    }
    assert {plan["id"]: plan["tasks"] for plan in home.run("plans", "--json").data}[
        "xinxiang-2023-2025"
    ] == 23


def test_list_json_has_the_documented_keys(tmp_path: Path) -> None:
    """A task's own keys and where it stands."""
    result = Home(tmp_path).run("list", "--json")

    assert len(result.data) == 140
    assert all(task.keys() >= TASK_KEYS | LIST_KEYS for task in result.data)
    assert {task["light"] for task in result.data} <= {"green", "yellow", "red", "blue", "none"}
    assert result.err == "140/140 tasks\n"


def test_empty_list_is_an_array(tmp_path: Path) -> None:
    """Nothing found is no error."""
    result = Home(tmp_path).run("list", "--status", "closed", "--json")

    assert (result.code, result.data) == (0, [])


def test_piped_rows_are_whole(tmp_path: Path) -> None:
    """Tab-separated, eight cells, no heading, no colour, nothing cut however narrow the terminal."""
    result = Home(tmp_path, COLUMNS="20").run("list", "--plan", "zhengzhou")

    assert all(len(row) == 8 for row in result.rows)
    assert len(result.rows) == 26
    assert "…" not in result.out
    assert "\x1b" not in result.out


def test_notes_change_what_is_listed(tmp_path: Path) -> None:
    """A completed task turns blue; a day before the note nothing was known."""
    home = Home(tmp_path)
    saved = home.add(task="3", department="市发展改革委")
    assert saved.code == 0, saved.err
    task = home.run("list", "--plan", "zhengzhou", "--status", "推进中", "--json").data[0]

    assert (task["id"], task["notes"]) == ("3", 1)
    assert home.run("list", "--status", "in_progress", "--json", today="2025-06-29").data == []


def test_show_plan_is_the_plan_format(tmp_path: Path) -> None:
    """The whole plan: the gold tasks, and nothing but the format's keys."""
    data = Home(tmp_path).run("show", "zhengzhou", "--json").data
    gold = json.loads(GOLD.read_text(encoding="utf-8"))

    assert list(data) == ["format", "plan", "goals", "sections", "tasks"]
    assert data["format"] == 1
    assert [task["id"] for task in data["tasks"]] == [task["id"] for task in gold["tasks"]]
    assert [task["text"] for task in data["tasks"]] == [task["text"] for task in gold["tasks"]]
    assert len(data["sections"]) == 10


def test_show_task(tmp_path: Path) -> None:
    """In words with its note, and as JSON with the same note."""
    home = Home(tmp_path)
    note = home.add("--percent", "30").out.strip()
    text = home.run("--lang", "zh", "show", "zhengzhou", "2").out
    data = home.run("show", "zhengzhou", "大力推广新能源汽车", "--json").data

    assert "牵头单位：\n  2025-06-30  推进中  30%  市工信局\n  从未报送：" in text
    assert "进展情况：开工" in text
    assert data.keys() >= TASK_KEYS | LIST_KEYS | {"note_list", "reported", "missing"}
    assert [one["id"] for one in data["note_list"]] == [note]
    assert data["reported"] == ["市工信局"]


def test_show_task_names_the_force_of_its_indicators(tmp_path: Path) -> None:
    """Binding or hoped for, and the year it is measured against, as in the pane of the screen."""
    home = Home(tmp_path)

    assert (
        "  非化石能源消费占比  不低于 12%  约束性  (2025-12-31)\n"
        in home.run("--lang", "zh", "show", "sanmenxia", "5").out
    )
    assert (
        "  较 2022 年  预期性  (2025-12-31)\n" in home.run("--lang", "zh", "show", "zhengzhou-2023", "3").out
    )


def test_figures_are_those_of_the_screen(tmp_path: Path) -> None:
    """The rate with one decimal, never 100% or 0% by rounding alone; the lights in the order of all figures."""
    home = Home(tmp_path)
    cells = home.run("--lang", "zh", "stats").out.splitlines()[0].split("\t")
    overall = home.run("stats", "--json").data["overall"]
    owed = len(home.run("list", "--not-reported", "--json").data)
    lights = overall["lights"]
    names = ("in_progress", "behind", "overdue", "not_reported", "extensions")

    assert cells[4] == "0.0%"
    assert cells[5:10] == ["" if overall[name] is None else str(overall[name]) for name in names]
    assert (overall["behind"], overall["not_reported"]) == (None, owed)
    assert cells[10:] == [str(lights[light]) for light in ("red", "yellow", "green", "blue", "grey", "none")]


def test_report_of_a_support_department_is_shown(tmp_path: Path) -> None:
    """It does not decide the status; it is told in the text, above the plan's wording, and in JSON."""
    home = Home(tmp_path, PLANTUI_LANG="zh")
    before = home.run("show", "sanmenxia", "8", "--json").data
    support = before["departments"]["support"][0]
    added = home.run("note", "add", "sanmenxia", "8", "--department", support, "--progress", "已报方案")
    note = added.out.strip()
    text = home.run("show", "sanmenxia", "8").out
    data = home.run("show", "sanmenxia", "8", "--json").data
    (mine,) = (one for one in data["department_reports"] if one["note"])

    assert before["other_reports"] == []
    assert len(data["department_reports"]) >= sum(map(len, before["departments"].values()))
    assert mine == {
        "role": "support",
        "department": support,
        "accountable": False,
        "status": "in_progress",
        "percent": None,
        "as_of": "2025-06-30",
        "note": note,
    }
    assert (data["status"], data["percent"], data["other_reports"]) == ("not_started", None, [support])
    assert f"2025-06-30  推进中  {support}" in text
    assert text.index("已报方案") < text.index(data["text"][:10])


def test_stats_come_worst_first_or_sorted(tmp_path: Path) -> None:
    """A column in either language, in its usual order; a minus turns it round."""
    home = Home(tmp_path, PLANTUI_LANG="zh")

    def column(at: int, *sort: str) -> list[str]:
        return [row[at] for row in home.run("stats", "--by", "plan", *sort).rows[1:]]

    red, tasks = 5, 2
    assert [int(cell) for cell in column(red)] == sorted(map(int, column(red)), reverse=True)
    assert [int(cell) for cell in column(tasks, "--sort", "任务数")] == sorted(
        map(int, column(tasks)), reverse=True
    )
    assert column(tasks, "--sort", "-tasks") == column(tasks, "--sort", "tasks")[::-1]
    assert column(1, "--sort", "name") == column(1, "--sort=-名称")[::-1]
    refused = home.run("stats", "--sort", "月亮")
    assert refused.code == 2
    assert "不能按“月亮”排序" in refused.err
    assert "完成率" in refused.err


def test_stats_are_written_to_a_file_whose_ending_decides(tmp_path: Path) -> None:
    home = Home(tmp_path, PLANTUI_LANG="zh")
    table, data = tmp_path / "统计.csv", tmp_path / "统计.json"
    first = home.run("stats", "--by", "单位", "-o", str(table))
    again = home.run("stats", "-o", str(table))
    forced = home.run("stats", "-o", str(table), "--force")
    home.run("stats", "-o", str(data))

    assert (first.code, again.code, forced.code) == (0, 2, 0)
    assert first.out == ""
    assert str(table) in first.err
    assert table.read_text("utf-8").startswith("\ufeff分组,名称,任务数")
    assert json.loads(data.read_text("utf-8")) == home.run("stats", "--json").data
    assert home.run("stats", "-f", "md").out.startswith("# 统计")
    assert home.run("stats", "-f", "md", "-o", str(tmp_path / "a.csv")).code == 2
    assert home.run("stats", "-o", str(tmp_path / "a.xlsx")).code == 2


@pytest.mark.parametrize("arguments", [("show", "nosuch"), ("show", "zhengzhou", "99"), ("show",)])
def test_show_of_what_is_not_there(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Exit code 2."""
    assert Home(tmp_path).run(*arguments).code == 2


def test_stats(tmp_path: Path) -> None:
    """All groups, or one; figures add up."""
    home = Home(tmp_path)
    data = home.run("stats", "--json", "--plan", "zhengzhou").data
    years = home.run("stats", "--by", "year", "--json").data

    assert data["overall"]["tasks"] == 26
    assert sum(group["tasks"] for group in data["light"]) == 26
    always = {"today", "counting_stage", "notes_left_out", "light_rules", "legend", "overall"}
    assert data.keys() == always | {"department", "year", "status", "light", "plan"}
    assert years.keys() == always | {"year"}
    assert home.run("stats").rows[0][:3] == ["overall", "all", "140"]
    assert home.run("stats", "--by", "moon").code == 2


def test_table_fits_the_terminal() -> None:
    """Wide characters count two cells; only elastic columns are cut, and say so."""
    columns = [Column("Id"), Column("Title", is_elastic=True), Column("Departments", is_elastic=True)]
    rows = [("1", "推进空气质量排名进位工作", "市生态环境局、市发展改革委"), ("2", "b", "c")]
    lines = table_lines(columns, rows, 40)

    assert all(sum(2 if ord(char) > 0x2E80 else 1 for char in line) <= 40 for line in lines)
    assert "…" in lines[1]
    assert len(table_lines(columns, rows, 200)[1]) > len(lines[1])
    assert fitted([2, 30, 30], [False, True, True], 44) == [2, 19, 19]


def test_colours_only_where_wanted() -> None:
    """A light's word is painted, the width stays."""
    columns = [Column("Light", colours={"red": "31"}), Column("Title")]
    plain = table_lines(columns, [("red", "x")], 80)
    coloured = table_lines(columns, [("red", "x")], 80, coloured=True)

    assert "\x1b[31m" in coloured[1]
    assert re.sub(r"\x1b\[\d*m", "", coloured[1]) == plain[1]


def test_control_characters_are_pictures() -> None:
    """ESC, NUL and the 8-bit controls never reach a terminal; in JSON they are escapes."""
    text = "a\x1b[31m\x00\x9b\tb\r\nc\x7f"

    assert visible(text) == "a␛[31m␀␛[    b\nc␡"
    assert "\n" not in one_line(text)
    assert json.loads(json_text(text)) == text
    assert not set(json_text(text)) & {"\x1b", "\x9b", "\x7f", "\x00"}
