"""Numbers as bytes for a file: four bytes each, the lowest first."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence


def packed_numbers(numbers: Iterable[int]) -> bytes:
    """Return the bytes of numbers below 2³²."""
    packed = array("I", numbers)
    if sys.byteorder != "little":
        packed.byteswap()
    return packed.tobytes()


def unpacked_numbers(packed: bytes | memoryview) -> Sequence[int]:
    """Return the numbers behind their bytes, which they go on lying in. Raises ValueError for other bytes."""
    view = memoryview(packed)
    if len(view) % 4:
        raise ValueError("part of a number")
    if sys.byteorder == "little":
        return view.cast("I")
    numbers = array("I", view.tobytes())
    numbers.byteswap()
    return numbers
