"""A plan as results of Decidim's accountability component: sections with their tasks, two levels, as CSV.

Its importer destroys every result of the site whose parent is missing, so no parent is named that does not stand in the
file, and before its children.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html import escape
from zlib import crc32

from plantui.model.csv_cell import formula_guarded
from plantui.model.plan import Section, Task
from plantui.model.terms import Language
from plantui.model.text import with_visible_controls
from plantui.words import Words

from .content import PlanContent
from .described import department_lines, note_line
from .losses import BEYOND_LINES, OFFICE_PARTS, Declared, Part
from .spans import first_day, last_day, task_end

LOSSES = Declared(
    lost=(
        *(Part.PLAN_TITLE, Part.REGION, Part.ISSUER, Part.DOCUMENT_NUMBER, Part.ISSUED, Part.PLAN_STATUS),
        *(Part.RESPONSIBLE, Part.GOALS, Part.INDICATORS, *OFFICE_PARTS, Part.EARLIER_DEADLINES),
        *(Part.DEADLINE_WORDS, Part.STATUS, *BEYOND_LINES, Part.REQUIREMENT, Part.EXTENSION),
    ),
    approximated=(Part.NESTING, Part.DEPARTMENTS, Part.PROGRESS, Part.SIGNS),
)
_LOCALES = {Language.ZH: "zh-CN", Language.EN: "en"}
_FIRST_ID = 1 << 40
"""Ids from here on: what a site has itself begins at 1, and a row with an id that it has would overwrite that result."""


def decidim(content: PlanContent, words: Words) -> bytes:
    """Return the file."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    locale = _LOCALES[words.language]
    writer.writerow(
        [
            *("id", "category/id", "parent/id", f"title/{locale}", f"description/{locale}"),
            *("start_date", "end_date", "status/id", "progress", "proposal_urls"),
        ]
    )
    writer.writerows(_rows(content, words))
    return stream.getvalue().encode()


def _rows(content: PlanContent, words: Words) -> Iterator[list[str]]:
    info = content.plan.info
    begin = first_day(info)
    ids = _Ids(info.id)
    for section in content.plan.sections:
        parent = ids.new("s", section.id)
        end = last_day(info)
        yield _row(parent, "", _name(section), "", str(begin or ""), str(end or ""), "")
        for task in content.plan.tasks:
            if task.section == section.id:
                percent = content.standing_of(task).percent
                yield _row(
                    ids.new("t", task.id),
                    parent,
                    _name(task),
                    _description(content, words, task),
                    str(begin or ""),
                    str(task_end(info, task) or ""),
                    "" if percent is None else str(percent),
                )


def _row(
    id_: str, parent: str, title: str, description: str, begin: str, end: str, progress: str
) -> list[str]:
    return [id_, "", parent, title, description, begin, end, "", progress, ""]


def _name(one: Section | Task) -> str:
    return formula_guarded(f"{one.number} {one.title}".strip())


def _description(content: PlanContent, words: Words, task: Task) -> str:
    """Return text, departments and newest notes as paragraphs."""
    notes = (note_line(words, note) for note in content.notes.get(task.id, ()))
    lines = (task.text, *department_lines(words, task), *notes)
    return "".join(f"<p>{escape(with_visible_controls(line), quote=False)}</p>" for line in lines if line)


class _Ids:
    """Numbers for the results of a plan: the same each time, and no two alike."""

    def __init__(self, plan: str) -> None:
        self._plan = plan
        self._taken: set[int] = set()

    def new(self, kind: str, name: str) -> str:
        """Return the number of a section or a task."""
        id_ = _FIRST_ID + crc32("\0".join((self._plan, kind, name)).encode())
        while id_ in self._taken:
            id_ += 1
        self._taken.add(id_)
        return str(id_)
