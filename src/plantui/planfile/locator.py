"""Finds the line of a key in a TOML text. The standard parser gives no positions, so this runs only when a
file has a problem: a scan for headers, keys, strings and brackets that never fails, whatever the text is.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right

Place = tuple[str | int, ...]
"""Where something stands in a file: `("tasks", 3, "deadlines", 1, "due")`, counted from 0."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"[ \t]*+")
_GAP = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_REST_OF_LINE = re.compile(r"[^\n]*+")
_SCALAR = re.compile(r"[^,\]}\n#]*+")
_STRING = re.compile(
    r'"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"{3,5}'
    r"|'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}"
    r'|"(?!"")(?:[^"\\\n]++|\\[^\n])*+"'
    r"|'(?!'')[^'\n]*+'",
    re.DOTALL,
)
_DEEPEST = 40
"""Nesting beyond this is not followed; no key of the format lies deeper than three."""


def place_text(place: Place) -> str:
    """The place as people read it: `tasks[3].deadlines[1].due`."""
    text = ""
    for part in place:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            name = part if _BARE.fullmatch(part) else '"' + part.replace('"', '\\"') + '"'
            text += f".{name}" if text else name
    return text


class Locator:
    """Every key of one TOML text with the line where it stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pos = 0
        self._offsets: dict[Place, int] = {}
        self._counts: dict[Place, int] = {}
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._scan()

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place found, in the order of the text."""
        return tuple(self._offsets)

    def line(self, place: Place) -> int:
        """The line of the key, or of the nearest thing around it that is written down; at least 1."""
        for length in range(len(place), 0, -1):
            offset = self._offsets.get(place[:length])
            if offset is not None:
                return bisect_right(self._line_starts, offset)
        return 1

    def place_at(self, line: int) -> Place:
        """The last key that begins on or before a line: the one whose value the line belongs to."""
        end = self._line_starts[line] if line < len(self._line_starts) else len(self._text) + 1
        found: Place = ()
        for place, offset in self._offsets.items():
            if offset >= end:
                break
            found = place
        return found

    def _scan(self) -> None:
        table: Place = ()
        while self._skip(_GAP) < len(self._text):
            start = self._pos
            if self._text.startswith("[", start):
                table = self._header(start)
            else:
                self._assignment(table, 0)
            self._skip(_REST_OF_LINE)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self._text, self._pos)
        if match:
            self._pos = match.end()
        return self._pos

    def _found(self, place: Place, offset: int) -> None:
        self._offsets.setdefault(place, offset)

    def _header(self, start: int) -> Place:
        is_array = self._text.startswith("[[", start)
        self._pos += 2 if is_array else 1
        parts = self._key()
        place: Place = ()
        for index, part in enumerate(parts):
            place += (part,)
            self._found(place, start)
            if is_array and index == len(parts) - 1:
                self._counts[place] = self._counts.get(place, 0) + 1
            if place in self._counts:
                place += (self._counts[place] - 1,)
                self._found(place, start)
        return place

    def _key(self) -> list[str]:
        parts: list[str] = []
        while True:
            self._skip(_BLANK)
            start = self._pos
            if match := _BARE.match(self._text, start):
                parts.append(match.group())
            elif match := _STRING.match(self._text, start):
                parts.append(_unquoted(match.group()))
            else:
                return parts
            self._pos = match.end()
            self._skip(_BLANK)
            if not self._text.startswith(".", self._pos):
                return parts
            self._pos += 1

    def _assignment(self, table: Place, depth: int) -> None:
        start = self._pos
        place = table
        for part in self._key():
            place = (*place, part)
            self._found(place, start)
        if place != table and self._text.startswith("=", self._pos):
            self._pos += 1
            self._skip(_BLANK)
            self._value(place, depth)

    def _value(self, place: Place, depth: int) -> None:
        first = self._text[self._pos : self._pos + 1]
        if first in ("[", "{") and depth < _DEEPEST:
            self._brackets(place, depth + 1, "]" if first == "[" else "}")
        elif first in ('"', "'"):
            if _STRING.match(self._text, self._pos):
                self._skip(_STRING)
            elif self._text.startswith(first * 3, self._pos):
                self._pos = len(self._text)
            else:
                self._skip(_REST_OF_LINE)
        else:
            self._skip(_SCALAR)

    def _brackets(self, place: Place, depth: int, closing: str) -> None:
        self._pos += 1
        index = 0
        while self._skip(_GAP) < len(self._text):
            start = self._pos
            char = self._text[start]
            if char == closing:
                self._pos += 1
                return
            if char == ",":
                self._pos += 1
            elif closing == "]":
                self._found((*place, index), start)
                self._value((*place, index), depth)
                index += 1
            else:
                self._assignment(place, depth)
            if self._pos == start:
                self._pos += 1


def _unquoted(written: str) -> str:
    if "\\" not in written:
        return written.strip("\"'")
    try:
        text: str = tomllib.loads(f"key = {written}")["key"]
    except tomllib.TOMLDecodeError:
        return written  # an impossible escape: shown as it is written
    return text
