"""Values that a script or an input method may hand over: empty ones, full-width ones, one too many."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plantui.planfile.search_path import bundled_plans
from tests.support.cli_home import Home

PLAN = "zhengzhou-2023-2025"


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--today", ""],
        ["list", "--db", ""],
        ["list", "--plans", ""],
        ["note", "add", PLAN, "7", "--progress", "p", "--date", ""],
        ["note", "add", PLAN, "7", "--progress", "p", "--db", ""],
    ],
)
def test_empty_value_is_no_default(tmp_path: Path, arguments: list[str]) -> None:
    """An unset variable in a script must not mean today, the current folder or the user's own ledger."""
    home = Home(tmp_path)

    result = home.run(*arguments, today=None)

    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert not (tmp_path / "ledger.db").exists()


@pytest.mark.parametrize(
    "options", [["--status", "xx"], ["--percent", "101"], ["--date", "2025-13-01"], ["--progress", " "]]
)
def test_refused_note_gets_one_sentence(tmp_path: Path, options: list[str]) -> None:
    """That the task does not name the department is said of a note that was saved, not of one that was not."""
    add = ["note", "add", PLAN, "7", "--department", "市水利局", "--progress", "p"]
    home = Home(tmp_path, PLANTUI_LANG="en")

    refused, saved = home.run(*add, *options), home.run(*add)

    assert (refused.code, len(refused.err.splitlines())) == (2, 1)
    assert saved.code == 0
    assert "does not name" in saved.err


def test_full_width_slash_parts_region_and_name(tmp_path: Path) -> None:
    """As a Chinese input method writes it."""
    home = Home(tmp_path)

    assert (
        home.run("list", "--department", "郑州市／市工信局").out
        == home.run("list", "--department", "郑州市/市工信局").out
    )
    assert home.run("note", "add", PLAN, "8", "--department", "郑州市／市工信局", "--progress", "p").code == 0


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "多了“extra more”"), ("en", "'extra more' is too much")]
)
def test_one_argument_too_many_is_told_in_the_interface_language(
    tmp_path: Path, language: str, said: str
) -> None:
    """click knows the sentence in English only."""
    result = Home(tmp_path).run("list", "extra", "more", "--lang", language)

    assert result.code == 2
    assert said in result.err
    assert "unexpected" not in result.err


def test_notes_are_listed_by_plan(tmp_path: Path) -> None:
    """With --plan as everywhere; several widen."""
    home = Home(tmp_path)
    for plan in (PLAN, "xinxiang-2023-2025", "sanmenxia-2023-2025"):
        home.run("note", "add", plan, "7", "--department", "市生态环境局", "--progress", plan)

    one = home.run("note", "list", "--plan", "zhengzhou", "--json").data
    two = home.run("note", "list", "--plan", "zhengzhou", "--plan", "xinxiang", "--json").data

    assert [note["plan"] for note in one] == [PLAN]
    assert {note["plan"] for note in two} == {PLAN, "xinxiang-2023-2025"}
    assert home.run("note", "list", "--plan", "nowhere").code == 2


def test_tilde_means_home_where_a_shell_leaves_it(tmp_path: Path) -> None:
    """`--db=~/x` makes no folder called ~; a user that nobody knows is no crash."""
    home = Home(tmp_path)
    shutil.copytree(bundled_plans(), tmp_path / "more")

    added = home.run("note", "add", PLAN, "7", "--progress", "p", "--db=~/mine.db")
    exported = home.run("export", "--output=~/out.csv", "--plans=~/more", "--db=~/mine.db", "--status=推进中")

    assert (added.code, exported.code) == (0, 0)
    assert len((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()) >= 2
    assert (tmp_path / "mine.db").exists()
    assert not Path("~").exists()
    assert home.run("check", "~/more").code == 0
    assert home.run("list", "--plans=~nobody-of-that-name/plans").code == 2


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (
            ("note", "add", "zhengzhou", "2", "--department", "市工信局", "--department", "市城管局"),
            "--department",
        ),
        (("note", "add", "zhengzhou", "2", "--reason=a", "--status", "deferred", "--reason=b"), "--reason"),
        (("export", "-o", "a.md", "--output", "b.md"), "--output"),
        (("due", "--department", "市工信局", "--department", "市城管局"), "--department"),
    ],
)
def test_an_option_of_one_value_is_not_given_two(
    tmp_path: Path, arguments: tuple[str, ...], named: str
) -> None:
    """The first of two departments would be dropped without a word."""
    refused = Home(tmp_path).run(*arguments, "--lang", "en")
    assert (refused.code, refused.out) == (2, "")
    assert f"{named} takes one value and is given more than once." in refused.err


def test_the_last_of_the_global_options_counts(tmp_path: Path) -> None:
    """An alias may have them."""
    assert Home(tmp_path).run("--lang", "zh", "plans", "--lang", "en").code == 0
