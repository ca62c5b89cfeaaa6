"""An office's own words in its settings folder, as `import` and `check` use them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = """青溪市水务提升三年行动方案（2024—2026年）

一、重点任务
1.管网改造。2025年底前改造老旧管网。
经办科室：青溪市水务局
2.水源保护。2026年6月底前划定水源保护区。
经办科室：青溪市生态环境局
"""
FILE = 'format = 1\n[labels]\n"经办科室" = "{meaning}"\n'


def plantui(home: Path, *arguments: str, meaning: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command where the settings folder has a file of own words."""
    folder = home / "settings" / "lexicon"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "office.toml").write_text(FILE.format(meaning=meaning), "utf-8")
    environ = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "plantui", "--lang", "en", *arguments],
        input=TEXT.encode(),
        capture_output=True,
        env=os.environ | environ | {"PLANTUI_CONFIG": str(home / "settings" / "config.toml")},
        check=False,
    )


def test_an_import_reads_own_words(tmp_path: Path) -> None:
    done = plantui(tmp_path, "import", "-", "--json", meaning="lead")

    tasks = json.loads(done.stdout)["tasks"]
    assert [task["departments"]["lead"] for task in tasks] == [["青溪市水务局"], ["青溪市生态环境局"]]


@pytest.mark.parametrize("arguments", [("import", "-"), ("check",)], ids=["import", "check"])
def test_a_fault_is_told_with_its_place(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = plantui(tmp_path, *arguments, meaning="leed")

    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 1
    assert f'{tmp_path}/settings/lexicon/office.toml:3: labels."经办科室": ' in said
    assert "'leed' cannot be used. Right would be: lead" in said
