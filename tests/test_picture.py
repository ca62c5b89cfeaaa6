"""The pictures of the pages: each text is as long as its cells, so Chinese is not squeezed, and they load nothing."""

from __future__ import annotations

import re
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from docs.picture import CELL, picture_of
from tests.support.paths import DOCS

COMMITTED = [DOCS / "screen.svg", *sorted((DOCS / "guide").glob("*.svg"))]
_TEXT = re.compile(r'<text x="(\d+)" y="(\d+)" textLength="(\d+)">([^<]*)<')


def texts(svg: str) -> list[tuple[str, float, float, float]]:
    """Return each text with its x, y and length."""
    return [(unescape(text), float(x), float(y), float(length)) for x, y, length, text in _TEXT.findall(svg)]


def picture(text: str | Text) -> str:
    """Return the picture of some text."""
    console = Console(record=True, width=60, file=StringIO())
    console.print(text if isinstance(text, Text) else Text(text))
    return picture_of(console.export_svg())


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: path.stem)
def test_every_text_of_a_committed_picture_is_as_long_as_its_cells(path: Path) -> None:
    ends: dict[float, float] = {}
    svg = path.read_text("utf-8")
    found = sorted(texts(svg), key=lambda one: (one[2], one[1]))

    assert len(found) > 10
    assert any(cell_len(text) > len(text) for text, *_ in found)
    for text, x, y, length in found:
        assert length == cell_len(text) * CELL, text
        assert x >= ends.get(y, 0), text
        ends[y] = x + length
    assert "url(" not in svg and "@import" not in svg and "href" not in svg


def test_the_committed_pictures_are_small() -> None:
    assert {path.name: size for path in COMMITTED if (size := path.stat().st_size) > 25_000} == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plan", [("plan", 0, 4)]),
        ("a  b c", [("a", 0, 1), ("b c", 3, 3)]),
        ("计划", [("计划", 0, 4)]),
        ("计划abc（一）", [("计划", 0, 4), ("abc", 4, 3), ("（一）", 7, 6)]),
        ("a<&>计", [("a<&>", 0, 4), ("计", 4, 2)]),
    ],
)
def test_a_text_is_put_into_its_cells(text: str, expected: list[tuple[str, int, int]]) -> None:
    found = [
        (text.rstrip("\N{NO-BREAK SPACE}"), round(x / CELL, 2), round(length / CELL, 2))
        for text, x, _, length in sorted(texts(picture(text)), key=lambda one: one[1])
    ]

    assert [one for one in found if one[0].strip()] == expected


def test_grounds_that_touch_are_one_shape() -> None:
    """A badge of two pieces on two lines is one rectangle; the ground of most of the picture is none."""
    badge = Text("红", style="on #ff0000") + Text(" 3", style="white on #ff0000")
    drawn = picture(badge + Text(" " * 50 + "\n", style="on #000001") + badge)

    assert re.findall(r'<path fill="(#\w+)" d="([^"]*)"', drawn) == [("#ff0000", "M0 0h36v36h-36z")]


def test_a_picture_loads_nothing() -> None:
    assert "@font-face" not in picture("计划")
