"""Measures the forms that are handed in against the libraries alone, which write the same content to a file."""

from __future__ import annotations

import csv
import json
import pickle
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docx import Document
from docx.table import Table
from icalendar import Calendar, Component, vCategory
from openpyxl import load_workbook

from .commands import peak_memory, run_seconds
from .figures import Figure, ratio
from .province import MONTHS, fill, with_a_year
from .setup import CHECKOUT, TODAY, Setup
from .synthetic import write_library

_TASKS = 10_000
_FEW_ROWS = 1_000
"""Rows that python-docx writes; what it takes for more is reckoned from that."""
_DEMO_DAY = "2024-12-10"
_INDEX_PATH = """
import os
from plantui.planfile.search_path import plan_folders
from plantui.store.index.files import index_path
from plantui.store.locations import cache_folder
print(index_path(plan_folders((), os.environ), cache_folder()))
"""


def reports(setup: Setup) -> Iterator[Figure]:
    """Forms of 10,000 tasks with a year's notes and of the four plans, and the memory of the ledger of all tasks."""
    small = _Desk(_small(setup), "reports", is_large=True)
    yield from _workbook(small)
    yield from _texts(small)
    yield _calendar(small)
    yield _letter_ledger(small)
    yield _letter_report(setup)
    yield _memory(setup)


@dataclass(frozen=True, slots=True)
class _Desk:
    """A user of the bench who exports."""

    setup: Setup
    user: str
    is_large: bool
    more: tuple[str, ...] = ("--today", TODAY)
    """Options of every export."""

    @property
    def environ(self) -> dict[str, str]:
        """The environment of the user's programs."""
        return self.setup.environ(self.user, large=self.is_large)

    def export(self, form: str, suffix: str) -> list[str]:
        """Return the command that exports a form to a file."""
        target = ["-o", str(self.file(suffix)), "--force"]
        return [self.setup.plantui, "export", "--form", form, *target, *self.more]

    def file(self, suffix: str) -> Path:
        """Return the file that a form is exported to."""
        return self.setup.folder / f"exported.{suffix}"

    def exported(self, form: str, suffix: str) -> Path:
        """Return the file of a form, exported now."""
        self.seconds(self.export(form, suffix))
        return self.file(suffix)

    def alone(self, suffix: str, content: Sequence[object], *, reads: bool = False) -> list[str]:
        """Return the command by which a library alone writes some content; `reads` has it read plans and notes first."""
        kept = self.setup.folder / f"content.{suffix}"
        kept.write_bytes(pickle.dumps(content))
        script = str(CHECKOUT / "bench" / "written_alone.py")
        command = [str(self.setup.python), script, suffix, str(kept), str(self.file(f"alone.{suffix}"))]
        return [*command, str(self.index), str(self.setup.ledger(self.user))] if reads else command

    @property
    def index(self) -> Path:
        """The index of the plans that the user has, where the installed plantui keeps it."""
        command = [str(self.setup.python), "-c", _INDEX_PATH]
        found = subprocess.run(
            command, env=self.environ, cwd=self.setup.folder, check=True, stdout=subprocess.PIPE
        )
        return Path(found.stdout.decode().strip())

    def seconds(self, command: Sequence[str]) -> float:
        """Measure the time of a command."""
        return run_seconds(command, self.environ, self.setup.folder)

    def pairs(self, ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[float, float]]:
        """Measure both commands, one after the other. The first runs fill the system's file cache."""
        return [(self.seconds(ours), self.seconds(theirs)) for _ in range(self.setup.runs + 1)][1:]


def _small(setup: Setup) -> Setup:
    """Return the bench with a library of 10,000 tasks, each with a year's notes."""
    small = replace(setup, tasks=_TASKS, _compiled=set(), _before=[])
    if small.tasks != setup.tasks:
        write_library(small.library, small.tasks)
    small.compile_index(large=True)
    ledger = small.ledger("reports")
    ledger.parent.mkdir(parents=True, exist_ok=True)
    fill(ledger, small.tasks)
    return small


def _workbook(desk: _Desk) -> Iterator[Figure]:
    what = f"xlsx of {_TASKS:,} tasks with notes"
    book = load_workbook(desk.exported("ledger", "xlsx"), read_only=True)
    rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    ours = desk.export("ledger", "xlsx")
    pairs = desk.pairs(ours, desk.alone("xlsx", rows))
    yield ratio(f"{what} / XlsxWriter in constant memory", pairs, 1.3)
    pairs = desk.pairs(ours, desk.alone("pandas.xlsx", rows))
    yield ratio(f"{what} / pandas.DataFrame.to_excel", pairs, 0.8)


def _texts(desk: _Desk) -> Iterator[Figure]:
    with desk.exported("summary", "csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    same: Mapping[str, tuple[str, Sequence[object]]] = {
        "md": ("summary", _lines(desk.exported("summary", "md"))),
        "csv": ("summary", rows),
        "json": ("summary", json.loads(desk.exported("summary", "json").read_bytes())),
        "html": ("ledger", _lines(desk.exported("ledger", "html"))),
    }
    for suffix, (form, content) in same.items():
        what, ours = f"{suffix} of {_TASKS:,} tasks", desk.export(form, suffix)
        pairs = desk.pairs(ours, desk.alone(suffix, content, reads=True))
        yield ratio(f"{what} / reading the rows and writing the same strings", pairs, 1.5)
        pairs = desk.pairs(ours, desk.alone(suffix, content))
        yield ratio(f"{what} / writing the same strings, handed over ready", pairs, None)


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines(keepends=True)


def _calendar(desk: _Desk) -> Figure:
    events = _events(desk.exported("calendar", "ics"))
    pairs = desk.pairs(desk.export("calendar", "ics"), desk.alone("ics", events))
    return ratio(f"ics of {_TASKS:,} tasks / icalendar", pairs, None)


_Properties = list[tuple[str, object]]


def _events(file: Path) -> list[tuple[_Properties, list[_Properties]]]:
    """Return the properties of each event of a calendar and those of its alarms, as values of Python's own."""
    return [
        (_properties(event), [_properties(alarm) for alarm in event.walk("VALARM")])
        for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    ]


def _properties(component: Component) -> _Properties:
    return [(name, _plain(value)) for name, value in component.items()]


def _plain(value: object) -> object:
    if isinstance(value, vCategory):
        return [str(one) for one in value.cats]
    if isinstance(value, int):
        return int(value)
    return getattr(value, "dt", None) or str(value)


def _letter_ledger(desk: _Desk) -> Figure:
    """Reckon the time of python-docx for all rows from that for 1,000, beyond the time for a head alone."""
    blocks = _blocks(desk.exported("ledger", "docx"), _FEW_ROWS + 1)
    ours = desk.export("ledger", "docx")
    head = desk.alone("head.docx", [block[:1] if isinstance(block, list) else block for block in blocks])
    some = desk.alone("some.docx", blocks)
    pairs = []
    for _ in range(desk.setup.runs + 1):
        seconds, start, whole = (desk.seconds(command) for command in (ours, head, some))
        pairs.append((seconds, start + (whole - start) * _TASKS / _FEW_ROWS))
    return ratio(f"docx ledger of {_TASKS:,} rows / python-docx, from {_FEW_ROWS:,} rows", pairs[1:], 0.2)


def _blocks(file: Path, most_rows: int) -> list[str | list[list[str]]]:
    """Return the paragraphs and the tables of a document as texts, of each table the first rows."""
    return [
        [[cell.text for cell in row.cells] for row in block.rows[:most_rows]]
        if isinstance(block, Table)
        else block.text
        for block in Document(str(file)).iter_inner_content()
    ]


def _letter_report(setup: Setup) -> Figure:
    setup.compile_index(large=False)
    environ = setup.environ("four-reports", large=False)
    made = subprocess.run(
        [setup.plantui, "demo", "--path"], env=environ, cwd=setup.folder, check=True, stdout=subprocess.PIPE
    )
    notes = ("--db", made.stdout.decode().strip(), "--today", _DEMO_DAY)
    desk = _Desk(setup, "four-reports", is_large=False, more=notes)
    blocks = _blocks(desk.exported("report", "docx"), _FEW_ROWS)
    pairs = desk.pairs(desk.export("report", "docx"), desk.alone("docx", blocks))
    return ratio("docx report of four plans / python-docx", pairs, 1.3)


def _memory(setup: Setup) -> Figure:
    desk = _Desk(setup, with_a_year(setup), is_large=True)
    peak = peak_memory(desk.export("ledger", "xlsx"), desk.environ, setup.folder)
    what = f"memory of the xlsx of {setup.tasks:,} tasks, {setup.tasks * MONTHS:,} notes"
    return Figure(what, peak, "MiB", 150.0)
