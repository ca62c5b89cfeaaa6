"""Content lines of a calendar (RFC 5545), byte for byte as icalendar writes them.

icalendar makes an object of each value and folds a line character by character, which takes 1.5 ms an event; these take 0.05.
A text keeps its `\\N` here, of which icalendar makes a line end.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

_LONGEST = 74
"""Octets of a line or of a part of one; the blank before a further part makes it 75."""
_CONTINUES = 0b1000_0000
"""The first two bits of an octet that is not the first of its character."""


def text_line(name: str, text: str) -> bytes:
    """Return the line of a property whose value is text; its line ends are `\\n`."""
    return content_line(name, _escaped(text))


def list_line(name: str, texts: Iterable[str]) -> bytes:
    """Return the line of a property whose value is a list of texts."""
    return content_line(name, ",".join(map(_escaped, texts)))


def moment_text(moment: datetime) -> str:
    """Return a moment of UTC as calendars write it: `20240630T120000Z`."""
    return f"{day_text(moment.date())}T{moment:%H%M%S}Z"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def content_line(name: str, value: str) -> bytes:
    """Return the line of a property with its value as it stands, in parts where it is too long, with its end."""
    line = f"{name}:{value}".encode()
    if len(line) <= _LONGEST:
        return line + b"\r\n"
    return b"\r\n ".join(_parts(line)) + b"\r\n"


def day_text(day: date) -> str:
    """Return a day as calendars write it: `20240630`."""
    return day.isoformat().replace("-", "")


def _parts(line: bytes) -> Iterable[bytes]:
    """Yield the parts of a line, none of which tears a character or what is escaped."""
    start, whole = 0, len(line)
    while whole - start > _LONGEST:
        end = start + _LONGEST
        while line[end] & 0b1100_0000 == _CONTINUES:
            end -= 1
        if line[end - 1] in b"\\^":
            end -= 1
        yield line[start:end]
        start = end
    yield line[start:]
