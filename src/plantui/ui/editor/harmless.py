"""Control characters in notes: the text field holds them in disguise, shows their pictures, gives them back.

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
_DISGUISE = {code: _PLANE + code for code in _CONTROLS}
_ORIGINAL = {hidden: code for code, hidden in _DISGUISE.items()}
_PICTURE = dict.fromkeys(_ORIGINAL, "\N{REPLACEMENT CHARACTER}")
_PICTURE |= {_PLANE + code: chr(0x2400 + code) for code in range(0x20)}
_PICTURE |= {_PLANE + 0x09: " ", _PLANE + 0x7F: "\N{SYMBOL FOR DELETE}"}

_CONTROL = re.compile(f"[{re.escape(''.join(map(chr, _CONTROLS)))}]")
_HIDDEN = re.compile(f"[{''.join(map(chr, _ORIGINAL))}]")


def disguised(text: str) -> str:
    """The text as the field may hold it. Line ends that are all CR LF stay line ends; a stray CR is shown."""
    windows = text.count("\r\n")
    if windows and windows == text.count("\r") == text.count("\n"):
        return "\r\n".join(disguised(line) for line in text.split("\r\n"))
    return text.translate(_DISGUISE) if _CONTROL.search(text) else text


def undisguised(text: str) -> str:
    """The text as it was before `disguised`."""
    return text.translate(_ORIGINAL) if _HIDDEN.search(text) else text


def pictured(text: str) -> str:
    """What to draw for disguised text: the same number of characters and cells."""
    return text.translate(_PICTURE) if _HIDDEN.search(text) else text
