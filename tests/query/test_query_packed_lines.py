"""Lines packed in blocks: each comes back by its number, however many were added in however many goes."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.query import packed_lines
from plantui.query.packed_lines import PackedLines
from plantui.query.packed_numbers import packed_numbers, unpacked_numbers

lines = st.lists(st.binary(max_size=6).filter(lambda line: b"\n" not in line), max_size=9)


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_lines, "_OF_BLOCK", 3)
    monkeypatch.setattr(packed_lines, "_UNPACKED", 2)


@given(st.lists(lines, max_size=4))
def test_lines_come_back_by_their_numbers(goes: list[list[bytes]]) -> None:
    packed = PackedLines.of(())
    for more in goes:
        packed = packed.with_lines(more)
    expected = [*chain(*goes)]
    for found in (packed, PackedLines.unpacked(packed.places, memoryview(packed.blocks))):
        assert len(found) == len(expected)
        assert [*found] == expected
        assert [found[number] for number in range(len(expected), 0, -1)] == expected[::-1]


def test_lines_that_are_added_leave_the_full_blocks() -> None:
    packed = PackedLines.of([b"1", b"2", b"3", b"4"])
    later = packed.with_lines([b"5"])
    end = unpacked_numbers(packed.places)[1]
    assert later.blocks[:end] == packed.blocks[:end]
    assert [*packed] == [b"1", b"2", b"3", b"4"]


@pytest.mark.parametrize("places", [[5], [3, 7], [4, 7], [4, 7, 9], [4, 7, 7], [0, 3]])
def test_places_that_are_not_those_of_the_blocks_are_refused(places: list[int]) -> None:
    blocks = bytes(8)
    with pytest.raises(ValueError, match="blocks"):
        PackedLines.unpacked(packed_numbers(places), blocks)


def test_a_part_of_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="number"):
        unpacked_numbers(b"12345")


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_numbers_come_back(numbers: list[int]) -> None:
    packed = packed_numbers(numbers)
    assert packed == b"".join(one.to_bytes(4, "little") for one in numbers)
    assert [*unpacked_numbers(packed)] == numbers
