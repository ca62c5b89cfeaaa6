"""Holds the figures of a report that came back against the ledger in the state that the report was made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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
from plantui.readback.opening import open_letter, open_workbook
from plantui.store.arrivals import is_workbook
from plantui.store.index import bits
from plantui.store.index.library import Library, TaskEntry
from plantui.store.ledger import Ledger
from plantui.words import Words

from .expected import PlacedFigure, by_place, figures_of
from .printed import PrintedReport, is_same_figure, report_in, report_of


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that stands otherwise in the report than in the ledger."""

    figure: PlacedFigure
    printed: str
    """The figure in the report; of one that has changed since, the figure that is right now."""
    tasks: tuple[TaskEntry, ...]
    """The tasks behind the right figure."""


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of verifying a report."""

    origin: Origin
    figures: int
    """Figures that the report had when it was made."""
    wrong: tuple[Difference, ...]
    """Figures that no longer agree with the ledger in the state that the report was made from."""
    missing: tuple[PlacedFigure, ...]
    """Figures that are not found any more."""
    changed: tuple[Difference, ...]
    """Figures that agree with that state and have changed in the ledger since."""
    sources: tuple[ChangedSource, ...] = ()
    """The sources that are others now than when the report was made, or are not there any more."""

    @property
    def has_other_plans(self) -> bool:
        """True where a plan's file is another one than when the report was made."""
        return any(one.kind is SourceKind.PLAN for one in self.sources)

    @property
    def agreeing(self) -> int:
        """The number of figures that agree."""
        return self.figures - len(self.wrong) - len(self.missing)


def verify(path: Path, library: Library, ledger: Ledger, words: Words, folders: Sequence[Path]) -> Verified:
    """Read a report back and hold its figures against the ledger; `folders` are those that plans are in.

    Raises DataError for a file that is no report of this ledger, UsageError where its form is not there any more.
    """
    report = report_in(open_workbook(path)) if is_workbook(path) else report_of(open_letter(path))
    origin = origin_in(report.properties)
    if origin is None:
        raise DataError("readback.no_origin", path=str(path))
    rules = rules_named(words, origin.rules, "--rules", folders) if origin.rules else None
    with past_of(origin, library, ledger, rules) as past:
        if past is None:
            raise DataError("readback.other_ledger", path=str(path), cut=origin.cut)
        content = _content(origin, past, folders)
        expected = figures_of(content, origin.format)
        # Of the figures that are right then, those of now: the day stays, only later saves count.
        now = Past(open_workspace(library, ledger, origin.as_of, rules, keeps=False), ledger)
        later = by_place(figures_of(_content(origin, now, folders), origin.format))
        found = _held_against(origin, report, by_place(expected), later, library)
        return replace(found, sources=changed_sources(origin, content))


def _content(origin: Origin, past: Past, folders: Sequence[Path]) -> FormContent:
    """Return what a form was made from, in a state of the ledger."""
    words = Words(origin.language)
    request = request_of(origin, words, folders)
    ((content, _),) = form_contents(request, past.workspace, past.ledger, words)
    return content


def _held_against(
    origin: Origin,
    report: PrintedReport,
    expected: Mapping[tuple[str, str, int], PlacedFigure],
    later: Mapping[tuple[str, str, int], PlacedFigure],
    library: Library,
) -> Verified:
    wrong: list[Difference] = []
    missing: list[PlacedFigure] = []
    changed: list[Difference] = []
    for place, figure in expected.items():
        printed = report.text(figure)
        if printed is None:
            missing.append(figure)
        elif not is_same_figure(printed, figure.figure.text):
            wrong.append(_difference(figure, printed, library))
        elif (now := later.get(place)) is not None and now.figure.text != figure.figure.text:
            changed.append(_difference(figure, now.figure.text, library))
    return Verified(origin, len(expected), tuple(wrong), tuple(missing), tuple(changed))


def _difference(figure: PlacedFigure, printed: str, library: Library) -> Difference:
    return Difference(figure, printed.strip(), tuple(library.tasks(bits.rows_of(figure.figure.tasks))))
