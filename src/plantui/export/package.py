"""Office packages (ZIP files of parts) whose bytes follow from what is in them: no clock, no machine."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from datetime import date
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_YEAR, _LAST_YEAR = 1980, 2107
"""Years that the times in a ZIP file can say."""
_LOCAL_TIME = 10
"""Place of time and day in the head of a part."""
_LISTED_SYSTEM, _LISTED_TIME, _LISTED_RIGHTS = 5, 12, 38
"""Places of the system, of time and day, and of the rights of a part in the list at the end."""
_LISTED_LENGTHS, _LISTED_HEAD = 28, 46
"""Place of the lengths of name, extra fields and comment of a part in the list, and the length of what is before them."""


def rewrite_package(
    source: BinaryIO, target: BinaryIO, day: date, parts: Mapping[str, Iterable[bytes]] | None = None
) -> None:
    """Write a package again with the day as the time of each part, in the same order of parts.

    `parts` gives the new content of some of them in pieces, which are not held in memory together.
    """
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            pieces = (parts or {}).get(info.filename)
            with new.open(_entry(info.filename, day), "w", force_zip64=pieces is not None) as part:
                if pieces is None:
                    part.write(old.read(info))
                    continue
                for piece in pieces:
                    part.write(piece)


def _entry(name: str, day: date) -> ZipInfo:
    year = min(max(day.year, _FIRST_YEAR), _LAST_YEAR)
    entry = ZipInfo(name, (year, day.month, day.day, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0  # the same on every system
    entry.external_attr = 0
    return entry


def set_package_day(stream: BinaryIO, day: date) -> None:
    """Give each part of a finished package the day as its time, and take system and rights of its file away.

    It does for a large package what `rewrite_package` does for a small one, without packing the parts once more. `stream`
    can be read, written and sought in.
    """
    with ZipFile(stream) as package:
        heads = [part.header_offset for part in package.infolist()]
        listed = package.start_dir
    year, month, day_of_month, *_ = _entry("", day).date_time
    moment = struct.pack("<HH", 0, year - _FIRST_YEAR << 9 | month << 5 | day_of_month)
    for head in heads:
        _put(stream, head + _LOCAL_TIME, moment)
        _put(stream, listed + _LISTED_SYSTEM, b"\0")
        _put(stream, listed + _LISTED_TIME, moment)
        _put(stream, listed + _LISTED_RIGHTS, b"\0\0\0\0")
        stream.seek(listed + _LISTED_LENGTHS)
        listed += _LISTED_HEAD + sum(struct.unpack("<HHH", stream.read(6)))
    stream.seek(0, 2)


def _put(stream: BinaryIO, place: int, content: bytes) -> None:
    stream.seek(place)
    stream.write(content)
