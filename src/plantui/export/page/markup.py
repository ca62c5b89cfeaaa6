"""Text inside HTML: whatever a plan or a note says stays text, and shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from plantui.model.text import TURNING_CLASS, one_line, with_visible_controls

# One line without a control or a sign of markup, that is nearly every text.
_PLAIN = re.compile(
    rf"[^\x00-\x1f\"&'<>\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff{TURNING_CLASS}]*"
).fullmatch


def text(written: str) -> str:
    """Return the text for the content of an element; its lines stay lines."""
    return escape(with_visible_controls(written)).replace("\n", "<br>")


def texts(column: Iterable[str]) -> list[str]:
    """Return the `text` of each cell of a column."""
    return [one if _PLAIN(one) else text(one) for one in column]


def attribute(written: str) -> str:
    """Return the text for the value of an attribute between double quotes: one line."""
    return escape(one_line(written))
