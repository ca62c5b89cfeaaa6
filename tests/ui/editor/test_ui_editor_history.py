"""The history of a task's notes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.app import App

from plantui.model.note import Note
from plantui.model.terms import Language
from plantui.store.ledger import Ledger
from plantui.ui.editor import HistorySubject, NoteHistory
from plantui.ui.editor.diff import Change, Piece, changes
from plantui.ui.editor.history import revisions_of
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from tests.support.editor_host import KEY, LEAD, OTHER, content, settle


class HistoryApp(App[None]):
    def __init__(self, subject: HistorySubject) -> None:
        super().__init__()
        self.subject = subject

    def on_mount(self) -> None:
        self.push_screen(NoteHistory(self.subject))

    @property
    def seen(self) -> str:
        return "\n".join(strip.text for strip in self.screen._compositor.render_strips())


def subject(ledger: Ledger) -> HistorySubject:
    return HistorySubject(Words(Language.ZH), ledger, KEY, "2.2 实施[重点]行业改造", LEAD)


async def test_revisions_are_listed_with_their_changes(ledger: Ledger) -> None:
    first = ledger.add(KEY, LEAD, content("已完成40家。[/]资金已到位。"))
    ledger.add(KEY, OTHER, content("配合。")._replace(as_of=date(2025, 8, 31)))
    ledger.edit(first.id, content("已完成45家。[/]资金已到位。", 70))
    app = HistoryApp(subject(ledger))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seen = app.seen
        lines = [line.split() for line in seen.splitlines()[1:4]]
        assert [[*line[:4], line[6]] for line in lines] == [
            ["2025-08-31", "填报", "推进中", "60%", OTHER],
            ["2025-09-30", "填报", "推进中", "60%", LEAD],
            ["2025-09-30", "修改", "推进中", "70%", LEAD],
        ]
        assert "2025-10-08 09:12" in seen
        assert "- 60%" in seen and "+ 70%" in seen
        assert "- 已完成40家。" in seen and "+ 已完成45家。" in seen
        assert "（1 句未变）" in seen
        await pilot.press("up")
        await pilot.pause()
        assert "已完成40家。[/]资金已到位。" in app.seen
        assert "+ " not in app.seen
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, NoteHistory)


async def test_retracted_note_stays_visible(ledger: Ledger) -> None:
    ledger.retract(ledger.add(KEY, LEAD, content("误填。")).id)
    app = HistoryApp(subject(ledger))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert "撤回" in app.seen
        assert "误填。" in app.seen


async def test_f1_explains_the_history_and_goes_back(ledger: Ledger) -> None:
    ledger.add(KEY, LEAD, content("已完成40家。"))
    app = HistoryApp(subject(ledger))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        assert "填报记录窗口" in app.seen and "Del" in app.seen
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, NoteHistory)


async def test_empty_history_is_told(ledger: Ledger) -> None:
    app = HistoryApp(subject(ledger))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert "还没有进展" in app.seen


async def test_ledger_that_cannot_be_read_is_told(ledger: Ledger) -> None:
    ledger.path.write_text("不是数据库" * 300)
    app = HistoryApp(subject(ledger))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert "未作改动" in app.seen


async def test_long_text_can_be_paged(ledger: Ledger) -> None:
    ledger.add(KEY, LEAD, content("\n".join(f"第{n}句。" for n in range(60))))
    app = HistoryApp(subject(ledger))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "第59句" not in app.seen
        await pilot.press(*["pagedown"] * 6)
        await pilot.pause()

        assert "第59句" in app.seen


def test_changes_put_both_texts_together_again() -> None:
    old, new = "一。二三四五。六！\n七", "一。二三肆五。六！\n七。八"
    pieces = changes(old, new)

    assert "".join(p.text for p in pieces if p.change is not Change.ADDED) == old
    assert "".join(p.text for p in pieces if p.change is not Change.REMOVED) == new
    assert Piece(Change.ADDED, "二三肆五。", ((2, 3),)) in pieces


def test_revisions_of_one_moment_keep_their_order(ledger: Ledger) -> None:
    """The clock of the test stands still: the order follows from what each revision takes the place of."""
    note = ledger.add(KEY, LEAD, content("一"))
    for text in ("二", "三"):
        note = ledger.edit(note.id, content(text))

    revisions = revisions_of(ledger.notes(key=KEY, all_revisions=True))

    assert [revision.content.progress for revision in revisions] == ["一", "二", "三"]


async def test_a_settled_conflict_has_its_place_in_the_history(ledger: Ledger, tmp_path: Path) -> None:
    """What two desks wrote, what was chosen and what was taken along: each by its name, the chosen text last."""
    note = ledger.add(KEY, LEAD, content("一。"))
    ledger.settle()
    shutil.copy(ledger.path, tmp_path / "other.db")
    with Ledger(tmp_path / "other.db", "李四") as other:
        other.edit(note.id, content("彼处。"))
        ledger.edit(note.id, content("此处。"))
        ledger.receive(other.path)
    ((one, another),) = ledger.conflicts()
    ledger.settle_conflict(one.id, one.content, [another.id])
    for move, kinds in ((ledger.undo, {"撤销选定"}), (ledger.redo, {"并入", "重新选定"})):
        app = HistoryApp(subject(ledger))
        async with app.run_test(size=(80, 30)) as pilot:
            await settle(pilot)
            assert {"填报", "修改", "选定", "并入"} <= {
                line.split()[1] for line in app.seen.splitlines()[1:6]
            }
        move()
        app = HistoryApp(subject(ledger))
        async with app.run_test(size=(80, 30)) as pilot:
            await settle(pilot)
            assert kinds <= {line.split()[1] for line in app.seen.splitlines()[1:12] if len(line.split()) > 4}
            revisions = app.screen.query_one("#revisions", RowList)
            assert revisions.current and revisions.current.id == ledger.newest(note.id).id


async def test_a_note_moved_to_an_earlier_day_goes_on_from_its_newest_text(ledger: Ledger) -> None:
    """The order is that of writing, not of the days that the revisions speak of."""
    first = ledger.add(KEY, LEAD, content("九月。"))
    newest = ledger.edit(first.id, content("其实是五月。")._replace(as_of=date(2025, 5, 31)))
    chosen: list[Note | None] = []
    app = App[None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(NoteHistory(replace(subject(ledger), retract=lambda _: "")), chosen.append)
        await settle(pilot)
        await pilot.press("up", "f2")
        await settle(pilot)
    assert chosen == [newest]


async def test_undo_and_redo_are_neither_retractions_nor_changes(ledger: Ledger) -> None:
    """Each revision is called what the user did: the log of actions knows."""
    note = ledger.add(KEY, LEAD, content())
    ledger.undo()
    ledger.redo()
    ledger.edit(ledger.notes()[0].id, content("改过。"))
    ledger.undo()
    ledger.redo()
    ledger.retract(ledger.notes()[0].id)
    ledger.undo()
    ledger.redo()
    app = HistoryApp(subject(ledger))
    async with app.run_test(size=(80, 30)) as pilot:
        await settle(pilot)
        kinds = [line.split()[1] for line in app.seen.splitlines()[1:10]]

    expected = ["填报", "撤销填报", "重做填报", "修改", "撤销修改", "重做修改", "撤回", "恢复", "重新撤回"]
    assert kinds == expected
    assert len(ledger.history(note.id)) == len(expected)


async def test_undo_leaves_the_text_to_its_author(ledger: Ledger) -> None:
    """A colleague's text that comes back is the colleague's again; the history says who brought it back."""
    with Ledger(ledger.path, "李四") as colleague:
        note = colleague.add(KEY, LEAD, content("李四写的。"))
    ledger.edit(note.id, content("改。"))
    ledger.undo()
    assert [one.author for one in ledger.notes(key=KEY)] == ["李四"]
    app = HistoryApp(subject(ledger))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        rows = [line.split() for line in app.seen.splitlines()[1:4]]
    assert [(row[1], row[-1]) for row in rows] == [
        ("填报", "李四"),
        ("修改", ledger.author),
        ("撤销修改", ledger.author),
    ]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("u", "这次填报已撤销，内容如下"),
        ("r", "这条进展已撤回，内容如下"),
        ("ru", "已撤销撤回，内容恢复如下"),
    ],
)
async def test_what_became_of_the_note_is_said_above_its_text(ledger: Ledger, turns: str, said: str) -> None:
    note = ledger.add(KEY, LEAD, content())
    for turn in turns:
        if turn == "u":
            ledger.undo()
        else:
            ledger.retract(note.id)
    app = HistoryApp(subject(ledger))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert said in app.seen
