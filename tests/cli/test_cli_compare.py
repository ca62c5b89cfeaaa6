"""`plantui compare`: the same task in several plans, and a person's word on which tasks are the same."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.support.cli_home import Home

CITIES = ("zhengzhou-2023-2025", "sanmenxia-2023-2025", "xinxiang-2023-2025")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_json_is_an_array_of_rows(home: Home) -> None:
    rows = home.run("compare", *CITIES, "--json").data
    assert len(rows) == 29
    water = next(row for row in rows if row["title"] == "推进农村人居环境整治提升")
    assert (water["base"], water["missing"]) == ("zhengzhou-2023-2025", [])
    base, *others = water["plans"]
    assert (base["score"], base["differences"]) == (None, [])
    found = [
        (one["task"], difference["base"]["value"], difference["here"]["value"], difference["verdict"])
        for one in others
        for difference in one["differences"]
        if difference["kind"] == "target"
    ]
    assert found == [("19", 70, 45, "looser"), ("17", 70, 58, "looser")]
    assert all(0.5 < one["score"] < 1 and "title" in one["reasons"] for one in others)


def test_the_task_of_a_province_that_no_city_has(home: Home) -> None:
    rows = home.run("compare", CITIES[1], "--against", CITIES[0], "--missing", "--json").data
    lacking = {row["title"] for row in rows if row["base"] == CITIES[0]}
    assert lacking == {
        "强化扬尘综合管控",
        "强化分散燃煤污染治理",
        "强化露天焚烧综合治理",
        "持续加强烟花爆竹污染管控",
    }
    only_city = {row["title"] for row in rows if row["base"] == CITIES[1]}
    assert only_city == {"创建空气质量二级达标县（市）", "实施丹江口库区治理工程"}


def test_a_pipe_gets_a_line_for_each_task(home: Home) -> None:
    found = home.run("--lang", "zh", "compare", CITIES[0], CITIES[2])
    assert found.code == 0
    lines = {row[0]: row[1:] for row in found.rows}
    assert lines["推进矿山生态保护治理"] == ["14", "20 目标较宽 目标缺少 目标独有 章节不同"]
    assert lines["强化扬尘综合管控"] == ["18", "—"]
    assert found.err.splitlines()[-1] == "共 27 项任务，14 项说法不同，5 项不是各地都有"


def test_only_what_differs(home: Home) -> None:
    rows = home.run("compare", CITIES[0], CITIES[2], "--different", "--json").data
    assert len(rows) == 14
    assert all(any(one.get("differences") for one in row["plans"]) for row in rows)


def test_a_workbook_by_the_file_name(home: Home, tmp_path: Path) -> None:
    target = tmp_path / "compared.xlsx"
    found = home.run("compare", *CITIES, "-o", str(target))
    assert found.code == 0
    assert str(target) in found.err
    assert openpyxl.load_workbook(io.BytesIO(target.read_bytes())).sheetnames == [
        "Comparison",
        "Differences",
        "Sentences",
    ]
    assert home.run("compare", *CITIES, "-o", str(target)).code == 2, "there already"


def test_a_word_on_two_tasks_is_kept_undone_and_merged(home: Home, tmp_path: Path) -> None:
    one, other = f"{CITIES[0]}/18", f"{CITIES[2]}/8"
    assert aligned(home, "18") is None
    recorded = home.run("compare", "--same", one, other)
    assert (recorded.code, recorded.out) == (0, "")
    assert f"{one} and {other} are the same task" in recorded.err
    assert aligned(home, "18") == ("8", ["by_hand"])

    colleague = Home(tmp_path / "colleague", PLANTUI_AUTHOR="李明")
    assert colleague.run("receive", home.environ["PLANTUI_DB"]).code == 0
    assert aligned(colleague, "18") == ("8", ["by_hand"])

    undone = home.run("note", "undo", "--json").data
    assert [(event["subject"], event["same"]) for event in undone["events"]] == [("alignment", True)]
    assert aligned(home, "18") is None

    assert home.run("compare", "--apart", f"{CITIES[0]}/17", f"{CITIES[2]}/17").code == 0
    assert aligned(home, "17") is None
    changes = home.run("--lang", "zh", "changes", "--since", "2000-01-01").out
    assert f"{CITIES[0]}/17 与 {CITIES[2]}/17 不是同一任务" in changes


def aligned(home: Home, task: str) -> tuple[str, list[str]] | None:
    """Return the task of the third city that stands beside a task of the first one, and why."""
    for row in home.run("compare", CITIES[0], CITIES[2], "--json").data:
        first, second = row["plans"]
        if first["task"] == task and second["task"] is not None:
            return second["task"], second["reasons"]
    return None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "at least two"),
        (CITIES[:1], "at least two"),
        ((CITIES[0], CITIES[0]), "at least two"),
        ((*CITIES, "--missing", "--different"), "--different and --missing"),
        (("--same", "zhengzhou-2023-2025", "xinxiang-2023-2025/1"), "no PLAN/TASK"),
        (("--same", f"{CITIES[0]}/1", f"{CITIES[0]}/2"), "of one plan"),
        (("--same", f"{CITIES[0]}/99", f"{CITIES[2]}/2"), "99"),
        ((*CITIES, "--format", "csv"), "csv"),
    ],
)
def test_what_cannot_be_meant_is_refused(home: Home, arguments: tuple[str, ...], said: str) -> None:
    found = home.run("--lang", "en", "compare", *arguments)
    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert not (home.folder / "ledger.db").exists()


def test_json_is_text_that_programs_read_line_by_line(home: Home) -> None:
    lines = home.run("compare", *CITIES, "--json").out.splitlines()
    assert (lines[0], lines[-1]) == ("[", "]")
    assert [json.loads(line.rstrip(",")) for line in lines[1:-1]] == json.loads("\n".join(lines))
