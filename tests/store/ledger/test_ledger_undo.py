"""Undo and redo: of whole actions of one author, across restarts, never over somebody else's change."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantui.model.note import NoteContent
from plantui.model.terms import Language
from plantui.store.ledger import ActionKind, Ledger, UndoConflict
from plantui.store.ledger.undo import Step, next_redo, next_undo
from plantui.words import Words
from tests.support.ledger_samples import BUREAU, KEY, Clock, said

DO, UNDO, REDO = ActionKind.ADD, ActionKind.UNDO, ActionKind.REDO


@given(st.lists(st.sampled_from([DO, UNDO, REDO]), max_size=40))
def test_log_says_what_two_stacks_would(wishes: list[ActionKind]) -> None:
    """The log alone gives the same next undo and redo as the textbook's pair of stacks."""
    log: list[Step] = []
    done: list[str] = []
    undone: list[str] = []
    for number, wish in enumerate(wishes):
        name = str(number)
        if wish is DO:
            log.append(Step(name, DO))
            done.append(name)
            undone.clear()
        elif wish is UNDO and done:
            log.append(Step(name, UNDO, done[-1]))
            undone.append(done.pop())
        elif wish is REDO and undone:
            log.append(Step(name, REDO, undone[-1]))
            done.append(undone.pop())

        assert next_undo(reversed(log)) == (done[-1] if done else None)
        assert next_redo(reversed(log)) == (undone[-1] if undone else None)


def contents(ledger: Ledger) -> list[NoteContent]:
    """What counts in the ledger now."""
    return [note.content for note in ledger.notes()]


def act(ledger: Ledger, wish: str, number: int) -> bool:
    """Do what is wished on the first note; False where it cannot be done."""
    notes = ledger.notes()
    if wish == "add":
        ledger.add(KEY, BUREAU, said(f"写 {number}"))
    elif not notes:
        return False
    elif wish == "edit":
        ledger.edit(notes[0].id, said(f"改 {number}", as_of=date(2024, 1, 1 + number)))
    else:
        ledger.retract(notes[-1].id)
    return True


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(["add", "edit", "retract", "undo", "redo", "restart"]), max_size=20))
def test_undo_brings_back_every_earlier_state(wishes: list[str]) -> None:
    """The ledger shows what a list of remembered states shows, also after the program was closed between."""
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        ledger = Ledger(Path(folder) / "ledger.db", "张三", clock)
        states: list[list[NoteContent]] = [[]]
        place = 0
        for number, wish in enumerate(wishes):
            if wish == "undo":
                assert (ledger.undo() is not None) == (place > 0)
                place = max(place - 1, 0)
            elif wish == "redo":
                assert (ledger.redo() is not None) == (place + 1 < len(states))
                place = min(place + 1, len(states) - 1)
            elif wish == "restart":
                ledger.close()
                ledger = Ledger(ledger.path, "张三", clock)
            elif act(ledger, wish, number):
                states[place + 1 :] = [contents(ledger)]
                place += 1
            by_text = sorted(contents(ledger), key=lambda content: content.progress)
            assert by_text == sorted(states[place], key=lambda content: content.progress)
        ledger.close()


def test_undo_and_redo_name_what_they_did(tmp_path: Path) -> None:
    """The kind of action, the task, the department and the day, for a sentence."""
    ledger = Ledger(tmp_path / "ledger.db", "张三", Clock())
    ledger.retract(ledger.edit(ledger.add(KEY, BUREAU, said("一")).id, said("二")).id)

    told = [ledger.undo() for _ in range(4)] + [ledger.redo() for _ in range(4)]

    kinds = [undone.kind if undone else None for undone in told]
    forth = [ActionKind.ADD, ActionKind.EDIT, ActionKind.RETRACT]
    assert kinds == [*reversed(forth), None, *forth, None]
    named = {(note.key, note.department, note.as_of.month) for one in told if one for note in one.notes}
    assert named == {(KEY, BUREAU, 6)}


def test_each_author_undoes_his_own(tmp_path: Path) -> None:
    """On one file."""
    mine, theirs = (Ledger(tmp_path / "ledger.db", name, Clock()) for name in ("张三", "李四"))
    mine.add(KEY, BUREAU, said("张三"))
    theirs.add(KEY, BUREAU, said("李四"))

    mine.undo()

    assert contents(mine) == [said("李四")]
    assert mine.undo() is None


def test_undo_over_somebody_elses_change_is_refused(tmp_path: Path) -> None:
    """Both for undo and redo, told with names; after that change is taken back it works."""
    mine, theirs = (Ledger(tmp_path / "ledger.db", name, Clock()) for name in ("张三", "李四"))
    note = mine.add(KEY, BUREAU, said("张三"))
    theirs.edit(note.id, said("李四"))

    with pytest.raises(UndoConflict) as caught:
        mine.undo()

    assert caught.value.current.content == said("李四")
    assert all("李四" in Words(language).error(caught.value) for language in Language)
    assert contents(mine) == [said("李四")]

    theirs.undo()
    mine.undo()

    assert contents(mine) == []
    with pytest.raises(UndoConflict):
        theirs.redo()
