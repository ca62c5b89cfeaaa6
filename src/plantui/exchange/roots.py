"""Files of other systems told by the root of their XML: every import asks, so it loads no library and no writer."""

from __future__ import annotations

import re

from .mspdi.terms import ROOT as PROJECT_ROOT
from .stratml.terms import ROOTS

HEAD = 1 << 14
"""Bytes at the beginning of a file in which its root stands."""
_ROOT = re.compile(
    rb"(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s)*+<(?:[\w.-]+:)?([\w.-]+)([^>]*)",
    re.DOTALL | re.IGNORECASE,
)
"""Declarations and comments that may stand before the root of a document, the root's name and its attributes."""
_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
FORMATS_BY_ROOT = {**dict.fromkeys(ROOTS, "stratml"), PROJECT_ROOT: "mspdi"}
"""The formats that can be read, by the roots of their files."""
_NAMESPACES = {PROJECT_ROOT: re.compile(rb"[\"']http://schemas\.microsoft\.com/project(?:/\d{4})?[\"']")}
"""Namespaces that files of a root must name, since other programs have such a root, too: MSBuild for one."""


def format_of(head: bytes) -> str:
    """Return the format of another system that a file has, by its beginning; empty for other files."""
    if head.startswith(_WIDE_BOMS):
        head = head.decode("utf-16", "replace").encode()
    found = _ROOT.match(head.removeprefix(_BOM))
    if not found:
        return ""
    root = found[1].decode(errors="replace")
    needed = _NAMESPACES.get(root)
    return FORMATS_BY_ROOT.get(root, "") if needed is None or needed.search(found[2]) else ""
