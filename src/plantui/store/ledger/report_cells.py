"""Reports of a task's departments as text and back, for the tables and files that keep what counts now."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.progress import Report
from plantui.model.terms import Status

if TYPE_CHECKING:
    from plantui.model.requirement import RequirementReport
    from plantui.model.stages import NoteStage


def reports_text(reports: Mapping[str, Report]) -> str:
    """Return the reports of a task's departments, the newest last, as JSON text."""
    cells = [_cells(name, report) for name, report in reports.items()]
    return json.dumps(cells, ensure_ascii=False, separators=(",", ":"))


@lru_cache(4096)
def stored_day(stored: str | None) -> date | None:
    """Return the day behind a text, None without one."""
    return date.fromisoformat(stored) if stored else None


@lru_cache(4096)
def stored_reports(stored: str) -> tuple[dict[str, Report], bool]:
    """Return the reports behind a text, and whether steps were taken with them: many tasks share few different ones."""
    reports = {name: _stored_report(*cells) for name, *cells in json.loads(stored)}
    return reports, any(report.stage or report.waiting for report in reports.values())


def _cells(department: str, report: Report) -> list[Json]:
    """Return a report as a list; what few reports have stands behind by its name, and only where they have it."""
    more: JsonObject = {}
    for name, default in _MORE.items():
        value = getattr(report, name)
        if value != default:
            more[name] = _CODECS[name].text(value)
    usual: list[Json] = [department, report.status.value, report.percent]
    return [*usual, more] if more else usual


def _stored_report(status: str, percent: int | None, more: Mapping[str, str] | None = None) -> Report:
    read = {name: _CODECS[name].value(text) for name, text in more.items()} if more else {}
    return Report(_STATUSES.get(status) or Status(status), percent, **read)


class _Codec(NamedTuple):
    """Form of a field in the table, one way and the other."""

    text: Callable[[Any], str]
    value: Callable[[str], Any]


def _requirements_text(value: tuple[RequirementReport, ...]) -> str:
    from . import details

    return details.requirements_text(value)


def _requirements(stored: str) -> tuple[RequirementReport, ...]:
    from . import details

    return details.requirements_of(stored)


def _stage(stored: str) -> NoteStage:
    from plantui.model.stages import NoteStage

    return NoteStage(stored)


_STATUSES = {one.value: one for one in Status}
_CODECS = {
    "requirements": _Codec(_requirements_text, _requirements),
    "stage": _Codec(str, _stage),
    "waiting": _Codec(str, _stage),
    "as_of": _Codec(str, date.fromisoformat),
}
_MORE = {name: default for name, default in Report._field_defaults.items() if name in _CODECS}
