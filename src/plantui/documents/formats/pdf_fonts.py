"""Fonts of a PDF whose character map stands in the file, as fpdf2 writes them.

pypdf 7.1 reads the codes of such a font one byte at a time, and pdfplumber 0.11 sees no character of it. Here the map is
taken for the one that gives each code itself, which both know, and the widths, which go by the map, are set anew by codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import ArrayObject, DictionaryObject

_SPACES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.S)
_SINGLE = re.compile(rb"begincidchar(.*?)endcidchar", re.S)
_RANGES = re.compile(rb"begincidrange(.*?)endcidrange", re.S)
_CODE = re.compile(rb"<\s*([0-9A-Fa-f]+)\s*>")
_ONE = re.compile(rb"<\s*([0-9A-Fa-f]+)\s*>\s*(\d+)")
_MANY = re.compile(rb"<\s*([0-9A-Fa-f]+)\s*>\s*<\s*([0-9A-Fa-f]+)\s*>\s*(\d+)")
_DIGITS = 4
"""Hexadecimal digits of a code of two bytes."""
_LAST_CODE = 0xFFFF
_DEEPEST = 8
"""How deep drawings within drawings are looked at."""


def with_plain_codes(reader: PdfReader) -> bool:
    """Take maps of two-byte codes in a file's fonts for the usual one; return whether there are any."""
    from pypdf.generic import NameObject

    found = False
    for font in _fonts(reader):
        mapping = _mapping(font)
        if mapping is None:
            continue
        found = True
        font[NameObject("/Encoding")] = NameObject("/Identity-H")
        for one in font.get("/DescendantFonts", ()):
            inner = one.get_object()
            if "/W" in inner:
                inner[NameObject("/W")] = _widths(inner["/W"].get_object(), mapping)
    return found


def recoded(content: bytes) -> bytes:
    """Return a file with plain codes, for another library to read."""
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(BytesIO(content))
    with_plain_codes(reader)
    written = BytesIO()
    PdfWriter(clone_from=reader).write(written)
    return written.getvalue()


def _fonts(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield each font once, those of drawings in pages too."""
    seen: set[int] = set()

    def of_resources(holder: Any, depth: int) -> Iterator[DictionaryObject]:
        resources = holder.get("/Resources")
        if resources is None or depth > _DEEPEST:
            return
        resources = resources.get_object()
        for font in _values(resources.get("/Font")):
            if id(font) not in seen:
                seen.add(id(font))
                yield font
        for drawing in _values(resources.get("/XObject")):
            if id(drawing) not in seen and drawing.get("/Subtype") == "/Form":
                seen.add(id(drawing))
                yield from of_resources(drawing, depth + 1)

    for page in reader.pages:
        yield from of_resources(page, 0)


def _values(group: Any) -> Iterator[Any]:
    from pypdf.generic import DictionaryObject

    entries = None if group is None else group.get_object()
    for entry in entries.values() if isinstance(entries, DictionaryObject) else ():
        value = entry.get_object()
        if isinstance(value, DictionaryObject):
            yield value


def _mapping(font: DictionaryObject) -> dict[int, int] | None:
    """Return which glyph each code means; None for a font without such a map, or without one to characters."""
    from pypdf.generic import StreamObject

    encoding = font.get("/Encoding")
    encoding = None if encoding is None else encoding.get_object()
    if font.get("/Subtype") != "/Type0" or "/ToUnicode" not in font or not isinstance(encoding, StreamObject):
        return None
    data = encoding.get_data()
    codes = [code for space in _SPACES.findall(data) for code in _CODE.findall(space)]
    if not codes or any(len(code) != _DIGITS for code in codes):
        return None
    found: dict[int, int] = {}
    for block in _SINGLE.findall(data):
        found.update((int(code, 16), int(glyph)) for code, glyph in _ONE.findall(block))
    for block in _RANGES.findall(data):
        for first, last, glyph in _MANY.findall(block):
            start, end = int(first, 16), min(int(last, 16), _LAST_CODE)
            found.update((code, int(glyph) + code - start) for code in range(start, end + 1))
    return found


def _widths(widths: ArrayObject, mapping: dict[int, int]) -> ArrayObject:
    """Return the widths of codes, given those of glyphs."""
    from pypdf.generic import ArrayObject, NumberObject

    of_glyphs = dict(_glyph_widths(widths))
    found = ArrayObject()
    for code, glyph in mapping.items():
        if glyph in of_glyphs:
            found += [NumberObject(code), ArrayObject([of_glyphs[glyph]])]
    return found


def _glyph_widths(widths: ArrayObject) -> Iterator[tuple[int, Any]]:
    from pypdf.generic import ArrayObject

    at = 0
    while at + 1 < len(widths):
        first, second = int(widths[at]), widths[at + 1].get_object()
        if isinstance(second, ArrayObject):
            yield from enumerate(second, first)
            at += 2
        elif at + 2 < len(widths):
            for glyph in range(first, min(int(second), _LAST_CODE) + 1):
                yield glyph, widths[at + 2]
            at += 3
        else:
            return
