"""Control characters in notes: encoded for the text field, drawn as pictures, decoded when the text is taken out.

A terminal acts on ESC, and the text field breaks lines at VT, FF, NEL and others; so none may get into it. Each is
held as a character of a private plane, which has one cell and no meaning, and is drawn as its picture (␛). What
was loaded comes out unchanged.
"""

from __future__ import annotations

import re

from plantui.model.text import TURNING

_PLANE = 0xF0000
_LINE_ENDS = (0x2028, 0x2029)
_CONTROLS = (*(c for c in range(0x20) if c != 0x0A), *range(0x7F, 0xA0), *_LINE_ENDS, *TURNING)
_ENCODED = {code: _PLANE + code for code in _CONTROLS}
_DECODED = {encoded: code for code, encoded in _ENCODED.items()}
_PICTURE = dict.fromkeys(_DECODED, "\N{REPLACEMENT CHARACTER}")
_PICTURE |= {_PLANE + code: chr(0x2400 + code) for code in range(0x20)}
_PICTURE |= {_PLANE + 0x09: " ", _PLANE + 0x7F: "\N{SYMBOL FOR DELETE}"}

_CONTROL = re.compile(f"[{re.escape(''.join(map(chr, _CONTROLS)))}]")
_ENCODED_ONES = re.compile(f"[{''.join(map(chr, _DECODED))}]")


def encode_controls(text: str) -> str:
    """Return the text as the field may hold it. Line ends that are all CR LF stay line ends; a stray CR is shown."""
    windows = text.count("\r\n")
    if windows and windows == text.count("\r") == text.count("\n"):
        return "\r\n".join(encode_controls(line) for line in text.split("\r\n"))
    return text.translate(_ENCODED) if _CONTROL.search(text) else text


def decode_controls(text: str) -> str:
    """Return the text as it was before `encode_controls`."""
    return text.translate(_DECODED) if _ENCODED_ONES.search(text) else text


def visible_controls(text: str) -> str:
    """Return what to draw for an encoded text: as many characters and cells."""
    return text.translate(_PICTURE) if _ENCODED_ONES.search(text) else text
