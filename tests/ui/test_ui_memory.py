"""The memory of open branches: per plan, harmless when lost or spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.query.outline import Folding, NodeKey
from plantui.ui.memory import remember, remembered

FOLDING = Folding(others=frozenset({NodeKey("a"), NodeKey("a", "1"), NodeKey("b")}))


@pytest.mark.parametrize("folding", [FOLDING, Folding(), Folding(all_open=True, others=FOLDING.others)])
def test_what_was_open_comes_back(tmp_path: Path, folding: Folding) -> None:
    remember(tmp_path / "state" / "memory.json", ["a", "b"], folding)

    assert remembered(tmp_path / "state" / "memory.json", ["a", "b"]) == folding


def test_another_library_neither_sees_nor_loses_it(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    remember(path, ["a", "b"], FOLDING)
    unseen = remembered(path, ["c"])
    remember(path, ["c"], Folding(all_open=True))

    assert unseen is None
    assert remembered(path, ["a", "b"]) == FOLDING


@pytest.mark.parametrize("content", ["", "[]", "{", '{"plans": 1}', '{"plans": {"a": []}}', "\x00"])
def test_a_spoilt_memory_is_no_memory(tmp_path: Path, content: str) -> None:
    path = tmp_path / "memory.json"
    path.write_text(content, encoding="utf-8")

    assert remembered(path, ["a"]) is None
