"""The figures, paragraphs and tables of a .docx, as JSON: what the process answers that `opening` starts."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from plantui.documents.formats.worker import serve
from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.problem import DataError

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY, _PROPERTIES = "word/document.xml", "docProps/custom.xml"
_BREAKS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}
_LEFT_OUT = frozenset({f"{_WORD}moveFrom", f"{_WORD}del"})
"""Text that somebody has taken out, or moved from here, and that still stands in the file."""


def main() -> None:
    """Answer with the figures of the document on standard input."""
    serve(read_letter)


def read_letter(content: bytes) -> JsonObject:
    """Return the bookmarked texts by name, the paragraphs, the tables and the properties of a document.

    Raises DataError for a damaged one.
    """
    with ZipFile(BytesIO(content)) as package:
        body = _parsed(package.read(_BODY))
        known = package.namelist()
        properties = _parsed(package.read(_PROPERTIES)) if _PROPERTIES in known else None
    reading = _Reading()
    reading.read(body)
    return {
        "figures": reading.figures,
        "paragraphs": [text for text in reading.paragraphs if text.strip()],
        "tables": [_rows(table) for table in body.iter(f"{_WORD}tbl")],
        "properties": dict(_named_values(properties)) if properties is not None else {},
    }


def _parsed(markup: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in markup or b"<!ENTITY" in markup:
        raise DataError("formats.damaged", reason="DOCTYPE")
    try:
        return ElementTree.fromstring(markup)
    except ElementTree.ParseError as error:
        raise DataError("formats.damaged", reason=str(error)) from error


class _Reading:
    """The texts of a document while they are read."""

    def __init__(self) -> None:
        self.figures: dict[str, str] = {}
        self.paragraphs: list[str] = []
        self._open: dict[str, str] = {}
        """The bookmarks that the reading is inside of: their names by their numbers."""

    def read(self, element: ElementTree.Element) -> None:
        """Read an element with all in it, in the order of the text."""
        tag = element.tag
        if tag in _LEFT_OUT:
            return
        if tag == f"{_WORD}p":
            self.paragraphs.append("")
        elif tag == f"{_WORD}bookmarkStart":
            name = element.get(f"{_WORD}name", "")
            self._open[element.get(f"{_WORD}id", "")] = name
            self.figures.setdefault(name, "")
        elif tag == f"{_WORD}bookmarkEnd":
            self._open.pop(element.get(f"{_WORD}id", ""), None)
        elif tag == f"{_WORD}t":
            self._add(element.text or "")
        elif tag in _BREAKS:
            self._add(_BREAKS[tag])
        for inner in element:
            self.read(inner)

    def _add(self, text: str) -> None:
        if self.paragraphs:
            self.paragraphs[-1] += text
        for name in self._open.values():
            self.figures[name] += text


def _rows(table: ElementTree.Element) -> list[Json]:
    return [["".join(_texts(cell)) for cell in row.iter(f"{_WORD}tc")] for row in table.iter(f"{_WORD}tr")]


def _texts(element: ElementTree.Element) -> Iterator[str]:
    reading = _Reading()
    reading.read(element)
    yield from reading.paragraphs


def _named_values(properties: ElementTree.Element) -> Iterator[tuple[str, Json]]:
    for one in properties:
        if name := one.get("name"):
            yield name, "".join(one.itertext())
