"""Compound files, the boxes of .doc, .xls and their kin: the names of what lies in one, by which its kind is told."""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct, error

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NUMBER = Struct("<I")
_LAST = 0xFFFFFFFA
"""From here on a number is a sign and no sector."""
_SECTORS_AT, _FIRST_SECTORS = 76, 109
"""Where the header lists the sectors of the table of sectors, and how many it has room for."""
_ENTRY = 128
_SMALL, _SMALL_SECTOR = 4096, 64
"""Size below which a part lies in small sectors, and that of one of these."""


def entry_names(content: bytes) -> frozenset[str]:
    """Return the names at the top of a compound file, as far as they can be found."""
    try:
        return frozenset(_names(_Sectors(content).chain(_number(content, 48))))
    except (error, IndexError, UnicodeDecodeError):
        return frozenset()  # cut or damaged: the reader of its form says so


def entry(content: bytes, name: str) -> bytes:
    """Return what an entry of a compound file holds; nothing of one that is not there or cannot be followed."""
    try:
        sectors = _Sectors(content)
        directory = sectors.chain(_number(content, 48))
        root, *others = (directory[at : at + _ENTRY] for at in range(0, len(directory), _ENTRY))
        found = next(one for one in others if _name(one) == name)
        size = _number(found, 120)
        if size >= _SMALL:
            return sectors.chain(_number(found, 116))[:size]
        table, small = sectors.chain(_number(content, 60)), sectors.chain(_number(root, 116))
        return b"".join(_small(table, small, _number(found, 116)))[:size]
    except (error, IndexError, UnicodeDecodeError, StopIteration, ValueError):
        return b""


def _small(table: bytes, sectors: bytes, first: int) -> Iterator[bytes]:
    """Yield small sectors that follow each other; a circle ends where all would be."""
    at = first
    for _ in range(len(sectors) // _SMALL_SECTOR):
        if at >= _LAST:
            return
        yield sectors[at * _SMALL_SECTOR : (at + 1) * _SMALL_SECTOR]
        at = _number(table, at * 4)


class _Sectors:
    """The sectors of a file, and which one follows which."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._size = 1 << min(content[30], 12)
        self._tables = [*self._listed()]

    def chain(self, first: int) -> bytes:
        """Return what stands in a sector and those that follow it; a circle ends where the file would."""
        pieces = []
        sector = first
        for _ in range(len(self._content) // self._size):
            if sector >= _LAST:
                break
            pieces.append(self._at(sector))
            table, place = divmod(sector, self._size // 4)
            sector = _number(self._at(self._tables[table]), place * 4)
        return b"".join(pieces)

    def _listed(self) -> Iterator[int]:
        """Yield the sectors of the table: the first stand in the header, the others in sectors that name their next."""
        for at in range(_FIRST_SECTORS):
            yield _number(self._content, _SECTORS_AT + at * 4)
        more = _number(self._content, 68)
        for _ in range(len(self._content) // self._size):
            if more >= _LAST:
                return
            listed = self._at(more)
            for at in range(0, self._size - 4, 4):
                yield _number(listed, at)
            more = _number(listed, self._size - 4)

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._size
        return self._content[start : start + self._size]


def _names(directory: bytes) -> Iterator[str]:
    """Yield the names of the entries below the root, which hang on each other as a tree."""
    waiting, seen = [_number(directory, 76)], set[int]()
    while waiting:
        at = waiting.pop()
        if at >= _LAST or at in seen:
            continue
        seen.add(at)
        found = directory[at * _ENTRY : (at + 1) * _ENTRY]
        yield _name(found)
        waiting += [_number(found, 68), _number(found, 72)]


def _name(found: bytes) -> str:
    length = int.from_bytes(found[64:66], "little")
    return found[: max(min(length, 64) - 2, 0)].decode("utf-16-le")


def _number(content: bytes, at: int) -> int:
    return int(_NUMBER.unpack_from(content, at)[0])
