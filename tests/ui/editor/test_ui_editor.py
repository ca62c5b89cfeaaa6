"""The note editor: keys pressed, what is on the screen, what is in the ledger."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plantui.model.note import Draft
from plantui.model.period import parse_reporting
from plantui.model.remarks import RemarkKind
from plantui.model.terms import Status
from plantui.store.ledger import Ledger
from plantui.store.ledger.errors import LedgerBusy
from plantui.ui.editor import NoteHistory
from plantui.ui.editor.phase import EditorPhase
from tests.support.burst import send
from tests.support.editor_host import (
    KEY,
    LEAD,
    OTHER,
    TASK,
    EditorApp,
    Host,
    clock,
    content,
    settle,
    type_text,
)


def focused(app: EditorApp) -> str | None:
    return app.focused.id if app.focused else None


async def put(pilot: Pilot[None], field: str, text: str) -> None:
    """Type into an emptied field."""
    pilot.app.screen.query_one(f"#{field}").focus()
    await pilot.press("ctrl+end", "end", "ctrl+u")
    await type_text(pilot, text)


async def test_typed_texts_are_stored_exactly(ledger: Ledger) -> None:
    """F2, progress, Tab, problems, Tab, next steps, Ctrl+S: what was typed is what is in the ledger."""
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "推动[2023]20号 [/]，完成“改造”？１")
        await pilot.press("tab")
        await type_text(pilot, "资金不足；")
        await pilot.press("tab")
        await type_text(pilot, "一")
        await pilot.press("enter")
        await type_text(pilot, "二")
        assert "推动[2023]20号 [/]，完成“改造”？１" in app.seen
        await pilot.press("ctrl+s")
        await settle(pilot)

    (note,) = ledger.notes()
    assert app.results == [app.results[0]] and app.results[0] is not None
    assert app.results[0].note == note
    assert (note.key, note.department, note.author) == (KEY, LEAD, "张三")
    assert note.content == content().__class__(
        Status.IN_PROGRESS,
        "推动[2023]20号 [/]，完成“改造”？１",
        None,
        "资金不足；",
        "一\n二",
        date(2025, 10, 8),
    )
    assert ledger.drafts() == []


async def test_f1_explains_the_editor_and_what_was_typed_stays(ledger: Ledger) -> None:
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "已完成")
        await pilot.press("f1")
        await settle(pilot)
        assert "填报窗口" in app.seen and "Ctrl+D" in app.seen
        await pilot.press("escape")
        await settle(pilot)
        assert "已完成" in app.seen and focused(app) == "progress"


async def test_save_waits_for_the_last_character(ledger: Ledger) -> None:
    """Keys that arrive in one burst with Ctrl+S, as from a paste or a slow line, are all saved."""
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        for character in "很快的输入":
            app.simulate_key(character)
        app.simulate_key("ctrl+s")
        await settle(pilot)
        await settle(pilot)

    assert [note.content.progress for note in ledger.notes()] == ["很快的输入"]


async def test_tab_goes_round_the_fields(ledger: Ledger) -> None:
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        await pilot.pause()
        order = [focused(app)]
        for _ in range(10):
            await pilot.press("tab")
            order.append(focused(app))
        await pilot.press("shift+tab")

        details = ["requirements", "actual-0", "actual_day-0", "actual_source-0"]
        fields = ["progress", "problems", "next_steps", *details, "status", "percent", "as_of"]
        assert order == [*fields, "progress"]
        assert focused(app) == "as_of"
        await pilot.press("shift+tab", "shift+tab", "shift+tab")
        assert focused(app) == "department"
        assert app.editor._form.entry == app.editor._pristine


async def test_one_department_needs_no_choice(ledger: Ledger) -> None:
    app = Host(ledger, departments=(LEAD,)).app()
    async with app.run_test() as pilot:
        await pilot.pause()

        assert not app.editor.query("#department")
        assert LEAD in app.seen


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        (["3"], Status.COMPLETED),
        (["３"], Status.COMPLETED),
        (["left"], Status.NOT_STARTED),
        (["right", "right"], Status.CLOSED),
        (["7"], Status.ONGOING),
        (["8", "x"], Status.IN_PROGRESS),
    ],
)
async def test_status_is_chosen_by_arrows_and_digits(ledger: Ledger, keys: list[str], status: Status) -> None:
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        app.editor.query_one("#status").focus()
        await pilot.press(*keys)

        assert app.editor._form.entry.status is status


async def test_status_is_chosen_by_a_click(ledger: Ledger) -> None:
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        row = next(line for line in app.seen.splitlines() if "4 已销号" in line)
        before = row.split("已销号")[0]
        x = len(before.encode("gbk")) + 1
        await pilot.click("#status", offset=(x - app.editor.query_one("#status").region.x, 0))

        assert app.editor._form.entry.status is Status.CLOSED


async def test_completed_sets_the_percent_where_it_is_empty(ledger: Ledger) -> None:
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        app.editor.query_one("#status").focus()
        await pilot.press("3")
        assert app.editor._form.entry.percent == "100"
        await put(pilot, "percent", "95")
        app.editor.query_one("#status").focus()
        await pilot.press("2", "3")

        assert app.editor._form.entry.percent == "95"


@pytest.mark.parametrize(
    ("typed", "percent", "said"),
    [
        ("４５", 45, ""),
        ("45％", 45, ""),
        ("4a", 4, "0 到 100"),
        ("999", 99, "0 到 100"),
        ("101", 10, "0 到 100"),
        ("100", 100, ""),
        ("", None, ""),
    ],
)
async def test_percent_takes_what_is_one_and_says_so_of_the_rest(
    ledger: Ledger, typed: str, percent: int | None, said: str
) -> None:
    """A figure above 100 is refused as it is typed, not when the note is saved."""
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "进展")
        await put(pilot, "percent", typed)
        assert (said in app.said) if said else ("0 到 100" not in app.said)
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert [note.content.percent for note in ledger.notes()] == [percent]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-09-30", date(2025, 9, 30)),
        ("9-30", date(2025, 9, 30)),
        ("0930", date(2025, 9, 30)),
        ("２０２５０９３０", date(2025, 9, 30)),
        ("9月30日", date(2025, 9, 30)),
        ("12.31", date(2024, 12, 31)),
        ("2025-10-09", None),
        ("2-30", None),
        ("", None),
    ],
)
async def test_day_is_read_as_clerks_write_it(ledger: Ledger, typed: str, day: date | None) -> None:
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "进展")
        await put(pilot, "as_of", typed)
        await pilot.press("ctrl+s", "ctrl+s")
        await settle(pilot)

        if day is None:
            assert focused(app) == "as_of"
            assert app.said
    assert [note.as_of for note in ledger.notes()] == ([day] if day else [])


async def test_progress_is_required(ledger: Ledger) -> None:
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        app.editor.query_one("#problems").focus()
        await pilot.press("ctrl+s")
        await settle(pilot)

        assert focused(app) == "progress"
        assert app.said == "请填写进展情况。"
    assert not ledger.exists()


async def test_escape_leaves_no_draft_of_an_untouched_form(ledger: Ledger) -> None:
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        await pilot.press("tab", "escape")
        await settle(pilot)

    assert app.results == [None]
    assert not ledger.exists()


async def test_escape_keeps_the_draft_and_reopening_offers_it(ledger: Ledger) -> None:
    """The form opens with the draft and says so; saving it removes it."""
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "写到一半")
        await put(pilot, "percent", "45")
        await pilot.press("escape")
        await settle(pilot)
    assert app.results == [None]

    again = Host(ledger).app()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert again.said == "已恢复 09:12 的草稿。按 F9 放弃草稿，重新填写。"
        assert "写到一半" in again.seen
        await pilot.press("ctrl+s")
        await settle(pilot)

    (note,) = ledger.notes()
    assert (note.content.progress, note.content.percent) == ("写到一半", 45)
    assert ledger.drafts() == []


async def test_f9_drops_the_draft(ledger: Ledger) -> None:
    ledger.save_draft(Draft(KEY, LEAD, "", content("旧草稿")))
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        await pilot.press("f9")
        await settle(pilot)
        assert app.editor._form.entry.progress == ""
        assert ledger.drafts() == []
        await pilot.press("ctrl+z")
        assert app.editor._form.entry.progress == "旧草稿"


async def test_draft_is_kept_while_typing(ledger: Ledger) -> None:
    """A pause in the typing stores the draft, without a key; emptying the field again removes it."""
    app = Host(ledger, draft_delay=0.01).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "甲")
        while not ledger.drafts():
            await settle(pilot)
        assert [draft.content.progress for draft in ledger.drafts()] == ["甲"]
        await settle(pilot)
        assert app.said == "草稿已存 09:12:00"
        await pilot.press("backspace")
        while ledger.drafts():
            await settle(pilot)


async def test_typing_on_does_not_put_the_draft_off(ledger: Ledger) -> None:
    """Each key starts the delay again, but never beyond 1.8 delays after the first unsaved one."""
    now = 100.0
    app = Host(ledger, draft_delay=1.0).app()
    async with app.run_test() as pilot:
        await pilot.pause()
        waits: list[float] = []
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("plantui.ui.editor.drafting.monotonic", lambda: now)
            patched.setattr(app.editor, "_schedule", waits.append)
            for _ in range(4):
                await pilot.press("字")
                await pilot.pause()
                now += 0.5

        assert waits == pytest.approx([1.0, 1.0, 0.8, 0.3])


async def test_quitting_stores_what_was_typed(ledger: Ledger) -> None:
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "没来得及")
        app.exit()

    assert [draft.content.progress for draft in ledger.drafts()] == ["没来得及"]


async def test_busy_ledger_keeps_the_text(ledger: Ledger) -> None:
    """The save is refused in one sentence, the text stays, and Ctrl+S tries again."""
    ledger.save_draft(Draft(KEY, OTHER, "", content()))
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "要保存的内容")
        with closing(sqlite3.connect(ledger.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("ctrl+s")
            await settle(pilot)
            assert "正被其他程序占用" in app.said
            assert "要保存的内容" in app.seen
            assert app.results == []
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert [note.content.progress for note in ledger.notes()] == ["要保存的内容"]


async def test_draft_that_cannot_be_kept_is_told(ledger: Ledger) -> None:
    """Esc does not lose the text silently: it says why there is no draft, and leaves at the second time."""
    ledger.save_draft(Draft(KEY, OTHER, "", content()))
    app = Host(ledger, draft_delay=0.01).app()
    with closing(sqlite3.connect(ledger.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with app.run_test() as pilot:
            await type_text(pilot, "内容")
            while "草稿未能存下" not in app.said:
                await settle(pilot)
            app.editor._delay = 60
            await pilot.press("escape")
            await settle(pilot)
            assert "再按一次 Esc" in app.said
            assert app.results == []
            # A try that began before Esc and comes to its end only now does not speak over that.
            app.editor.post_message(
                app.editor.DraftNotKept(LedgerBusy("ledger.busy", ledger.path, seconds=1), False)
            )
            await settle(pilot)
            assert "再按一次 Esc" in app.said
            await pilot.press("escape")
            await settle(pilot)
            assert app.results == [None]


async def test_read_only_ledger_is_told(ledger: Ledger) -> None:
    ledger.add(KEY, LEAD, content())
    app = Host(Ledger(ledger.path, "李四", read_only=True)).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "内容")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "只能读取" in app.said
        await pilot.press("ctrl+z", "escape")
        await settle(pilot)


async def test_edit_writes_a_revision(ledger: Ledger) -> None:
    note = ledger.add(KEY, LEAD, content())
    app = Host(ledger, editing=note).app()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+end")
        await type_text(pilot, "又完成5家。")
        await pilot.press("ctrl+s")
        await settle(pilot)

    (edited,) = ledger.notes()
    assert edited.supersedes == note.id
    assert edited.content == note.content._replace(progress="已完成40家企业改造。又完成5家。")


async def test_note_changed_elsewhere_is_shown_and_saved_on_top(ledger: Ledger) -> None:
    """Whose change it was is told, F6 shows the difference, and Ctrl+S then saves."""
    note = ledger.add(KEY, LEAD, content())
    app = Host(ledger, editing=note).app()
    async with app.run_test(size=(80, 24)) as pilot:
        with Ledger(ledger.path, "李四") as other:
            theirs = other.edit(note.id, content("已完成41家企业改造。"))
        await pilot.press("ctrl+end", "!")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.said.startswith("李四 已于")
        await pilot.press("f6")
        await settle(pilot)
        assert isinstance(app.screen, NoteHistory)
        assert "- 已完成41家企业改造。" in app.seen
        assert "+ 已完成40家企业改造。" in app.seen and "+ !" in app.seen
        await pilot.press("escape", "ctrl+s")
        await settle(pilot)

    (saved,) = ledger.notes()
    assert saved.supersedes == theirs.id
    assert saved.content.progress == "已完成40家企业改造。!"


async def test_retracted_note_is_saved_as_a_new_one(ledger: Ledger) -> None:
    note = ledger.add(KEY, LEAD, content())
    app = Host(ledger, editing=note).app()
    async with app.run_test() as pilot:
        ledger.retract(note.id)
        await pilot.press("!", "ctrl+s")
        await settle(pilot)
        assert "撤回" in app.said
        await pilot.press("ctrl+s")
        await settle(pilot)

    (saved,) = ledger.notes()
    assert saved.chain != note.chain


async def test_carry_forward_is_undone_field_by_field(ledger: Ledger) -> None:
    """Ctrl+D brings the last note's texts and percent into the empty fields, not its day; Ctrl+Z takes them back."""
    last = ledger.add(KEY, LEAD, content()._replace(status=Status.CLOSED))
    app = Host(ledger, last={LEAD: last}).app()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+d")
        entry = app.editor._form.entry
        assert entry.content(date(2025, 10, 8)) == last.content._replace(as_of=date(2025, 10, 8))
        assert "张三" in app.said and "2025-09-30" in app.said
        await pilot.press("ctrl+z")

        assert app.editor._form.entry.progress == ""


async def test_carrying_forward_leaves_what_is_typed(ledger: Ledger) -> None:
    """Only empty fields are filled; what was carried is marked until it is edited."""
    last = ledger.add(KEY, LEAD, content())
    app = Host(ledger, last={LEAD: last}).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "新写的")
        await pilot.press("ctrl+d")
        await settle(pilot)
        entry = app.editor._form.entry
        assert (entry.progress, entry.problems, entry.percent) == ("新写的", "资金不足。", "60")
        assert "存在问题 · 沿用上次，未改" in app.seen
        assert "进展情况（必填） · 沿用" not in app.seen
        await pilot.press("tab")
        await type_text(pilot, "！")
        await settle(pilot)
        assert "存在问题 · 沿用" not in app.seen
        await pilot.press("ctrl+d")

        assert app.said == "各栏都已填写，没有可沿用的空栏。" or "已沿用" in app.said


async def test_a_remark_is_shown_before_saving_and_kept_for_after(ledger: Ledger) -> None:
    last = ledger.add(KEY, LEAD, content())
    app = Host(ledger, last={LEAD: last}, before=(last,), draft_delay=0.01).app()
    async with app.run_test(size=(120, 36)) as pilot:
        await type_text(pilot, last.content.progress)
        while "提示：" not in app.said:
            await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert app.results[0] and [one.kind for one in app.results[0].remarks] == [RemarkKind.SAME_TEXT]


async def test_the_period_that_has_ended_is_offered_until_its_closing_day(ledger: Ledger) -> None:
    """On 8 October with a closing day of the 10th the form offers 30 September; an earlier month is 补报."""
    reporting = parse_reporting("month", "+10")
    app = Host(ledger, reporting=reporting).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.editor._form.entry.as_of == "2025-09-30"
        assert "补报" not in app.seen
        await put(pilot, "as_of", "8-31")
        await settle(pilot)

        assert "补报" in app.seen


async def test_nothing_to_carry_forward_is_told(ledger: Ledger) -> None:
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "甲乙")
        await pilot.press("left", "ctrl+d")

        assert app.editor._form.entry.progress == "甲乙"
        assert app.said == "市工信局 还没有填报过这项任务。"


@pytest.mark.parametrize("key", ["space", "right", "2", "enter"])
async def test_no_key_behind_the_last_field_gives_the_text_to_another_department(
    ledger: Ledger, key: str
) -> None:
    """One Tab too many is the commonest slip: whatever is pressed then, the note stays with who writes it."""
    app = Host(ledger, task=TASK._replace(deadlines=(), indicators=())).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "内容")
        await pilot.press("tab", "tab", "tab", key)
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert [note.department for note in ledger.notes()] == [LEAD]


async def test_text_goes_along_to_another_department_and_it_is_said(ledger: Ledger) -> None:
    app = Host(ledger, draft_delay=60).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "内容")
        app.editor.query_one("#department").focus()
        await pilot.press("2")
        await settle(pilot)
        assert [(d.department, d.content.progress) for d in ledger.drafts()] == [(OTHER, "内容")]
        assert app.said.startswith(f"已改为替{OTHER}填报")
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert [note.department for note in ledger.notes()] == [OTHER]
    assert ledger.drafts() == []


async def test_each_department_keeps_its_own_draft(ledger: Ledger) -> None:
    """Going to a department that has a draft loses neither text."""
    ledger.save_draft(Draft(KEY, OTHER, "", content("另一单位的草稿")))
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "本单位的内容")
        app.editor.query_one("#department").focus()
        await pilot.press("right")
        await settle(pilot)
        assert app.editor._form.entry.progress == "另一单位的草稿"
        await pilot.press("left")
        await settle(pilot)
        assert app.editor._form.entry.progress == "本单位的内容"

    kept = {draft.department: draft.content.progress for draft in ledger.drafts()}
    assert kept == {LEAD: "本单位的内容", OTHER: "另一单位的草稿"}


async def test_keys_on_the_last_line_can_be_clicked(ledger: Ledger) -> None:
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "内容")
        await pilot.click("#keys", offset=(2, 0))
        await settle(pilot)

    assert len(ledger.notes()) == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_no_field_stands_on_the_last_row(ledger: Ledger, size: tuple[int, int]) -> None:
    """An input method draws below the cursor; and every text field has room for two lines, whatever is said."""
    app = Host(ledger).app()
    async with app.run_test(size=size) as pilot:
        app.editor._say("editor.changed", author="李四" * 20, time="09-30 10:00")
        await pilot.pause()
        fields = [app.editor.query_one(f"#{name}").region for name in ("progress", "problems", "next_steps")]

        assert all(field.height >= 2 and field.bottom < size[1] - 1 for field in fields)
        assert app.editor.query_one("#keys").region.bottom == size[1]


async def test_a_note_of_a_megabyte_is_edited_and_saved_whole(ledger: Ledger) -> None:
    """One paragraph, with what must not reach a terminal; only the typed character is added."""
    text = "推动一批重点项目开工建设\x1b[2J。" * 20_000
    note = ledger.add(KEY, LEAD, content(text))
    app = Host(ledger, editing=note).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("字", "ctrl+s")
        await settle(pilot)

    assert [note.content.progress for note in ledger.notes()] == [text + "字"]


async def test_keeping_a_draft_moves_nothing_on_the_screen(ledger: Ledger) -> None:
    """An input method draws at the cursor: the line that tells of the draft changes, and nothing else."""
    app = Host(ledger, draft_delay=0.01).app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor._say("editor.changed", author="李四" * 20, time="09-30 10:00")
        await pilot.pause()
        await type_text(pilot, "甲")
        places = [widget.region for widget in app.editor.query("*")]
        cursor = app.cursor_position
        while not app.said.startswith("草稿已存"):
            await settle(pilot)

        assert [widget.region for widget in app.editor.query("*")] == places
        assert app.cursor_position == cursor


async def test_typing_during_a_slow_save_is_not_lost(ledger: Ledger) -> None:
    """What came after Ctrl+S is a change of the note that was saved."""
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "甲")
        app.editor._saver._turn.acquire()
        await pilot.press("ctrl+s", "ctrl+s", "乙")
        app.editor._saver._turn.release()
        await settle(pilot)
        assert app.results == []
        assert app.said.startswith("已保存")
        await pilot.press("ctrl+s")
        await settle(pilot)

    (note,) = ledger.notes()
    assert note.content.progress == "甲乙"
    assert len(ledger.history(note.id)) == 2


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1231", "即 2024-12-31，半年以前"),
        ("12.3", "即 2024-12-03，半年以前"),
        ("0408", "即 2025-04-08"),
        ("0407", "即 2025-04-07，半年以前"),
        ("2024-12-31", "即 2024-12-31，半年以前"),
        ("2025/9/30", "即 2025-09-30"),
        ("2025-09-30", "如 9-30、0930"),
        ("12", "如 9-30、0930"),
    ],
)
async def test_how_a_day_is_read_is_shown_while_it_is_typed(ledger: Ledger, typed: str, shown: str) -> None:
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await put(pilot, "as_of", typed)
        await pilot.pause()

        assert focused(app) == "as_of"
        line = next(line for line in app.seen.splitlines() if "截至日期" in line)
        assert line.rstrip().endswith(shown)


async def test_a_day_long_ago_is_asked_about_once(ledger: Ledger) -> None:
    """The first Ctrl+S saves nothing and names the day, the second saves; another day is asked about again."""
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "进展")
        await put(pilot, "as_of", "1231")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.said == "截至日期 2024-12-31 在半年以前。确实无误请再按 Ctrl+S 保存。"
        assert app.editor.phase is EditorPhase.CONFIRMING
        assert not ledger.exists()
        await put(pilot, "as_of", "1130")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "2024-11-30" in app.said
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert [note.as_of for note in ledger.notes()] == [date(2024, 11, 30)]


async def test_the_day_of_an_old_note_needs_no_question(ledger: Ledger) -> None:
    note = ledger.add(KEY, LEAD, content()._replace(as_of=date(2023, 12, 31)))
    app = Host(ledger, editing=note).app()
    async with app.run_test() as pilot:
        await pilot.press("!", "ctrl+s")
        await settle(pilot)

    assert len(ledger.history(note.id)) == 2


@pytest.mark.parametrize("status", ["5", "6", "7"])
async def test_a_status_that_is_never_late_needs_a_reason(ledger: Ledger, status: str) -> None:
    """The field comes with the status, is asked for, and its text is the note's reason."""
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "进展")
        assert "理由" not in app.seen
        app.editor.query_one("#status").focus()
        await pilot.press(status)
        assert "理由" in app.seen
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.said == "长期坚持、暂缓、已中止不再计逾期，请写明理由。"
        assert focused(app) == "reason"
        await type_text(pilot, "市政府常务会议决定")
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert [note.content.reason for note in ledger.notes()] == ["市政府常务会议决定"]


async def test_a_reason_is_part_of_the_draft(ledger: Ledger) -> None:
    stopped = content()._replace(status=Status.STOPPED, reason="资金收回")
    ledger.save_draft(Draft(KEY, LEAD, "", stopped))
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "资金收回" in app.seen
        await pilot.press("!", "escape")
        await settle(pilot)

    assert [draft.content.reason for draft in ledger.drafts()] == ["资金收回"]


async def test_all_fields_fit_with_a_reason_and_a_long_sentence(ledger: Ledger) -> None:
    app = Host(ledger, departments=tuple(f"市第{number}建设管理服务中心" for number in range(1, 13))).app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor.query_one("#status").focus()
        await pilot.press("6")
        app.editor._say("editor.changed", author="李四" * 30, time="09-30 10:00")
        await pilot.pause()
        names = ("department", "status", "percent", "as_of", "reason", "progress", "problems", "next_steps")
        regions = [app.editor.query_one(f"#{name}").region for name in names]

        assert all(region.height and region.bottom < 23 for region in regions)
        assert all(upper.y <= lower.y for upper, lower in pairwise(regions))


async def test_the_twelfth_department_is_reached_and_seen(ledger: Ledger) -> None:
    """Two lines hold seven names: ↓ says that there are more below, ↑ that there are some above."""
    names = tuple(f"市第{number}建设管理服务中心" for number in range(1, 13))
    app = Host(ledger, departments=(LEAD, *names)).app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor.query_one("#department").focus()
        await pilot.pause()
        assert app.seen.count("↓") == 1 and "↑" not in app.seen
        for _ in names:
            await pilot.press("right")
            await settle(pilot)

        assert "[市第12建设管理服务中心]" in app.seen
        assert app.seen.count("↑") == 1 and "↓" not in app.seen
        assert app.editor.phase is EditorPhase.EDITING


async def test_a_choice_of_department_and_a_save_in_one_read(ledger: Ledger) -> None:
    """What waits as a draft of the other department is not lost to a save before it is shown."""
    ledger.save_draft(Draft(KEY, OTHER, "", content("另一单位的草稿")))
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "本单位的内容")
        app.editor.query_one("#department").focus()
        send(app, "2", "ctrl+s")
        await settle(pilot)
        await settle(pilot)

        texts = [note.content.progress for note in ledger.notes()]
        texts += [draft.content.progress for draft in ledger.drafts()]
    assert sorted(texts) == ["另一单位的草稿", "本单位的内容"]


async def test_what_is_typed_while_the_note_is_saved_survives_quitting(ledger: Ledger) -> None:
    """It is kept as a change of the note that was saved; the same content is no draft."""
    app = Host(ledger).app()
    async with app.run_test() as pilot:
        await type_text(pilot, "甲")
        app.editor._saver._turn.acquire()
        await pilot.press("ctrl+s", "乙")
        app.editor._saver._turn.release()
        while app.editor._saver._note is None:
            await asyncio.sleep(0)
        app.editor.flush()

        (note,) = ledger.notes()
        assert [(one.content.progress, one.edits) for one in ledger.drafts()] == [("甲乙", note.id)]


async def test_a_ledger_that_was_moved_away_is_written_only_when_asked(ledger: Ledger) -> None:
    """The text stays, what happened is said, and a second Ctrl+S writes to the place."""
    ledger.add(KEY, OTHER, content())
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "要保存的内容")
        ledger.path.rename(ledger.path.with_name("elsewhere.db"))
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.editor.phase is EditorPhase.REPLACED
        assert "已不在原处" in app.said
        assert "要保存的内容" in app.seen
        assert not ledger.path.exists()
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert [note.content.progress for note in ledger.notes()] == ["要保存的内容"]


async def test_another_ledger_is_written_only_when_asked(ledger: Ledger, tmp_path: Path) -> None:
    """A note that was to be changed and is not there becomes a new one, once that was said too."""
    note = ledger.add(KEY, LEAD, content())
    app = Host(ledger, editing=note).app()
    async with app.run_test(size=(80, 24)) as pilot:
        with Ledger(tmp_path / "other.db", "李四") as other:
            other.add(KEY, OTHER, content("别处的进展"))
        ledger.settle()
        other.path.replace(ledger.path)
        before = ledger.path.read_bytes()
        await pilot.press("ctrl+end", "!")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "另一本台账" in app.said
        assert ledger.path.read_bytes() == before
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "没有要修改的那条进展" in app.said
        await pilot.press("ctrl+s")
        await settle(pilot)

    texts = [note.content.progress for note in ledger.notes()]
    assert sorted(texts) == ["别处的进展", "已完成40家企业改造。!"]


async def test_two_windows_keep_two_drafts(ledger: Ledger) -> None:
    """The second is told of the first, whether the first began before it was opened or behind that."""
    with Ledger(ledger.path, "张三", busy_seconds=5) as second:
        one, two = Host(ledger, draft_delay=0.01).app(), Host(second, draft_delay=0.01).app()
        async with one.run_test() as here, two.run_test(size=(120, 30)) as there:
            await type_text(here, "窗口甲的长段文字")
            while not ledger.drafts():
                await settle(here)
            await type_text(there, "窗口乙")
            while len(ledger.drafts()) < 2:
                await settle(there)
            await settle(there)
            assert "另一窗口也在填写" in two.said

        texts = {draft.content.progress for draft in ledger.drafts()}
    assert texts == {"窗口甲的长段文字", "窗口乙"}


async def test_a_form_opened_beside_another_window_says_so(ledger: Ledger) -> None:
    """Its text is the other window's: here one begins anew; a draft of a window that is gone is named."""
    with Ledger(ledger.path, "张三") as gone:
        gone.save_draft(Draft(KEY, LEAD, "", content("遗留的草稿")))
    with Ledger(ledger.path, "张三", clock=clock) as living:
        living.save_draft(Draft(KEY, LEAD, "", content("另一窗口的文字")))
        app = Host(ledger).app()
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "遗留的草稿" in app.seen
            assert "另一窗口正在填写同一条进展（草稿 09:12）" in app.said


async def test_two_drafts_of_windows_that_are_gone_are_both_got_back(ledger: Ledger) -> None:
    for text in ("先写的", "后写的"):
        with Ledger(ledger.path, "张三") as gone:
            gone.save_draft(Draft(KEY, LEAD, "", content(text)))
    for text in ("后写的", "先写的"):
        app = Host(ledger).app()
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert text in app.seen
            assert ("另有" in app.said) is (text == "后写的")
            await pilot.press("ctrl+s")
            await settle(pilot)

    assert sorted(note.content.progress for note in ledger.notes()) == ["先写的", "后写的"]
