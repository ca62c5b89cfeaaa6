"""Fixtures of the editor's tests."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plantui.store.ledger import Ledger
from tests.support.editor_host import clock


@pytest.fixture(autouse=True)
def beijing_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times of day are shown as local time."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger at 09:12 in Beijing, that waits no time worth mentioning for others."""
    with Ledger(tmp_path / "ledger.db", "张三", clock=clock, busy_seconds=0.05) as ledger:
        yield ledger
