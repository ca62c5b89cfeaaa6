"""Finds the line of a key in a TOML text. The standard parser gives no positions, so this runs only when a
file has a problem: a scan for headers, keys, strings and brackets that never fails, whatever the text is.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass

from plantui.model.text import one_line

from .bounds import DEEPEST, shortened

KeyPath = tuple[str | int, ...]
"""Path of a value in a file: `("tasks", 3, "deadlines", 1, "due")`, counted from 0."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"[ \t]*+")
_GAP = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_REST_OF_LINE = re.compile(r"[^\n]*+")
_CLOSERS = {"[": "]", "{": "}"}
_SCALAR = re.compile(r"[^,\]}\n#]*+")
_STRING = re.compile(
    r'"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"{3,5}'
    r"|'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}"
    r'|"(?!"")(?:[^"\\\n]++|\\[^\n])*+"'
    r"|'(?!'')[^'\n]*+'",
    re.DOTALL,
)
_STATEMENT = re.compile(
    r"^[ \t]*(?:\[\[?[ \t]*[A-Za-z][\w.\"'-]*[ \t]*\]\]?[ \t]*$|[A-Za-z][\w.-]*[ \t]*=)", re.MULTILINE
)
"""A line that looks like a header or begins a key's value: inside brackets or a text it tells that the end is missing."""


@dataclass(frozen=True, slots=True)
class OpenedValue:
    """A text or a pair of brackets that is not closed on the line where it begins."""

    opener: str
    place: KeyPath
    """The key whose value it is, or belongs to."""
    start: int
    end: int
    """Offset after the closing sign, or where the scan gave up."""
    is_closed: bool

    @property
    def closer(self) -> str:
        """Return the sign that closes the value."""
        return _CLOSERS.get(self.opener, self.opener)


def key_path_text(place: KeyPath) -> str:
    """Return the place as people read it: `tasks[3].deadlines[1].due`."""
    text = ""
    place = tuple(one_line(shortened(part, 80)) if isinstance(part, str) else part for part in place)
    for part in place:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            name = part if _BARE.fullmatch(part) else '"' + part.replace('"', '\\"') + '"'
            text += f".{name}" if text else name
    return text


class Locator:
    """The keys of one TOML text with the lines where they stand."""

    def __init__(self, text: str) -> None:
        self.opened: list[OpenedValue] = []
        """The values that are not closed on the line where they begin, in the order of their ends."""
        self.too_deep: int | None = None
        """Offset of the first key or bracket that is nested deeper than is followed."""
        self._text = text
        self._pos = 0
        self._offsets: dict[KeyPath, int] = {}
        self._counts: dict[KeyPath, int] = {}
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._scan()

    @property
    def places(self) -> tuple[KeyPath, ...]:
        """Return the places found, in the order of the text."""
        return tuple(self._offsets)

    def line(self, place: KeyPath) -> int:
        """Return the line of the key, or of the nearest thing around it that is written down; at least 1."""
        for length in range(len(place), 0, -1):
            offset = self._offsets.get(place[:length])
            if offset is not None:
                return self.line_of(offset)
        return 1

    def line_of(self, offset: int) -> int:
        """Return the line of a character, from 1."""
        return bisect_right(self._line_starts, offset)

    def offset_of(self, line: int, column: int) -> int:
        """Return the offset of a line's character, both counted from 1; of one beyond the text, the text's end."""
        if line > len(self._line_starts):
            return len(self._text)
        return min(self._line_starts[line - 1] + column - 1, len(self._text))

    def misclosed(self, offset: int) -> OpenedValue | None:
        """Return the value that was opened on an earlier line and whose end the error at `offset` calls in question.

        That is one that is never closed, a text that ends just before the error, and brackets or a text that took in
        lines which look like statements of their own.
        """
        for value in self.opened:
            if value.start > offset:
                continue
            if not value.is_closed:
                return value
            ends_before = value.end <= offset and self.line_of(value.end) >= self.line_of(offset) - 1
            is_text = value.opener not in _CLOSERS
            if is_text and ends_before and not self._text[value.end : offset].strip(" \t"):
                return value
            if (ends_before if is_text else offset <= value.end) and self._holds_statement(value, offset):
                return value
        return None

    def _holds_statement(self, value: OpenedValue, offset: int) -> bool:
        """Return whether a line behind the one where the value begins looks like a statement."""
        first = self._text.find("\n", value.start) + 1
        last = self._text.find("\n", min(offset, value.end))
        return (
            bool(first)
            and _STATEMENT.search(self._text, first, last if last >= 0 else len(self._text)) is not None
        )

    def place_at(self, line: int) -> KeyPath:
        """Return the last key that begins on or before a line: the one whose value the line belongs to."""
        end = self._line_starts[line] if line < len(self._line_starts) else len(self._text) + 1
        found: KeyPath = ()
        for place, offset in self._offsets.items():
            if offset >= end:
                break
            found = place
        return found

    def _scan(self) -> None:
        table: KeyPath = ()
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

    def _found(self, place: KeyPath, offset: int) -> None:
        self._offsets.setdefault(place, offset)

    def _opened(self, opener: str, place: KeyPath, start: int, *, is_closed: bool) -> None:
        if not is_closed or self._text.find("\n", start, self._pos) >= 0:
            self.opened.append(OpenedValue(opener, place, start, self._pos, is_closed))

    def _deep(self, offset: int) -> None:
        if self.too_deep is None:
            self.too_deep = offset

    def _header(self, start: int) -> KeyPath:
        is_array = self._text.startswith("[[", start)
        self._pos += 2 if is_array else 1
        parts = self._key()
        place: KeyPath = ()
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
        """Skip a dotted key and return its parts, those that are followed."""
        parts: list[str] = []
        while True:
            self._skip(_BLANK)
            start = self._pos
            if not (match := _BARE.match(self._text, start) or _STRING.match(self._text, start)):
                return parts
            if len(parts) < DEEPEST:
                parts.append(_unquoted(match.group()))
            else:
                self._deep(start)
            self._pos = match.end()
            self._skip(_BLANK)
            if not self._text.startswith(".", self._pos):
                return parts
            self._pos += 1

    def _assignment(self, table: KeyPath, depth: int) -> None:
        start = self._pos
        place = table
        for part in self._key():
            place = (*place, part)
            self._found(place, start)
        if place != table and self._text.startswith("=", self._pos):
            self._pos += 1
            self._skip(_BLANK)
            self._value(place, depth)

    def _value(self, place: KeyPath, depth: int) -> None:
        first = self._text[self._pos : self._pos + 1]
        if first in _CLOSERS:
            if depth < DEEPEST:
                self._brackets(place, depth + 1, first)
            else:
                self._deep(self._pos)
                self._skip(_SCALAR)
        elif first in ('"', "'"):
            self._quoted(place, first)
        else:
            self._skip(_SCALAR)

    def _quoted(self, place: KeyPath, quote: str) -> None:
        start = self._pos
        opener = quote * 3 if self._text.startswith(quote * 3, start) else quote
        is_closed = _STRING.match(self._text, start) is not None
        if is_closed:
            self._skip(_STRING)
        elif opener == quote:
            self._skip(_REST_OF_LINE)
        else:
            self._pos = len(self._text)
        self._opened(opener, place, start, is_closed=is_closed)

    def _brackets(self, place: KeyPath, depth: int, opener: str) -> None:
        opening = self._pos
        self._pos += 1
        index = 0
        closing = _CLOSERS[opener]
        is_closed = False
        while not is_closed and self._skip(_GAP) < len(self._text):
            start = self._pos
            char = self._text[start]
            if char == closing:
                self._pos += 1
                is_closed = True
            elif char == ",":
                self._pos += 1
            elif closing == "]":
                self._found((*place, index), start)
                self._value((*place, index), depth)
                index += 1
            else:
                self._assignment(place, depth)
            if self._pos == start:
                self._pos += 1
        self._opened(opener, place, opening, is_closed=is_closed)


def _unquoted(written: str) -> str:
    if "\\" not in written:
        return written.strip("\"'")
    try:
        text: str = tomllib.loads(f"key = {written}")["key"]
    except tomllib.TOMLDecodeError:
        return written  # an impossible escape: shown as it is written
    return text
