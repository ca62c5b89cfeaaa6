"""Mistakes in the keys of a task that an office writes of its own: told with line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cli_home import Home


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("funding = [{ amount = 5 }]", "tasks[0].funding[0].amount"),
        ('funding = [{ amount = -5, unit = "万元" }]', "tasks[0].funding[0].amount"),
        ('funding = [{ unit = "万元" }]', "tasks[0].funding[0]"),
        ('funding = [{ amount = "5", unit = "万元" }]', "tasks[0].funding[0].amount"),
        ('tags = ["a", "a"]', "tasks[0].tags[1]"),
        ('tags = ["a", " b"]', "tasks[0].tags[1]"),
        ('tags = ["a\\tb"]', "tasks[0].tags[0]"),
        ('tags = [""]', "tasks[0].tags[0]"),
        ('tags = "a"', "tasks[0].tags"),
    ],
)
def test_a_mistake_is_told_with_line_and_key(tmp_path: Path, written: str, place: str) -> None:
    text = (
        'format = 1\n[plan]\nid = "p"\ntitle = "计划"\nshort_title = "计划"\nregion = "甲市"\n'
        '[[sections]]\nid = "1"\nnumber = "一"\ntitle = "任务"\n'
        f'[[tasks]]\nid = "1"\nsection = "1"\nnumber = 1\ntitle = "治水"\n{written}\n'
    )
    (tmp_path / "p.toml").write_text(text, encoding="utf-8")
    found = Home(tmp_path).run("check", str(tmp_path / "p.toml"))

    assert found.code == 1
    assert f"p.toml:16: {place}: " in found.out
