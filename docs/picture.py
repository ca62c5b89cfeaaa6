"""The picture of a screen as SVG with every character in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import groupby

from rich.cells import cell_len

_FONT_FACES = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_TEXT = re.compile(
    r'<text class="(?P<style>[^"]*)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="(?P<length>[\d.]+)"'
    r' clip-path="(?P<clip>[^"]*)">(?P<text>[^<]*)</text>'
)


def picture_of(svg: str) -> str:
    """Return a picture that Textual exported as browsers show it right, and that loads nothing from anywhere.

    The reader's own fonts serve in the place of the one that the export names.
    """
    return _TEXT.sub(_in_cells, _FONT_FACES.sub("", svg).replace("Fira Code", "monospace"))


def _in_cells(match: re.Match[str]) -> str:
    """Return a text as one element for each run of characters that are equally wide.

    rich gives a text the length of its characters, which squeezes Chinese into half its width; and the length of a
    text of both kinds would be shared out evenly among them.
    """
    text = unescape(match["text"])
    cell = float(match["length"]) / len(text)
    x = float(match["x"])
    elements = []
    for run in _runs(text):
        length = cell * cell_len(run)
        elements.append(
            f'<text class="{match["style"]}" x="{_number(x)}" y="{match["y"]}" textLength="{_number(length)}"'
            f' clip-path="{match["clip"]}">{_escaped(run)}</text>'
        )
        x += length
    return "".join(elements)


def _runs(text: str) -> Iterator[str]:
    for _, characters in groupby(text, cell_len):
        yield "".join(characters)


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _escaped(text: str) -> str:
    return escape(text).replace("\N{NO-BREAK SPACE}", "&#160;")
