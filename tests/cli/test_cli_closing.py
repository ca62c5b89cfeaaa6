"""Every command closes what it opened, however it ends."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from plantui.store.index.library import Library
from plantui.store.ledger import Ledger
from tests.support.cli_home import Home

LIBRARY_AND_LEDGER = [
    ["list"],
    ["list", "--department", "没有的局"],
    ["plans"],
    ["show", "zhengzhou"],
    ["show", "zhengzhou", "2"],
    ["stats"],
    ["export", "-f", "csv"],
    ["check"],
    ["note", "list"],
    ["note", "list", "--department", "市工信局"],
    ["note", "add", "zhengzhou", "2", "--department", "市工信局", "--progress", "开工"],
    ["note", "add", "zhengzhou", "2", "--department", "没有的局", "--progress", "开工"],
    ["note", "undo"],
    ["note", "redo"],
    ["config", "set", "department", "市水利局"],
]


@pytest.mark.parametrize("arguments", LIBRARY_AND_LEDGER, ids=" ".join)
def test_nothing_is_left_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    home = Home(tmp_path)
    assert home.add().code == 0
    opened: list[sqlite3.Connection] = []
    _keep_alive(monkeypatch)
    connect = sqlite3.connect

    def connecting(*arguments: Any, **options: Any) -> sqlite3.Connection:
        opened.append(connect(*arguments, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", connecting)
    home.run(*arguments)

    assert opened
    assert [one for one in opened if _is_open(one)] == []


def _keep_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no library and no ledger be forgotten, since these close by themselves what they opened."""
    kept: list[object] = []
    for kind in (Library, Ledger):
        made = kind.__init__

        def making(self: object, *arguments: Any, made: Any = made, **options: Any) -> None:
            made(self, *arguments, **options)
            kept.append(self)

        monkeypatch.setattr(kind, "__init__", making)
    monkeypatch.setattr(Library, "kept_by_the_test", kept, raising=False)


def _is_open(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("select 1")
    except sqlite3.ProgrammingError:
        return False
    return True
