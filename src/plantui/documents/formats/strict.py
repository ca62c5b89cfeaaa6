"""Strict Open XML: the same parts under other namespaces, which python-docx does not know."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAME = re.compile(_STRICT + rb"(\w+)/(\w+)")


def transitional(content: bytes) -> bytes:
    """Return a package with the namespaces that libraries know; one that has them already is returned as it is."""
    with ZipFile(BytesIO(content)) as package:
        if _STRICT not in package.read("_rels/.rels"):
            return content
        written = BytesIO()
        with ZipFile(written, "w", ZIP_STORED) as made:
            for name in package.namelist():
                part = package.read(name)
                is_markup = name.endswith((".xml", ".rels"))
                made.writestr(name, _NAME.sub(_usual, part) if is_markup else part)
        return written.getvalue()


def _usual(match: re.Match[bytes]) -> bytes:
    return b"http://schemas.openxmlformats.org/" + match[1] + b"/2006/" + match[2]
