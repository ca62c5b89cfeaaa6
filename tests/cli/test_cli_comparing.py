"""`compare-sources`, `diff`, and `check --was`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cli_home import Home
from tests.support.paths import DOCUMENTS, PLANS

A = str(PLANS / "zhengzhou-2023-2025.txt")
B = str(DOCUMENTS / "zhengzhou-b.txt")
PLAN = "zhengzhou-2023-2025"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A user who reads Chinese."""
    return Home(tmp_path, PLANTUI_LANG="zh")


def _without_task(home: Home, name: str) -> Path:
    """The plan of Zhengzhou without its fourth task and numbered anew, in a folder of its own."""
    import tomllib

    import tomli_w

    data = tomllib.loads((PLANS / f"{PLAN}.toml").read_text(encoding="utf-8"))
    del data["tasks"][3]
    for at, task in enumerate(data["tasks"], 1):
        task["id"] = task["number"] = str(at)
    folder = home.folder / name
    folder.mkdir()
    file = folder / f"{PLAN}.toml"
    file.write_text(tomli_w.dumps(data), encoding="utf-8")
    return file


def test_copies_that_differ(home: Home) -> None:
    """Kind, right reading, then each copy with its line; exit code 1."""
    result = home.run("compare-sources", A, B)

    assert result.code == 1
    assert result.out.splitlines()[9:12] == [
        "罗马数字：应为“Ⅴ”",
        "  A 第52行  断面稳定达标，基本消除劣[Ⅴ]类断面，县级 城市、县级建",
        "  B 第21行  断面稳定达标,基本消除劣[V]类断面,县级城市、县级建",
    ]
    assert "共 10 处不同" in result.err
    assert "标点全角与半角 454 处" in result.err


def test_copies_that_are_the_same(home: Home) -> None:
    """Exit code 0 and nothing on stdout."""
    result = home.run("compare-sources", A, A)

    assert (result.code, result.out) == (0, "")


def test_differences_as_json(home: Home) -> None:
    """With places as ranges of characters."""
    result = home.run("compare-sources", A, B, "--json")

    assert result.code == 1
    roman = result.data["differences"][3]
    assert (roman["kind"], roman["right"], roman["a"]["line"], roman["b"]["text"]) == ("roman", "Ⅴ", 52, "V")
    text = Path(A).read_text(encoding="utf-8")
    assert text[roman["a"]["start"] : roman["a"]["end"]] == "Ⅴ"


def test_copy_that_cannot_be_read(home: Home) -> None:
    """Told in a sentence."""
    picture = home.folder / "scan.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")

    assert home.run("compare-sources", A, "none.txt").code == 2
    result = home.run("compare-sources", A, str(picture))
    assert (result.code, str(picture) in result.err) == (1, True)


def test_diff(home: Home) -> None:
    """What was dropped and renumbered, whatever the files are called."""
    new = _without_task(home, "new").rename(home.folder / "revised.toml")

    result = home.run("diff", str(PLANS / f"{PLAN}.toml"), str(new))

    assert result.code == 1
    lines = result.out.splitlines()
    assert lines[:2] == ["任务 5 → 4  优化煤电项目布局", "  编号：5 → 4"]
    assert lines[-1] == "删去任务 4  大力发展清洁能源"
    assert "修改 22 项，新增 0 项，删去 1 项，未变 3 项" in result.err
    data = home.run("diff", str(PLANS / f"{PLAN}.toml"), str(new), "--json").data
    assert data["ids"]["26"] == "25"
    assert data["tasks"][0]["changes"] == [{"kind": "renumbered", "about": "", "old": "5", "new": "4"}]


def test_diff_of_the_same(home: Home) -> None:
    """Exit code 0."""
    plan = str(PLANS / f"{PLAN}.toml")

    assert (home.run("diff", plan, plan).code, home.run("diff", plan, plan).out) == (0, "")


def test_diff_of_what_is_no_plan(home: Home) -> None:
    """Its problems, with the place; a missing file is a mistake in the call."""
    broken = home.folder / "broken.toml"
    broken.write_text("format = 1\n[plan]\nid = 'x'\n", encoding="utf-8")

    result = home.run("diff", str(PLANS / f"{PLAN}.toml"), str(broken))

    assert result.code == 1
    assert str(broken) in result.err
    assert home.run("diff", "none.toml", str(broken)).code == 2


def test_notes_after_a_revision(home: Home) -> None:
    """`check --was` finds where notes' tasks went; with the old ids kept there is nothing to find."""
    old = str(PLANS / f"{PLAN}.toml")
    new = _without_task(home, "new")
    assert home.add(task="4", department="市发展改革委").code == 0
    assert home.add(task="10", department="市工信局").code == 0
    folder = ("--plans", str(new.parent))

    result = home.run("check", *folder, "--was", old)
    kept = home.run("diff", old, str(new), "--keep-ids", str(new), "--force")
    after = home.run("check", *folder, "--was", old)

    assert result.code == 1
    assert [line.partition(": ")[2].partition("。")[0] for line in result.out.splitlines()] == [
        f"计划 {PLAN} 的任务 10 有 1 条进展，这项任务现在的编号是 9",
        f"计划 {PLAN} 的任务 4 有 1 条进展，现在的版本里没有这项任务",
    ]
    assert "沿用原编号" in kept.err
    assert [line for line in after.out.splitlines() if "任务 10" in line] == []
    assert "任务 4 有 1 条进展" in after.out


def test_plan_against_its_document(home: Home) -> None:
    """A plan agrees with another copy of its document; where a copy differs, each place is told and the exit code is 1."""
    plan = str(PLANS / f"{PLAN}.toml")
    copy = home.folder / "copy.txt"
    text = (PLANS / f"{PLAN}.txt").read_text(encoding="utf-8")
    copy.write_text(text.replace("〔2023〕39 号", "〔2023〕93 号"), encoding="utf-8")

    same, other = home.run("check", plan, "--against", A), home.run("check", plan, "--against", str(copy))

    assert (same.code, same.out) == (0, "")
    assert f"与 {A} 一致" in same.err
    assert (other.code, other.out) == (1, "文号：计划为“郑政办〔2023〕39号”，文件为“郑政办〔2023〕93号”\n")


def test_plan_against_its_document_as_data(home: Home) -> None:
    """--json has what the plan and the document say, and where."""
    import json

    copy = home.folder / "copy.txt"
    text = (PLANS / f"{PLAN}.txt").read_text(encoding="utf-8")
    at = text.index("牵头单位：", text.index("1．"))
    copy.write_text(text[:at] + "牵头单位：市档案局，" + text[at + 5 :], encoding="utf-8")

    result = home.run("check", str(PLANS / f"{PLAN}.toml"), "--against", str(copy), "--json")

    found = json.loads(result.out)
    assert (result.code, found["document"]) == (1, str(copy))
    added = [one for one in found["departures"] if one["document"] == "市档案局"]
    assert [(one["field"], one["plan"], one["task"]) for one in added] == [("department", None, "1")]
    assert text.count("\n", 0, at) - 12 < added[0]["line"] <= text.count("\n", 0, at) + 1


@pytest.mark.parametrize("files", [[], [PLAN, PLAN]])
def test_against_takes_one_plan(home: Home, files: list[str]) -> None:
    """Any other number of them is refused with an example."""
    result = home.run("check", *(str(PLANS / f"{name}.toml") for name in files), "--against", A)

    assert (result.code, result.out) == (2, "")
    assert "--against 一次核对一份计划" in result.err
