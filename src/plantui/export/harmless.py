"""Control characters made visible: text from plans and notes must not steer a terminal or spoil a file."""

from __future__ import annotations

import re

_DELETE = 0x7F
_SHOWN = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_SHOWN[_DELETE] = "␡"
# The 8-bit controls are what ESC and a letter say in 7 bits.
_SHOWN |= {code: f"␛{chr(code - 0x40)}" for code in range(0x80, 0xA0)}
# Half a surrogate pair, as a broken file name gives it, has no form in UTF-8.
_SHOWN |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")

_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(_DELETE, 0xA0), *range(0xD800, 0xE000))}

_NEEDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def harmless(text: str) -> str:
    """The text with control characters as visible signs, tabs as they are and every line end as `\\n`."""
    if not _NEEDS.search(text):
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_SHOWN)


def harmless_json(line: str) -> str:
    """JSON text with the characters escaped that the json module leaves as they are and a terminal obeys."""
    return line.translate(_ESCAPED) if _NEEDS.search(line) else line
