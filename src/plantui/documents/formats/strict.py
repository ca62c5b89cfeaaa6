"""Strict Open XML, whose names are others for the same things, in the names that every program writes by default."""

from __future__ import annotations

import re

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAME = re.compile(_STRICT + rb"(\w+)/(\w+)")


def usual_names(part: bytes) -> bytes:
    """Return a part with the usual names; one that has them is returned as it is."""
    return _NAME.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", part) if _STRICT in part else part
