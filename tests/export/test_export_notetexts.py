"""The texts of a long list of notes: byte for byte those of the notes' objects, whatever stands in the rows."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.export.noteform import note_dict
from plantui.export.notekeys import kind_dict, late_dict, stage_dict
from plantui.export.notetexts import NoteTexts
from plantui.model.event import Event, Stage, StageKind
from plantui.model.note import Note, RevisionKind
from plantui.model.stages import NoteStage, StageState
from plantui.model.terms import Status
from plantui.model.text import escaped_json
from plantui.store.ledger.note_cells import NoteCells
from plantui.store.ledger.plain_rows import plain_or_note
from plantui.store.ledger.records import Value, note_of
from tests.support.plan_strategies import texts

REQUIREMENT = '[{"phrase":"六月底前","due":"2024-06-30","clause":"","done":true,"done_on":null,"percent":60}]'
EVIDENCE = '[{"kind":"link","place":"https://x","name":"\\u2028","day":"2024-06-30","size":null,"sha256":""}]'
STAGED = StageState(
    NoteStage.RETURNED,
    Event(
        "e",
        Stage("moved", StageKind.RETURNED, "缺\u202e证"),
        "李",
        datetime(2024, 7, 1, tzinfo=UTC),
        date(2024, 7, 1),
    ),
    is_reopened=True,
)
STAGES = {"moved": STAGED}
PLAIN = NoteCells(
    "an-id",
    "plan",
    "task",
    "市水利局",
    "in_progress",
    "开工",
    60,
    "",
    "",
    "2024-06-30",
    "",
    "",
    "",
    "",
    "王芳",
    "2024-06-30T08:00:00.000000Z",
    "written",
    None,
    "an-id",
)

CELLS: dict[str, st.SearchStrategy[Value]] = {
    **dict.fromkeys(
        ("plan", "task", "department", "progress", "problems", "next_steps", "reason", "author"), texts
    ),
    "id": st.sampled_from(["moved", "late", '"', ""]),
    "status": st.sampled_from([*(status.value for status in Status), "?"]),
    "percent": st.one_of(st.none(), st.integers(-1, 101), st.sampled_from(["50", "5 0"])),
    "as_of": st.sampled_from(["2023-01-01", "20240630", "2024-W26-7", "", "2024-06-31", "2024年"]),
    "requirements": st.sampled_from(["[]", REQUIREMENT, "{"]),
    "actuals": st.sampled_from(["[]", "?"]),
    "evidence": st.sampled_from(["[]", EVIDENCE]),
    "written_at": st.sampled_from(
        [
            "2024-06-30T08:00:00.000120Z",
            "2024-06-30T08:00:00Z",
            "2024-06-30T08:00:00.000000+08:00",
            "2024-W26-7T08:00:00.000000Z",
            "2024-06-30T24:00:00.000000Z",
            "2024-06-30T08:61:00.000000Z",
            "２０２４-06-30T08:00:00.000000Z",
            "2024-06-30T08:00:00.000000",
            "2024-06-30 08:00:00.000000Z",
        ]
    ),
    "kind": st.sampled_from([*(kind.value for kind in RevisionKind), "?"]),
    "supersedes": st.sampled_from([None, "", "before"]),
}
"""Odd values of the cells by column."""


@st.composite
def rows(draw: st.DrawFn) -> tuple[Value, ...]:
    """Draw a plain row with some cells replaced by odd ones."""
    columns = draw(st.lists(st.sampled_from([*CELLS]), max_size=6))
    return tuple(PLAIN._replace(**{column: draw(CELLS[column]) for column in columns}))  # type: ignore[arg-type]


def by_object(note: Note, late: frozenset[str] | None, *, with_kind: bool) -> str:
    """Return the text by way of the note and its object."""
    kind = kind_dict(note) if with_kind else {}
    found = note_dict(note) | kind | stage_dict(STAGES.get(note.id)) | late_dict(note, late)
    return escaped_json(json.dumps(found, ensure_ascii=False))


def expected(row: tuple[Value, ...], late: frozenset[str] | None, *, with_kind: bool) -> str | None:
    """Return the text that a row has by way of its note, None where no note can be made of it."""
    try:
        note = note_of(row)
    except ValueError:
        return None
    return by_object(note, late, with_kind=with_kind)


@given(st.lists(rows(), max_size=4), st.sampled_from([None, frozenset({"late"})]), st.booleans())
def test_rows_have_the_texts_of_their_notes(
    given_rows: list[tuple[Value, ...]], late: frozenset[str] | None, with_kind: bool
) -> None:
    writer = NoteTexts(STAGES, with_kind=with_kind)
    for row in given_rows:
        try:
            text = writer.text(plain_or_note(row), late)
        except ValueError:
            text = None
        assert text == expected(row, late, with_kind=with_kind)


@pytest.mark.parametrize("late", [None, frozenset({"late"})])
@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"percent": None},
        {"percent": 0},
        {"id": "moved"},
        {"id": "late"},
        {"supersedes": "before", "kind": "retracted"},
        {"progress": '两段\n\n"引号" \\ \x1b[31m \u2028', "problems": "缺\u202e款"},
        {"department": "\x9b", "author": "\u2066"},
        {"written_at": "2024-06-30T08:00:00.120000Z"},
    ],
)
def test_plain_rows_pass_as_their_cells(changed: dict[str, Value], late: frozenset[str] | None) -> None:
    row = PLAIN._replace(**changed)  # type: ignore[arg-type]
    read = plain_or_note(row)
    assert isinstance(read, NoteCells)
    assert NoteTexts(STAGES, with_kind=True).text(read, late) == expected(row, late, with_kind=True)


@pytest.mark.parametrize(
    "changed",
    [
        {"requirements": REQUIREMENT},
        {"percent": "60"},
        {"supersedes": ""},
        {"as_of": ""},
        {"as_of": "20240630"},
        {"written_at": "2024-W26-7T08:00:00.000000Z"},
        {"plan": 5},
    ],
)
def test_other_rows_become_notes(changed: dict[str, Value]) -> None:
    row = PLAIN._replace(**changed)  # type: ignore[arg-type]
    assert plain_or_note(row) == note_of(row)
    assert not isinstance(plain_or_note(row), NoteCells)


def test_what_many_rows_have_in_common_does_not_stick() -> None:
    """A stage, a light or a kind of one row says nothing of the next."""
    writer = NoteTexts(STAGES, with_kind=True)
    for ident, kind in (
        ("moved", "written"),
        ("an-id", "written"),
        ("late", "retracted"),
        ("moved", "written"),
    ):
        row = PLAIN._replace(id=ident, kind=kind)
        late = frozenset({"late"})
        assert writer.text(row, late) == expected(row, late, with_kind=True)
