"""Writes content to a file by a library alone: `written_alone.py SUFFIX CONTENT FILE [INDEX LEDGER]`; the content is pickled.

Each writer does what the library's own introduction does for such content, with as much layout as cells of a ledger need.
Given an index and a ledger, it reads the tasks and their newest notes first, as any program has to that does not find its
strings ready: by sqlite3 and json alone, with one SELECT for each table, joined in plain dictionaries. Lights, progress and
the sentences of the content are not worked out but handed over.
"""

from __future__ import annotations

import json
import pickle
import sqlite3
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any


def _xlsx(rows: Any, file: Path) -> None:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    with Workbook(str(file), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        wrapped = book.add_format({"text_wrap": True, "border": 1})
        day = book.add_format({"num_format": 14, "border": 1})
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, datetime):
                    sheet.write_datetime(at, column, value, day)
                elif isinstance(value, str):
                    sheet.write_string(at, column, value, wrapped)
                else:
                    sheet.write(at, column, value, wrapped)


def _pandas(rows: Any, file: Path) -> None:
    from pandas import DataFrame

    DataFrame(rows).to_excel(file, header=False, index=False)


def _docx(blocks: Any, file: Path) -> None:
    from docx import Document

    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=0, cols=len(block[0]), style="Table Grid")
        for row in block:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    document.save(str(file))


def _ics(events: Any, file: Path) -> None:
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//bench//bench//ZH")
    calendar.add("version", "2.0")
    for properties, alarms in events:
        event = Event()
        for name, value in properties:
            event.add(name, value)
        for properties_of_alarm in alarms:
            alarm = Alarm()
            for name, value in properties_of_alarm:
                alarm.add(name, value)
            event.add_component(alarm)
        calendar.add_component(event)
    file.write_bytes(calendar.to_ical())


def _text(lines: Any, file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        out.writelines(lines)


def _csv(rows: Any, file: Path) -> None:
    import csv

    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)


def _json(objects: Any, file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        between = "[\n"
        for one in objects:
            out.write(between + json.dumps(one, ensure_ascii=False))
            between = ",\n"
        out.write("\n]\n")


_WRITERS: Mapping[str, Callable[[Any, Path], None]] = {
    "xlsx": _xlsx,
    "pandas.xlsx": _pandas,
    "docx": _docx,
    "head.docx": _docx,
    "some.docx": _docx,
    "md": _text,
    "html": _text,
    "ics": _ics,
    "csv": _csv,
    "json": _json,
}


_NOTE = (
    "plan, task, department, status, percent, progress, problems, next_steps, reason, "
    "requirements, actuals, evidence, author, as_of, written_at, id, supersedes"
)
_NEWEST = f"""
    SELECT {_NOTE}, max(as_of) FROM note WHERE kind = 'written'
    AND seq NOT IN (SELECT old.seq FROM note AS later JOIN note AS old ON old.id = later.supersedes)
    GROUP BY plan, task, department
"""


def _stored_rows(index: str, ledger: str) -> list[dict[str, Any]]:
    """Return every task with its plan, its headings and the newest note of each department."""
    plans: dict[int, dict[str, Any]] = {}
    headings: dict[tuple[int, int], tuple[str, ...]] = {}
    with sqlite3.connect(f"file:{index}?mode=ro", uri=True) as library:
        for first, name, info in library.execute("SELECT first, id, info FROM plan"):
            plans[first] = {"id": name, **json.loads(info)}
        sections = "SELECT plan, ordinal, number, title, parent FROM section ORDER BY plan, ordinal"
        for plan, ordinal, number, title, parent in library.execute(sections):
            headings[plan, ordinal] = (*headings.get((plan, parent), ()), f"{number} {title}")
        tasks = library.execute("SELECT pk, plan, section, id FROM task ORDER BY pk").fetchall()
        bodies = dict(library.execute("SELECT pk, json FROM body"))
    notes: dict[tuple[str, str], list[dict[str, Any]]] = {}
    names = _NOTE.split(", ")
    with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as log:
        for row in log.execute(_NEWEST):
            notes.setdefault((row[0], row[1]), []).append(dict(zip(names, row, strict=False)))
    return [
        {
            **json.loads(bodies[pk]),
            "plan": plans[plan],
            "headings": headings.get((plan, section), ()),
            "notes": notes.get((plans[plan]["id"], task), []),
        }
        for pk, plan, section, task in tasks
    ]


if __name__ == "__main__":
    if stored := sys.argv[4:]:
        _stored_rows(*stored)
    _WRITERS[sys.argv[1]](pickle.loads(Path(sys.argv[2]).read_bytes()), Path(sys.argv[3]))
