"""Text in cells: as itself in every program that reads the workbook, and whole, however long it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from plantui.model.csv_cell import LONGEST, cell_length
from plantui.model.text import with_visible_controls
from plantui.words import Words

_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Beginning of what spreadsheets take for a character's code: `_x000D_` in a text would become a line end."""
_LINE_END_SHARE = 0.9
"""Share of a piece from which on it is cut at a line's end where there is one."""


def text_markup(text: str) -> str:
    """Return the content of an inline string.

    A text is plain where it can be. What looks like the code of a character is parted into two runs, so that no program
    reads it as one: Excel knows `_x005F_` as an escape of the sign, other programs show it.
    """
    text = with_visible_controls(text)
    parts = _ESCAPE_LIKE.split(text) if "_x" in text else [text]
    if len(parts) == 1:
        return _run(text)
    runs = [*(f"{part}_" for part in parts[:-1]), parts[-1]]
    return "".join(f"<r>{_run(run)}</r>" for run in runs)


def _run(text: str) -> str:
    if text[:1].isspace() or text[-1:].isspace():
        return f'<t xml:space="preserve">{escape(text)}</t>'
    return f"<t>{escape(text)}</t>"


def pieces(words: Words, text: str) -> list[str]:
    """Return a text in pieces that a cell holds; those of a longer one say that they go on, and from where they come."""
    if cell_length(text) <= LONGEST:
        return [text]
    go_on, come = f"\n{words('workbook.goes_on')}", f"{words('workbook.comes_from')}\n"
    found = list(_cut(text, LONGEST - len(go_on) - len(come)))
    return [
        f"{come if at else ''}{piece}{go_on if at < len(found) - 1 else ''}" for at, piece in enumerate(found)
    ]


def _cut(text: str, longest: int) -> Iterator[str]:
    """Yield the text in pieces, at ends of lines where these come in time."""
    while cell_length(text) > longest:
        end = _fitting(text, longest)
        line_end = text.rfind("\n", int(end * _LINE_END_SHARE), end)
        if line_end > 0:
            end = line_end + 1
        yield text[:end]
        text = text[end:]
    yield text


def _fitting(text: str, longest: int) -> int:
    """Return how many characters of a text make at most so many units of UTF-16."""
    head = text[:longest]
    return len(head.encode("utf-16-le", "surrogatepass")[: 2 * longest].decode("utf-16-le", "ignore"))
