"""Plan and note text as it may be shown: it shows as itself and does nothing."""

from __future__ import annotations

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if code != 0x0A}
_PICTURES |= {0x09: "    ", 0x7F: "\u2421"}
_PICTURES |= dict.fromkeys(range(128, 160), "�")
# Marks that turn the direction of the text after them: a name could pass for another.
_PICTURES |= dict.fromkeys((0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069), "\ufffd")
_PICTURES |= {0x2028: "\n", 0x2029: "\n"}


def visible(text: str) -> str:
    """The text with every control character replaced by its picture (␛ for ESC); line ends stay."""
    return text.replace("\r\n", "\n").translate(_PICTURES)


def one_line(text: str) -> str:
    """The visible text on one line."""
    return " ".join(visible(text).split("\n"))
