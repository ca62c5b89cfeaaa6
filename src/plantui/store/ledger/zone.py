"""The office's time zone: found out on the machine that makes a ledger, stored in it, and read from it anywhere.

A name of the IANA database ("Asia/Shanghai") where the machine has one, else its distance from UTC ("+08:00").
"""

from __future__ import annotations

import os
import re
from datetime import timedelta, timezone, tzinfo
from pathlib import Path
from time import localtime

from . import errors

_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
_LOCAL_ZONE = Path("/etc/localtime")
"""Link by which a Unix system names the zone it is in."""
_SYSTEM_DATABASE = Path("/usr/share/zoneinfo")
_DATABASE = "zoneinfo/"
"""The part of a zone file's path that stands before the zone's name."""


def machine_zone() -> str:
    """Return the name of the zone that this machine is in: the variable TZ, else the system's setting."""
    named = os.environ.get("TZ", "").removeprefix(":") or _system_zone()
    return named if named and _named(named) else _offset_now()


def is_local(name: str) -> bool:
    """Return whether the system's own local time is that of the zone, so that no database has to be loaded for it."""
    named = os.environ.get("TZ", "").removeprefix(":")
    if not named:
        return name == _system_zone()
    # A system without that zone's file would take TZ for UTC.
    return name == named and (_SYSTEM_DATABASE / name).is_file()


def zone_of(name: str, path: Path) -> tzinfo:
    """Return the zone that a ledger names. Raises LedgerDamaged for one that no system knows."""
    if found := _OFFSET.fullmatch(name):
        sign, hours, minutes = found.groups()
        distance = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(-distance if sign == "-" else distance)
    zone = _named(name)
    if zone is None:
        raise errors.LedgerDamaged("ledger.zone_unknown", path, zone=name)
    return zone


def _named(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None  # TZ may hold a rule such as CST-8, or the path of a file


def _system_zone() -> str:
    place = os.path.realpath(_LOCAL_ZONE).replace(os.sep, "/")
    return place.partition(_DATABASE)[2]


def _offset_now() -> str:
    minutes = localtime().tm_gmtoff // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
