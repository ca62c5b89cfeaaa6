"""`office`: the choices that hold for a whole office, shown, changed and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cli_home import Home


def test_without_choices_the_office_reports_by_month(tmp_path: Path) -> None:
    home = Home(tmp_path)
    shown = home.run("office")
    data = home.run("office", "--json").data

    assert shown.code == 0
    assert [row[:2] for row in shown.rows] == [
        ["period", "month"],
        ["closing_day", "none"],
        ["light_rules", "default"],
        ["roles", "none"],
        ["counting_stage", "saved"],
    ]
    assert "2025-06" in shown.err
    assert data["made"] == []
    assert data["cut"] is None
    assert data["current_period"] == {
        "name": "2025-06",
        "first": "2025-06-01",
        "last": "2025-06-30",
        "closing_day": None,
    }
    assert not (tmp_path / "ledger.db").exists()


def test_a_choice_holds_on_every_desk_with_the_same_ledger(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.run("office", "set", "closing_day", "次月5日前", today="2025-06-01")
    home.run("office", "set", "period", "quarter", today="2025-06-01")
    data = home.run("office", "--json", today="2025-07-03").data

    assert (data["period"], data["closing_day"]) == ("quarter", "+5")
    assert data["made"] == ["period", "closing_day"]
    assert data["current_period"]["name"] == "2025Q2"
    assert data["current_period"]["closing_day"] == "2025-07-05"
    assert home.run("office", "--json", today="2025-07-06").data["current_period"]["name"] == "2025Q3"


def test_the_cut_is_the_last_action(tmp_path: Path) -> None:
    home = Home(tmp_path)
    first = home.run("office", "set", "period", "quarter", "--json").data["cut"]
    home.add()
    second = home.run("office", "--json").data["cut"]

    assert first and second and first != second
    assert second in home.run("office").err


def test_choosing_the_same_again_writes_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path)
    first = home.run("office", "set", "period", "quarter", "--json").data
    again = home.run("office", "set", "period", "quarter", "--json").data

    assert first["is_new"] and not again["is_new"]
    assert first["cut"] == again["cut"]


@pytest.mark.parametrize(
    ("name", "value", "offered"),
    [
        ("period", "week", "half_year"),
        ("closing_day", "soon", "+5"),
        ("roles", "x", "required"),
        ("counting_stage", "sung", "submitted"),
        ("light_rules", " ", "default"),
        ("light_rules", "nowhere", "blue-near-limit | working-days"),
        ("light_rules", "nowhere.toml", ".toml"),
        ("light_rules", "a\0b", "working-days"),
        ("closing_days", "25", "closing_day"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_bad_choice_is_refused_with_what_is_allowed(
    tmp_path: Path, name: str, value: str, offered: str, language: str
) -> None:
    home = Home(tmp_path, PLANTUI_LANG=language)
    refused = home.run("office", "set", name, value)

    assert refused.code == 2
    assert offered in refused.err
    assert not (tmp_path / "ledger.db").exists()


def rules_file(tmp_path: Path, text: str) -> Path:
    """Write a file of light rules into the settings folder."""
    path = tmp_path / "light-rules" / "own.toml"
    path.parent.mkdir()
    path.write_text(f"format = 1\n{text}", encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_light_rules_with_a_fault_are_refused_and_checked(tmp_path: Path, language: str) -> None:
    home = Home(tmp_path, PLANTUI_LANG=language)
    path = rules_file(tmp_path, 'notice_days = 15\n[lights]\noverdue = "rot"\n')
    place = f"{path}:4: lights.overdue: "

    for name in ("own", str(path)):
        refused = home.run("office", "set", "light_rules", name)
        assert refused.code == 2
        assert place in refused.err
        assert len(refused.err.splitlines()) == 1
    assert not (tmp_path / "ledger.db").exists()
    for checked in (home.run("check"), home.run("check", str(path)), home.run("check", str(path.parent))):
        assert checked.code == 1
        assert [line.startswith(place) for line in checked.out.splitlines()] == [True]
    assert home.run("check", "--json").data[0]["key"] == "lights.overdue"


def test_own_light_rules_are_chosen_by_name_and_by_file(tmp_path: Path) -> None:
    home = Home(tmp_path)
    path = rules_file(tmp_path, "notice_days = 15\n")

    assert "own" in home.run("office", "set", "light_rules", "nowhere").err
    assert home.run("office", "set", "light_rules", " own ", "--json").data["value"] == "own"
    assert home.run("office", "set", "light_rules", str(path), "--json").data["value"] == str(path)
    assert home.run("check").code == 0


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["show", "zhengzhou", "1"],
        ["show", "zhengzhou"],
        ["export", "-f", "md"],
        ["stats", "-f", "md"],
    ],
)
def test_light_rules_hold_for_one_command(tmp_path: Path, command: list[str]) -> None:
    """A task that nobody reported is green by the general rules and yellow where two years are short notice."""
    home = Home(tmp_path, PLANTUI_LANG="en")
    path = rules_file(tmp_path, "notice_days = 2000\n")
    usual = home.run(*command, today="2024-01-01")
    by_name = home.run(*command, "--rules", "own", today="2024-01-01")
    by_file = home.run(*command, "--rules", str(path), today="2024-01-01")
    refused = home.run(*command, "--rules", "nowhere")

    assert by_name.code == by_file.code == 0
    assert by_name.out == by_file.out != usual.out
    assert f"lights by these rules: own ({path})" in by_name.err
    assert (refused.code, refused.out) == (2, "")
    assert "--rules" in refused.err and "blue-near-limit" in refused.err


def test_rules_of_one_command_stand_before_those_of_the_office(tmp_path: Path) -> None:
    home = Home(tmp_path)
    usual = home.run("list").out
    home.run("office", "set", "light_rules", "blue-near-limit")

    assert home.run("list").out != usual
    assert home.run("list", "--rules", "default").out == usual


def test_check_tells_of_chosen_rules_that_are_not_there_any_more(tmp_path: Path) -> None:
    home = Home(tmp_path)
    path = rules_file(tmp_path, "notice_days = 15\n")
    home.run("office", "set", "light_rules", "own")
    path.unlink()
    checked = home.run("check")

    assert checked.code == 1
    assert "own" in checked.out


def test_undo_takes_a_choice_back(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.run("office", "set", "period", "quarter")
    undone = home.run("note", "undo")

    assert (undone.code, "period" in undone.err) == (0, True)
    assert home.run("office", "--json").data["period"] == "month"


@pytest.mark.parametrize(
    "words",
    [
        ["closing_day", "-3"],
        ["closing_day", "-3", "--json"],
        ["--json", "closing_day", "-3"],
        ["closing_day", "--", "-3"],
    ],
)
def test_a_closing_day_before_the_end_needs_no_dashes_before_it(tmp_path: Path, words: list[str]) -> None:
    home = Home(tmp_path)

    assert home.run("office", "set", *words).code == 0
    assert home.run("office", "--json").data["closing_day"] == "-3"
    assert home.run("office", "set", "closing_day", "-x").code == 2
    assert home.run("office", "set", "closing_day", "25", "--jsn").code == 2
