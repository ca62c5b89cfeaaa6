"""What CONTRIBUTING.md promises a newcomer: a word is one line of data, a form of tables one small function."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from plantui.documents.patterns import compiled
from plantui.documents.source import SourceKind, source_of
from plantui.documents.tables.find import tables_in
from plantui.documents.tables.heads import head_of
from plantui.documents.tables.table import Found, Row, TableText, printed_lines
from tests.support.paths import PACKAGE

COLUMN = "| 序号 | 重点任务 | {word} |\n|---|---|---|\n| 1 | 修桥铺路 | 市交通局 |\n| 2 | 植树造林 | 市林业局 |\n| 3 | 清淤疏河 | 市水利局 |\n"
TITLE = "临江市2025年重点工作任务分解方案\n\n"
READ = """
import json, sys
from plantui.documents.importer import import_document
from plantui.documents.overview.no_tasks import NoTasks
from plantui.documents.formats import read_source
try:
    found = import_document(read_source(sys.argv[1].encode(), "plan.md")).plan
except NoTasks as error:
    found = error.imported.plan
print(json.dumps([[name for _, name in task.departments.pairs()] for task in found.tasks]))
"""


def _read(package: Path, text: str) -> list[list[str]]:
    """Return the departments of each task, as another installation reads them."""
    command = [sys.executable, "-c", READ, text]
    done = subprocess.run(command, env={"PYTHONPATH": str(package)}, capture_output=True, check=True)
    names: list[list[str]] = json.loads(done.stdout)
    return names


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the program in which the word 挂帅 is one line more of the columns."""
    home = tmp_path_factory.mktemp("checkout")
    copytree(PACKAGE, home / "plantui", ignore=ignore_patterns("__pycache__"))
    data = home / "plantui/documents/languages/zh/lexicon/columns.toml"
    data.write_text(data.read_text("utf-8").replace("lead = [\n", "lead = [\n    '挂帅',\n"), "utf-8")
    make = [sys.executable, "-m", "plantui.documents.languages"]
    subprocess.run(make, env={"PYTHONPATH": str(home)}, capture_output=True, check=True)
    return home


def test_a_name_of_a_column_is_one_line_of_data(checkout: Path) -> None:
    """The word is unknown before, and known in all its compounds with that line."""
    text = TITLE + COLUMN.format(word="挂帅")

    assert _read(PACKAGE.parent, text) == [[], [], []]
    assert _read(checkout, text) == [["市交通局"], ["市林业局"], ["市水利局"]]


def _parted_by_slashes(text: TableText, at: int) -> Found | None:
    """A form of tables as a newcomer would write it: cells parted by two strokes."""

    def rows() -> Iterator[Row]:
        for line in text.lines[at:]:
            cells = [cell.strip() for cell in line.text.split(compiled("//"))]
            if len(cells) < 2:
                return
            yield Row(tuple(cells))

    found = [*rows()]
    names = [cell.text for cell in found[0].cells] if found else []
    return Found(found, at, at + len(found)) if found and text.of(names) else None


def test_a_form_of_tables_is_one_small_function() -> None:
    """A strategy gets the lines and the place of a head, and gives rows; it need know nothing of languages and fields."""
    text = (
        TITLE
        + "序号 // 重点任务 // 责任单位\n1 // 修桥铺路 // 市交通局\n2 // 植树造林 // 市林业局\n\n其他。\n"
    )
    source = source_of("plan.txt", "", SourceKind.TEXT, text)
    lines = TableText([*printed_lines(source.text)], head_of)

    (found,) = tables_in(lines, [_parted_by_slashes])

    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["序号", "重点任务", "责任单位"],
        ["1", "修桥铺路", "市交通局"],
        ["2", "植树造林", "市林业局"],
    ]
