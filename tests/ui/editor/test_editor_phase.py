"""The phases of the editor: what each event leads to, as a table."""

from __future__ import annotations

import pytest

from plantui.ui.editor.phase import TRANSITIONS, EditorEvent, EditorPhase, next_phase, takes_keys

TABLE = """
              typed    save    ask         leave    move    done    go_on    refused  replaced
editing       editing  saving  confirming  leaving  moving  -       -        -        replaced
confirming    editing  saving  confirming  leaving  moving  -       -        -        replaced
unkept        editing  saving  confirming  closed   moving  -       -        -        replaced
replaced      editing  saving  confirming  leaving  moving  -       -        -        replaced
moving        -        -       -           -        -       -       editing  editing  replaced
saving        -        -       -           -        -       closed  editing  editing  replaced
leaving       -        -       -           -        -       closed  -        unkept   -
closed        -        -       -           -        -       -       -        -        -
"""
HEAD, *ROWS = [line.split() for line in TABLE.strip().splitlines()]


def test_the_table_names_every_phase_and_event() -> None:
    assert [EditorEvent(name) for name in HEAD] == list(EditorEvent)
    assert {EditorPhase(name) for name, *_ in ROWS} == set(EditorPhase) == set(TRANSITIONS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_follows(row: list[str]) -> None:
    phase, *following = row
    expected = [None if name == "-" else EditorPhase(name) for name in following]

    assert [next_phase(EditorPhase(phase), event) for event in EditorEvent] == expected


def test_no_key_comes_between_while_a_thread_is_at_work() -> None:
    at_work = {phase for phase in EditorPhase if not takes_keys(phase)}

    assert at_work == {EditorPhase.MOVING, EditorPhase.SAVING, EditorPhase.LEAVING, EditorPhase.CLOSED}


def test_every_phase_but_the_last_leads_on() -> None:
    """From each phase the editor can be closed: no thread and no question leaves it stuck."""
    for start in EditorPhase:
        reached, waiting = {start}, [start]
        while waiting:
            waiting = [new for old in waiting for new in TRANSITIONS[old].values() if new not in reached]
            reached.update(waiting)
        assert EditorPhase.CLOSED in reached
