"""Sets of tasks as integers: bit n stands for row number n. Python's integers make and, or and count cheap."""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator
from itertools import compress

_POSITIONS: tuple[tuple[int, ...], ...] = tuple(
    tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256)
)
_BIT_OF_BYTE = tuple(bytes(byte >> bit & 1 for byte in range(256)) for bit in range(8))
_SPARSE = 64
"""Rows between two of a set from which on it is read byte by byte."""
_TAKEN = re.compile(rb"[^\x00]+")


def span(first: int, count: int) -> int:
    """Return the set of `count` row numbers from `first` on."""
    return ((1 << count) - 1) << first


def from_rows(rows: Iterable[int]) -> int:
    """Return the set of these row numbers."""
    wanted = list(rows)
    if not wanted:
        return 0
    spread = bytearray(max(wanted) + 1)
    for row in wanted:
        spread[row] = 1
    return from_flags(spread)


def from_flags(spread: bytes | bytearray) -> int:
    """Return the set of the row numbers whose byte is 1; all others are 0."""
    found = 0
    for bit in range(8):
        found |= int.from_bytes(spread[bit::8], "little") << bit
    return found


def union(sets: Iterable[int]) -> int:
    """Return the row numbers that are in any of the sets."""
    found = 0
    for one in sets:
        found |= one
    return found


def rows_of(bits: int) -> array[int]:
    """Return the row numbers of a set, ascending."""
    count = bits.bit_length()
    if bits.bit_count() * _SPARSE > count:
        return array("I", compress(range(count), flags(bits, count)))
    rows = array("I")
    packed = bits.to_bytes((count + 7) // 8, "little")
    for run in _TAKEN.finditer(packed):  # what is between is passed over at once
        for base, byte in enumerate(run[0], run.start()):
            start = base << 3
            rows.extend([start + bit for bit in _POSITIONS[byte]])
    return rows


def flags(bits: int, count: int) -> bytearray:
    """Return a byte for each row number below `count`, and some more: 1 where it is in the set, else 0.

    `count` is at least the set's bit length.
    """
    packed = bits.to_bytes((count + 7) // 8, "little")
    spread = bytearray(len(packed) * 8)
    for bit, table in enumerate(_BIT_OF_BYTE):
        spread[bit::8] = packed.translate(table)
    return spread


def numbered(groups: Iterable[int], count: int) -> array[int]:
    """Return for each row number below `count` the number of the group that it is in, from 1; 0 for none.

    The groups are disjoint, and fewer than 65,536. All rows of a group are numbered at once, as parts of one integer.
    """
    low = high = 0
    for number, group in enumerate(groups, 1):
        if group:
            base = (group & -group).bit_length() - 1
            part = group >> base
            spread = int.from_bytes(flags(part, part.bit_length()), "little")
            low |= spread * (number & 0xFF) << 8 * base
            high |= spread * (number >> 8) << 8 * base
    numbers = bytearray(2 * count)
    for place, plane in enumerate((low, high) if sys.byteorder == "little" else (high, low)):
        numbers[place::2] = plane.to_bytes(count, "little")
    return array("H", bytes(numbers))


def count_in(packed: bytes, first: int, count: int) -> int:
    """Return how many of the `count` row numbers from `first` on are in a set given as little-endian bytes."""
    low, high = first >> 3, (first + count + 7) >> 3
    piece = int.from_bytes(packed[low:high], "little") >> (first & 7)
    return (piece & ((1 << count) - 1)).bit_count()


def slice_rows(bits: int, first: int, count: int) -> Iterator[int]:
    """Return the row numbers of a set from `first` on, `count` at the most considered."""
    piece = (bits >> first) & ((1 << count) - 1)
    return (first + row for row in rows_of(piece))


def pack(bits: int) -> bytes:
    """Return a set as compressed bytes, for the index."""
    return zlib.compress(bits.to_bytes((bits.bit_length() + 7) // 8, "little"), 1)


def unpack(blob: bytes | memoryview) -> int:
    """Return a set from compressed bytes."""
    return int.from_bytes(zlib.decompress(blob), "little")
