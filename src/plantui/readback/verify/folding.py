"""Spellings that count as the same in a report that came back."""

from __future__ import annotations

from unicodedata import normalize


def squeezed(text: str) -> str:
    """Return the form in which two spellings of a text compare equal: width and blanks do not count."""
    return "".join(normalize("NFKC", text).split())
