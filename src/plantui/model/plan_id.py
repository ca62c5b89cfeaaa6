"""Ids of plans that files become."""

from __future__ import annotations

import re


def slug(name: str) -> str:
    """Return a plan's id from a file's name."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    return re.sub(r"[^\w.-]+", "-", stem).strip("-.") or "plan"
