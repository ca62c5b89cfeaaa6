"""Files of other systems told by the root of their XML: every import asks, so it loads no library and no writer."""

from __future__ import annotations

import re

from .stratml.terms import ROOTS

HEAD = 1 << 14
"""Bytes at the beginning of a file in which its root stands."""
_ROOT = re.compile(
    rb"(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s)*+<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL | re.IGNORECASE,
)
"""Declarations and comments that may stand before the root of a document, and the root's name."""
_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
FORMATS_BY_ROOT = dict.fromkeys(ROOTS, "stratml")
"""The formats that can be read, by the roots of their files."""


def format_of(head: bytes) -> str:
    """Return the format of another system that a file has, by its beginning; empty for other files."""
    if head.startswith(_WIDE_BOMS):
        head = head.decode("utf-16", "replace").encode()
    found = _ROOT.match(head.removeprefix(_BOM))
    return FORMATS_BY_ROOT.get(found[1].decode(errors="replace"), "") if found else ""
