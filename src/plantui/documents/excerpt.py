"""Words of a document as far as a line has room for them."""

from __future__ import annotations

LINE = 60
"""Characters that a quoted line has room for."""


def excerpt(text: str, longest: int = LINE) -> str:
    """Return a text, a longer one cut and with a sign that says so."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
