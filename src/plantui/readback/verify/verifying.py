"""Holds the figures of a report that came back against the ledger in the state that the report was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plantui.export.changed_sources import ChangedSource, changed_sources
from plantui.export.choosing import rules_named
from plantui.export.form_content import FormContent
from plantui.export.form_making import form_contents
from plantui.export.issuing import request_of
from plantui.export.origin import Origin
from plantui.export.past import Past, origin_in, past_of
from plantui.export.sources import SourceKind
from plantui.model.problem import DataError
from plantui.query.opening import open_workspace
from plantui.readback.opening import open_letter, open_page, open_workbook
from plantui.store.arrivals import is_workbook
from plantui.store.index.library import Library
from plantui.store.ledger import Ledger
from plantui.words import Words

from .expected import by_place, figures_of
from .held import Held
from .printed import PrintedReport, report_in, report_of, report_on
from .rows import ledger_rows

_PAGES = (".html", ".htm")
_WITHOUT_FIGURES = (".md", ".csv", ".json", ".ics")
"""Endings of the formats whose figures nobody can tell apart once a file was changed."""


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of verifying a report."""

    origin: Origin
    held: Held
    sources: tuple[ChangedSource, ...]
    """The sources that are others now than when the report was made, or are not there any more."""
    is_needless: bool
    """True for a letter that its department would not get any more by the ledger of now."""

    @property
    def has_other_plans(self) -> bool:
        """True where a plan's file is another one than when the report was made."""
        return any(one.kind is SourceKind.PLAN for one in self.sources)


def verify(path: Path, library: Library, ledger: Ledger, words: Words, folders: Sequence[Path]) -> Verified:
    """Read a report back and hold its figures against the ledger; `folders` are those that plans are in.

    Raises DataError for a file that is no report of this ledger or has no figures, UsageError where its form is not
    there any more.
    """
    report = _opened(path)
    origin = origin_in(report.properties)
    if origin is None:
        raise DataError("readback.no_origin", path=str(path))
    rules = rules_named(words, origin.rules, "--rules", folders) if origin.rules else None
    with past_of(origin, library, ledger, rules) as past:
        if past is None:
            raise DataError("readback.other_ledger", path=str(path), cut=origin.cut)
        then = _content(origin, past, folders)
        figures = figures_of(then, origin.format, origin.recipient)
        if figures is None:
            raise DataError("readback.no_letter_then", path=str(path), department=origin.recipient)
        # Of the figures that are right then, those of now: the day stays, only later saves count.
        now = _content(
            origin, Past(open_workspace(library, ledger, origin.as_of, rules, keeps=False), ledger), folders
        )
        later = figures_of(now, origin.format, origin.recipient)
        held = Held()
        held.hold_figures(report, by_place(figures), by_place(later or ()), library)
        rows, later_rows = (ledger_rows(content, origin.format) for content in (then, now))
        if rows and later_rows:
            held.hold_rows(report, rows, later_rows, library)
        return Verified(origin, held, changed_sources(origin, then), later is None)


def _opened(path: Path) -> PrintedReport:
    """Read a report. Raises DataError for one in a format without figures, and as the readers of the others do."""
    suffix = path.suffix.lower()
    if suffix in _WITHOUT_FIGURES:
        raise DataError("readback.not_verified", path=str(path), format=suffix)
    if is_workbook(path):
        return report_in(open_workbook(path))
    return report_on(open_page(path)) if suffix in _PAGES else report_of(open_letter(path))


def _content(origin: Origin, past: Past, folders: Sequence[Path]) -> FormContent:
    """Return what a form was made from, in a state of the ledger."""
    words = Words(origin.language)
    request = request_of(origin, words, folders)
    ((content, _),) = form_contents(request, past.workspace, past.ledger, words)
    return content
