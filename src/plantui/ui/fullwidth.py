"""Full-width keys of a Chinese input method act like their half-width twins outside text fields."""

from __future__ import annotations

from plantui.model.text import half_width

_CHINESE = {"、": "/", "。": ".", "\u3000": " "}
_NAMES = {"?": "question_mark", "/": "slash", "*": "asterisk", " ": "space", ":": "colon"}


def twin_key(character: str | None) -> str | None:
    """The key that a full-width character stands for, None for any other character."""
    if not character or len(character) != 1:
        return None
    half = _CHINESE.get(character) or half_width(character)
    return None if half == character else _NAMES.get(half, half)
