"""A small library and ledger whose summaries are known byte by byte: awkward text, two regions, every light."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

from plantui.model.department import Department
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.plan import Deadline, Departments, Indicator, Plan, PlanInfo, Section, Task
from plantui.model.terms import Force, Op, Status
from plantui.planfile.writer import departments_toml, plan_toml
from plantui.query.opening import open_workspace
from plantui.query.workspace import Workspace
from plantui.store.index.opening import open_library
from plantui.store.ledger import Ledger

TODAY = date(2026, 11, 22)

DEPARTMENTS = (
    Department("金石市", "市水利局", ("市水务局",)),
    Department("金石市", "各县区政府", members=("东县政府", "西区政府")),
    Department("金石市", "东县政府"),
    Department("金石市", "西区政府"),
    Department("玉泉市", "市水利局"),
)

WATER = Plan(
    PlanInfo("jinshi", "金石市河湖[行动]计划（2024—2026年）", "金石市河湖计划", "金石市", 2024, 2026),
    sections=(Section("1", "（一）", "治水行动"), Section("2", "（二）", "节水行动")),
    tasks=(
        Task(
            "1",
            "1",
            "1",
            "整治 | 河道",
            "按照金政〔2023〕20号、[2023]20号文，*全面*整治。2024年底前完成3条，2026年底前完成10条。",
            Departments(lead=("市水务局", "市城管局"), support=("市财政局",), responsible=("各县区政府",)),
            (
                Deadline("2026年底前", date(2026, 12, 31), "完成10条"),
                Deadline("2024年底前", date(2024, 12, 31), "完成3条"),
            ),
            (
                Indicator("整治河道", Op.AT_LEAST, 3, "条", date(2024, 12, 31), clause="完成3条"),
                Indicator("整治河道", Op.ABOUT, 10.5, "条", date(2026, 12, 31), 2020, force=Force.EXPECTED),
            ),
        ),
        Task(
            "2",
            "1",
            "2",
            "=水库加固",
            "",
            Departments(lead=("市水利局",)),
            (Deadline("年底前", date(2026, 12, 1)),),
        ),
        Task(
            "3",
            "2",
            "3",
            "节水评价",
            "水质达到Ⅱ类",
            Departments(shared=("市水利局", "市财政局")),
            (Deadline("到2027年", date(2027, 12, 31)),),
            (Indicator("水质", grade="Ⅱ类"), Indicator("有效", clause="取得有效进展")),
        ),
        Task("4", "2", "4", "县区节水", "", Departments(responsible=("各县区政府",)), ()),
    ),
)

CITY = Plan(
    PlanInfo("yuquan", "玉泉市规划", "玉泉规划", "玉泉市", 2025, 2035, responsible=("市水利局",)),
    sections=(Section("1", "第一章", "总体"), Section("1.1", "第一节", "水", "1")),
    tasks=(
        Task("1.1.1", "1.1", "1", "修复湿地", "修复湿地 100 公顷。"),
        Task("1.1.2", "1.1", "2", "关停", "", deadlines=(Deadline("即日", date(2026, 1, 1), "关停"),)),
    ),
)

NOTES = (
    ("jinshi", "1", "市水利局", NoteContent(Status.IN_PROGRESS, "开工", 10, as_of=date(2026, 5, 31))),
    (
        "jinshi",
        "1",
        "市水利局",
        NoteContent(
            Status.IN_PROGRESS,
            "已完成 2 条。\n- 第三条 <b>开工</b>\n1. 招标\n\n# 结束\r\n\x1b[31m红\x00",
            60,
            "=HYPERLINK(1)",
            "下月完成",
            date(2026, 10, 31),
        ),
    ),
    ("jinshi", "1", "市财政局", NoteContent(Status.COMPLETED, "资金已拨付", as_of=date(2026, 9, 30))),
    ("jinshi", "3", "市财政局", NoteContent(Status.COMPLETED, "完成", 100, as_of=date(2026, 8, 31))),
    ("jinshi", "3", "市水利局", NoteContent(Status.CLOSED, "已销号", 100, as_of=date(2026, 8, 30))),
    (
        "jinshi",
        "4",
        "东县政府",
        NoteContent(Status.ONGOING, "@长期", 5, as_of=date(2026, 8, 30), reason="=每年都做"),
    ),
    ("jinshi", "2", "市水利局", NoteContent(Status.COMPLETED, "later", 100, as_of=date(2026, 11, 30))),
)
"""The last one speaks of a day after TODAY."""


def _clock() -> Iterator[datetime]:
    moment = datetime(2026, 11, 1, 4, tzinfo=UTC)
    while True:
        yield moment
        moment += timedelta(minutes=1)


def make_ledger(folder: Path) -> Ledger:
    """The notes in a new ledger, with the same ids every time."""
    moments = _clock()
    chance = random.Random(1)
    ledger = Ledger(folder / "ledger.db", "李雷", clock=lambda: next(moments))
    with patch("plantui.store.ledger.writing.uuid4", lambda: UUID(int=chance.getrandbits(128), version=4)):
        for plan, task, department, content in NOTES:
            ledger.add(TaskKey(plan, task), department, content)
    return ledger


def make_workspace(folder: Path, ledger: Ledger, plans: tuple[Plan, ...] = (WATER, CITY)) -> Workspace:
    """The plans, written to files and compiled, with what the ledger says as of TODAY."""
    files = folder / "plans"
    files.mkdir()
    for plan in plans:
        (files / f"{plan.info.id}.toml").write_text(plan_toml(plan), encoding="utf-8")
    (files / "departments.toml").write_text(departments_toml(DEPARTMENTS), encoding="utf-8")
    library = open_library([files], folder / "cache")
    assert [one for one in library.problems() if one.severity == "error"] == []
    return open_workspace(library, ledger, TODAY)
