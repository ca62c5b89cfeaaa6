"""Signs of this field that recognition takes for others: classes of water, numbers of documents, units."""

from __future__ import annotations

import re
from typing import NamedTuple

_ROMAN = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ"}
_PARTS = {"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V", "l": "I", "|": "I", "1": "I", "v": "V"}
_CLASS = re.compile(r"(?<![A-Za-z0-9ⅠⅡⅢⅣⅤ])[IⅠⅡⅢⅣⅤVvl|1]{1,4}(?=\s?类(?!似|型|别))")
_NUMBER = re.compile(r"[〔\[(（【CcL]((?:19|20)\d\d)[〕\])）】Jj](?=\s?第?\d{1,4}号)")
_PAIRS = {("〔", "〕"), ("[", "]"), ("(", ")"), ("（", "）"), ("【", "】")}
_BRACKETED = re.compile(r"[\[〔]([^\[\]〔〕]{1,12})[\]〕]")
_PLACES = re.compile(r"[省市县区州旗乡镇](?:、[省市县区州旗乡镇])*")
"""What stands in the brackets of a group of places: 各县〔市、区〕."""
_UNIT = re.compile(r"(?<![A-Za-z])([μµu]|m|k)g[/／]m(?:3|'|\"|’)?(?![A-Za-z0-9²³])")


class Mended(NamedTuple):
    """A text with its signs mended, and the places that were: what stood there, and what stands there now."""

    text: str
    changes: tuple[tuple[str, str], ...]


def mended(text: str) -> Mended:
    """Return a recognised text with the signs of this field in it."""
    changes: list[tuple[str, str]] = []

    def note(was: str, now: str) -> str:
        if was != now:
            changes.append((was, now))
        return now

    text = _CLASS.sub(lambda found: note(found[0], _class(found[0])), text)
    text = _NUMBER.sub(lambda found: note(found[0], _number(found)), text)
    text = _BRACKETED.sub(lambda found: note(found[0], _bracketed(found)), text)
    text = _UNIT.sub(lambda found: note(found[0], _unit(found)), text)
    return Mended(text, tuple(changes))


def _class(written: str) -> str:
    if written.isdecimal():
        return written  # 1类 may be meant
    plain = "".join(_PARTS.get(char, char) for char in written)
    return _ROMAN.get(plain, written)


def _number(found: re.Match[str]) -> str:
    written = found[0]
    return written if (written[0], written[-1]) in _PAIRS else f"〔{found[1]}〕"


def _bracketed(found: re.Match[str]) -> str:
    """Return bracketed words with the brackets that were meant where only one of the two was recognised, or neither."""
    ends = {found[0][0], found[0][-1]}
    is_half = len(ends & {"〔", "〕"}) == 1
    return f"〔{found[1]}〕" if is_half or _PLACES.fullmatch(found[1]) else found[0]


def _unit(found: re.Match[str]) -> str:
    first = "μ" if found[1] in "μµu" else found[1]
    return f"{first}g/m³"
