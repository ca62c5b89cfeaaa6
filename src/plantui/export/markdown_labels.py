"""Labels in bold before Markdown, as the language sets them."""

from __future__ import annotations

from functools import lru_cache

from plantui.words import Words

from .marks import cell

_PLACE = "\0"
"""Place of a text in a sentence; no text that was made Markdown has this sign."""


def named(words: Words, key: str, marked: str) -> str:
    """Return a label of the catalogue in bold and Markdown behind it."""
    return labelled(words, words(key), marked)


def labelled(words: Words, label: str, marked: str) -> str:
    """Return a label in bold and Markdown behind it."""
    before, after = around(words, label)
    return f"{before}{marked}{after}"


@lru_cache
def around(words: Words, label: str) -> tuple[str, str]:
    """Return what stands before and after Markdown that has a label."""
    before, _, after = words("export.labelled", label=f"**{cell(label)}**", text=_PLACE).partition(_PLACE)
    return before, after
