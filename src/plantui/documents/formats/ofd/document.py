"""The pages of all documents of an OFD file, in their order, each with the templates that it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plantui.model.problem import DataError

from ..limits import MOST_PAGES
from ..markup import local
from .numbers import rectangle
from .package import OfdPackage

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAPER = (0.0, 0.0, 210.0, 297.0)
"""Left, top, width and height in millimetres of a page that does not tell."""


@dataclass(slots=True)
class PageParts:
    """What is drawn on a page, in its order."""

    contents: list[_Element]
    """The page and its templates."""
    area: tuple[float, float, float, float]
    resources: Resources


@dataclass(slots=True)
class Resources:
    """The fonts and drawings that the pages of a document share."""

    package: OfdPackage
    parts: list[str]
    _fonts: dict[str, str] | None = None
    _drawings: dict[str, _Element] = field(default_factory=dict)
    _pictures: dict[str, str] = field(default_factory=dict)

    def font(self, ident: str) -> str:
        """Return the name of a font; empty for one that is not named."""
        self._read()
        return (self._fonts or {}).get(ident, "")

    def drawing(self, ident: str) -> _Element | None:
        """Return a drawing that stands on several pages; None for what is none."""
        self._read()
        return self._drawings.get(ident)

    def picture(self, ident: str) -> bytes | None:
        """Return the file of a picture; None where it is not there. Raises DataError for a damaged one."""
        self._read()
        name = self._pictures.get(ident)
        return None if name is None else self.package.content(name)

    def _read(self) -> None:
        if self._fonts is not None:
            return
        self._fonts = {}
        for part in self.parts:
            root = self.package.tree(part)
            folder = root.get("BaseLoc") or ""
            for element in root.iter("{*}Font", "{*}CompositeGraphicUnit", "{*}MultiMedia"):
                ident = element.get("ID", "")
                match local(element):
                    case "Font":
                        self._fonts[ident] = element.get("FontName") or ""
                    case "CompositeGraphicUnit":
                        self._drawings[ident] = element
                    case _:
                        self._note_picture(ident, element, folder, part)

    def _note_picture(self, ident: str, element: _Element, folder: str, part: str) -> None:
        file = _child(element, "MediaFile")
        location = (file.text or "").strip() if file is not None else ""
        # The folder of a document's pictures is given; some programs write it before each name once more.
        found = self.package.find(f"{folder}/{location}", part) or self.package.find(location, part)
        if location and found is not None:
            self._pictures[ident] = found


def pages_of(package: OfdPackage) -> Iterator[PageParts]:
    """Yield the pages. Raises DataError for a part that is missing, and for more pages than are read."""
    count = 0
    for name in _documents(package):
        root = package.tree(name)
        document = _Document(package, name, root)
        for page in _descendants(root, "Pages", "Page"):
            count += 1
            if count > MOST_PAGES:
                raise DataError("formats.too_many_pages", most=MOST_PAGES)
            yield document.page(page.get("BaseLoc") or "")


def attachments_of(package: OfdPackage) -> Iterator[str]:
    """Yield the names of all files that are attached to the documents. Raises DataError for a list that is damaged."""
    for name in _documents(package):
        location = _child(package.tree(name), "Attachments")
        part = None if location is None else package.find(location.text or "", name)
        for one in () if part is None else package.tree(part).iter("{*}Attachment"):
            file = _child(one, "FileLoc")
            yield one.get("Name") or (file.text or "" if file is not None else "")


class _Document:
    """One document of the file."""

    def __init__(self, package: OfdPackage, name: str, root: _Element) -> None:
        self._package = package
        self._name = name
        common = _child(root, "CommonData")
        shared = () if common is None else common
        self._templates = {
            one.get("ID", ""): one.get("BaseLoc") or "" for one in shared if local(one) == "TemplatePage"
        }
        self._read: dict[str, _Element] = {}
        self._area = _area(common, "PageArea") or _PAPER
        parts = (
            package.find(one.text or "", name) for one in shared if local(one) in ("PublicRes", "DocumentRes")
        )
        self._resources = Resources(package, [part for part in parts if part is not None])

    def page(self, location: str) -> PageParts:
        """Return a page by its location."""
        root = self._tree(location)
        contents = [*self._templates_of(root, ()), root]
        return PageParts(contents, _area(root, "Area") or self._area, self._resources)

    def _templates_of(self, root: _Element, through: tuple[str, ...]) -> Iterator[_Element]:
        for one in root:
            if local(one) != "Template":
                continue
            ident = one.get("TemplateID", "")
            if ident in through:
                raise DataError("formats.refers_to_itself", part=self._templates.get(ident) or ident)
            if ident in self._templates:
                if ident not in self._read:
                    self._read[ident] = self._tree(self._templates[ident])
                template = self._read[ident]
                yield from self._templates_of(template, (*through, ident))
                yield template

    def _tree(self, location: str) -> _Element:
        return self._package.tree(self._package.find(location, self._name) or location)


def _documents(package: OfdPackage) -> Iterator[str]:
    """Yield the root part of each document, of one that was revised that of its current version."""
    entry = package.entry()
    for body in package.tree(entry):
        if local(body) != "DocBody":
            continue
        root = _child(body, "DocRoot")
        name = (root.text or "").strip() if root is not None else ""
        beside = entry
        for version in _descendants(body, "Versions", "Version"):
            location = package.find(version.get("BaseLoc") or "", entry)
            if version.get("Current") == "true" and location is not None:
                current = _child(package.tree(location), "DocRoot")
                if current is not None and (current.text or "").strip():
                    name, beside = (current.text or "").strip(), location
        yield package.find(name, beside) or name


def _area(parent: _Element | None, name: str) -> tuple[float, float, float, float] | None:
    found = None if parent is None else _child(parent, name)
    physical = None if found is None else _child(found, "PhysicalBox")
    return None if physical is None else rectangle(physical.text)


def _child(parent: _Element, name: str) -> _Element | None:
    return next((one for one in parent if local(one) == name), None)


def _descendants(parent: _Element, outer: str, inner: str) -> Iterator[_Element]:
    for group in parent:
        if local(group) == outer:
            yield from (one for one in group if local(one) == inner)
