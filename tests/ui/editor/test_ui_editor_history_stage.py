"""The stage of a note in the history of its task."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.model.event import Stage, StageKind
from plantui.model.terms import Language
from plantui.store.ledger import NewEvent
from plantui.ui.editor.history import NoteHistory
from plantui.ui.widgets.row_list import RowList
from tests.support.main_host import (
    FIRST_TASK,
    TODAY,
    app_in,
    go_to_task,
    ledger_in,
    settle,
    with_notes,
)


@pytest.mark.parametrize(("language", "stage"), [(Language.ZH, "已退回"), (Language.EN, "returned")])
async def test_the_history_names_the_stage_and_the_reason(
    tmp_path: Path, language: Language, stage: str
) -> None:
    """At 80 columns the stage is still in the row; its reason stands whole below the list."""
    with_notes(tmp_path)
    ledger = ledger_in(tmp_path)
    (note,) = ledger.notes(key=FIRST_TASK)
    for kind, reason in ((StageKind.SUBMITTED, ""), (StageKind.RETURNED, "数字[2023]不符")):
        ledger.record([NewEvent(Stage(note.id, kind, reason), TODAY, FIRST_TASK, note.department)])
    async with app_in(tmp_path, language=language).run_test(size=(120, 36)) as pilot:
        await go_to_task(pilot)
        await pilot.press("8")
        await settle(pilot)
        history = pilot.app.screen
        assert isinstance(history, NoteHistory)
        revisions = history.query_one(RowList)
        painted = ["".join(text for text, _ in revisions.painter(one, 118)) for one in revisions.rows]
        assert ["数字[2023]不符" in line for line in painted] == [False, True]
        narrow = ["".join(text for text, _ in revisions.painter(one, 78)) for one in revisions.rows]
        assert [stage in line for line in narrow] == [False, True]
