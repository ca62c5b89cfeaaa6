"""Values that plantui never writes are told with column and value in the reader's language, never in Python's words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from plantui.model.terms import Language
from plantui.store.ledger import Ledger, LedgerDamaged
from plantui.words import Words
from plantui.words.catalogue import topic
from tests.support.ledger_samples import BUREAU, JUNE, KEY, Clock, said

PYTHON = re.compile(
    r"\w+Error\b|not a valid|isoformat|literal|codec|NoneType|object|Expecting|argument|<class"
)
"""Words by which Python tells of values."""

CELLS = [
    ("status", "nice", "nice"),
    ("percent", 101, "101"),
    ("percent", "viel", "viel"),
    ("as_of", "2024-13-01", "2024-13-01"),
    ("written_at", "gestern", "gestern"),
    ("written_at", "2024-06-30T12:00:00", "2024-06-30T12:00:00"),
    ("kind", "what", "what"),
    ("progress", b"\xff", ""),
    ("requirements", "{", "{"),
    ("requirements", '[{"phrase":"x"}]', "phrase"),
    ("actuals", "[1]", "[1]"),
    ("evidence", '[{"kind":"smell"}]', "smell"),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with one note."""
    with Ledger(tmp_path / "ledger.db", "张三", Clock()) as made:
        made.add(KEY, BUREAU, said("一", 10))
        yield made


def spoil(ledger: Ledger, table: str, column: str, cell: object) -> None:
    """Put a cell into the file behind the ledger's back."""
    ledger.settle()
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute(f"DROP TRIGGER {table}_no_update")
        value = "CAST(? AS TEXT)" if isinstance(cell, bytes) else "?"
        connection.execute(f"UPDATE {table} SET {column} = {value}", (cell,))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("column", "cell", "shown"), CELLS)
def test_a_row_is_named_with_column_and_value(
    ledger: Ledger, column: str, cell: object, shown: str, language: Language
) -> None:
    spoil(ledger, "note", column, cell)
    with Ledger(ledger.path, "李四", Clock()) as other:
        (row,) = other.unreadable_rows()
        other.notes()
        other.latest(JUNE)
        other.evidence(JUNE)
        rows = [row, *other.unreadable]
    for one in rows:
        told = Words(language)("ledger.unreadable_row", **one.facts)
        assert column in told
        assert shown in told
        assert not PYTHON.search(told)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("column", "cell", "shown"), CELLS)
def test_a_ledger_that_is_refused_for_it_says_the_same(
    ledger: Ledger, tmp_path: Path, column: str, cell: object, shown: str, language: Language
) -> None:
    """Whole ledgers of other desks are refused, and one note of the own ledger that was asked for by its id."""
    note = ledger.notes()[0].id
    spoil(ledger, "note", column, cell)
    with Ledger(tmp_path / "own.db", "李四", Clock()) as own:
        own.add(KEY, BUREAU, said("二"))
        with pytest.raises(LedgerDamaged) as refused:
            own.receive(ledger.path)
        assert len(own.notes()) == 1
    told = [Words(language).error(refused.value)]
    with Ledger(ledger.path, "李四", Clock()) as other, pytest.raises(LedgerDamaged) as refused:
        other.history(note)
    told.append(Words(language).error(refused.value))
    for one in told:
        assert not PYTHON.search(one.replace(str(tmp_path), ""))
    assert shown in told[0] or column in told[0]


def test_every_reason_is_a_part_of_a_sentence_in_both_languages() -> None:
    reasons = {key: texts for key, texts in topic("ledger").items() if key.startswith("unsound.")}
    assert len(reasons) > 20
    for chinese, english in reasons.values():
        assert not chinese.endswith("。") and not english.endswith(".")
        assert re.search(r"[\u4e00-\u9fff]", chinese)
        assert not PYTHON.search(english)
