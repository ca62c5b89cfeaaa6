"""A plan, its document and its notes with an escape sequence and a turning mark in every text."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

from plantui.model.department import Department
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.plan import (
    Deadline,
    Departments,
    Goal,
    Indicator,
    Place,
    Plan,
    PlanInfo,
    Section,
    Source,
    Task,
    TaskSource,
)
from plantui.model.terms import Op, Status
from plantui.model.text import TURNING
from plantui.store.ledger import Ledger
from tests.support.index_samples import write_departments, write_plan

MARK = "\x1b]0;x\x07\x1b[31m\x9b31m\u202e\u200f\u061c"
REGION = f"甲市{MARK}"
LEAD, SUPPORT, WHOLE = f"水利局{MARK}", f"财政局{MARK}", f"县政府{MARK}"
KEY = TaskKey("hostile", "1")
DUE = date(2025, 6, 30)


def acting(text: str) -> list[str]:
    """Return the characters of a text that a terminal would act on, line ends apart."""
    return [
        char for char in text if (unicodedata.category(char) == "Cc" and char != "\n") or ord(char) in TURNING
    ]


def write_hostile_plan(folder: Path) -> None:
    """Put the plan, its departments and its document into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    text = f"一句{MARK}话。"
    (folder / f"文{MARK}.txt").write_bytes((text * 3).encode())
    place, span = Place(1, f"0-{len(text)}"), f"0-{len(text)}"
    task = Task(
        id="1",
        section="1",
        number=f"（一）{MARK}",
        title=f"整治{MARK}",
        text=f"到年底{MARK}，完成{MARK}。",
        departments=Departments(lead=(LEAD,), support=(SUPPORT,)),
        deadlines=(Deadline(f"到年底{MARK}", DUE, f"完成{MARK}"),),
        indicators=(
            Indicator(f"比例{MARK}", Op.AT_LEAST, 40, f"%{MARK}", DUE, 2020, f"达到40{MARK}"),
            Indicator(f"水质{MARK}", grade=f"Ⅱ类{MARK}", clause=f"达到{MARK}"),
        ),
        source=TaskSource(1, title=span, text=span, departments=(span, span), deadlines=(span,)),
    )
    info = PlanInfo(
        id="hostile",
        title=f"河湖计划{MARK}",
        short_title=f"河湖{MARK}",
        region=REGION,
        start_year=2024,
        end_year=2026,
        document_number=f"甲政〔2024〕1号{MARK}",
        issuer=f"甲市政府{MARK}",
        issued=date(2024, 1, 1),
        responsible=(WHOLE,),
        source=Source(f"文{MARK}.txt", title=place, issuer=place),
    )
    plan = Plan(
        info,
        goals=(Goal(f"水质变好{MARK}", f"比例{MARK}", Op.AT_LEAST, 85, f"%{MARK}", DUE, source=place),),
        sections=(Section("1", f"一{MARK}", f"行动{MARK}", source=place),),
        tasks=(task,),
    )
    write_plan(folder, plan)
    write_departments(
        folder,
        [Department(REGION, LEAD, (f"水务局{MARK}",)), Department(REGION, f"各部门{MARK}", members=(LEAD,))],
    )


def write_hostile_notes(path: Path) -> None:
    """Save two notes of the lead, one of them edited."""
    for author in (f"张三{MARK}", f"李四{MARK}"):
        with Ledger(path, author) as ledger:
            said = NoteContent(
                Status.IN_PROGRESS,
                f"进展{MARK}",
                40,
                f"问题{MARK}",
                f"下一步{MARK}",
                date(2025, 5, 1),
                f"原因{MARK}",
            )
            note = ledger.add(KEY, LEAD, said)
            ledger.edit(
                note.id, NoteContent(Status.DEFERRED, f"改了{MARK}", None, "", "", DUE, f"原因{MARK}")
            )
