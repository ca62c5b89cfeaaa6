"""Heads of a report's tables: no word of a heading is broken, no rate stands on two lines."""

from __future__ import annotations

import pytest

from plantui.export.blocks import TableColumn


@pytest.mark.parametrize(
    ("heading", "share", "wide"),
    [
        ("完成率", 13, 13),
        ("任务数", 9, 10),
        ("红灯", 9, 9),
        ("red", 9, 9),
        ("not reported", 9, 17),
        ("days overdue", 11, 15),
        ("", 20, 20),
    ],
)
def test_a_column_is_as_wide_as_the_longest_word_of_its_heading(heading: str, share: int, wide: int) -> None:
    assert TableColumn.wide_enough(heading, share).share == wide
