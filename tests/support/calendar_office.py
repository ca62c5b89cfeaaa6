"""An office whose plans and ledger become calendars, and change between two of them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import icalendar

from plantui.export.form_content import FormContent
from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.export.progress import unobserved
from plantui.export.summary import summary
from plantui.model.event import Extension
from plantui.model.form import Form, FormKind, InLanguages
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.plan import Deadline, Plan
from plantui.model.terms import Language, Status
from plantui.query.filter import Filter
from plantui.query.opening import open_workspace
from plantui.store.ledger import NewEvent
from plantui.words import Words

from .export_samples import CITY, TODAY, WATER, make_ledger, make_workspace

CALENDAR = Form(
    "calendar", FormKind.CALENDAR, ("ics", "vtodo"), InLanguages("时限日历", "Calendar of deadlines")
)
RIVERS, DAM = TaskKey("jinshi", "1"), TaskKey("jinshi", "2")
LATER, SOONER = WATER.tasks[0].deadlines
"""The deadlines of RIVERS: the end of 2026 and of 2024."""
BUREAU = "市水利局"


class Office:
    """A folder with a ledger, of which calendars are made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ledger = make_ledger(folder)
        self.plans: tuple[Plan, ...] = (WATER, CITY)
        self.day = TODAY
        self._made = 0

    def content(self, wanted: Filter | None = None, language: Language = Language.ZH) -> FormContent:
        self._made += 1
        place = self.folder / str(self._made)
        place.mkdir()
        workspace = open_workspace(
            make_workspace(place, self.ledger, self.plans).library, self.ledger, self.day
        )
        wanted = wanted or Filter()
        made = summary(workspace, workspace.rows(workspace.matching(wanted)), wanted, self.ledger)
        return FormContent(CALENDAR, replace(made, changes=self.ledger.changes()), Words(language))

    def text(self) -> bytes:
        return written(self.content())

    def events(self) -> dict[tuple[str, str], Any]:
        """Return the events by title and first line of their description."""
        found = events_in(self.text())
        return {(str(one["summary"]), str(one["description"]).partition("\n")[0]): one for one in found}

    def event(self, deadline: Deadline) -> Any:
        return next(one for (_, first), one in self.events().items() if first.startswith(deadline.phrase))

    def extend(self, day: date) -> None:
        self.ledger.record([NewEvent(Extension(SOONER, day, "汛期", "市政府"), TODAY, RIVERS)])

    def complete(self, key: TaskKey = RIVERS, status: Status = Status.COMPLETED) -> None:
        reason = "" if status is Status.COMPLETED else "已决定"
        for department in (BUREAU, "市城管局"):
            content = NoteContent(status, "完成", 100 if not reason else None, as_of=TODAY, reason=reason)
            self.ledger.add(key, department, content)


def written(content: FormContent, form: Format = Format.ICS) -> bytes:
    """The file of a calendar."""
    (file,) = form_files(content, form)
    stream = io.BytesIO()
    file.write(stream, unobserved)
    return stream.getvalue()


def events_in(data: bytes, kind: str = "VEVENT") -> list[Any]:
    """The events or to-dos as icalendar reads them; their values are of many types."""
    return list(icalendar.Calendar.from_ical(data).walk(kind))
