"""Office packages (ZIP files of parts) whose bytes follow from what is in them: no clock, no machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_YEAR, _LAST_YEAR = 1980, 2107
"""Years that the times in a ZIP file can say."""


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
