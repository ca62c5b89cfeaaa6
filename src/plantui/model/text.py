"""Plan and note text as it may leave the program: it shows as itself and does nothing."""

from __future__ import annotations

import re

TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Marks that turn the direction of the text around them: a name could pass for another."""
TURNING_CLASS = "".join(map(chr, TURNING))
"""The marks as part of a character class of a regular expression."""

# Patterns of `re`, compiled by the first text that is not printable: nearly no start meets one.
_NEEDS = rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff{TURNING_CLASS}]"

_CONTROL = rf"[\x00-\x1f\x7f-\x9f\u2028\u2029{TURNING_CLASS}]"

_SHOWN = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_SHOWN[0x7F] = "\u2421"
# The 8-bit controls are what ESC and a letter say in 7 bits.
_SHOWN |= {code: f"\u241b{chr(code - 0x40)}" for code in range(0x80, 0xA0)}
_SHOWN |= {0x2028: "\n", 0x2029: "\n"}
_SHOWN |= dict.fromkeys(TURNING, "\ufffd")
# XML has no place for these two, which are no characters.
_SHOWN |= dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")

_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029, *TURNING)}

_HALVES = r"[\ud800-\udfff]"
"""Half a surrogate pair, as a broken file name gives it, has no form in UTF-8. Tables of them all would cost every start."""

# A Chinese input method writes ASCII signs as wide as its characters. Not NFKC: that makes 62 of 6².
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def half_width(text: str) -> str:
    """Return the text with full-width digits, letters, signs and blanks as their half-width twins."""
    return text if text.isascii() else text.translate(_HALF_WIDTH)


def without_blanks(text: str) -> str:
    """Return the text for comparing what was written with other blanks, or in another width of characters."""
    return "".join(half_width(text).split())


def collation_key(text: str) -> bytes:
    """Return what names sort by: the order of the Chinese national standard, the usual characters by their sound."""
    return half_width(text).casefold().encode("gb18030", "replace")


def is_unicode(text: str) -> bool:
    """Return whether the text can be stored: bytes that were no UTF-8 arrive as halves of characters, which cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def first_control(text: str) -> str:
    """Return the code of the first control character, line end or turning mark, `U+0009`, empty where there is none."""
    found = re.search(_CONTROL, text)
    return f"U+{ord(found[0]):04X}" if found else ""


def with_visible_controls(text: str) -> str:
    """Return the text with control characters as visible signs (␛ for ESC); tabs stay, every line end is `\\n`."""
    if text.isprintable() or not re.search(_NEEDS, text):
        return text  # nearly every text
    shown = text.replace("\r\n", "\n").replace("\r", "\n").translate(_SHOWN)
    return re.sub(_HALVES, "\ufffd", shown)


def visible(text: str) -> str:
    """Return the text as a terminal may paint it: a tab is four blanks, since it would jump over cells."""
    return with_visible_controls(text).replace("\t", "    ")


def one_line(text: str) -> str:
    """Return the visible text on one line."""
    if text.isprintable():
        return text  # nearly every text that is painted
    return " ".join(visible(text).split("\n"))


def escaped_json(line: str) -> str:
    """JSON text with the characters escaped that the json module leaves as they are and a terminal obeys."""
    if line.isprintable() or not re.search(_NEEDS, line):
        return line  # nearly every one
    return re.sub(_HALVES, lambda half: f"\\u{ord(half[0]):04x}", line.translate(_ESCAPED))
