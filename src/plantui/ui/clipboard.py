"""The terminal's clipboard: what reaches it from here, and what does not."""

from __future__ import annotations

from collections.abc import Mapping

LONGEST = 74_994
"""Bytes of text that terminals take at the least: in base64 they are the 100,000 at which some stop."""


def is_held_back(environ: Mapping[str, str]) -> bool:
    """Return whether the program runs inside tmux or screen, which pass no text on to the clipboard by default."""
    inside = environ.get("TMUX") or environ.get("STY")
    return bool(inside) or environ.get("TERM", "").startswith(("tmux", "screen"))
