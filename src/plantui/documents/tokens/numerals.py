"""Numbers as Chinese documents write them: digits, 二〇二五, 十五, 三分之一."""

from __future__ import annotations

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "O": 0,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}

HAN = "[零〇○一二三四五六七八九十百千两]"
"""One character of a number in words."""


def value_of(text: str) -> int | float | None:
    """The value of a number in digits or in words; None where the text is no number."""
    plain = text.replace(",", "").strip()
    if plain.replace(".", "", 1).isdecimal():
        return float(plain) if "." in plain else int(plain)
    if not plain or any(char not in _DIGITS and char not in _PLACES for char in plain):
        return None
    if not any(char in _PLACES for char in plain):
        return int("".join(str(_DIGITS[char]) for char in plain))
    total, digit = 0, 0
    for char in plain:
        if char in _PLACES:
            total += (digit or 1) * _PLACES[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def whole_number(text: str, otherwise: int = 0) -> int:
    """The value of a whole number in digits or in words; `otherwise` where the text is no number."""
    return int(value_of(text) or otherwise)
