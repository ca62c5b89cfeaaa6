"""Full-width hyphens and blanks, dashes and Chinese quotes where a command line needs plain signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cli_home import Home

ADD = ["note", "add", "zhengzhou", "2", "--department", "市工信局", "--progress", "开工"]
CASES = [
    (["list", "－－plan", "zhengzhou"], "“－－plan”里有全角连字符“－”，请写成：--plan"),
    (["list", "——plan", "zhengzhou"], "“——plan”里有全角连字符“—”，请写成：--plan"),
    (["list", "—plan", "zhengzhou"], "请写成：--plan"),
    (["list", "-－plan", "zhengzhou"], "请写成：--plan"),
    (["－－plan", "zhengzhou"], "“－－plan”里有全角连字符“－”"),
    (["export", "－f", "csv"], "请写成：-f"),
    (["list", "－－plan＝zhengzhou"], "全角连字符“－”、全角等号“＝”，请写成：--plan=zhengzhou"),
    (["list", "--plan＝zhengzhou"], "“--plan＝zhengzhou”里有全角等号“＝”，请写成：--plan=zhengzhou"),
    (["list\u3000--plan", "zhengzhou"], "里有全角或特殊的空格，请写成：list --plan"),
    (["list", "--plan\u3000zhengzhou"], "请写成：--plan zhengzhou"),
    (["list", "\u3000--plan", "zhengzhou"], "请写成： --plan"),
    (["show", "－－json"], "请写成：--json"),
    (["check", "－－json"], "请写成：--json"),
    (["list", "--plan", "zhengzhou—2023"], "“zhengzhou—2023”里有全角连字符“—”，请写成：zhengzhou-2023"),
    (["list", "--plan=zhengzhou—2023"], "“zhengzhou—2023”里有全角连字符“—”"),
    (["list", "--status", "in\u2013progress"], "请写成：in-progress"),
    (["list", "--department", "市水利局\u3000市工信局"], "请写成：市水利局 市工信局"),
    ([*ADD[:-1], "“已经", "开工”"], '“开工””里有中文引号”，请写成：开工"'),
    (["note", "edit", "0192\uff0d8", "--percent", "8"], "请写成：0192-8"),
]


@pytest.mark.parametrize(("arguments", "hint"), CASES, ids=[f"case{at}" for at in range(len(CASES))])
def test_refusal_names_the_sign(tmp_path: Path, arguments: list[str], hint: str) -> None:
    refused = Home(tmp_path, PLANTUI_LANG="zh").run(*arguments, today=None)

    assert (refused.code, refused.out) == (2, "")
    assert hint in refused.err


def test_english_refusal_names_the_sign(tmp_path: Path) -> None:
    refused = Home(tmp_path, PLANTUI_LANG="en").run("list", "－－plan", "zhengzhou")

    assert "the full-width hyphen －" in refused.err
    assert refused.err.rstrip().endswith("write --plan")


def test_texts_may_hold_them(tmp_path: Path) -> None:
    """A refusal of something else does not speak of the dashes of a note."""
    home = Home(tmp_path, PLANTUI_LANG="zh")
    refused = home.run(*ADD[:-1], "完成——“一期”　工程", "--percent", "101")

    assert refused.code == 2
    assert len(refused.err.splitlines()) == 1
    assert home.run(*ADD[:-1], "完成——“一期”　工程").code == 0
