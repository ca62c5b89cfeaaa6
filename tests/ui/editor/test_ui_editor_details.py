"""Dated requirements, actual values and evidence in the note editor: keys pressed, what is shown, what is stored."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plantui.model.actual import Actual
from plantui.model.event import Extension
from plantui.model.note import Draft, NoteContent
from plantui.model.plan import Deadline, Indicator
from plantui.model.requirement import RequirementReport
from plantui.model.terms import Language, Op, Status
from plantui.model.typed_fields import TypedActual, TypedFields, TypedRequirement
from plantui.store.ledger import Ledger
from plantui.ui.editor.entry import Entry
from plantui.ui.editor.fields import Field
from plantui.ui.editor.rescue import rescue
from plantui.words import Words
from tests.support.editor_host import KEY, LEAD, OTHER, TASK, TODAY, Host, content, settle, type_text

ONE, TWO, THREE = (
    Deadline(f"{year}年底前", date(year, 12, 31), f"完成{number}家改造[{year}]")
    for year, number in ((2024, 40), (2025, 80), (2026, 120))
)
THREE_YEARS = TASK._replace(deadlines=(ONE, TWO, THREE))
RATE = TASK.indicators[0]
PLAIN = TASK._replace(deadlines=(), indicators=())


async def test_space_ticks_a_requirement_as_of_the_notes_day(ledger: Ledger) -> None:
    """Tab behind the next steps comes to the rows; Space ticks; only what was ticked is in the note."""
    app = Host(ledger, task=THREE_YEARS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "进展")
        await pilot.press("tab", "tab", "tab")
        assert app.focused and app.focused.id == "requirements"
        await pilot.press("space")
        assert "[x] 1 2024-12-31" in app.seen and "本次：已完成" in app.seen
        await pilot.press("down", "6", "0", "ctrl+s")
        await settle(pilot)

    (note,) = ledger.notes()
    assert note.content.requirements == (
        RequirementReport(ONE, True, TODAY),
        RequirementReport(TWO, None, None, 60),
    )


@pytest.mark.parametrize("blank", [" ", "\u3000"], ids=["half", "wide"])
async def test_an_input_method_may_be_on(ledger: Ledger, blank: str) -> None:
    """Full-width blanks and digits count as their half-width twins."""
    app = Host(ledger, task=THREE_YEARS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "进展")
        app.editor.query_one("#requirements").focus()
        await type_text(pilot, blank + "４５")
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert ledger.notes()[0].content.requirements == (RequirementReport(ONE, True, TODAY, 45),)


async def test_what_stands_is_shown_and_not_said_again(ledger: Ledger) -> None:
    """An earlier tick of this department is shown with its day; one of another department is not."""
    before = ledger.add(
        KEY, LEAD, content()._replace(requirements=(RequirementReport(ONE, True, date(2025, 9, 20)),))
    )
    other = ledger.add(KEY, OTHER, content()._replace(requirements=(RequirementReport(TWO, True),)))
    app = Host(ledger, task=THREE_YEARS, before=(before, other)).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "[x] 1 2024-12-31  已报 2025-09-20 完成" in app.seen
        assert "[ ] 2 2025-12-31" in app.seen
        await type_text(pilot, "进展")
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert ledger.notes()[-1].content.requirements == ()


async def test_space_on_what_stands_says_that_it_is_open_again(ledger: Ledger) -> None:
    before = ledger.add(KEY, LEAD, content()._replace(requirements=(RequirementReport(ONE, True),)))
    app = Host(ledger, task=THREE_YEARS, before=(before,)).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "返工")
        app.editor.query_one("#requirements").focus()
        await pilot.press("space")
        assert "[ ] 1 2024-12-31  本次：改为未完成" in app.seen
        await pilot.press("space")
        assert "[x] 1 2024-12-31  已报" in app.seen
        await pilot.press("space", "ctrl+s")
        await settle(pilot)

    assert ledger.notes()[-1].content.requirements == (RequirementReport(ONE, False),)


async def test_the_day_of_a_tick_can_be_changed(ledger: Ledger) -> None:
    """Behind the rows Tab comes to the day, which belongs to the row under the cursor."""
    app = Host(ledger, task=THREE_YEARS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "进展")
        app.editor.query_one("#requirements").focus()
        await pilot.press("down", "space", "tab")
        assert app.focused and app.focused.id == "done_on"
        await type_text(pilot, "9-30")
        await pilot.press("shift+tab", "up", "space", "ctrl+s")
        await settle(pilot)

    assert ledger.notes()[0].content.requirements == (
        RequirementReport(ONE, True, TODAY),
        RequirementReport(TWO, True, date(2025, 9, 30)),
    )


@pytest.mark.parametrize(
    ("keys", "said", "where"),
    [
        (("space", "tab", *"20251009"), "晚于今天", "done_on"),
        (("space", "tab", *"13"), "看不懂日期", "done_on"),
    ],
    ids=["late", "no day"],
)
async def test_a_wrong_row_is_said(ledger: Ledger, keys: tuple[str, ...], said: str, where: str) -> None:
    app = Host(ledger, task=THREE_YEARS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "进展")
        app.editor.query_one("#requirements").focus()
        await pilot.press("down", *keys)
        app.editor.query_one("#progress").focus()
        await pilot.press("ctrl+s")
        await settle(pilot)

        assert said in app.said
        assert app.focused and app.focused.id == where
    assert not ledger.notes()


async def test_a_percent_above_100_is_refused_as_it_is_typed(ledger: Ledger) -> None:
    app = Host(ledger, task=THREE_YEARS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "进展")
        app.editor.query_one("#requirements").focus()
        await pilot.press("9", "9", "9")
        assert "0 到 100" in app.said
        assert app.editor._form.entry.requirements[0].percent == "99"


async def test_what_is_done_has_no_percent_beside_it(ledger: Ledger) -> None:
    """60% was said on the way; 已报完成 60% would say two things at once."""
    steps = (RequirementReport(ONE, None, None, 60), RequirementReport(ONE, True, date(2025, 9, 20)))
    before = tuple(ledger.add(KEY, LEAD, content()._replace(requirements=(step,))) for step in steps)
    app = Host(ledger, task=THREE_YEARS, before=before).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "已报 2025-09-20 完成" in app.seen
        assert "60%" not in app.seen


async def test_a_row_is_ticked_by_a_click(ledger: Ledger) -> None:
    app = Host(ledger, task=THREE_YEARS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click("#requirements", offset=(1, 1))
        assert [one.is_done for one in app.editor._form.entry.requirements] == [None, True, None]
        await pilot.click("#requirements", offset=(30, 2))
        assert [one.is_done for one in app.editor._form.entry.requirements] == [None, True, None]


async def test_twelve_requirements_scroll_on_a_small_screen(ledger: Ledger) -> None:
    twelve = tuple(Deadline(f"第{n}期", date(2025, n, 20), f"第{n}期工程") for n in range(1, 13))
    app = Host(ledger, task=TASK._replace(deadlines=twelve)).app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor.query_one("#requirements").focus()
        await pilot.press("end")
        await settle(pilot)
        assert "12 2025-12-20" in app.seen
        assert "进展情况" in app.seen and "Ctrl+S" in app.seen
        await pilot.press("space")

        assert app.editor._form.entry.requirements[-1].is_done


async def test_the_extended_date_stands_with_the_first_one_beside_it(ledger: Ledger) -> None:
    extensions = (Extension(ONE, date(2025, 6, 30), "资金未到位", "市政府"),)
    app = Host(ledger, task=THREE_YEARS, extensions=extensions).app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)

        assert "2025-06-30（原 2024-12-31）" in app.seen


async def test_a_task_without_requirements_and_indicators_stays_calm(ledger: Ledger) -> None:
    app = Host(ledger, task=PLAIN).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        order = []
        for _ in range(7):
            await pilot.press("tab")
            order.append(app.focused.id if app.focused else None)

        assert "时限事项" not in app.seen and "指标" not in app.seen and "佐证材料" not in app.seen
        assert order[:3] == ["problems", "next_steps", "status"]


async def test_a_revised_plan_does_not_change_what_was_said(ledger: Ledger) -> None:
    """A note on a wording that the plan has no more keeps it when it is edited, and it is shown as such."""
    former = Deadline("2023年底前", date(2023, 12, 31), "旧表述")
    note = ledger.add(
        KEY, LEAD, content()._replace(requirements=(RequirementReport(former, True, date(2025, 9, 1)),))
    )
    app = Host(ledger, task=THREE_YEARS, editing=note).app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor.query_one("#requirements").focus()
        await pilot.press("end")
        await settle(pilot)
        assert "原表述" in app.seen
        app.editor.query_one("#progress").focus()
        await type_text(pilot, "改")
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert ledger.notes()[0].content.requirements == note.content.requirements


@pytest.mark.parametrize(
    ("typed", "value"),
    [("38.5", 38.5), ("９６％", 96), ("1,200", 1200), ("96 %", 96)],
)
async def test_an_actual_value_is_reported(ledger: Ledger, typed: str, value: float) -> None:
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "进展")
        app.editor._form.go_to(Field.ACTUAL, 0)
        await type_text(pilot, typed)
        await pilot.press("tab")
        await type_text(pilot, "9-30")
        await pilot.press("tab")
        await type_text(pilot, "统计[公报]")
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert ledger.notes()[0].content.actuals == (Actual(RATE, value, "%", date(2025, 9, 30), "统计[公报]"),)


async def test_another_unit_is_asked_back_and_never_converted(ledger: Ledger) -> None:
    """The first Ctrl+S asks; the second saves what was typed, as it was typed."""
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "进展")
        app.editor._form.go_to(Field.ACTUAL, 0)
        await type_text(pilot, "3亿元")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "亿元" in app.said and "%" in app.said
        assert not ledger.notes()
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert ledger.notes()[0].content.actuals == (Actual(RATE, 3, "亿元", TODAY),)


@pytest.mark.parametrize(
    ("value", "day", "said"),
    [
        ("约四成", "", "不是数"),
        ("", "9-30", "没有填值"),
        ("40", "10-09", "晚于今天"),
        ("40", "13", "看不懂日期"),
    ],
)
async def test_a_wrong_actual_value_says_what_is_wrong(
    ledger: Ledger, value: str, day: str, said: str
) -> None:
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "进展")
        app.editor._form.go_to(Field.ACTUAL, 0)
        await type_text(pilot, value)
        await pilot.press("tab")
        await type_text(pilot, day)
        await pilot.press("ctrl+s")
        await settle(pilot)

        assert said in app.said
    assert not ledger.notes()


async def test_the_last_reported_value_stands_beside_the_target(ledger: Ledger) -> None:
    before = ledger.add(KEY, LEAD, content()._replace(actuals=(Actual(RATE, 61, "%", date(2025, 8, 31)),)))
    app = Host(ledger, before=(before,)).app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)

        assert "上次 61%（2025-08-31）" in app.seen


async def test_a_crash_loses_nothing_that_was_typed(ledger: Ledger) -> None:
    """Ticks, half a day, half a number: the next editor shows them as they were."""
    app = Host(ledger, task=THREE_YEARS).app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor.query_one("#requirements").focus()
        await pilot.press("space", "6", "tab")
        await type_text(pilot, "9-")
        app.editor._form.go_to(Field.ACTUAL, 0)
        await type_text(pilot, "38.")
        before = app.editor._form.entry
        app.exit()

    again = Host(ledger, task=THREE_YEARS).app()
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert again.editor._form.entry == before
        assert before.requirements[0] == TypedRequirement(ONE, True, "9-", "6")
        assert before.actuals[0] == TypedActual(RATE, "38.")


async def test_a_draft_of_another_department_comes_with_its_rows(ledger: Ledger) -> None:
    """Indicators that the plan has no more get fields of their own in the draft that speaks of them."""
    former = Indicator("旧指标", Op.AT_LEAST, 10, "万吨")
    typed = TypedFields("2025-10-08", (TypedRequirement(TWO, True),), (TypedActual(former, "7"),))
    ledger.save_draft(Draft(KEY, OTHER, "", NoteContent(Status.IN_PROGRESS, "协办"), typed=typed))
    app = Host(ledger, task=THREE_YEARS).app()
    async with app.run_test(size=(120, 36)) as pilot:
        app.editor.query_one("#department").focus()
        await pilot.press("2")
        await settle(pilot)
        entry = app.editor._form.entry
        assert [one.is_done for one in entry.requirements] == [None, True, None]
        assert [one.value for one in entry.actuals] == ["", "7"]
        assert "旧指标" in app.seen
        await pilot.press("ctrl+s")
        await settle(pilot)

    (note,) = ledger.notes()
    assert note.content.actuals == (Actual(former, 7, "万吨", TODAY),)


async def test_joint_notes_say_why_there_are_no_rows(ledger: Ledger) -> None:
    app = Host(ledger, departments=(LEAD,), joint=True).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert "分别填报" in app.seen
        entry = app.editor._form.entry
        assert not entry.requirements and not entry.actuals


async def test_the_rows_in_english(ledger: Ledger) -> None:
    app = Host(ledger, task=THREE_YEARS, language=Language.EN).app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor.query_one("#requirements").focus()
        await pilot.press("space", "5")
        await settle(pilot)

        assert "now: done 5%" in app.seen


@pytest.mark.parametrize("place", ["验收[1].pdf", "资料", "https://example.cn/gb?a=1"])
async def test_evidence_is_added_and_removed(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """F4 asks for a file, a folder or a link; it is listed, saved with the note, and Del removes it."""
    folder = tmp_path / "附件"
    (folder / "资料").mkdir(parents=True)
    (folder / "资料" / "一.txt").write_text("一")
    (folder / "验收[1].pdf").write_bytes(b"%PDF")
    monkeypatch.chdir(folder)
    app = Host(ledger, task=PLAIN).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "进展")
        await pilot.press("f4")
        await settle(pilot)
        await type_text(pilot, place)
        await pilot.press("enter")
        await settle(pilot)
        if place == "资料":
            await pilot.press("up", "up", "enter")
            await settle(pilot)
        assert place.rsplit("/")[-1] in app.seen and "佐证材料" in app.seen
        (evidence,) = app.editor._form.entry.evidence
        assert evidence.place == (place if "//" in place else str(folder / place))
        app.editor.query_one("#evidence").focus()
        await pilot.press("delete")
        assert app.editor._form.entry.evidence == ()
        app.editor._form.details.add_evidence(evidence)
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert ledger.notes()[0].content.evidence == (evidence,)


def test_the_rescue_file_holds_what_was_typed(tmp_path: Path) -> None:
    entry = Entry(
        Status.IN_PROGRESS,
        requirements=(TypedRequirement(ONE, True, "9-", "6"), TypedRequirement(TWO)),
        actuals=(TypedActual(RATE, "38."),),
    )
    path = rescue(Words(Language.ZH), "标题", LEAD, entry, tmp_path, TODAY)

    text = path.read_text()
    assert "[x]" in text and "9- 6%" in text and "改造率 38." in text


async def test_a_grade_is_kept_as_it_was_reported(ledger: Ledger) -> None:
    """A target that is a class takes a class; a note that gives one can be edited and says the same again."""
    water = Indicator("断面水质", grade="Ⅲ类")
    given = Actual(water, None, None, date(2025, 9, 30), "", "Ⅱ类")
    note = ledger.add(KEY, LEAD, content()._replace(actuals=(given,)))
    app = Host(ledger, task=TASK._replace(indicators=(water,)), editing=note).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "改")
        await pilot.press("ctrl+s")
        await settle(pilot)

    (saved,) = ledger.notes()
    assert saved.content.progress.endswith("改")
    assert saved.content.actuals == (given,)
