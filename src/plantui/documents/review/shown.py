"""What a review shows: the fields of the import with what was added and dropped, and what was decided about each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plantui.documents.doubt_kinds import DoubtGroup, grouped_doubts
from plantui.documents.imported import Imported
from plantui.documents.importer import import_document
from plantui.documents.overview.no_tasks import NoTasks
from plantui.documents.overview.pieces import Piece, pieces_of, row_cells
from plantui.documents.place import Finder, sentence_of, unbroken
from plantui.documents.reading import Doubt
from plantui.documents.traced import Span
from plantui.model.plan import Plan

from .adding import RangeReader
from .applying import corrected
from .decision import Decision
from .doubts import Doubts
from .editing import with_added
from .field import Field, Kind, key_of
from .fields import fields_of
from .structure import Added, added_in, dropped_in, is_structural, with_all_below, with_ends
from .values import BadValue, year_of

_START, _END = YEARS = (key_of("plan", "start_year"), key_of("plan", "end_year"))
_NO_YEARS = "documents.doubt.no_years"
UNCORRECTED = frozenset({Kind.NOTE, Kind.DROPPED})
"""Fields that have no line to correct."""


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
    return again._replace(plan=again.plan._replace(info=imported.plan.info), doubts=doubts)


@dataclass(frozen=True, slots=True)
class Left:
    """How much there is still to decide."""

    doubtful: int
    open: int
    """All fields not decided, the doubtful ones among them."""
    fields: int


class Shown:
    """The fields of an import as they follow from the decisions."""

    def __init__(self, imported: Imported) -> None:
        self._first = self._read = imported
        self._year: int | None = None
        self._finder = Finder(imported.source)
        self._reader = RangeReader(imported)
        self._decided: dict[str, Decision] = {}

    def _build(self) -> None:
        """Everything that follows from what was added and dropped."""
        self._take_year()
        self._dropped = dropped_in(self._decided)
        added = self._added()
        self._marks = {one.line: one for one in added if one.line is not None}
        self.imported: Imported = with_added(self._read, added, self._dropped, self._reader)
        self._filled: frozenset[str] = frozenset()
        self._fields = tuple(fields_of(self.imported, self._finder, (), self._dropped))
        self._doubts = Doubts(self.imported, self._fields, with_all_below(self.imported.plan, self._dropped))
        self._by_key = {field.key: field for field in self.fields}
        self._lay_out()

    def _take_year(self) -> None:
        """Read the document again where its only year is another one than before."""
        year = year_given(self._first, self._lines())
        if year != self._year:
            self._year = year
            self._read = self._first if year is None else read_again(self._first, year)
            self._reader = RangeReader(self._read, year)

    def _lines(self) -> dict[str, str]:
        """Return the corrected line of each field."""
        decided = self._decided.items()
        return {key: one.line for key, one in decided if one.line is not None and not is_structural(key)}

    def _lay_out(self) -> None:
        """The fields again, where those that were filled in make others blank behind them."""
        filled = frozenset(key for key, decision in self._decided.items() if decision.line)
        if filled == self._filled:
            return
        self._filled = filled
        self._fields = tuple(fields_of(self.imported, self._finder, filled, self._dropped))
        self._by_key = {field.key: field for field in self.fields}

    def _added(self) -> list[Added]:
        added = [*added_in({key: one.line or "" for key, one in self._decided.items()})]
        return [*with_ends(added, self.pieces)] if any(one.line for one in added) else added

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The document as the pieces that a person can mark."""
        return pieces_of(self._read.source)

    # -- what there is ---------------------------------------------------------------------------------------

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field, blank ones too: remarks on the document, the plan, its goals, its sections, its tasks."""
        return (*self._doubts.notes, *self._fields)

    @property
    def doubtful(self) -> tuple[Field, ...]:
        """The fields with doubts, those with the most harmful kind first."""
        return tuple(field for _, fields in self.doubt_groups for field in fields)

    @property
    def doubt_groups(self) -> tuple[tuple[DoubtGroup, tuple[Field, ...]], ...]:
        """The fields with doubts, grouped by the most harmful doubt of each."""
        fields = [*self._doubts.notes, *(field for field in self._fields if field.key in self._doubts.of)]
        of_doubt = {}
        for field in fields:
            worst = grouped_doubts(self.doubts(field))[0].doubts[0]
            of_doubt[id(worst)] = (worst, field)
        groups = grouped_doubts(doubt for doubt, _ in of_doubt.values())
        return tuple((group, tuple(of_doubt[id(one)][1] for one in group.doubts)) for group in groups)

    def doubts(self, field: Field) -> tuple[Doubt, ...]:
        """What is doubtful about a field."""
        return tuple(self._doubts.of.get(field.key, ()))

    def spans(self, field: Field) -> tuple[Span, ...]:
        """Where a field stands in the document: its own places, else those of its doubts."""
        if field.spans:
            return field.spans
        return tuple(doubt.span for doubt in self.doubts(field) if doubt.span.end > doubt.span.start)

    def words_of(self, piece: Piece) -> str:
        """Return the words of a piece on one line, bars between the cells of a row."""
        spans = [cell.span for cell in row_cells(piece.row)] if piece.row is not None else [piece.span]
        return " | ".join(unbroken(self._read.source, span)[0] for span in spans)

    def sentence(self, span: Span) -> Span:
        """The sentence around a place."""
        return sentence_of(self.imported.source, span)

    def alternatives(self, field: Field) -> tuple[str, ...]:
        """The other readings of a field, as lines that could take its place."""
        found = [other for doubt in self.doubts(field) for other in doubt.alternatives]
        if field.kind is Kind.DEADLINE:
            phrase = field.read.partition(" ")[2]
            found = [f"{other} {phrase}".strip() if _is_day(other) else other for other in found]
        return tuple(dict.fromkeys(found))

    # -- what was decided ------------------------------------------------------------------------------------

    def is_decided(self, field: Field) -> bool:
        """Whether it was accepted or corrected."""
        return field.key in self._decided

    def is_corrected(self, field: Field) -> bool:
        """Whether another line took the place of what was read."""
        decision = self._decided.get(field.key)
        return decision is not None and decision.line is not None and not is_structural(field.key)

    def line(self, field: Field) -> str:
        """What the plan will have: the correction, or what was read."""
        decision = self._decided.get(field.key)
        if decision is None or decision.line is None or field.kind is Kind.DROPPED:
            return field.read
        return decision.line

    @property
    def reviewed(self) -> int:
        """Number of decisions that are no marks of first lines."""
        return len(self._decided) - len(self._marks)

    def left(self) -> Left:
        """How much is still to decide."""
        counted = [field for field in self.fields if self._counts(field)]
        waiting = [field for field in counted if field.key not in self._decided]
        doubtful = sum(field.key in self._doubts.of for field in waiting)
        return Left(doubtful, len(waiting), len(counted))

    def _counts(self, field: Field) -> bool:
        return not field.is_blank or field.key in self._doubts.of or field.key in self._decided

    def plan(self) -> Plan:
        """The plan with the decisions."""
        return corrected(self.imported, self._finder, self._lines(), self._dropped)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
