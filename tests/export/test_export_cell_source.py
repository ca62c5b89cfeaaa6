"""Cells a column at a time: the same as row by row, each worked out once for what rows share."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.export import cell_source
from plantui.export.cell_source import CellColumns, CellSource, Reuse
from plantui.export.ledger_columns import LEDGER_COLUMNS
from plantui.export.summary import SummaryRow
from plantui.model.terms import Language
from plantui.words import Words
from tests.support.demo_samples import of_demo


@pytest.fixture
def rows(tmp_path: Path) -> list[SummaryRow]:
    """The tasks of the demonstration: with notes and without, closed, extended, reported late."""
    return [*of_demo(tmp_path)]


@pytest.mark.parametrize("remembered", [0, 2, 4_096])
def test_columns_say_what_their_cells_say_row_by_row(
    rows: list[SummaryRow], remembered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = Words(Language.ZH)
    monkeypatch.setattr(cell_source, "_REMEMBERED", remembered)
    columns = CellColumns([column.source(words) for column in LEDGER_COLUMNS])
    found = [line for portion in (rows, rows[::-1], []) for line in columns.of(portion)]
    one_by_one = [tuple(column.cell(words, row) for column in LEDGER_COLUMNS) for row in (*rows, *rows[::-1])]
    assert found == one_by_one


@pytest.mark.parametrize(
    ("reuse", "asked"),
    [(Reuse.NEVER, ["甲", "甲", "乙", "甲"]), (Reuse.EQUAL, ["甲", "乙"]), (Reuse.SAME, ["甲", "乙", "甲"])],
)
def test_a_part_that_rows_share_is_asked_once(rows: list[SummaryRow], reuse: Reuse, asked: list[str]) -> None:
    """Equal ones, or only the very same one, as the column says."""
    first = ["甲"]
    parts = iter([first, first, ["乙"], ["甲"]])
    said: list[str] = []

    def say(part: tuple[str, ...]) -> str:
        said.extend(part)
        return "".join(part)

    source = CellSource(lambda row: tuple(next(parts)) if reuse is Reuse.EQUAL else next(parts), say, reuse)
    assert [cell for (cell,) in CellColumns([source]).of(rows[:4])] == ["甲", "甲", "乙", "甲"]
    assert said == asked


def test_what_is_made_of_cells_is_made_once_too(rows: list[SummaryRow]) -> None:
    made: list[str] = []

    def marked(cell: str) -> str:
        made.append(cell)
        return f"<{cell}>"

    source = CellSource(lambda row: "红", str, Reuse.EQUAL).then(marked)
    assert [*CellColumns([source, source]).of(rows[:3])] == [("<红>", "<红>")] * 3
    assert made == ["红", "红"]
    assert source.cell(rows[0]) == "<红>"
