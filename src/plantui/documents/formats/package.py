"""Looks into a package such as a .docx, .ods or .ofd, which is a zip file, before anything is unpacked."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

from plantui.model.problem import DataError

from .limits import MEBIBYTE, MOST_MARKUP, MOST_PARTS, MOST_UNPACKED

_ENCRYPTED = 0x1
_BEGINNING = 200


def part_names(content: bytes) -> frozenset[str]:
    """The names of the parts. Raises DataError for a package that is broken, locked or unpacks to too much."""
    try:
        with ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
    except (BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError, OSError) as error:
        raise DataError("formats.damaged", reason=str(error)) from error
    if len(parts) > MOST_PARTS:
        raise DataError("formats.too_many_parts", count=len(parts), most=MOST_PARTS)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise DataError("formats.locked")
    # zipfile never gives more of a part than these sizes say, so a file that lies about them stays bounded, too.
    unpacked = sum(part.file_size for part in parts)
    markup = sum(
        part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels", ".vml"))
    )
    if unpacked > MOST_UNPACKED or markup > MOST_MARKUP:
        raise DataError("formats.unpacks_too_large", size=unpacked // MEBIBYTE, most=MOST_MARKUP // MEBIBYTE)
    return frozenset(part.filename for part in parts)


def folded_name(name: str) -> str:
    """Return a name as parts are compared: capitals make no difference, nor do the strokes of Windows."""
    return name.replace("\\", "/").lower()


def first_part(content: bytes, name: str) -> bytes:
    """Return the beginning of a part of a package whose names are known. Raises DataError for a broken one."""
    try:
        with ZipFile(BytesIO(content)) as package, package.open(name) as part:
            return part.read(_BEGINNING)
    except (BadZipFile, ValueError, NotImplementedError, OSError, zlib_error) as error:
        raise DataError("formats.damaged", reason=str(error)) from error
