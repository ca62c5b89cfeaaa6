"""`extend`: a later date for one requirement, counted, undone, and refused with the way that works."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cli_home import Home, Result

FIRST = "2023-12-31"
LATER = ("--reason", "疫情[2024]3号 [/]", "--approved-by", "市政府\x1b[31m")


def extend(home: Home, index: str, day: str, *options: str, task: str = "11") -> Result:
    """Extend a date of a task of Zhengzhou that has several."""
    return home.run("extend", "zhengzhou", task, index, day, *(options or LATER))


def extended(home: Home, today: str | None = "2025-06-30") -> list[tuple[int, str, str, int]]:
    """Return the extended dates of that task as `list --json` has them."""
    rows = home.run("list", "--plan", "zhengzhou", "--json", today=today).data
    (row,) = (row for row in rows if row["id"] == "11")
    assert row["deadlines"][0]["due"] == FIRST
    assert row["extensions"] == sum(one["extensions"] for one in row["extended_dates"])
    return [(one["index"], one["first_due"], one["due"], one["extensions"]) for one in row["extended_dates"]]


def test_first_date_stays_and_extensions_are_counted(tmp_path: Path) -> None:
    """Several in a row: the newest holds, the first date stays for ever, undo brings back the one before."""
    home = Home(tmp_path, PLANTUI_LANG="zh")
    assert extended(home) == []
    once = extend(home, "1", "2026-03-31")
    assert once.code == 0, once.err
    assert "第11项 时限由 2023-12-31 延至 2026-03-31（第 1 次延期）" in once.err
    twice = extend(home, "1", "2026-06-30", *LATER, "--json")

    assert (twice.data["extensions"], twice.data["reason"]) == (2, "疫情[2024]3号 [/]")
    assert extended(home) == [(1, FIRST, "2026-06-30", 2)]
    undone = home.run("note", "undo")
    assert undone.err == "已撤销：郑州市生态环境三年行动计划 第11项 时限由 2023-12-31 延至 2026-06-30\n"
    assert extended(home) == [(1, FIRST, "2026-03-31", 1)]
    home.run("note", "redo")
    assert extended(home) == [(1, FIRST, "2026-06-30", 2)]
    assert extended(home, today="2025-06-29") == []


@pytest.mark.parametrize("index", ["0", "99", "-1", "x", "1x", ""])
def test_wrong_number_lists_the_requirements(tmp_path: Path, index: str) -> None:
    home = Home(tmp_path, PLANTUI_LANG="zh")
    refused = home.run("extend", *LATER, "--", "zhengzhou", "11", index, "2026-03-31")
    assert refused.code == 2
    assert "可用：1 2023-12-31 2023年年底前" in refused.err
    assert not (tmp_path / "ledger.db").exists()


@pytest.mark.parametrize(
    ("day", "options", "said"),
    [
        ("2023-01-01", LATER, "不晚于现时限"),
        ("2026-03-31", ("--approved-by", "市政府"), "须写明原因和批准"),
        ("2026-03-31", ("--reason", "疫情", "--approved-by", " "), "须写明原因和批准"),
        ("31.3.2026", LATER, "不是日期"),
    ],
)
def test_what_is_no_extension(tmp_path: Path, day: str, options: tuple[str, ...], said: str) -> None:
    home = Home(tmp_path, PLANTUI_LANG="zh")
    refused = extend(home, "1", day, *options)
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err


def test_second_extension_must_be_later_than_the_first(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert extend(home, "1", "2026-06-30").code == 0
    assert extend(home, "1", "2026-06-30").code == 2


def test_task_without_a_date(tmp_path: Path) -> None:
    home = Home(tmp_path)
    bare = next(row["id"] for row in home.run("list", "--year", "none", "--plan", "zhengzhou", "--json").data)
    refused = extend(home, "1", "2026-06-30", task=f"id:{bare}")
    assert refused.code == 2
    assert "names no date" in refused.err


def test_extended_dates_in_every_form(tmp_path: Path) -> None:
    """原时限, 现时限 and 延期次数 stand in the page of a task and in each export, hostile text as it is."""
    home = Home(tmp_path, PLANTUI_LANG="zh")
    extend(home, "1", "2026-03-31")
    page = home.run("show", "zhengzhou", "11").out
    assert "原时限" in page and "2026-03-31" in page and "延期 1 次" in page
    assert "疫情[2024]3号 [/]" in page
    assert "\x1b" not in page
    report = home.run("export", "--plan", "zhengzhou", "-f", "md").out
    assert "现时限 2026-03-31" in report
    table = home.run("export", "--plan", "zhengzhou", "-f", "csv").out
    assert all(title in table.splitlines()[0] for title in ("原时限", "现时限", "延期次数"))
    (row,) = (
        one for one in home.run("export", "--plan", "zhengzhou", "-f", "json").data if one["id"] == "11"
    )
    assert row["extended_dates"][0]["due"] == "2026-03-31"
    columns = ("--columns", "任务,原时限,延期次数", "--sort", "延期次数:降序")
    first, *others = home.run("list", "--plan", "zhengzhou", *columns).rows
    assert first[0].startswith("11 ") and first[2] == "1"
    assert {cells[2] for cells in others} == {"0"}
