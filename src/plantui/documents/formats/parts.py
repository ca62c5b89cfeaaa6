"""The parts of a package, those of an .xlsx and a .docx found by their relationships: of a strict one as of a usual one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

from plantui.model.problem import DataError

from .markup import refuse_declarations, tree_of
from .package import folded_name

if TYPE_CHECKING:
    from lxml.etree import _Element


def is_on(written: str | None) -> bool:
    """Return whether an attribute of XML says yes."""
    return written in ("1", "true", "on")


class Parts:
    """The parts of a package. Raises DataError for XML that is damaged or declares entities."""

    def __init__(self, content: bytes) -> None:
        self._package = ZipFile(BytesIO(content))
        self._names = {folded_name(name): name for name in self._package.namelist()}

    def has(self, name: str) -> bool:
        """Return whether a part is there."""
        return folded_name(name) in self._names

    def tree(self, name: str) -> _Element | None:
        """Return the root of a part; None for a part that is not there."""
        return tree_of(self.read(name)) if self.has(name) else None

    def read(self, name: str) -> bytes:
        """Return the bytes of a part that is there."""
        try:
            return self._package.read(self._names[folded_name(name)])
        except (BadZipFile, OSError, KeyError, zlib_error) as error:
            raise DataError("formats.damaged", reason=str(error)) from error

    def elements(self, name: str, *names: str) -> Iterator[_Element]:
        """Yield the elements of these names in a part, one at a time; none of a part that is not there."""
        from lxml.etree import XMLSyntaxError, iterparse

        if not self.has(name):
            return
        tags = [f"{{*}}{one}" for one in names]
        walk = iterparse(
            BytesIO(self.read(name)), events=("end",), tag=tags, resolve_entities=False, no_network=True
        )
        try:
            for _, element in walk:
                yield element
                element.clear()
        except XMLSyntaxError as error:
            raise DataError("formats.damaged", reason=str(error)) from error
        refuse_declarations(walk.root)

    def targets(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part relates to: id → (last word of the relation's type, name of the part)."""
        folder, _, file = name.rpartition("/")
        root = self.tree(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        found = {}
        for one in root if root is not None else ():
            if one.get("TargetMode") != "External" and one.get("Id"):
                target = one.get("Target", "")
                path = (
                    target[1:]
                    if target.startswith("/")
                    else posixpath.normpath(posixpath.join(folder, target))
                )
                found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], path)
        return found

    def main(self, usual: str) -> str:
        """Return the name of the part that holds the document or the workbook: `usual` where nothing says it."""
        return next((path for kind, path in self.targets("").values() if kind == "officeDocument"), usual)

    def content_type(self, name: str) -> str:
        """Return what a part is, as the package says of it or of all with its ending; empty where it says nothing."""
        types = self.tree("[Content_Types].xml")
        part, ending = folded_name(f"/{name}"), folded_name(name).rpartition(".")[2]
        found = ""
        for one in types if types is not None else ():
            if folded_name(one.get("PartName", "")) == part:
                return str(one.get("ContentType", ""))
            if one.get("Extension", "").lower() == ending:
                found = one.get("ContentType", "")
        return found
