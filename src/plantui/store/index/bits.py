"""Sets of tasks as integers: bit n stands for row number n. Python's integers make and, or and count cheap."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator

_POSITIONS: tuple[tuple[int, ...], ...] = tuple(
    tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256)
)


def span(first: int, count: int) -> int:
    """Return the set of `count` row numbers from `first` on."""
    return ((1 << count) - 1) << first


def from_rows(rows: Iterable[int]) -> int:
    """Return the set of these row numbers."""
    wanted = list(rows)
    if not wanted:
        return 0
    packed = bytearray(max(wanted) // 8 + 1)
    for row in wanted:
        packed[row >> 3] |= 1 << (row & 7)
    return int.from_bytes(packed, "little")


def union(sets: Iterable[int]) -> int:
    """Return the row numbers that are in any of the sets."""
    found = 0
    for one in sets:
        found |= one
    return found


def rows_of(bits: int) -> array[int]:
    """Return the row numbers of a set, ascending."""
    rows = array("I")
    packed = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    for base, byte in enumerate(packed):
        if byte:
            start = base << 3
            rows.extend([start + bit for bit in _POSITIONS[byte]])
    return rows


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


def unpack(blob: bytes) -> int:
    """Return a set from compressed bytes."""
    return int.from_bytes(zlib.decompress(blob), "little")
