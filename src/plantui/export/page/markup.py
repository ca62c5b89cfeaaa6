"""Text inside HTML: whatever a plan or a note says stays text, and shows."""

from __future__ import annotations

from html import escape

from plantui.model.text import one_line, with_visible_controls


def text(written: str) -> str:
    """Return the text for the content of an element; its lines stay lines."""
    return escape(with_visible_controls(written)).replace("\n", "<br>")


def attribute(written: str) -> str:
    """Return the text for the value of an attribute between double quotes: one line."""
    return escape(one_line(written))
