"""The formulas of an .xls and what the file holds as their results, which the library that reads its cells does not tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from struct import Struct, error

from .compound import SIGNATURE, entry
from .workbook.shown import Formula, Place

_RECORD = Struct("<HH")
_SHEET = Struct("<IBB")
_TABLE = 0
"""The kind of a sheet that has cells."""
_CELL = Struct("<HH2x8sH")
_BEGINS, _ENDS = frozenset((0x0809, 0x0409, 0x0209, 0x0009)), 0x000A
_LISTED_SHEET = 0x0085
_FORMULAS = frozenset((0x0006, 0x0206, 0x0406))
_EMPTY_TEXT = b"\x03"
_NO_NUMBER = b"\xff\xff"
_NOUGHT = bytes(8)
_TO_BE_WORKED_OUT = 0x02
"""The sign of a formula that is to be worked out when the file is opened."""
_NAMES = ("Workbook", "Book")


def formulas_of(content: bytes) -> list[Mapping[Place, Formula]]:
    """Return for each sheet of cells, in the order of the workbook, the places of its formulas and whether they have results.

    What cannot be followed has none: then the reader of cells refuses the file.
    """
    stream = content
    if content.startswith(SIGNATURE):
        stream = next((found for name in _NAMES if (found := entry(content, name))), b"")
    try:
        listed = [_SHEET.unpack_from(data) for kind, data in _part(stream, 0) if kind == _LISTED_SHEET]
        return [dict(_formulas(stream, start)) for start, _, kind in listed if kind == _TABLE]
    except error:
        return []


def _formulas(stream: bytes, start: int) -> Iterator[tuple[Place, Formula]]:
    for kind, data in _part(stream, start):
        if kind not in _FORMULAS:
            continue
        row, column, result, signs = _CELL.unpack_from(data)
        is_empty = result.startswith(_EMPTY_TEXT) and result.endswith(_NO_NUMBER)
        is_nought = result == _NOUGHT and bool(signs & _TO_BE_WORKED_OUT)
        yield Place(row + 1, column + 1), Formula.UNSURE if is_empty or is_nought else Formula.WORKED_OUT


def _part(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of the globals or a sheet from its beginning to its end, without those of charts inside."""
    depth = 0
    while at + _RECORD.size <= len(stream):
        kind, length = _RECORD.unpack_from(stream, at)
        at += _RECORD.size
        if kind in _BEGINS:
            depth += 1
        elif kind == _ENDS:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, stream[at : at + length]
        at += length
