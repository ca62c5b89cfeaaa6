"""Ids of plans that files become."""

from __future__ import annotations

import pytest

from plantui.model.plan_id import slug


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("临江.docx", "临江"),
        ("folder/2024 督办(一).xlsx", "2024-督办-一"),
        ("D:\\\\台账\\\\Q1.v2.csv", "Q1.v2"),
        ("README", "README"),
        ("（）.csv", "plan"),
    ],
)
def test_a_file_gives_its_plan_a_name(name: str, found: str) -> None:
    assert slug(name) == found
