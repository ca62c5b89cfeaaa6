"""`plantui import --explain`, in words and as JSON, of texts and tables in both languages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from plantui.documents.rule import all_rules

CHINESE = """青溪市水务提升三年行动方案（2024—2026年）

一、重点任务
1.管网改造。2025年底前改造老旧管网120公里。（市水务局牵头，市财政局配合）
2.水源保护。2026年6月底前划定水源保护区3个。
责任单位：市生态环境局
"""
TABLE = "青溪市水务任务分解表（2024—2026年）\n序号\t任务名称\t责任单位\t完成时限\n1\t改造管网\t市水务局\t2025年底前\n2\t划定保护区\t市生态环境局\t2026年底前\n"
ENGLISH = """Lakeside Water Plan 2024-2026

Action 1: Renew the old mains
Lead: Water Department
Deadline: 30 June 2025
Lay at least 40 miles of new mains.

Action 2: Guard the springs
Lead: Health Department
Deadline: 31 March 2026
Mark the zones around each spring.
"""


def run(home: Path, text: str, *arguments: str, language: str = "en") -> str:
    """Return what a command prints of a text on its standard input."""
    environ = os.environ | {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", "plantui", "--lang", language, "import", "-", "--explain", *arguments],
        input=text.encode(),
        capture_output=True,
        env=environ,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            CHINESE,
            {
                "1 lead 市水务局": "departments.bracket_clause",
                "1 deadlines 2025年底前": "deadlines.end_of_year",
                "1 indicators 改造老旧管网120公里": "indicators.ends_clause",
                "2 responsible 市生态环境局": "departments.role_line",
                "2 deadlines 2026年6月底前": "deadlines.end_of_month",
            },
        ),
        (TABLE, {"1 title 改造管网": "tables.read_table", "1 responsible 市水务局": "tables.head_of"}),
        (
            ENGLISH,
            {
                "1 lead Water Department": "english.labels_in",
                "1 deadlines 30 June 2025": "english.english_deadlines",
                "1 indicators Lay at least 40 miles of new mains": "english.read_figures",
            },
        ),
    ],
    ids=["Chinese text", "Chinese table", "English text"],
)
def test_json_names_the_rule_of_each_field(tmp_path: Path, text: str, expected: Mapping[str, str]) -> None:
    told = json.loads(run(tmp_path, text, "--json"))["explained"]
    found = {f"{one['task']} {one['field']} {one['said'].rstrip('。.')}": one for one in told}

    assert {key: found[key]["rule"] for key in expected} == expected
    assert {one["rule"] for one in told} <= {rule.id for rule in all_rules()}
    assert all(text[one["start"] : one["end"]] == one["text"] for one in told)


@pytest.mark.parametrize(
    ("text", "language", "line"),
    [
        (CHINESE, "zh", "  单位（牵头单位）：第4行  市水务局  [departments.bracket_clause]"),
        (CHINESE, "en", "  deadline: line 4  2025年底前  [deadlines.end_of_year]"),
        (TABLE, "zh", "  单位（责任单位）：第3行  市水务局  [tables.head_of，表格的栏]"),
        (ENGLISH, "en", "  deadline: line 5  30 June 2025  [english.english_deadlines]"),
    ],
    ids=["Chinese in Chinese", "Chinese in English", "table", "English"],
)
def test_lines_name_field_place_and_rule(tmp_path: Path, text: str, language: str, line: str) -> None:
    assert line in run(tmp_path, text, language=language).splitlines()
