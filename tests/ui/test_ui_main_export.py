"""The export from the main screen: its name, its folder and format, the marked rows."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from plantui.export.form_making import Contents, form_contents
from plantui.query.columns import Column, Sorting
from plantui.query.outline import Leaf
from plantui.ui.commands import by_id
from plantui.ui.dialogs.base import Dialog
from plantui.ui.dialogs.export import ExportDialog
from plantui.ui.memory import remember_export
from tests.support.main_host import (
    FIRST_TASK,
    MOMENT,
    app_in,
    ledger_in,
    options_in,
    screen_of,
    settle,
    status,
    with_notes,
)
from tests.support.other_writer import save_elsewhere

from .test_ui_journeys import on_screen


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each with what follows from it."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def offered(pilot: Pilot[None]) -> Path:
    """Return the file that the open dialog offers."""
    assert isinstance(pilot.app.screen, ExportDialog)
    return Path(pilot.app.screen.query_one(Input).value)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


async def test_the_name_says_department_and_month(tmp_path: Path) -> None:
    async with app_in(tmp_path, department="郑州市/市水利局").run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f8")

        assert offered(pilot).name.startswith("郑州市")
        assert offered(pilot).name.endswith("-月报-市水利局-2025-12")
        await press(pilot, *"summary")
        assert offered(pilot).name.endswith("-市水利局-2025-12.md")


async def test_folder_and_format_of_the_last_export_are_offered_again(tmp_path: Path) -> None:
    """Also by the next plantui; a folder that is gone is not."""
    other = tmp_path / "月报"
    other.mkdir()
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f8")
        assert offered(pilot).parent == tmp_path / "here"
        pilot.app.screen.query_one(Input).value = str(other / "台账.csv")
        await press(pilot, "enter")
        assert (other / "台账.csv").exists()
        await press(pilot, "f8")
        assert (offered(pilot).parent, offered(pilot).suffix) == (other, ".csv")
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f8")
        assert (offered(pilot).parent, offered(pilot).suffix) == (other, ".csv")
        (other / "台账.csv").unlink()
        other.rmdir()
        await press(pilot, "escape", "f8")
        assert offered(pilot).parent == tmp_path / "here"


async def test_two_selections_leave_two_files(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f8", "enter", "3", "f8", "enter", "f6", "enter", "f8", "enter")

        assert len(list((tmp_path / "here").iterdir())) == 2 + (screen_of(pilot).session.tasks != 0)


async def test_marked_rows_can_be_exported_alone(tmp_path: Path) -> None:
    """They keep their order of the view; the file says that they were marked, and the message how many."""
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        tasks = [row.task for row in screen.rows.rows if isinstance(row, Leaf)][:3]
        screen.show(screen.session.with_marks([screen.session.key_of(task) for task in tasks]))
        await press(pilot, "f8", "2")
        assert "已选3项" in offered(pilot).name
        pilot.app.screen.query_one(Input).value = str(tmp_path / "here" / "a.json")
        await press(pilot, "enter")
        assert "已导出 3 项" in status(pilot)

    written = json.loads((tmp_path / "here" / "a.json").read_text("utf-8"))
    assert [one["id"] for one in written] == [task.id for task in tasks]


async def test_the_dialog_states_filter_day_and_count(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "enter", "f8")
        strips = pilot.app.screen._compositor.render_strips()
        seen = "\n".join("".join(segment.text for segment in strip) for strip in strips)
        shown = screen_of(pilot).session.tasks.bit_count()

        assert f"当前显示的 {shown} / 140 项任务；筛选条件：" in seen
        assert "截至 2025-12-10" in seen


async def test_an_export_has_the_columns_and_the_order_of_the_screen(tmp_path: Path) -> None:
    columns, sorting = (Column.DUE, Column.TASK), Sorting(Column.DUE, descending=True)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        screen.show(screen.session.with_columns(columns).with_sorting(sorting))
        await press(pilot, "f8")
        pilot.app.screen.query_one(Input).value = str(tmp_path / "列.csv")
        await press(pilot, "enter")
        rows = screen.session.library.tasks(screen.session.task_rows())
    written = (tmp_path / "列.csv").read_text("utf-8-sig").splitlines()

    assert written[0].split(",")[:2] == ["时限", "任务"]
    assert [line.split(",")[0].strip() for line in written[1:]] == [task.due for task in rows]


@pytest.mark.parametrize(
    "name", ["长" * 300, "长" * 300 + ".md", "a/" * 3000 + "a.md", "\ud800.md", "a\0.md"]
)
async def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    """It stays in its field, to be made shorter."""
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f8")
        typed = pilot.app.screen.query_one(Input)
        typed.value = name
        await press(pilot, "enter")

        assert isinstance(pilot.app.screen, ExportDialog)
        assert str(pilot.app.screen.query_one("#status", Static).render())
        assert typed.value == name
    assert not list((tmp_path / "here").iterdir())


async def test_a_remembered_folder_that_no_file_system_has_is_not_offered(tmp_path: Path) -> None:
    remember_export(options_in(tmp_path).state_path, Path("a" * 300), "csv")
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f8")

        assert offered(pilot).parent == tmp_path / "here"


@pytest.mark.parametrize("command", ["export", "open_plan", "import", "copy"])
async def test_a_working_folder_that_is_gone_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """The user's own folder takes its place."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        monkeypatch.setattr(Path, "cwd", _gone)
        await press(pilot, "ctrl+a")
        for _ in range(2):  # the second copy goes to a file
            await screen_of(pilot).runner.run(by_id(command))
            await settle(pilot)
            if command != "copy":
                assert isinstance(pilot.app.screen, Dialog)
                break

    assert [path.suffix for path in tmp_path.glob("*.tsv")] == ([".tsv"] if command == "copy" else [])


def _gone() -> Path:
    raise FileNotFoundError


async def test_the_submission_is_offered_beside_the_summaries(tmp_path: Path) -> None:
    """Down turns to it, Up back with the format chosen before; the format of the next export stays the last summary's."""
    async with app_in(tmp_path, department="郑州市/市水利局").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f8", *"summary", "tab", "right", "down")
        assert offered(pilot).name == "市水利局-2025-12.plantui"
        seen = on_screen(pilot)
        assert "报送文件：市水利局2025年12月的全部进展" in seen
        assert "CSV" not in seen
        await press(pilot, "up")
        assert offered(pilot).name.endswith("-市水利局-2025-12.csv")
        assert "CSV" in on_screen(pilot)
        await press(pilot, "enter", "f8", "down", "enter", "f8")
        assert offered(pilot).suffix == ".csv"
        await press(pilot, "down", "enter")
        assert "再按一次Enter替换" in on_screen(pilot)
        await press(pilot, "enter")
        assert "没有进展，报送文件是空的" in status(pilot)

    assert sorted(path.suffix for path in (tmp_path / "here").iterdir()) == [".csv", ".plantui"]


@pytest.mark.parametrize(
    ("options", "reason"),
    [({}, "没有设置本单位"), ({"department": "郑州市/市水利局", "is_demo": True}, "这是演示")],
    ids=["no department", "demonstration"],
)
async def test_where_there_is_no_submission_the_dialog_says_why(
    tmp_path: Path, options: dict[str, object], reason: str
) -> None:
    async with app_in(tmp_path, **options).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f8", "down")
        assert reason in on_screen(pilot)
        assert offered(pilot).suffix != ".plantui"


@pytest.mark.parametrize("typed", ["a.plantui", "a.PLANTUI"])
async def test_a_summary_is_never_written_under_the_ending_of_a_submission(
    tmp_path: Path, typed: str
) -> None:
    """Nor the other way round."""
    async with app_in(tmp_path, department="郑州市/市水利局").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f8", *"summary")
        pilot.app.screen.query_one(Input).value = typed
        await press(pilot, "enter")
        assert "不是可用的格式" in on_screen(pilot)
        await press(pilot, "down")
        assert offered(pilot).suffix.lower() == ".plantui"
        pilot.app.screen.query_one(Input).value = "a.csv"
        await press(pilot, "enter")
        assert "不是可用的格式" in on_screen(pilot)
    assert not list((tmp_path / "here").iterdir())


async def test_a_file_is_of_the_state_it_names_though_another_program_saved_after_the_first_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Contents are made once for first lines and file, and again only where somebody has saved."""
    made = list[int]()

    def counted(*asked: Any) -> Contents:
        made.append(1)
        return form_contents(*asked)

    monkeypatch.setattr("plantui.export.one_state.form_contents", counted)
    with_notes(tmp_path)
    here, moment = tmp_path / "here", (MOMENT + timedelta(minutes=1)).isoformat()
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f8", *"summary")
        shown, first = len(made), ledger_in(tmp_path).cut()
        pilot.app.screen.query_one(Input).value = str(here / "first.md")
        await press(pilot, "enter")
        assert len(made) == shown
        await press(pilot, "f8")
        cut = save_elsewhere(
            tmp_path / "data" / "ledger.db", FIRST_TASK, "市生态环境局", "另一个窗口保存的", moment
        )
        pilot.app.screen.query_one(Input).value = str(here / "second.md")
        await press(pilot, "enter")
        assert len(made) == shown + 2

    texts = [(here / name).read_text("utf-8") for name in ("first.md", "second.md")]
    assert [f"台账现状**：{one}" in text for one, text in zip((first, cut), texts, strict=True)] == [True] * 2
    assert ["另一个窗口保存的" in text for text in texts] == [False, True]
    assert texts[1].count("55%") > texts[0].count("55%")


async def test_to_dos_are_a_format_of_the_calendar_and_what_is_lost_is_told(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f8", *"calendar", "tab", "right")
        assert offered(pilot).suffix == ".ics"
        await press(pilot, "enter")
        assert "没有对应位置" in status(pilot)

    (written,) = (tmp_path / "here").iterdir()
    assert b"BEGIN:VTODO" in written.read_bytes()
