"""Packages of Word that are written in other ways than python-docx knows, as it knows them."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAME = re.compile(_STRICT + rb"(\w+)/(\w+)")
_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_KIND = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document\.macroEnabled|template\.macroEnabledTemplate)"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml"
)
"""What a template and a document with macros call their main part."""
_USUAL_KIND = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

_TYPE_OF_PART = re.compile(rb"<(?:\w+:)?(?:Override|Default)\b[^>]*\bdoc[xm]\"[^>]*>")
"""How a part is listed that is a whole document: python-docx takes it for XML and stops at it,
findings/python-docx-embedded-documents.sh."""


def usual_package(content: bytes) -> bytes:
    """Return a package as an ordinary .docx: one that is Strict Open XML, a template, a document with macros (.docm), has
    names with the strokes of Windows, or other documents that stand in it whole. An ordinary one is returned as it is."""
    with ZipFile(BytesIO(content)) as package:
        names = {name: name.replace("\\", "/") for name in package.namelist()}
        usual = {new: old for old, new in names.items()}
        is_strict = _STRICT in package.read(usual[_RELATIONS])
        types = package.read(usual[_TYPES])
        of_parts = _TYPE_OF_PART.sub(_as_part, _KIND.sub(_USUAL_KIND, types))
        if not (is_strict or of_parts != types or any(old != new for old, new in names.items())):
            return content
        written = BytesIO()
        with ZipFile(written, "w", ZIP_STORED) as made:
            for old, name in names.items():
                part = package.read(old)
                if is_strict and name.endswith((".xml", ".rels")):
                    part = _NAME.sub(_namespace, part)
                made.writestr(name, of_parts if name == _TYPES else part)
        return written.getvalue()


def _as_part(match: re.Match[bytes]) -> bytes:
    return match[0].replace(_USUAL_KIND, _USUAL_KIND.removesuffix(b".main+xml"))


def _namespace(match: re.Match[bytes]) -> bytes:
    return b"http://schemas.openxmlformats.org/" + match[1] + b"/2006/" + match[2]
