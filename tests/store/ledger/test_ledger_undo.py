"""Undo and redo: of whole actions of one author, across restarts, never over somebody else's change."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Language
from plantui.store.ledger import ActionKind, Ledger, UndoConflict
from plantui.store.ledger.undo import Step, next_redo, undoable
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

        assert list(undoable(reversed(log))) == done[::-1]
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


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[Ledger, Ledger]]:
    """The ledgers of two people on one file."""
    mine, theirs = (Ledger(tmp_path / "ledger.db", name, Clock()) for name in ("张三", "李四"))
    yield mine, theirs
    mine.close()
    theirs.close()


def test_undo_goes_on_past_what_somebody_else_changed(desks: tuple[Ledger, Ledger]) -> None:
    """The next earlier action is taken back, what is passed over stays as it is and is named; redo brings back the former."""
    mine, theirs = desks
    mine.add(KEY, BUREAU, said("一", as_of=date(2024, 4, 30)))
    second = mine.add(KEY, BUREAU, said("二", as_of=date(2024, 5, 31)))
    third = mine.add(KEY, BUREAU, said("三"))
    for note in (second, third):
        theirs.edit(note.id, said(f"李四改{note.content.progress}", as_of=note.as_of))

    undone = mine.undo()

    assert undone is not None
    assert [note.content.progress for note in undone.notes] == ["一"]
    assert [one.content for one in undone.passed] == [said("李四改三"), said("李四改二", as_of=second.as_of)]
    assert sorted(one.progress for one in contents(mine)) == ["李四改三", "李四改二"]
    with pytest.raises(UndoConflict) as caught:
        mine.undo()
    assert caught.value.current.content == said("李四改三")
    redone = mine.redo()
    assert redone is not None
    assert redone.passed == ()
    assert sorted(one.progress for one in contents(mine)) == ["一", "李四改三", "李四改二"]


def test_undo_passes_over_all_earlier_actions_on_a_note_changed_by_somebody_else(
    desks: tuple[Ledger, Ledger],
) -> None:
    """Even where the other's text is that of an earlier action: taking that one back would take the other's word back."""
    mine, theirs = desks
    other_day = mine.add(KEY, BUREAU, said("另一天", as_of=date(2024, 5, 31)))
    note = mine.add(KEY, BUREAU, said("一"))
    changed = mine.edit(note.id, said("二"))
    theirs.edit(changed.id, said("一"))

    undone = mine.undo()

    assert undone is not None
    assert [one.chain for one in undone.notes] == [other_day.chain]
    assert [one.content for one in undone.passed] == [said("一")]
    assert contents(mine) == [said("一")]


def test_undo_passes_over_a_whole_action_where_one_of_its_notes_was_changed(
    desks: tuple[Ledger, Ledger],
) -> None:
    """A joint note stays on all its tasks."""
    mine, theirs = desks
    other = TaskKey(KEY.plan, "task-8")
    mine.add(other, BUREAU, said("五月", as_of=date(2024, 5, 31)))
    joint = mine.add_many([KEY, other], BUREAU, said("六月"))
    theirs.edit(joint[0].id, said("李四"))

    undone = mine.undo()

    assert undone is not None
    assert [note.content.progress for note in undone.notes] == ["五月"]
    assert [(one.key, one.content) for one in undone.passed] == [(KEY, said("李四"))]
    assert {note.key: note.content.progress for note in mine.notes()} == {KEY: "李四", other: "六月"}


def test_undo_in_two_ledgers_goes_on_past_what_came_in_changed(tmp_path: Path) -> None:
    """The same where the other's change came in from another ledger."""
    clock = Clock()
    with (
        closing(Ledger(tmp_path / "mine.db", "张三", clock)) as mine,
        closing(Ledger(tmp_path / "theirs.db", "李四", clock)) as theirs,
    ):
        mine.add(KEY, BUREAU, said("五月", as_of=date(2024, 5, 31)))
        note = mine.add(KEY, BUREAU, said("六月"))
        theirs.receive(mine.path)
        theirs.edit(note.id, said("李四"))
        mine.receive(theirs.path)

        undone = mine.undo()

        assert undone is not None
        assert [one.author for one in undone.passed] == ["李四"]
        assert contents(mine) == [said("李四")]
