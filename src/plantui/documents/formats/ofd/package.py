"""The parts of an OFD file by the locations that its own XML gives."""

from __future__ import annotations

import posixpath
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as zlib_error

from plantui.model.problem import DataError

from ..markup import tree_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMED_IN_UTF_8 = 0x800
_ENTRY, _LOCKS = "ofd.xml", "encryptions.xml"


def is_ofd(names: frozenset[str]) -> bool:
    """Return whether a package with these parts is an OFD file, encrypted or not."""
    return any(_folded(name) in (_ENTRY, _LOCKS) for name in names)


class OfdPackage:
    """An opened OFD file. Raises DataError for one that is encrypted."""

    def __init__(self, content: bytes) -> None:
        self._zip = ZipFile(BytesIO(content))
        self._parts: dict[str, ZipInfo] = {}
        for part in self._zip.infolist():
            for name in _names_of(part):
                self._parts.setdefault(_folded(name), part)
        if _LOCKS in self._parts:
            raise DataError("formats.locked")

    def entry(self) -> str:
        """Return the name of the part with which reading begins."""
        return _ENTRY

    def find(self, location: str, beside: str) -> str | None:
        """Return the part at a location that another part gives, seen from its folder or, as some write it, from the root."""
        folder = posixpath.dirname(beside)
        places = ["/" + location] if location.startswith(("/", "\\")) else [f"{folder}/{location}", location]
        return next((name for place in places if (name := _folded(place)) in self._parts), None)

    def tree(self, name: str) -> _Element:
        """Return the root of a part. Raises DataError for one that is damaged or not there."""
        return tree_of(self.content(name))

    def content(self, name: str) -> bytes:
        """Return what a part holds. Raises DataError for one that is damaged or not there."""
        part = self._parts.get(_folded(name))
        if part is None:
            raise DataError("formats.damaged", reason=name)
        try:
            return self._zip.read(part)
        except (BadZipFile, OSError, EOFError, NotImplementedError, zlib_error) as error:
            raise DataError("formats.damaged", reason=str(error)) from error


def _names_of(part: ZipInfo) -> list[str]:
    """Return what a part may be called: a name that is not marked as UTF-8 is written in whatever its program uses."""
    if part.flag_bits & _NAMED_IN_UTF_8 or part.filename.isascii():
        return [part.filename]
    names = [part.filename]
    raw = part.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            names.append(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return names


def _folded(name: str) -> str:
    """Return a name as parts are compared: without its way of writing folders, capitals and the root."""
    return posixpath.normpath("/" + name.strip().replace("\\", "/")).lstrip("/").lower()
