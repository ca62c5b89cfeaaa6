"""A clock that is set back and forth between two savings: what was saved last counts, and undo takes that back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from plantui.store.ledger import Ledger
from tests.reliability.soak import CLOCKS, SEED
from tests.support.ledger_samples import BUREAU, KEY, said

STEPS = 60
_JUMPS = (
    *(timedelta(0), timedelta(microseconds=1), timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)),
    *(timedelta(days=400), timedelta(days=4000)),
)


class JumpingClock:
    """A clock that somebody sets wrong, right, and wrong again."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._moment = datetime(2024, 6, 30, 4, tzinfo=UTC)

    def __call__(self) -> datetime:
        jump = self._chance.choice(_JUMPS)
        self._moment += jump if self._chance.random() < 0.5 else -jump
        if not 1980 < self._moment.year < 2090:
            self._moment = datetime(2024, 6, 30, 4, tzinfo=UTC)
        return self._moment


@pytest.mark.parametrize("seed", range(SEED, SEED + CLOCKS))
def test_the_last_saving_counts_whatever_the_clock_says(tmp_path: Path, seed: int) -> None:
    """Two windows of one author add, edit, retract, undo and redo; a plain model says what is to be seen."""
    chance = Random(seed)
    clock = JumpingClock(chance)
    windows = [Ledger(tmp_path / "ledger.db", "张三", clock) for _ in range(2)]
    seen: dict[str, str] = {}
    undone: list[dict[str, str]] = []
    done: list[dict[str, str]] = []
    for number in range(STEPS):
        ledger = chance.choice(windows)
        deed = chance.choice(["add", "add", "edit", "edit", "retract", "undo", "undo", "redo"])
        notes = ledger.notes()
        if deed in {"undo", "redo"}:
            before, after = (done, undone) if deed == "undo" else (undone, done)
            moved = ledger.undo() if deed == "undo" else ledger.redo()
            assert (moved is not None) == bool(before)
            if before:
                after.append(seen)
                seen = before.pop()
        elif deed == "add" or not notes:
            note = ledger.add(KEY, BUREAU, said(f"{number}"))
            done, undone, seen = [*done, seen], [], {**seen, note.chain: f"{number}"}
        else:
            one = chance.choice(notes)
            done, undone = [*done, seen], []
            if deed == "edit":
                ledger.edit(one.id, said(f"{number}"))
                seen = {**seen, one.chain: f"{number}"}
            else:
                ledger.retract(one.id)
                seen = {chain: text for chain, text in seen.items() if chain != one.chain}
        for window in windows:
            assert {note.chain: note.content.progress for note in window.notes()} == seen
    for window in windows:
        assert window.faults() == []
        window.close()
