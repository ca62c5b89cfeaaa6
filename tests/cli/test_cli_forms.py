"""`forms`: the forms that there are, and what is wrong with the office's own."""

from __future__ import annotations

from pathlib import Path

from tests.support.cli_home import Home


def own_form(folder: Path, text: str, name: str = "own") -> None:
    """Write a form of the office's own into the settings folder."""
    (folder / "forms").mkdir(exist_ok=True)
    (folder / "forms" / f"{name}.toml").write_text(text, encoding="utf-8")


def test_the_bundled_forms_are_listed(tmp_path: Path) -> None:
    listed = Home(tmp_path).run("forms", "--lang", "zh")
    rows = {row[0]: row[1:] for row in listed.rows}

    assert listed.code == 0
    assert rows["ledger"] == ["工作台账", "xlsx docx html", "publication", "自带"]
    assert rows["month"] == ["月报", "ledger.xlsx report.docx", "", "自带"]
    assert listed.err == ""


def test_an_own_form_is_listed_with_its_file(tmp_path: Path) -> None:
    own_form(tmp_path, 'format = 1\nkind = "calendar"\ntitle = "日历"\nformats = ["ics"]\n')
    (own,) = (one for one in Home(tmp_path).run("forms", "--json").data if one["file"])

    assert (own["name"], own["kind"], own["formats"]) == ("own", "calendar", ["ics"])
    assert own["file"] == str(tmp_path / "forms" / "own.toml")


def test_a_mistake_is_told_by_forms_and_by_check(tmp_path: Path) -> None:
    own_form(tmp_path, 'format = 1\nkind = "calender"\ntitle = "日历"\n')
    home = Home(tmp_path)
    listed, checked = home.run("forms"), home.run("check")

    assert (listed.code, checked.code) == (1, 1)
    assert "own.toml:2: kind: " in listed.err
    assert "own.toml:2: kind: " in checked.out
    (own,) = (one for one in home.run("forms", "--json").data if one["problem"])
    assert (own["name"], own["kind"]) == ("own", None)
