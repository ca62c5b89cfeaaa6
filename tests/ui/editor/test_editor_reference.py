"""The requirement and the last note beside the form: visible while one writes, and never in the way of the fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from rich.cells import cell_len

from plantui.model.dates import RequirementDate
from plantui.model.event import Extension
from plantui.model.key import TaskKey
from plantui.model.light_rules import DEFAULT_RULES
from plantui.model.plan import Deadline, Task
from plantui.model.requirement_progress import RequirementProgress
from plantui.model.terms import Language, Status
from plantui.query.lights import JudgedBy
from plantui.store.ledger import Ledger
from plantui.ui.editor import SubjectTask
from plantui.ui.editor.phase import EditorPhase
from plantui.ui.editor.reference import Reference, ReferencePage, glance, reference_lines
from plantui.ui.widgets.lines_view import LinesView
from plantui.words import Words
from tests.support.burst import send
from tests.support.editor_host import (
    KEY,
    LEAD,
    OTHER,
    TASK,
    TODAY,
    EditorApp,
    Host,
    content,
    settle,
    type_text,
)

FIELDS = ("status", "percent", "as_of", "progress", "problems", "next_steps")
LONG = TASK._replace(text="推动[2023]20号 [/]所列重点行业改造，" * 60)


def shown(app: EditorApp) -> list[str]:
    """Return the lines of the requirement as they stand on the screen."""
    region = app.editor.query_one(Reference).region
    strips = app.screen._compositor.render_strips()[region.y : region.bottom]
    return [strip.crop(region.x, region.right).text for strip in strips]


@pytest.mark.parametrize("width", [110, 120, 200])
async def test_the_right_third_holds_requirement_targets_and_last_note(ledger: Ledger, width: int) -> None:
    last = ledger.add(KEY, LEAD, content("已完成40家。"))
    app = Host(ledger, last={LEAD: last}).app()
    async with app.run_test(size=(width, 36)) as pilot:
        await settle(pilot)
        text = "\n".join(shown(app))
        form = app.editor._form.region

        assert app.editor.query_one(Reference).region.width == pytest.approx(width / 3, abs=3)
        assert form.width + app.editor.query_one(Reference).region.width == width
        for wanted in ("2025-10-31", "还有 23 天", "改造率  不低于 95%", "推动[2023]20号所列重点"):
            assert wanted in text
        for wanted in ("2025-09-30 市工信局", "推进中 60%", "已完成40家。", "存在问题：资金不足。"):
            assert wanted in text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("width", [80, 100, 109])
async def test_one_line_where_it_is_narrow(ledger: Ledger, width: int, language: Language) -> None:
    """Date and target first, then the last note; what does not fit ends in …."""
    last = ledger.add(KEY, LEAD, content("已完成40家企业改造。" * 9))
    app = Host(ledger, last={LEAD: last}, task=LONG, language=language).app()
    async with app.run_test(size=(width, 24)) as pilot:
        await settle(pilot)
        (line,) = shown(app)

        assert line.startswith(" 2025-10-31 改造率 ")
        assert "2025-09-30" in line and "60%" in line
        assert line.count("…") == 2 and line.rstrip().endswith("…")
        assert cell_len(line) == width


@pytest.mark.parametrize(
    "task", [LONG, TASK._replace(text="", deadlines=(), indicators=())], ids=["long", "bare"]
)
@pytest.mark.parametrize("size", [(80, 24), (110, 24), (120, 36)], ids=str)
async def test_the_fields_stay_on_the_screen(ledger: Ledger, size: tuple[int, int], task: Task) -> None:
    last = ledger.add(KEY, LEAD, content("已完成40家企业改造。" * 200))
    names = tuple(f"市第{number}建设管理服务中心" for number in range(1, 13))
    app = Host(ledger, (LEAD, *names), last={LEAD: last}, task=task, language=Language.EN).app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        regions = [app.editor.query_one(f"#{name}").region for name in ("department", *FIELDS)]

        assert all(region.height and region.bottom < size[1] - 1 for region in regions)
        assert all(upper.y <= lower.y for upper, lower in pairwise(regions))


async def test_a_long_last_note_leaves_half_of_the_panel_to_the_task(ledger: Ledger) -> None:
    last = ledger.add(KEY, LEAD, content("已完成40家企业改造。" * 200))
    app = Host(ledger, last={LEAD: last}).app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        text = "\n".join(shown(app))

        assert "……按 F3 看全文" in text
        assert "“两高”项目不再新增。" in text


@pytest.mark.parametrize(("notice", "is_near"), [(30, False), (400, True)])
def test_dates_are_near_by_the_rules_of_the_office(ledger: Ledger, notice: int, is_near: bool) -> None:
    subject = Host(ledger).subject(None)
    rules = DEFAULT_RULES._replace(notice_days=notice)
    day = TODAY + timedelta(31)
    task = TASK._replace(deadlines=(TASK.deadlines[0]._replace(due=day),))
    judged = SubjectTask(task, Status.IN_PROGRESS, judged_by=JudgedBy(date(2000, 1, 1), rules))
    lines = reference_lines(replace(subject, tasks=(judged,)), None, 60)
    looks = [look for line in lines for text, look in line if day.isoformat() in text]

    assert looks == ["near" if is_near else ""]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_an_extended_date_takes_the_place_of_the_first_one(
    ledger: Ledger, size: tuple[int, int], language: Language
) -> None:
    extensions = (Extension(TASK.deadlines[0], date(2026, 3, 31), "资金未到位", "市政府"),)
    app = Host(ledger, extensions=extensions, language=language).app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        first = next(line for line in shown(app) if "2026-03-31" in line)
        assert "2025-10-31" not in first
        await pilot.press("f3")
        await settle(pilot)

        page = app.screen.query_one(LinesView).text
        assert page.index("2026-03-31") < page.index("2025-10-31") < page.index("市政府")


@pytest.mark.parametrize("language", list(Language))
async def test_what_is_done_is_no_longer_late(ledger: Ledger, language: Language) -> None:
    """The date of last month is met: it says so, is not red, and the one line names the date that is still open."""
    words = Words(language)
    first = TASK.deadlines[0]._replace(due=TODAY - timedelta(8))
    second = Deadline("2025年底前", TODAY + timedelta(84), "改造率不低于95%")
    task = TASK._replace(deadlines=(first, second))
    done = RequirementProgress(
        RequirementDate(first, first.due, first.due), is_done=True, done_on=TODAY - timedelta(9)
    )
    still = RequirementProgress(RequirementDate(second, second.due, second.due))
    reported = SubjectTask(task, Status.IN_PROGRESS, requirements=(done, still))
    subject = replace(Host(ledger, language=language).subject(None), tasks=(reported,))

    looks = {text: look for line in reference_lines(subject, None, 90) for text, look in line}
    line = next(text for text in looks if first.due.isoformat() in text)
    assert looks[line] == ""
    assert done.done_on and done.done_on.isoformat() in line
    assert words("lights.requirement.late", days=8) not in line
    assert "".join(text for text, _ in glance(subject, None, 90)).startswith(second.due.isoformat())


async def test_f3_shows_everything_and_comes_back_to_the_field(ledger: Ledger) -> None:
    last = ledger.add(KEY, LEAD, content("已完成40家企业改造。" * 20 + "末尾"))
    app = Host(ledger, last={LEAD: last}).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "甲")
        await pilot.press("f3")
        await settle(pilot)
        assert isinstance(app.screen, ReferencePage)
        assert "“两高”项目不再新增。" in app.seen and "末尾" in app.seen

        await pilot.press("escape")
        await settle(pilot)
        await type_text(pilot, "乙")
        assert app.editor._form.entry.progress == "甲乙"


async def test_a_click_on_the_line_shows_everything(ledger: Ledger) -> None:
    app = Host(ledger).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "尚未填报" in shown(app)[0]
        await pilot.click(Reference)
        await settle(pilot)

        assert isinstance(app.screen, ReferencePage)


async def test_the_panel_follows_the_size_of_the_terminal(ledger: Ledger) -> None:
    app = Host(ledger).app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert len(shown(app)) > 20
        await pilot.resize_terminal(80, 24)
        await settle(pilot)

        assert [line[:12] for line in shown(app)] == [" 2025-10-31 "]


async def test_the_last_note_and_the_heading_are_the_departments_own(ledger: Ledger) -> None:
    last = {
        LEAD: ledger.add(KEY, LEAD, content("牵头所写")),
        OTHER: ledger.add(KEY, OTHER, content("另一单位所写")),
    }
    app = Host(ledger, last=last).app()
    async with app.run_test(size=(120, 36)) as pilot:
        app.editor.query_one("#department").focus()
        await pilot.press("2")
        await settle(pilot)

        assert "另一单位所写" in app.seen and "牵头所写" not in app.seen
        assert app.seen.splitlines()[0].startswith(f" 新填进展 · {OTHER} ")


async def test_a_held_arrow_reports_for_the_department_on_the_screen(ledger: Ledger) -> None:
    """Arrows faster than the ledger: the last one counts, and the screen says for whom the note is."""
    names = tuple(f"市第{number}建设管理服务中心" for number in range(1, 13))
    app = Host(ledger, departments=(LEAD, *names)).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_text(pilot, "内容")
        app.editor.query_one("#department").focus()
        send(app, *["right"] * 8)
        await settle(pilot)
        await settle(pilot)
        assert app.editor.phase is EditorPhase.EDITING
        assert "[9 市第8建设管理服务中心]" in app.seen
        assert "新填进展 · 市第8建设管理服务中心 " in app.seen
        await pilot.press("ctrl+s")
        await settle(pilot)

    assert [(note.department, note.content.progress) for note in ledger.notes()] == [(names[7], "内容")]
    assert ledger.drafts() == []


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
async def test_a_note_on_several_tasks_shows_the_requirement_of_each(
    ledger: Ledger, size: tuple[int, int]
) -> None:
    """No last note is claimed to be missing: each task may have one; tasks beyond those shown are counted."""
    second = TASK._replace(number="2.3", title="第二项任务", text="第二项的要求。", deadlines=())
    subject = replace(
        Host(ledger).subject(None),
        tasks=(SubjectTask(TASK, Status.IN_PROGRESS), SubjectTask(second, Status.IN_PROGRESS)),
        also=tuple(TaskKey(KEY.plan, number) for number in ("2.3", "2.4", "2.5")),
        departments=(LEAD,),
    )
    app = EditorApp(subject, 60.0)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = "\n".join(shown(app))
        assert "2.2 实施[重点]行业改造" in text and "2.3 第二项任务" in text
        assert "尚未填报" not in text and "上次填报" not in text
        assert "另有 2 项任务" in text
        await pilot.press("f3")
        await settle(pilot)

        page = app.screen.query_one(LinesView).text
        assert all(wanted in page for wanted in ("第二项的要求。", "2025-10-31", "另有 2 项任务"))


@pytest.mark.parametrize("language", list(Language))
async def test_every_command_stands_on_the_last_line_of_80_columns(
    ledger: Ledger, language: Language
) -> None:
    app = Host(ledger, language=language).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        last = app.seen.splitlines()[-1]

        assert [key for key in ("Ctrl+S", "Ctrl+D", "Esc", "F6", "F3", "F9") if f" {key} " not in last] == []
