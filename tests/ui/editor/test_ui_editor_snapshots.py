"""Pictures of the note editor. They are accepted with `make snapshots`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from plantui.model.terms import Language
from plantui.store.ledger import Ledger
from tests.support.editor_host import KEY, LEAD, Host, content, settle, type_text

Compare = Callable[..., bool]


@pytest.mark.parametrize(
    ("size", "language"),
    [((80, 24), Language.ZH), ((120, 36), Language.ZH), ((80, 24), Language.EN)],
    ids=["80-zh", "120-zh", "80-en"],
)
def test_form(ledger: Ledger, snap_compare: Compare, size: tuple[int, int], language: Language) -> None:
    """The last note carried forward: all fields filled, the cursor in the first, the keys on the last line."""
    last = ledger.add(KEY, LEAD, content("已完成40家企业改造，“两高”项目[2023]20号 [/]；下月完成５家。"))
    app = Host(ledger, last={LEAD: last}, language=language).app()

    async def carry(pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+d")
        await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=carry)


def test_history(ledger: Ledger, snap_compare: Compare) -> None:
    """Two revisions and what is typed; the difference with - and +, the changed characters underlined."""
    note = ledger.add(KEY, LEAD, content())
    note = ledger.edit(note.id, content("已完成45家企业改造。")._replace(next_steps="下月完成5家。"))
    app = Host(ledger, editing=note).app()

    async def open_history(pilot: Pilot[None]) -> None:
        await type_text(pilot, "！")
        await pilot.press("f6")
        await settle(pilot)

    assert snap_compare(app, terminal_size=(80, 24), run_before=open_history)
