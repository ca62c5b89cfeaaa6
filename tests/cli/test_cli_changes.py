"""`changes`: what was stored since a day, or since a state of the ledger."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from plantui.model.actual import Actual
from plantui.model.event import Extension
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.requirement import RequirementReport
from plantui.model.terms import Status
from plantui.store.ledger import Ledger, NewEvent
from tests.support.cli_home import Home
from tests.support.measured_plan import FIRST, PIPES, SECOND, measured_home

KEY = TaskKey("zhengzhou-2023-2025", "2")


def ledger_at(path: Path, moment: datetime) -> Ledger:
    """Return a ledger whose clock stands at a moment."""
    return Ledger(path, "王芳", clock=lambda: moment)


def content(text: str) -> NoteContent:
    """Return a note's content."""
    return NoteContent(Status.IN_PROGRESS, text, as_of=date(2025, 6, 1))


def kinds(home: Home, since: str) -> list[Any]:
    """Return the kinds of the changes since a day or a state."""
    return [row["change"] for row in home.run("changes", "--since", since, "--json").data["changes"]]


def test_changes_since_a_state_are_what_was_stored_after_it(tmp_path: Path) -> None:
    home = Home(tmp_path)
    first = home.add().out.strip()
    cut = home.run("office", "--json").data["cut"]
    home.run("note", "edit", first, "--progress", "后来")
    home.add(task="1")
    home.run("office", "set", "period", "quarter")

    assert kinds(home, cut) == ["edited", "new", "choice"]
    assert (
        home.run("changes", "--since", cut, "--lang", "zh").err.strip() == f"台账现状 {cut} 以来共 3 处变化"
    )
    assert kinds(home, home.run("office", "--json").data["cut"]) == []


def test_changes_since_a_day_go_by_the_day_of_writing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    ledger_at(path, datetime(2025, 6, 1, 12, tzinfo=UTC)).add(KEY, "市工信局", content("一"))
    note = ledger_at(path, datetime(2025, 6, 10, 12, tzinfo=UTC)).add(KEY, "市工信局", content("二"))
    ledger_at(path, datetime(2025, 6, 20, 12, tzinfo=UTC)).retract(note.id)
    home = Home(tmp_path)

    assert kinds(home, "2025-06-01") == ["new", "new", "retracted"]
    assert kinds(home, "2025-06-05") == ["new", "retracted"]
    assert kinds(home, "2025-06-21") == []


def test_what_a_merge_brought_counts_from_when_it_came_in(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    ledger_at(other, datetime(2025, 6, 1, 12, tzinfo=UTC)).add(KEY, "市工信局", content("外来"))
    path = tmp_path / "ledger.db"
    own = ledger_at(path, datetime(2025, 6, 10, 12, tzinfo=UTC))
    own.add(KEY, "市工信局", content("自有"))
    ledger_at(path, datetime(2025, 6, 20, 12, tzinfo=UTC)).receive(other)
    home = Home(tmp_path)

    assert kinds(home, "2025-06-15") == ["new"]
    assert kinds(home, "2025-06-21") == []


def test_an_unknown_state_is_refused(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.add()
    refused = home.run("changes", "--since", "0" * 32)

    assert (refused.code, refused.out) == (2, "")
    assert home.run("changes", "--since", "soon").code == 2


def test_list_changed_since_gives_the_tasks_of_the_changes(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    other = TaskKey(KEY.plan, "1")
    ledger_at(path, datetime(2025, 6, 1, 12, tzinfo=UTC)).add(KEY, "市工信局", content("一"))
    cut = ledger_at(path, datetime(2025, 6, 1, 12, tzinfo=UTC)).cut()
    ledger_at(path, datetime(2025, 6, 10, 12, tzinfo=UTC)).add(other, "市工信局", content("二"))
    home = Home(tmp_path)

    def listed(*options: str) -> list[Any]:
        return [task["id"] for task in home.run("list", "--json", *options).data]

    assert listed("--changed-since", "2025-06-01") == ["1", "2"]
    assert listed("--changed-since", "6月5日") == ["1"]
    assert listed("--changed-since", str(cut)) == ["1"]
    assert listed("--changed-since", "2025-06-11") == []
    assert listed("--changed-since", "2025-06-05", "--status", "completed") == []
    assert home.run("list", "--changed-since", "").code == 2


def test_changed_since_narrows_whatever_takes_a_filter_and_exports_say_so(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.add()
    since = ("--changed-since", "2025-06-01")

    assert "1/" in home.run("stats", *since).err
    assert "有变化：2025-06-01 以来" in home.run("export", "--lang", "zh", *since).out
    assert home.run("missing", *since).code == 0
    assert home.run("indicators", *since).code == 0


def test_a_time_that_is_neither_day_nor_state_is_refused(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.add()
    for wrong in ("soon", "0" * 32, "2101-01-01"):
        for command in (("list", "--changed-since"), ("changes", "--since")):
            refused = home.run(*command, wrong)
            assert (refused.code, refused.out) == (2, "")
            assert wrong in refused.err
    assert home.run("changes", "--since", "0001-01-01").code == 0


def test_each_task_says_where_it_stood_then_and_stands_now(tmp_path: Path) -> None:
    """Then is what the ledger said then: a note of May that was entered in June did not count in May."""
    home, path = measured_home(tmp_path), tmp_path / "ledger.db"
    key = TaskKey("water", "pipes")

    def on(day: int, status: Status, percent: int | None, **more: Any) -> None:
        moment = datetime(2024, 6, day, 4, tzinfo=UTC)
        said = NoteContent(status, "开工", percent, as_of=date(2024, 5, 31), **more)
        ledger_at(path, moment).add(key, "市水利局", said)

    on(3, Status.IN_PROGRESS, 20)
    done = RequirementReport(FIRST, True, date(2024, 6, 10))
    on(
        10,
        Status.IN_PROGRESS,
        60,
        requirements=(done,),
        actuals=(Actual(PIPES, 38.5, "公里", date(2024, 6, 10)),),
    )
    later = Extension(SECOND, date(2026, 6, 30), "资金", "市政府")
    ledger_at(path, datetime(2024, 6, 11, 4, tzinfo=UTC)).record(
        [NewEvent(later, date(2024, 6, 11), key, "市水利局")]
    )
    data = home.run("changes", "--since", "2024-06-05", "--json", today="2024-06-30").data
    (task,) = data["tasks"]

    assert (task["then"]["percent"], task["now"]["percent"]) == (20, 60)
    assert task["then"]["status"] == task["now"]["status"] == "in_progress"
    assert [one["change"] for one in data["changes"]] == ["new", "extension"]
    assert data["changes"][0]["requirements"][0]["done"] is True
    assert data["changes"][0]["actuals"][0]["value"] == 38.5
    assert data["changes"][1]["event"]["due"] == "2026-06-30"
    assert data["changes"][0]["written_at"] == "2024-06-10T04:00:00Z"
    first = home.run("changes", "--since", "2024-06-01", "--json", today="2024-06-30").data["tasks"][0]
    assert first["then"] == {"light": first["then"]["light"], "status": "not_started", "percent": None}


def test_the_table_names_what_who_and_when_in_one_row_a_task(tmp_path: Path) -> None:
    home = measured_home(tmp_path)
    home.run("note", "add", "water", "pipes", "--percent", "20", "--progress", "一", today="2024-06-03")
    home.run(
        "note",
        "add",
        "water",
        "pipes",
        "--percent",
        "60",
        "--progress",
        "二",
        "--done",
        "1",
        today="2024-06-04",
    )
    home.run("office", "set", "period", "quarter")
    (row, choice) = home.run("changes", "--since", "2024-06-01", "--lang", "zh", today="2024-06-30").rows

    assert row[:2] == ["water", "pipes"]
    assert row[3:5] == ["未启动 → 推进中", "未填 → 60%"]
    assert row[5].count("新报") == 2
    assert "2024年底前 改造管网40公里" in row[5]
    assert "王芳" in row[6]
    assert datetime.fromisoformat(row[7]).tzinfo is not None
    assert (choice[0], choice[5]) == ("", "约定（报告期 = quarter）")
