"""A newcomer adds a label or the ending of a body by one line of data, in a checkout and without any other step."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from tests.support.paths import PACKAGE

TEXT = """青溪市水务提升三年行动方案（2024—2026年）

一、重点任务
1.管网改造。2025年底前改造老旧管网。
包干单位：市水务局
2.水源保护。2026年6月底前划定水源保护区。（水源联席会商组牵头）
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the package with its data files."""
    folder = tmp_path_factory.mktemp("checkout")
    copytree(PACKAGE, folder / "plantui", ignore=ignore_patterns("__pycache__"))
    return folder


def read(checkout: Path) -> list[dict[str, list[str]]]:
    """Return the departments of each task as the program of the checkout reads them."""
    done = subprocess.run(
        [sys.executable, "-m", "plantui", "--lang", "en", "import", "-", "--json"],
        input=TEXT.encode(),
        capture_output=True,
        env=os.environ
        | {"PYTHONPATH": str(checkout), "HOME": str(checkout), "XDG_CACHE_HOME": str(checkout / "cache")},
        check=False,
    )
    return [
        {role: names for role, names in task["departments"].items() if names}
        for task in json.loads(done.stdout)["tasks"]
    ]


@pytest.mark.parametrize(
    ("file", "line", "word", "task", "expected"),
    [
        ("labels.toml", "responsible = [\n", '    "包干",\n', 0, {"responsible": ["市水务局"]}),
        ("bodies.toml", "strict = [\n", '    "会商组",\n', 1, {"lead": ["水源联席会商组"]}),
    ],
    ids=["label", "ending"],
)
def test_one_line_of_a_list_is_read_at_the_next_import(
    checkout: Path, file: str, line: str, word: str, task: int, expected: dict[str, list[str]]
) -> None:
    path = checkout / "plantui" / "documents" / "languages" / "zh" / "lexicon" / file
    text = path.read_text("utf-8")
    before = read(checkout)[task]
    path.write_text(text.replace(line, line + word, 1), "utf-8")

    assert before != expected
    assert read(checkout)[task] == expected
