"""Days and figures on the command line, in every form that the editor takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cli_home import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path, PLANTUI_LANG="zh")


@pytest.mark.parametrize(
    "written", ["2025年6月20日", "20250620", "２０２５－０６－２０", "2025.6.20", "2025／6／20"]
)
def test_day_with_its_year(home: Home, written: str) -> None:
    added = home.add("--date", written, "--json")

    assert added.code == 0
    assert added.data["as_of"] == "2025-06-20"
    assert written not in added.err


@pytest.mark.parametrize("written", ["6-20", "0620", "６月２０日"])
def test_day_without_its_year_is_said(home: Home, written: str) -> None:
    added = home.add("--date", written, "--json")

    assert added.data["as_of"] == "2025-06-20"
    assert f"--date：“{written}”没有写年份，按 2025-06-20 计。" in added.err


def test_day_of_last_year_is_said(home: Home) -> None:
    added = home.add("--date", "1231", "--json")

    assert added.data["as_of"] == "2024-12-31"
    assert "按 2024-12-31 计" in added.err


@pytest.mark.parametrize("written", ["２０２５年６月３０日", "20250630", "2025/6/30"])
def test_as_of_day(home: Home, written: str) -> None:
    stats = home.run("stats", "--json", "--today", written, today=None)

    assert stats.data["today"] == "2025-06-30"


def test_as_of_day_without_its_year_is_said(home: Home) -> None:
    stats = home.run("stats", "--json", "--today", "6-30", today=None)

    assert f"--today：“6-30”没有写年份，按 {stats.data['today']} 计。" in stats.err
    assert stats.data["today"].endswith("-06-30")


@pytest.mark.parametrize("option", ["--today", "--date"])
@pytest.mark.parametrize("written", ["2025-02-30", "去年", "25-6-30", "9⁵30"])
def test_no_day_is_refused(home: Home, option: str, written: str) -> None:
    refused = home.add(option, written)

    assert (refused.code, refused.out) == (2, "")
    assert f"{option}：“{written}”不是日期" in refused.err


@pytest.mark.parametrize("written", ["60", "６０", "60%", "６０％", " 60 % "])
def test_percent(home: Home, written: str) -> None:
    assert home.add("--percent", written, "--json").data["percent"] == 60


@pytest.mark.parametrize("written", ["101", "-1", "－1", "6⁵", "六十", ""])
def test_wrong_percent_is_refused(home: Home, written: str) -> None:
    refused = home.add(f"--percent={written}")

    assert refused.code == 2
    assert "0 到 100" in refused.err


@pytest.mark.parametrize("written", ["2025", "２０２５", "2025年", "２０２５ 年"])
def test_year(home: Home, written: str) -> None:
    assert home.run("list", "--year", written).out == home.run("list", "--year", "2025").out != ""


@pytest.mark.parametrize("written", ["202⁵", "二〇二五"])
def test_no_year_is_refused(home: Home, written: str) -> None:
    refused = home.run("list", "--year", written)

    assert refused.code == 2
    assert "不是年份" in refused.err
