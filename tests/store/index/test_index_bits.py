"""Sets of tasks as integers do what Python's sets do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.store.index import bits

rows = st.integers(0, 700)
row_sets = st.frozensets(rows, max_size=60)
counts = st.integers(0, 300)


def as_int(wanted: frozenset[int]) -> int:
    """The integer, made the slow way."""
    return sum(1 << row for row in wanted)


@given(row_sets)
def test_from_rows_and_back(wanted: frozenset[int]) -> None:
    found = bits.from_rows(wanted)

    assert found == as_int(wanted)
    assert list(bits.rows_of(found)) == sorted(wanted)
    assert found.bit_count() == len(wanted)


@given(st.lists(rows))
def test_order_and_repetition_do_not_count(wanted: list[int]) -> None:
    assert bits.from_rows(iter(wanted)) == as_int(frozenset(wanted))


@given(rows, counts)
def test_span(first: int, count: int) -> None:
    assert list(bits.rows_of(bits.span(first, count))) == list(range(first, first + count))


@given(row_sets, row_sets)
def test_integers_do_what_sets_do(one: frozenset[int], other: frozenset[int]) -> None:
    a, b = bits.from_rows(one), bits.from_rows(other)

    assert list(bits.rows_of(a & b)) == sorted(one & other)
    assert list(bits.rows_of(a | b)) == sorted(one | other)
    assert list(bits.rows_of(a & ~b)) == sorted(one - other)


@given(row_sets, rows, counts, st.integers(0, 20))
def test_count_in(wanted: frozenset[int], first: int, count: int, more: int) -> None:
    """Also in bytes that are longer than they need be, and beyond their end."""
    packed = as_int(wanted).to_bytes(88 + more, "little")

    assert bits.count_in(packed, first, count) == len([row for row in wanted if first <= row < first + count])


@given(st.integers(0, 40), st.integers(0, 40))
def test_count_in_a_full_set(first: int, count: int) -> None:
    """Every bit to the edge counts, wherever the edges lie within a byte."""
    assert bits.count_in(b"\xff" * 10, first, count) == count


@given(row_sets, rows, counts)
def test_slice_rows(wanted: frozenset[int], first: int, count: int) -> None:
    expected = [row for row in sorted(wanted) if first <= row < first + count]

    assert list(bits.slice_rows(as_int(wanted), first, count)) == expected


@given(row_sets)
def test_packing_and_back(wanted: frozenset[int]) -> None:
    assert bits.unpack(bits.pack(as_int(wanted))) == as_int(wanted)


def test_a_packed_set_is_small() -> None:
    """Most facet values have few tasks of many, or all of them."""
    assert len(bits.pack(bits.span(0, 100_000))) < 200
    assert len(bits.pack(1 << 100_000)) < 200


@pytest.mark.parametrize("found", [0, 1, 255, 256, 1 << 63, 1 << 64, (1 << 64) - 1])
def test_edges_of_bytes(found: int) -> None:
    assert bits.from_rows(bits.rows_of(found)) == found
    assert bits.unpack(bits.pack(found)) == found


@given(wanted=st.frozensets(st.integers(0, 3000), max_size=40), extra=st.integers(0, 20))
def test_flags(wanted: frozenset[int], extra: int) -> None:
    found = bits.from_rows(wanted)
    count = found.bit_length() + extra

    assert [row for row, flag in enumerate(bits.flags(found, count)) if flag] == sorted(wanted)
    assert len(bits.flags(found, count)) >= count


@given(st.lists(st.integers(0, 700), max_size=300))
def test_numbered(numbers: list[int]) -> None:
    """Of many groups, and of some rows in none."""
    groups = [
        bits.from_rows(row for row, one in enumerate(numbers) if one == group) for group in range(1, 701)
    ]

    assert list(bits.numbered(groups, len(numbers))) == numbers


@given(wanted=st.frozensets(st.integers(0, 20_000), max_size=5), dense=st.integers(0, 300))
def test_rows_of_sparse_and_dense_sets(wanted: frozenset[int], dense: int) -> None:
    assert list(bits.rows_of(bits.from_rows(wanted) | bits.span(0, dense))) == sorted(
        wanted | set(range(dense))
    )
