"""The picture of the README: each text is as long as its cells, so Chinese is not squeezed."""

from __future__ import annotations

import re
from html import unescape
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from docs.picture import picture_of
from tests.support.paths import DOCS

CELL = 12.2
"""The width of a cell in pictures that rich makes."""
_TEXT = re.compile(r'<text class="[^"]*-r\d+" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"[^>]*>([^<]*)<')


def texts(svg: str) -> list[tuple[str, float, float, float]]:
    """Return each text with its x, y and length."""
    return [(unescape(text), float(x), float(y), float(length)) for x, y, length, text in _TEXT.findall(svg)]


def picture(text: str) -> str:
    """Return the picture of one line."""
    console = Console(record=True, width=60, file=StringIO())
    console.print(Text(text))
    return picture_of(console.export_svg())


def test_every_text_of_the_committed_picture_is_as_long_as_its_cells() -> None:
    found = texts((DOCS / "screen.svg").read_text("utf-8"))

    assert len(found) > 300
    assert any(cell_len(text) > len(text) for text, *_ in found)
    for text, _, _, length in found:
        assert length == pytest.approx(cell_len(text) * CELL), text


def test_texts_of_the_committed_picture_do_not_overlap() -> None:
    ends: dict[float, float] = {}
    for text, x, y, length in texts((DOCS / "screen.svg").read_text("utf-8")):
        assert x >= ends.get(y, 0) - 0.01, text
        ends[y] = x + length


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plan", [("plan", 0, 4)]),
        ("计划", [("计划", 0, 4)]),
        ("计划abc（一）", [("计划", 0, 4), ("abc", 4, 3), ("（一）", 7, 6)]),
        ("a<&>计", [("a<&>", 0, 4), ("计", 4, 2)]),
    ],
)
def test_a_text_is_put_into_its_cells(text: str, expected: list[tuple[str, int, int]]) -> None:
    found = [
        (text.rstrip("\N{NO-BREAK SPACE}"), round(x / CELL, 2), round(length / CELL, 2))
        for text, x, _, length in texts(picture(text))
    ]

    assert [one for one in found if one[0].strip()] == expected


def test_a_picture_loads_nothing() -> None:
    assert "@font-face" not in picture("计划")
    assert "url(http" not in (DOCS / "screen.svg").read_text("utf-8")
