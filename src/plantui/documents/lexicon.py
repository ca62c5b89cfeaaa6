"""Words of this field that several stages look for."""

from __future__ import annotations

from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of these words, the first ones first."""
    return "|".join(words)
