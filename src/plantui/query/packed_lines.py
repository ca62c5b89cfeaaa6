"""Very many lines that are alike, packed in compressed blocks; a block is unpacked when a line of it is asked for."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, Self

from .packed_numbers import packed_numbers, unpacked_numbers

_OF_BLOCK = 128
"""Lines in each block but the last one."""
_UNPACKED = 32
"""Blocks that are held unpacked: lines that are asked for together mostly lie together."""
_BREAK = b"\n"


class _Block(NamedTuple):
    """A block unpacked. Held as one piece: many small ones that come and go would leave holes in the memory."""

    text: bytes
    starts: Sequence[int]
    """The place where each line begins, and behind the last one that of a further line."""


class PackedLines:
    """Lines by their numbers, which begin with 1. They do not change: `with_lines` gives those with more."""

    def __init__(self, count: int, ends: Sequence[int], blocks: bytes | memoryview) -> None:
        """Take the number of lines, the place where each block ends, and the blocks one after the other."""
        self._count = count
        self._ends = ends
        self.blocks = blocks
        self._block = lru_cache(_UNPACKED)(self._unpacked)

    @classmethod
    def of(cls, lines: Sequence[bytes]) -> Self:
        """Pack lines, none of which holds a line end."""
        starts = range(0, len(lines), _OF_BLOCK)
        blocks = [zlib.compress(_BREAK.join(lines[start : start + _OF_BLOCK]), 1) for start in starts]
        return cls(len(lines), array("I", accumulate(map(len, blocks))), b"".join(blocks))

    @classmethod
    def unpacked(cls, places: bytes | memoryview, blocks: bytes | memoryview) -> Self:
        """Return lines from what `places` and `blocks` were. Raises ValueError where these do not go together."""
        numbers = unpacked_numbers(places)
        count, ends = (numbers[0], numbers[1:]) if numbers else (0, numbers)
        if len(ends) != -(-count // _OF_BLOCK) or (ends[-1] if ends else 0) != len(blocks):
            raise ValueError("blocks without a place")
        return cls(count, ends, blocks)

    @property
    def places(self) -> bytes:
        """The number of lines and the place where each block ends, for a file."""
        return packed_numbers([self._count, *self._ends])

    def with_lines(self, more: Sequence[bytes]) -> PackedLines:
        """Return these lines with more behind them. Blocks that are full stay as they are."""
        full = self._count // _OF_BLOCK
        end = self._ends[full - 1] if full else 0
        packed = PackedLines.of([*(self._lines(full) if self._count % _OF_BLOCK else ()), *more])
        ends = array("I", [*self._ends[:full], *(end + one for one in packed._ends)])
        return PackedLines(self._count + len(more), ends, bytes(self.blocks[:end]) + packed.blocks)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> bytes:
        at, place = divmod(number - 1, _OF_BLOCK)
        block = self._block(at)
        return block.text[block.starts[place] : block.starts[place + 1] - 1]

    def __iter__(self) -> Iterator[bytes]:
        for block in range(len(self._ends)):
            yield from self._lines(block)

    def _lines(self, block: int) -> list[bytes]:
        return self._text(block).split(_BREAK)

    def _text(self, block: int) -> bytes:
        begin = self._ends[block - 1] if block else 0
        return zlib.decompress(self.blocks[begin : self._ends[block]])

    def _unpacked(self, block: int) -> _Block:
        text = self._text(block)
        lengths = (len(line) + 1 for line in text.split(_BREAK))
        return _Block(text, array("I", accumulate(lengths, initial=0)))
