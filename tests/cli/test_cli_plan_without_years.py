"""A plan whose document names no year: read, listed, filtered, judged and exported; its years are said to be missing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from plantui.model.plan import Deadline, Plan
from plantui.planfile.reader import read_plan
from plantui.planfile.writer import plan_toml
from tests.support.cli_home import Home
from tests.support.planned_home import home_of, small_plan

DUE = Deadline("9月底前", date(2025, 9, 30), "完成改造")
FORMS = [
    ("ledger", "xlsx"), ("ledger", "html"), ("report", "docx"), ("report", "html"), ("circular", "docx"), ("one-page", "docx"),
    ("calendar", "ics"), ("supervision", "xlsx"), (None, "md"), (None, "csv"), (None, "json"),
]  # fmt: skip


def undated_plan(start: int | None = None, end: int | None = None) -> Plan:
    plan = small_plan("dust", [("1", "1", "治理扬尘"), ("2", "2", "淘汰锅炉")], deadlines=(DUE,))
    return plan._replace(info=plan.info._replace(start_year=start, end_year=end))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A user whose only plan gives no years; one task is a tenth done, one is a standing duty."""
    home = home_of(tmp_path, undated_plan())
    first = home.run("note", "add", "dust", "1", "--progress", "开工", "--percent", "10")
    second = home.run(
        "note", "add", "dust", "2", "--progress", "巡查", "--status", "standing", "--reason", "常年"
    )
    assert (first.code, second.code) == (0, 0)
    return home


@pytest.mark.parametrize("years", [(None, None), (2024, None), (None, 2026)])
def test_a_plan_file_without_years_is_sound_and_written_back(years: tuple[int | None, int | None]) -> None:
    plan = undated_plan(*years)
    text = plan_toml(plan)

    read = read_plan(text.encode(), "dust.toml")

    assert (read.plan, read.problems) == (plan, ())
    assert ("start_year" in text, "end_year" in text) == tuple(year is not None for year in years)


def test_it_is_checked_and_its_json_form_has_no_years(home: Home) -> None:
    assert home.run("check").code == 0
    info = home.run("show", "dust", "--json").data["plan"]
    assert (info["start_year"], info["end_year"]) == (None, None)


@pytest.mark.parametrize(
    ("years", "language", "said"),
    [
        ((None, None), "zh", "年份未给出"),
        ((None, None), "en", "years not given"),
        ((2024, None), "zh", "2024 年起"),
        ((None, 2026), "en", "until 2026"),
        ((2024, 2026), "en", "2024–2026"),
    ],
)
def test_the_years_are_told(
    tmp_path: Path, years: tuple[int | None, int | None], language: str, said: str
) -> None:
    shown = home_of(tmp_path, undated_plan(*years)).run("show", "dust", "--lang", language)

    assert said in shown.out
    assert "None" not in shown.out


@pytest.mark.parametrize(
    ("day", "state", "options"),
    [("2025-08-01", "on_schedule", ("--year", "2025")), ("2025-09-10", "due_soon", ("--light", "yellow"))],
)
def test_its_tasks_are_judged_by_their_dates_alone(
    home: Home, day: str, state: str, options: tuple[str, ...]
) -> None:
    """A tenth of a year's work in August would be far behind, were the year known."""
    listed = home.run("list", "--plan", "dust", *options, "--json", today=day).data

    assert [row["state"] for row in listed if row["id"] == "1"] == [state]
    shown = home.run("show", "dust", "1", today=day)
    assert "进度 10%，方案年份未给出，只按时限判断" in shown.out


def test_nothing_is_counted_as_behind_or_not_behind(home: Home) -> None:
    figures = home.run("stats", "--plan", "dust", "--json", today="2025-08-01").data

    assert json.dumps(figures).count('"behind": null') > 0
    report = home.run("export", "--plan", "dust", "-f", "html", "-o", "-", today="2025-08-01").out
    assert "年份未给出，无法对照序时进度，是否滞后无法判断" in report


@pytest.mark.parametrize(("form", "ending"), FORMS)
def test_every_form_is_exported(home: Home, tmp_path: Path, form: str | None, ending: str) -> None:
    target = tmp_path / f"out.{ending}"
    named = ("--form", form) if form else ()

    done = home.run("export", "--plan", "dust", *named, "-f", ending, "-o", str(target), today="2025-08-01")

    assert (done.code, "None" in done.err) == (0, False)
    assert target.exists()
    if ending in ("html", "ics", "md", "csv"):
        assert "1900" not in target.read_text("utf-8-sig")


def test_who_has_not_reported_is_told(home: Home) -> None:
    """Nothing says when such a plan was issued: it counts in every period."""
    missing = home.run("missing", "--period", "2025-07", "--json", today="2025-08-01")

    assert missing.code in (0, 1)
    assert "not_in_force" not in missing.err
