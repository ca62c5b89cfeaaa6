"""Opening a plan file and importing a document from inside: by keys, with a bar, and to be cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plantui.documents.formats import read_source
from plantui.documents.importer import import_document
from plantui.documents.quoting import document_beside
from plantui.documents.source import Selection
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Language, Status
from plantui.planfile.reader import read_plan
from plantui.planfile.search_path import bundled_plans, user_plans
from plantui.planfile.writer import plan_toml
from plantui.readback.foreign_ledger import read_if_ledger
from plantui.store.backups import backups_of
from plantui.store.checksum import file_checksum
from plantui.store.index.opening import open_library
from plantui.store.locations import cache_folder
from plantui.ui.app import PlantuiApp
from plantui.ui.commands import by_id
from plantui.ui.dialogs.document import AttachmentMenu, DocumentDialog
from plantui.ui.dialogs.file_dialog import FileDialog, PathLine
from plantui.ui.dialogs.sentences import ReadPlanDialog
from plantui.ui.importing.run import ImportRun
from plantui.ui.review.outline_screen import OutlineScreen
from plantui.ui.review.screen import ReviewScreen
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.progress_line import ProgressLine
from tests.support.document_files import docx_of, hidden_row_xlsx
from tests.support.mails import mail_of
from tests.support.main_host import options_in, screen_of, seen_rows, settle, status
from tests.support.review_host import DOCUMENT
from tests.support.unread_documents import SUMMARY

PLAN = "linjiang-2023-2025"
TITLE = "临江市河湖治理三年行动计划（2023—2025年）"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document, the plan that was made of it, a broken plan and other files."""
    place = tmp_path / "文件"
    (place / "里面").mkdir(parents=True)
    document = place / f"{PLAN}.txt"
    document.write_text(DOCUMENT, "utf-8")
    imported = import_document(read_source(document), PLAN)
    (place / f"{PLAN}.toml").write_text(plan_toml(imported.plan), "utf-8")
    (place / "坏.toml").write_text("format = 1\n[plan]\nid = 3\n", "utf-8")
    (place / "照片.png").write_bytes(b"\x89PNG")
    monkeypatch.chdir(place)
    return place


def app_in(tmp_path: Path) -> PlantuiApp:
    folders = (bundled_plans(),)
    return PlantuiApp(options_in(tmp_path, folders=folders), open_library(folders, cache_folder()))


async def run(command: str, pilot: Pilot[None]) -> None:
    """Do what the palette does for a command."""
    await settle(pilot)
    await screen_of(pilot).runner.run(by_id(command))
    await settle(pilot)


async def until(pilot: Pilot[None], kind: type) -> None:
    """Wait until a screen of that kind is on top."""
    for _ in range(200):
        await settle(pilot)
        if isinstance(pilot.app.screen, kind):
            return
    raise AssertionError(f"no {kind.__name__} came")


def said(pilot: Pilot[None]) -> str:
    """The sentence of the dialog."""
    return str(pilot.app.screen.query_one("#status").render())


@pytest.mark.parametrize("keys", [["l", "tab", "enter"], ["l", "enter"], ["down", "enter"]])
async def test_a_plan_is_added_to_the_own_ones(tmp_path: Path, folder: Path, keys: list[str]) -> None:
    async with app_in(tmp_path).run_test(size=(100, 30)) as pilot:
        await run("open_plan", pilot)
        await pilot.press(*keys)
        await settle(pilot)

        assert any("修复河岸[林带]" in row for row in seen_rows(pilot))
        assert str(user_plans() / f"{PLAN}.toml") in status(pilot)
        await pilot.press("0")
        assert len(screen_of(pilot).session.library.plans) == 5
    assert (user_plans() / f"{PLAN}.txt").read_bytes() == (folder / f"{PLAN}.txt").read_bytes()


@pytest.mark.parametrize("begun", ["", "里面/"])
async def test_a_whole_path_stands_for_itself_behind_a_folder(
    tmp_path: Path, folder: Path, begun: str
) -> None:
    """The first Enter may have gone into a folder before the path is pasted."""
    async with app_in(tmp_path).run_test(size=(100, 30)) as pilot:
        await run("open_plan", pilot)
        pilot.app.screen.query_one(PathLine).value = f"{begun}{folder / f'{PLAN}.toml'}"
        await pilot.press("enter")
        await settle(pilot)

        assert any("修复河岸" in row for row in seen_rows(pilot))


async def test_a_plan_opened_for_once_is_copied_nowhere(tmp_path: Path, folder: Path) -> None:
    async with app_in(tmp_path).run_test(size=(100, 30)) as pilot:
        await run("open_plan", pilot)
        await pilot.press("shift+tab", "2", "tab", "l", "enter")
        await settle(pilot)

        assert PLAN in status(pilot)
        assert any("修复河岸" in row for row in seen_rows(pilot))
    assert not user_plans().exists()


async def test_the_place_among_the_views_is_kept(tmp_path: Path, folder: Path) -> None:
    """The own department and the open branches are still there."""
    async with app_in(tmp_path).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f4", *"三门峡 水利", "f5")
        await settle(pilot)
        await run("open_plan", pilot)
        await pilot.press("l", "enter")
        await settle(pilot)

        assert str(screen_of(pilot).session.own_department) == "三门峡市/市水利局"


async def test_a_broken_plan_is_refused_with_its_first_error(tmp_path: Path, folder: Path) -> None:
    async with app_in(tmp_path).run_test(size=(100, 30)) as pilot:
        await run("open_plan", pilot)
        await pilot.press(*"坏", "enter")
        await settle(pilot)

        assert isinstance(pilot.app.screen, FileDialog)
        assert "plantui check" in said(pilot)
        assert pilot.app.screen.query_one(ProgressLine).share is None
        await pilot.press("escape")
        await settle(pilot)
        assert screen_of(pilot).is_active
    assert not user_plans().exists()


async def test_another_plan_of_that_name_is_replaced_only_after_asking(tmp_path: Path, folder: Path) -> None:
    user_plans().mkdir(parents=True)
    kept = user_plans() / f"{PLAN}.toml"
    kept.write_text("# 别的\n", "utf-8")
    async with app_in(tmp_path).run_test(size=(100, 30)) as pilot:
        await run("open_plan", pilot)
        await pilot.press("l", "tab", "enter")
        await settle(pilot)
        assert kept.read_text("utf-8") == "# 别的\n"
        assert "Enter" in said(pilot)

        await pilot.press("enter")
        await settle(pilot)
    assert kept.read_bytes() == (folder / f"{PLAN}.toml").read_bytes()


async def test_only_what_can_be_opened_is_listed(tmp_path: Path, folder: Path) -> None:
    async with app_in(tmp_path).run_test(size=(100, 30)) as pilot:
        await run("import", pilot)
        names = [entry.name for entry in pilot.app.screen.query_one("#files").rows]  # type: ignore[attr-defined]
        assert names == ["..", "里面", f"{PLAN}.txt"]

        await pilot.press("enter")
        assert "可以打开" in said(pilot)
        await pilot.press("up", "enter", *"坏", "enter")
        assert pilot.app.screen.query_one("#path").value == "里面/../坏"  # type: ignore[attr-defined]
        assert "里面/../坏" in said(pilot)


async def test_a_document_is_imported_reviewed_and_opened(tmp_path: Path, folder: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await run("import", pilot)
        await pilot.press("l", "enter")
        await until(pilot, ReviewScreen)
        await pilot.press("ctrl+s")
        await settle(pilot)

        assert any("修复河岸[林带]" in row for row in seen_rows(pilot))
    assert {path.name for path in user_plans().iterdir()} == {f"{PLAN}.toml", f"{PLAN}.txt"}


async def test_a_review_that_is_left_is_kept(tmp_path: Path, folder: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await run("import", pilot)
        await pilot.press("l", "enter")
        await until(pilot, ReviewScreen)
        await pilot.press("enter", "escape")
        await settle(pilot)

        assert screen_of(pilot).is_active
        assert "校对已保存" in status(pilot)
    assert not user_plans().exists()


async def test_a_document_without_tasks_opens_with_its_outline(tmp_path: Path, folder: Path) -> None:
    """Its lines are marked as tasks there, on to the fields, and the plan is among the user's own and on the screen."""
    (folder / "总结.txt").write_text(SUMMARY, "utf-8")
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await run("import", pilot)
        await pilot.press(*"总结", "enter")
        await until(pilot, OutlineScreen)
        await pilot.press(*["down"] * 3, "f4", "ctrl+s")
        await until(pilot, ReviewScreen)
        await pilot.press("ctrl+s")
        await settle(pilot)

        assert screen_of(pilot).is_active
        assert any("建设分拣中心" in row for row in seen_rows(pilot))
    assert any(path.suffix == ".toml" for path in user_plans().iterdir())


FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Performance_Plan">
<Name>临江市河湖治理计划</Name><StrategicPlanCore>
<Organization><Name>临江市</Name></Organization>
<Mission><Description>水清岸绿</Description></Mission>
<Goal><Name>修复河岸</Name><Description/><SequenceIndicator>1</SequenceIndicator>
<Objective><Name>补种[林带]</Name><Description/><SequenceIndicator>1</SequenceIndicator>
<Stakeholder><Name>市水利局</Name></Stakeholder>
<PerformanceIndicator PerformanceIndicatorType="Quantitative"><MeasurementDimension>长度</MeasurementDimension>
<UnitOfMeasurement>公里</UnitOfMeasurement><MeasurementInstance><TargetResult><NumberOfUnits>四十</NumberOfUnits>
</TargetResult></MeasurementInstance></PerformanceIndicator></Objective></Goal></StrategicPlanCore>
</PerformancePlanOrReport>
"""
"""A plan of StratML that says too much (a mission), and a number in words."""
BACKWARDS = (
    "<AdministrativeInformation><StartDate>2030-01-01</StartDate><EndDate>2020-12-31</EndDate>"
    "</AdministrativeInformation>"
)
"""Years that no plan can have."""


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            Language.ZH,
            [
                "读入 临江市河湖治理计划：1 节、1 项任务、0 个时限、1 个指标",
                "没有对应位置，未带过去：StrategicPlanCore/Mission 1 处",
                "只能近似：Role/Name 1 处",
                "存疑 3 处：",
                "NumberOfUnits 的“四十”不是数字，没有读入",
            ],
        ),
        (
            Language.EN,
            [
                "read 临江市河湖治理计划: sections 1, tasks 1, deadlines 0, indicators 1",
                "had no place and is not in it: StrategicPlanCore/Mission 1",
                "only approximated: Role/Name 1",
                "3 doubts:",
                "'四十' in NumberOfUnits is no number and was left out",
            ],
        ),
    ],
    ids=["zh", "en"],
)
@pytest.mark.parametrize("answer", ["enter", "escape"])
async def test_a_plan_of_another_system_is_added_once_its_losses_were_seen(
    tmp_path: Path, folder: Path, language: Language, lines: list[str], answer: str
) -> None:
    (folder / "河湖.xml").write_text(FOREIGN, "utf-8")
    folders = (bundled_plans(),)
    options = options_in(tmp_path, folders=folders, language=language)
    app = PlantuiApp(options, open_library(folders, cache_folder()))
    async with app.run_test(size=(80, 24)) as pilot:
        await run("import", pilot)
        await pilot.press(*"河湖", "enter")
        await until(pilot, ReadPlanDialog)
        shown = app.screen.query_one(LinesView).text
        assert [line for line in lines if line not in shown] == []

        await pilot.press(answer)
        await settle(pilot)
        assert screen_of(pilot).is_active
        assert any("补种[林带]" in row for row in seen_rows(pilot)) == (answer == "enter")
    kept = [path.name for path in user_plans().iterdir()] if user_plans().exists() else []
    assert kept == (["河湖.toml"] if answer == "enter" else [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<StrategicPlan/>", "没有目标"),
        ("<StrategicPlan>", "不是完好的 XML"),
        ('<Project xmlns="http://schemas.microsoft.com/project"><Tasks/></Project>', "没有任务行"),
        ("<!DOCTYPE StrategicPlan [<!ENTITY a 'b'>]>" + FOREIGN.partition("?>")[2], "DOCTYPE"),
        (FOREIGN.replace("</StrategicPlanCore>", f"</StrategicPlanCore>{BACKWARDS}"), "结束年份 2020 早于"),
    ],
)
async def test_a_file_of_another_system_that_makes_no_plan_is_refused(
    tmp_path: Path, folder: Path, text: str, reason: str
) -> None:
    (folder / "河湖.xml").write_text(text, "utf-8")
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await run("import", pilot)
        await pilot.press(*"河湖", "enter")
        await settle(pilot)

        assert isinstance(pilot.app.screen, DocumentDialog)
        assert reason in said(pilot)
    assert not user_plans().exists()


async def test_hidden_rows_are_read_where_they_are_asked_for(tmp_path: Path, folder: Path) -> None:
    """The second option of the dialog is what --hidden is on the command line."""
    (folder / "表.xlsx").write_bytes(hidden_row_xlsx())
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        for keys, count in ((["表", "enter"], 2), (["shift+tab", "2", "tab", "表", "enter"], 3)):
            await run("import", pilot)
            await pilot.press(*keys)
            await until(pilot, ReviewScreen)
            screen = pilot.app.screen
            assert isinstance(screen, ReviewScreen)
            assert len(screen.review.plan().tasks) == count
            await pilot.press("escape")
            await settle(pilot)


async def test_an_attachment_of_a_mail_is_chosen(tmp_path: Path, folder: Path) -> None:
    """Esc goes back to the files; the plan remembers which one it was read from."""
    attachments = [("通知.docx", docx_of(["请各单位落实。"])), ("临江.txt", DOCUMENT.encode())]
    (folder / "信.eml").write_bytes(mail_of(*attachments))
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await run("import", pilot)
        await pilot.press("信", "enter")
        await until(pilot, AttachmentMenu)
        await pilot.press("escape")
        await until(pilot, DocumentDialog)
        await pilot.press("enter")
        await until(pilot, AttachmentMenu)
        await pilot.press("down", "enter")
        await until(pilot, ReviewScreen)
        await pilot.press("ctrl+s")
        await settle(pilot)

        assert any("修复河岸[林带]" in row for row in seen_rows(pilot))
    (written,) = user_plans().glob("*.toml")
    plan = read_plan(written).plan
    source = plan.info.source if plan else None
    assert source and source.attachment == "临江.txt"
    beside = document_beside(written, source)
    assert beside.source is not None and "修复河岸[林带]" in beside.source.text


async def test_esc_ends_the_import_and_its_process(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The document is long enough to be still read when Esc comes."""
    part = DOCUMENT[DOCUMENT.index("二、") : DOCUMENT.index("三、")]
    (folder / "长.txt").write_text(DOCUMENT + part * 3_000, "utf-8")
    runs: list[ImportRun] = []
    begin = ImportRun.__init__

    def watched(
        run: ImportRun, path: Path, selection: Selection, folders: Sequence[Path], today: date
    ) -> None:
        begin(run, path, selection, folders, today)
        runs.append(run)

    monkeypatch.setattr(ImportRun, "__init__", watched)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await run("import", pilot)
        await pilot.press(*"长", "enter")
        await pilot.pause()
        assert pilot.app.screen.query_one(ProgressLine).share is not None
        await pilot.press("escape")
        await settle(pilot)

        assert screen_of(pilot).is_active
    assert [run.has_ended for run in runs] == [True]


@pytest.mark.parametrize("command", ["open_plan", "import"])
@pytest.mark.parametrize("name", ["长" * 300, f"/{'长' * 300}/a", "\ud800", "a\0b"])
async def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, command: str, name: str) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await run(command, pilot)
        app.screen.query_one(PathLine).value = name
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert isinstance(app.screen, FileDialog)


LEDGER = """\
编号,督办事项,牵头单位,办理状态,办理情况,截至日期,批示领导
甲1,修堤,市水利局,进行中,开工,2024-05-31,某
甲2,修桥,市城管局,已办结,通车,2024-05-31,
"""


async def test_a_ledger_brings_its_progress_once_and_undo_takes_it_back(tmp_path: Path, folder: Path) -> None:
    path = folder / "督办.csv"
    path.write_text(LEDGER, "utf-8")
    app = app_in(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        await run("import", pilot)
        await pilot.press(*"督办", "enter")
        await until(pilot, ReadPlanDialog)
        shown = app.screen.query_one(LinesView).text
        assert [line for line in ("批示领导 1 处", "另有进展 2 条") if line not in shown] == []
        await pilot.press("enter")
        await settle(pilot)

        ledger = screen_of(pilot).ledger
        assert any("修堤" in row for row in seen_rows(pilot))
        assert "新进展 2 条" in status(pilot)
        assert {(note.author, note.content.progress) for note in ledger.notes(plan="督办")} == {
            ("import:督办.csv", "开工"),
            ("import:督办.csv", "通车"),
        }
        assert [one.sha256 for one in ledger.receipts()] == [file_checksum(path)]
        await run("undo", pilot)
        await settle(pilot)
        assert ledger.notes(plan="督办") == []
    plan = read_plan(user_plans() / "督办.toml").plan
    assert plan and [task.id for task in plan.tasks] == ["甲1", "甲2"]


RESULT = "<ActualResult><EndDate>2024-05-31</EndDate><NumberOfUnits>12</NumberOfUnits><Description>种了一半</Description></ActualResult>"


async def test_a_report_of_another_system_brings_its_results_beside_what_the_ledger_has(
    tmp_path: Path, folder: Path
) -> None:
    """A backup is made before, as on the command line."""
    (folder / "河湖.xml").write_text(
        FOREIGN.replace("</MeasurementInstance>", f"{RESULT}</MeasurementInstance>"), "utf-8"
    )
    app = app_in(tmp_path)
    async with app.run_test(size=(120, 30)) as pilot:
        ledger = screen_of(pilot).ledger
        own = ledger.add(
            TaskKey("zhengzhou-2023-2025", "7"),
            "市水利局",
            NoteContent(Status.IN_PROGRESS, "开工", as_of=date(2024, 5, 31)),
        )
        await run("import", pilot)
        await pilot.press(*"河湖", "enter")
        await until(pilot, ReadPlanDialog)
        assert "另有进展 1 条" in app.screen.query_one(LinesView).text
        assert not any(one.time for one in backups_of(ledger.path))
        await pilot.press("enter")
        await settle(pilot)

        assert "新进展 1 条" in status(pilot)
        assert len([one for one in backups_of(ledger.path) if one.time]) == 1
        (note,) = ledger.notes(plan="河湖")
        assert (note.author, note.department) == ("import:河湖.xml", "市水利局")
        assert "种了一半" in note.content.progress
        await run("undo", pilot)
        await settle(pilot)
        assert [note.id for note in ledger.notes()] == [own.id]


async def test_a_ledger_of_which_plan_is_there_updates_it(tmp_path: Path, folder: Path) -> None:
    path = folder / "督办.csv"
    path.write_text(LEDGER, "utf-8")
    user_plans().mkdir(parents=True)
    source = read_source(path)
    first = read_if_ledger(source, (), "督办", date(2024, 6, 30))
    assert first is not None
    assert first.sha256 == source.sha256
    (user_plans() / "督办.toml").write_text(plan_toml(first.plan), "utf-8")
    path.write_text(LEDGER.replace("甲2,修桥", "甲3,修渠"), "utf-8")

    later = read_if_ledger(read_source(path), (), "督办", date(2024, 6, 30))

    assert later and [task.id for task in later.plan.tasks] == ["甲1", "甲2", "甲3"]
    assert any(doubt.endswith("vanished") for doubt in later.doubts)
