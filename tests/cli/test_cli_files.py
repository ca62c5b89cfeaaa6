"""`export`, `check`, `config`, `completion`: files written and read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from plantui.store.settings import THEMES
from tests.support.cli_home import Home
from tests.support.paths import PLANS

BROKEN = 'format = 1\n[plan]\nid = "broken"\ntitel = "x"\n'


def test_export_to_file_and_stdout(tmp_path: Path) -> None:
    """The file's ending decides; what exists is kept without --force."""
    home = Home(tmp_path)
    target = tmp_path / "out.csv"
    first = home.run("export", "-o", str(target), "--plan", "zhengzhou")
    before = target.read_bytes()
    second = home.run("export", "-o", str(target))
    third = home.run("export", "-o", str(target), "--force")

    assert (first.code, second.code, third.code) == (0, 2, 0)
    assert first.out == ""
    assert str(target) in first.err
    assert before.startswith("\ufeff".encode())
    assert target.read_bytes() != before
    assert len(home.run("export", "-f", "json").data) == 140
    assert home.run("export", "--json").data == home.run("export", "-f", "json", "-o", "-").data
    assert home.run("export").out.startswith("# ")
    assert home.run("export", "-f", "doc").code == home.run("export", "-f", "md", "--json").code == 2


def test_export_has_the_rows_and_order_of_list(tmp_path: Path) -> None:
    """Same filter, same order."""
    home = Home(tmp_path)
    options = ["--year", "2025", "--order", "worst_first", "--json"]
    listed, exported = home.run("list", *options).data, home.run("export", *options).data

    assert [(task["plan"], task["id"]) for task in listed] == [
        (task["plan"], task["id"]) for task in exported
    ]


def test_check_of_sound_plans(tmp_path: Path) -> None:
    """Nothing on stdout, the word on stderr."""
    result = Home(tmp_path).run("check")

    assert (result.code, result.out, result.err) == (0, "", "no problems\n")


def test_check_tells_file_line_and_key(tmp_path: Path) -> None:
    """Every problem of every file, exit code 1; the sound plans still open, with one line on stderr."""
    (tmp_path / "plans").mkdir()
    file = tmp_path / "plans" / "broken.toml"
    file.write_text(BROKEN, encoding="utf-8")
    home = Home(tmp_path, PLANTUI_PLANS=str(file.parent))
    whole, one, data = home.run("check"), home.run("check", str(file)), home.run("check", "--json")
    listed = home.run("list")

    assert (whole.code, one.code, data.code) == (1, 1, 1)
    assert f"{file}:4: plan.titel: " in whole.out
    assert "title" in whole.out
    assert whole.out == one.out
    assert {"file", "line", "key", "severity", "problem", "message"} == data.data[0].keys()
    assert (listed.code, len(listed.rows)) == (0, 140)
    assert "plantui check" in listed.err
    assert home.run("check", str(tmp_path / "nosuch.toml")).code == 2


def test_check_finds_notes_without_a_task(tmp_path: Path) -> None:
    """A note outlives the plan file that it hangs on."""
    home = Home(tmp_path)
    home.add()
    folder = tmp_path / "plans"
    folder.mkdir()
    sound = home.run("check")
    (folder / "zhengzhou-2023-2025.toml").write_text(
        'format = 1\n[plan]\nid = "zhengzhou-2023-2025"\ntitle = "t"\nshort_title = "t"\nregion = "郑州市"\n'
        'start_year = 2023\nend_year = 2025\nstatus = "in_force"\n',
        encoding="utf-8",
    )
    orphaned = home.run("--plans", str(folder), "check")

    assert sound.code == 0
    assert orphaned.code == 1
    assert "zhengzhou-2023-2025" in orphaned.out


def renamed_plan(lead: str) -> str:
    """A plan of two tasks, the first led by a department of this name."""
    return (
        'format = 1\n[plan]\nid = "water"\ntitle = "节水"\nshort_title = "节水"\nregion = "某市"\n'
        'start_year = 2025\nend_year = 2026\n[[sections]]\nid = "1"\nnumber = "一"\ntitle = "水"\n'
        f'[[tasks]]\nid = "1"\nsection = "1"\nnumber = "1"\ntitle = "定额"\n[tasks.departments]\nlead = ["{lead}"]\n'
        'support = ["市水利局"]\n'
        '[[tasks]]\nid = "2"\nsection = "1"\nnumber = "2"\ntitle = "管网"\n'
    )


def test_check_finds_notes_of_a_department_that_the_task_does_not_name(tmp_path: Path) -> None:
    """After a rename in the plan: the lines that it prints make the notes count again."""
    folder = tmp_path / "plans"
    folder.mkdir()
    plan = folder / "water.toml"
    plan.write_text(renamed_plan("市环保局"), encoding="utf-8")
    home = Home(tmp_path, PLANTUI_LANG="zh", PLANTUI_PLANS=str(folder))
    for task in ("1", "2"):  # the second names nobody: there every reporter counts
        words = ["--department", "市环保局", "--status", "completed", "--progress", "印发"]
        assert home.run("note", "add", "water", task, *words).code == 0
    before = home.run("check", "--json")
    plan.write_text(renamed_plan("市生态环境局"), encoding="utf-8")
    renamed = home.run("check")
    (found,) = home.run("check", "--json").data

    assert (before.code, before.data, renamed.code) == (0, [], 1)
    assert (found["problem"], found["severity"]) == ("unnamed_renamed", "warning")
    assert "water 有 1 项任务（1）记有“市环保局”的进展" in renamed.out
    assert "最像的单位是“市生态环境局”" in renamed.out

    lines = [line.strip() for line in renamed.out.splitlines() if line.startswith("    ")]
    (folder / "departments.toml").write_text("format = 1\n" + "\n".join(lines), encoding="utf-8")

    assert not [one for one in home.run("check", "--json").data if one["file"].endswith(".db")]
    assert home.run("list", "--plan", "water").rows[0][3] == "已完成"

    words = ["--department", "市生态环境局", "--percent", "10", "--progress", "起草", "--date", "2025-05-31"]
    assert home.run("note", "add", "water", "1", *words).code == 0
    first = home.run("export", "-f", "json", "--plan", "water").data[0]
    assert (first["status"], first["percent"]) == (
        "completed",
        100,
    )  # of both names' notes the later one counts
    assert [note["progress"] for note in first["latest_notes"]] == ["印发"]


def test_check_offers_no_alias_for_a_department_of_its_own(tmp_path: Path) -> None:
    """A department that the list knows is not the former name of another, and an alias would be refused."""
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "water.toml").write_text(renamed_plan("市环保局"), encoding="utf-8")
    (folder / "departments.toml").write_text(
        'format = 1\n[[departments]]\nregion = "某市"\nname = "市审计局"\n', encoding="utf-8"
    )
    home = Home(tmp_path, PLANTUI_LANG="en", PLANTUI_PLANS=str(folder))
    assert home.run("note", "add", "water", "1", "--department", "市审计局", "--progress", "查").code == 0
    (found,) = (one for one in home.run("check", "--json").data if one["file"].endswith(".db"))

    assert found["problem"] == "unnamed"
    assert "市审计局" in found["message"] and "Most alike" not in found["message"]


def test_config(tmp_path: Path) -> None:
    """Set, get, list, unset; the others stay."""
    home = Home(tmp_path)
    assert home.run("config", "set", "department", "郑州市/市工业和信息化局").code == 0
    assert home.run("config", "set", "lang", "zh").code == 0

    assert home.run("config", "get", "department").out == "郑州市/市工信局\n"
    assert home.run("config", "list", "--json").data["lang"] == "zh"
    assert home.run("list", "--status", "closed").err == "0/140 项任务\n"
    assert home.run("config", "unset", "lang").code == 0
    assert home.run("config", "list", "--json").data == {
        "department": "郑州市/市工信局",
        "backups": None,
        "lang": None,
        "theme": None,
        "role": None,
        "author": None,
    }


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["set", "departmnt", "x"], "department"),
        (["set", "department", "市工信局"], "新乡市/市工信局"),
        (["set", "department", "郑州市/市工信"], "郑州市/市工信局"),
        (["set", "lang", "fr"], "zh"),
        (["set", "theme", "pink"], "nord"),
        (["get", "colour"], "theme"),
        (["frob"], "list"),
        ([], "unset"),
    ],
)
def test_wrong_setting_is_usage(tmp_path: Path, arguments: list[str], named: str) -> None:
    """Exit code 2, the right ones named, no file written."""
    result = Home(tmp_path).run("config", *arguments)

    assert result.code == 2
    assert named in result.err
    assert not (tmp_path / "config.toml").exists()


@pytest.mark.parametrize(
    "content",
    ["department = ", "lang = 3", 'theme = ""', "\udcff", "x = " + "9" * 5000, "x = " + "[" * 5000],
    ids=("no value", "number", "empty", "no utf-8", "digits", "brackets"),
)
def test_unusable_settings_are_told(tmp_path: Path, content: str) -> None:
    """Exit code 2 with the file's name; help still works."""
    file = tmp_path / "config.toml"
    file.write_bytes(content.encode(errors="surrogateescape"))
    home = Home(tmp_path)

    assert home.run("list").code == 2
    assert str(file) in home.run("list").err or "theme" in home.run("list").err
    assert home.run("--help").code == 0


NEWER = 'colour = "red"\ntheme = "pink"\nlang = "fr"\nauthor = "王芳"\n[columns]\nwidths = [1, 2]\n'


def test_settings_of_a_newer_version_are_kept_and_named(tmp_path: Path) -> None:
    """Keys, themes and languages that this version does not know: every command works and names them."""
    file = tmp_path / "config.toml"
    file.write_text(NEWER, encoding="utf-8")
    home = Home(tmp_path)

    listed = home.run("list")
    changed = home.run("config", "set", "author", "李雷")

    assert (listed.code, changed.code) == (0, 0)
    for said in (listed.err, changed.err):
        assert said.count(str(file)) == 1
        assert all(name in said for name in ("colour", "theme = pink", "lang = fr", "columns"))
    assert home.run("config", "list", "--json").data["theme"] is None
    assert tomllib.loads(file.read_text("utf-8")) == tomllib.loads(NEWER.replace("王芳", "李雷"))


def test_known_settings_need_no_remark(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('theme = "nord"\nlang = "en"\n')

    assert str(tmp_path / "config.toml") not in Home(tmp_path).run("list").err


@pytest.mark.parametrize("arguments", [["plans"], ["check"], ["check", "--json"]], ids=" ".join)
def test_a_plan_that_hides_a_bundled_one_is_named(tmp_path: Path, arguments: list[str]) -> None:
    """Both files are named, on standard error: it may be what the user wants."""
    own = tmp_path / "own"
    own.mkdir()
    copy = own / "xinxiang-2023-2025.toml"
    bundled = PLANS / copy.name
    home = Home(tmp_path)
    before = home.run("--plans", str(own), *arguments)
    copy.write_bytes(bundled.read_bytes())
    after = home.run("--plans", str(own), *arguments)

    assert (before.code, after.code) == (0, 0)
    assert str(bundled) not in before.err
    assert [line for line in after.err.splitlines() if str(copy) in line and str(bundled) in line]


def test_a_broken_plan_hides_none(tmp_path: Path) -> None:
    """The bundled plan is shown, and only the file's problems are told."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "xinxiang-2023-2025.toml").write_text("format = 1\n")
    home = Home(tmp_path)

    for command in ("plans", "check"):
        assert str(PLANS / "xinxiang-2023-2025.toml") not in home.run("--plans", str(own), command).err


def test_themes_are_those_of_textual() -> None:
    """The names are kept apart only because asking Textual is slow."""
    assert set(THEMES) == set(BUILTIN_THEMES)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(tmp_path: Path, shell: str) -> None:
    """A script that asks plantui itself."""
    result = Home(tmp_path).run("completion", shell)

    assert result.code == 0
    assert "_PLANTUI_COMPLETE" in result.out
    assert Home(tmp_path).run("completion", "tcsh").code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-f", "csv", "-o", "a.md"], "“.md”，而格式是 csv"),
        (["--json", "-o", "a.MD"], "“.MD”，而格式是 json"),
        (["-o", "a.txt"], "“.txt”不是 md、csv、json"),
        (["-o", "2024.06"], "“.06”不是 md、csv、json"),
    ],
)
def test_format_and_ending_cannot_disagree(tmp_path: Path, arguments: list[str], said: str) -> None:
    target = tmp_path / arguments[-1]
    done = Home(tmp_path).run("--lang", "zh", "export", *arguments[:-1], str(target))

    assert done.code == 2
    assert said in done.err
    assert not target.exists()


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [(["-o", "a.CSV"], "\ufeff"), (["-f", "csv", "-o", "a.txt"], "\ufeff"), (["-o", "a"], "# ")],
)
def test_an_ending_or_a_format_is_enough(tmp_path: Path, arguments: list[str], begins: str) -> None:
    target = tmp_path / arguments[-1]
    done = Home(tmp_path).run("export", *arguments[:-1], str(target))

    assert done.code == 0
    assert target.read_text("utf-8").startswith(begins)
