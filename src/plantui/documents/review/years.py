"""The year that a person gives to a plan without one is that of its dates without a year, as the import takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.overview.no_tasks import NoTasks

from .field import key_of
from .values import BadValue, year_of

_START, _END = YEARS = (key_of("plan", "start_year"), key_of("plan", "end_year"))
_NO_YEARS = "documents.doubt.no_years"


def year_given(imported: Imported, lines: Mapping[str, str]) -> int | None:
    """Return the only year of the plan as a person corrected it; None where nothing of its years was corrected, or they are
    several."""
    if not any(key in lines for key in YEARS):
        return None
    info = imported.plan.info
    try:
        start = year_of(lines[_START]) if _START in lines else info.start_year
        end = year_of(lines[_END]) if _END in lines else info.end_year
    except BadValue:  # of an earlier version: the review drops it, and asks again
        return None
    years = {year for year in (start, end) if year is not None}
    return years.pop() if len(years) == 1 else None


def read_again(imported: Imported, year: int) -> Imported:
    """Return the import with the dates that the year gives. What was read of the plan's own years stays, since a person
    corrects that."""
    try:
        again = import_document(imported.source, imported.plan.info.id, year=year, own=imported.own_words)
    except NoTasks as error:
        again = error.imported
    kept = tuple(doubt for doubt in imported.doubts if doubt.reason == _NO_YEARS)
    doubts = (*kept, *(doubt for doubt in again.doubts if doubt.reason != _NO_YEARS))
    return replace(again, plan=replace(again.plan, info=imported.plan.info), doubts=doubts)
