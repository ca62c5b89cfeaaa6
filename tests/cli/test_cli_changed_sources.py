"""What a form was made from beside the ledger: told when it has changed since, by `--again`, `--cut` and `verify` alike."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import docx
import pytest

from tests.support.planned_home import home_of, small_plan

DEFINITION = 'format = 1\nkind = "report"\ntitle = "情况"\nformats = ["docx"]\ntemplate = "head.docx"\n'
RULES = 'title = "本办规则"\n\n[lights]\noverdue = "red"\n'


class Office:
    """A user with a plan, departments, light rules, and a form on paper of its own, which was issued once."""

    def __init__(self, folder: Path) -> None:
        self.home = home_of(folder, small_plan("water", [("1", "1", "节水")]))
        self.plan = folder / "plans" / "water.toml"
        self.departments = folder / "plans" / "departments.toml"
        self.forms = folder / "forms"
        self.forms.mkdir()
        self.form, self.template = self.forms / "own.toml", self.forms / "head.docx"
        self.rules = folder / "rules.toml"
        self.departments.write_text(
            'format = 1\n\n[[departments]]\nname = "市水利局"\nregion = "示例市"\n', "utf-8"
        )
        self.form.write_text(DEFINITION, "utf-8")
        self.rules.write_text(RULES, "utf-8")
        docx.Document().save(str(self.template))
        added = self.home.run("note", "add", "water", "1", "--department", "市水利局", "--progress", "推进")
        assert added.code == 0, added.err
        self.report = folder / "first.docx"
        self._issued = self.export(self.report)
        (self.entry,) = self.home.run("issued", "--json").data

    def export(self, path: Path, *more: str) -> str:
        """Export the form and return what is said."""
        done = self.home.run(
            "export", "--form", "own", "--rules", str(self.rules), "-o", str(path), "--force", *more
        )
        assert done.code == 0, done.err
        return done.err

    def again(self, language: str) -> str:
        """Issue the form again and return what is said."""
        target = str(self.home.folder / "again.docx")
        return self.home.run(
            "export", "--again", self.entry["id"], "-o", target, "--force", "--lang", language
        ).err

    def at_cut(self, language: str) -> str:
        """Export the form in the state of the ledger in which it was issued, and return what is said."""
        target = self.home.folder / "cut.docx"
        return self.export(target, "--cut", self.entry["cut"], "--lang", language)

    def verified(self, language: str) -> str:
        """Verify the first file and return what is said."""
        return self.home.run("verify", str(self.report), "--lang", language).err


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def _with_a_line(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "# 改\n", "utf-8")


def _with_a_paragraph(path: Path) -> None:
    document = docx.Document(str(path))
    document.add_paragraph("新的一段")
    document.save(str(path))


CHANGES: dict[str, tuple[Callable[[Office], object], str, str]] = {
    "plan": (lambda office: _with_a_line(office.plan), "计划 water 的文件后来改过", "The file of plan water"),
    "departments": (
        lambda office: _with_a_line(office.departments),
        "单位文件（departments.toml）后来改过",
        "The files of departments",
    ),
    "no departments": (
        lambda office: office.departments.unlink(),
        "单位文件（departments.toml）后来改过",
        "The files of departments",
    ),
    "rules": (
        lambda office: _with_a_line(office.rules),
        "预警规则的文件后来改过",
        "The file of the light rules",
    ),
    "form": (
        lambda office: _with_a_line(office.form),
        "报表“own”的定义后来改过",
        "The definition of the form own",
    ),
    "template": (
        lambda office: _with_a_paragraph(office.template),
        "报表“own”的模板文件后来改过",
        "The template of the form own",
    ),
}
TOLD: dict[str, Callable[[Office, str], str]] = {
    "again": Office.again,
    "cut": Office.at_cut,
    "verify": Office.verified,
}


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("changed", CHANGES)
def test_what_has_changed_since_is_told(office: Office, changed: str, told: str) -> None:
    change, zh, en = CHANGES[changed]
    others = {sentence for _, sentence, _ in CHANGES.values()}
    assert not [one for one in others if one in TOLD[told](office, "zh")]
    change(office)

    said = TOLD[told](office, "zh")
    assert [one for one in others if one in said] == [zh]
    assert en in TOLD[told](office, "en")


def test_the_json_of_verify_names_them(office: Office) -> None:
    _with_a_line(office.form)
    _with_a_line(office.plan)
    found = office.home.run("verify", str(office.report), "--json").data

    assert found["changed_sources"] == [
        {"kind": "plan", "name": "water"},
        {"kind": "form", "name": "own"},
    ]
    assert found["has_other_plans"] is True


def test_an_origin_of_an_earlier_version_tells_of_plans_alone(office: Office) -> None:
    origin = office.entry["origin"]
    assert sorted(origin.pop("sources")) == ["departments", "form", "rules", "template"]
    with closing(sqlite3.connect(office.home.folder / "ledger.db")) as connection, connection:
        connection.execute("DROP TRIGGER IF EXISTS issued_update")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            if name.startswith("issued"):
                connection.execute(f"DROP TRIGGER {name}")
        connection.execute(
            "UPDATE issued SET origin = ?", [json.dumps(origin, ensure_ascii=False, sort_keys=True)]
        )
    for change in ("departments", "form", "template", "rules"):
        CHANGES[change][0](office)
    said = office.again("zh")

    assert "后来改过" not in said
    CHANGES["plan"][0](office)
    assert "计划 water 的文件后来改过" in office.again("zh")
