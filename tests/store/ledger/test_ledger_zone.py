"""The office's time zone: fixed when the ledger is made, the same wherever it is read."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from plantui.model.terms import Language
from plantui.store.ledger import Ledger, LedgerDamaged, zone
from plantui.store.ledger.file import APPLICATION_ID
from plantui.store.ledger.migrations import LEDGER
from plantui.words import Words
from tests.support.ledger_samples import BUREAU, KEY, said

EVE = date(2025, 12, 31)
AFTERNOON = datetime(2025, 12, 31, 8, 0, tzinfo=UTC)
NEXT_MORNING = datetime(2025, 12, 31, 23, 30, tzinfo=UTC)
"""07:30 of the next day in Shanghai, still the eve in UTC."""


@pytest.fixture
def machine_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """A way to move this machine to another zone."""

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


def corrected(path: Path) -> None:
    """Make a ledger of a note that was corrected on the morning of the next day."""
    moments = iter([AFTERNOON, NEXT_MORNING])
    with Ledger(path, "张三", lambda: next(moments)) as ledger:
        note = ledger.add(KEY, BUREAU, said("完成六成", 60, EVE))
        ledger.edit(note.id, said("更正", 100, EVE))


@pytest.mark.parametrize("made_in", ["Asia/Shanghai", "CST-8"])
@pytest.mark.parametrize("read_in", ["Asia/Shanghai", "UTC", "America/New_York"])
def test_summary_of_a_past_day_is_the_same_everywhere(
    tmp_path: Path, machine_in: Callable[[str], None], made_in: str, read_in: str
) -> None:
    """Note by note and in the reading of all, also where the machine has only a rule for its zone."""
    machine_in(made_in)
    corrected(tmp_path / "ledger.db")
    machine_in(read_in)

    with Ledger(tmp_path / "ledger.db", "", read_only=True) as ledger:
        assert [note.content.percent for note in ledger.notes(today=EVE)] == [60]
        assert ledger.latest(EVE)[KEY].reports[BUREAU].percent == 60
        assert ledger.reports_of(KEY, date(2026, 1, 1)).reports[BUREAU].percent == 100
        assert ledger.zone_name() == {"CST-8": "+08:00"}.get(made_in, made_in)


def test_ledger_of_an_older_version_gets_the_zone_at_its_first_write(
    tmp_path: Path, machine_in: Callable[[str], None]
) -> None:
    """Reading leaves it to the machine, and the file as it was."""
    path = tmp_path / "ledger.db"
    connection = sqlite3.connect(path, isolation_level=None)
    LEDGER.apply(Database(connection), stop_before="0003_settings_windows")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 2")
    connection.close()
    before = path.read_bytes()

    machine_in("UTC")
    with Ledger(path, "张三") as ledger:
        assert (ledger.notes(today=EVE), ledger.drafts(), ledger.latest(EVE)) == ([], [], {})
        assert ledger.zone_name() is None
    assert path.read_bytes() == before

    machine_in("Asia/Shanghai")
    with Ledger(path, "张三") as ledger:
        ledger.add(KEY, BUREAU, said("一"))
    machine_in("UTC")
    with Ledger(path, "张三") as ledger:
        assert ledger.zone_name() == "Asia/Shanghai"


def test_machines_own_zone_needs_no_database(
    tmp_path: Path, machine_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The office's machines start without loading one; a system that does not know the zone does not count as in it."""
    machine_in("Asia/Shanghai")
    corrected(tmp_path / "ledger.db")
    monkeypatch.setitem(sys.modules, "zoneinfo", None)
    with Ledger(tmp_path / "ledger.db", "") as ledger:
        assert ledger.latest(EVE)[KEY].reports[BUREAU].percent == 60

    monkeypatch.setattr(zone, "_SYSTEM_DATABASE", tmp_path)
    assert not zone.is_local("Asia/Shanghai")


def test_zone_that_no_system_knows(tmp_path: Path, machine_in: Callable[[str], None]) -> None:
    """Is told with its name, and what would help."""
    path = tmp_path / "ledger.db"
    machine_in("UTC")
    corrected(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE setting SET value = 'Mars/Olympus' WHERE name = 'time_zone'")
    connection.close()

    with Ledger(path, "张三") as ledger, pytest.raises(LedgerDamaged) as caught:
        ledger.latest(EVE)

    assert all("Mars/Olympus" in Words(language).error(caught.value) for language in Language)
