"""All task tables of a document, in whatever form its format has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from plantui.documents.normalize.lines import lines_of
from plantui.documents.patterns import compiled
from plantui.documents.period import Period
from plantui.documents.reading import Doubt
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source, SourceKind
from plantui.documents.traced import Span, TracedText
from plantui.model.plan import Goal

from .aligned import aligned_rows
from .columns import head_of, head_without_departments
from .cut_rows import whole_rows
from .flattened import flattened_rows
from .grouping import first_leads
from .indicators import IndicatorHead, goals_of, indicator_rows, is_table_of_figures
from .paths import caption_above, name_of_sheet
from .piped import piped_rows
from .raw_lines import raw_lines
from .row import Row, of_source
from .rows import RowTask, TableRead, read_table
from .tabbed import tabbed_rows
from .uneven_rows import as_converted
from .who import lead_mark

_DRAWN = compiled(r"(?:[\s|│┃｜:+\-—─━═=┌┬┐├┼┤└┴┘╋╂┣┫┏┓┗┛┠┨┯┷]|NaN|nan|NaT|<NA>|Unnamed: \d+)*")
_BRACKET_END = compiled(r"\s*[（(][^（()）]{1,16}[）)]\s*$")


@dataclass(frozen=True, slots=True)
class TaskTables:
    """The task tables of a document."""

    tasks: tuple[RowTask, ...]
    spans: tuple[Span, ...]
    """Where their cells stand in the source."""
    front: tuple[TracedText, ...] = ()
    """What stands above the head of a table and belongs to it: a title, an issuer, a date."""
    notes: tuple[TracedText, ...] = ()
    """What stands in the tables and is no task."""
    is_workbook: bool = False
    """The document is nothing but sheets: words beside the tables are no headings."""
    indicators: tuple[tuple[IndicatorHead, Row], ...] = ()
    """The rows of tables of indicators."""
    doubts: tuple[Doubt, ...] = ()
    """Rows of which the text does not show every cell."""

    def goals(self, period: Period) -> Iterator[tuple[Goal, TracedText]]:
        """What the tables of indicators want."""
        for head, row in self.indicators:
            yield from goals_of(head, row, period)

    def first_leads(self, texts: Iterable[TracedText]) -> bool:
        """Whether one of these sentences, or a note, says that the first of several departments leads."""
        return any(first_leads(text.text) for text in (*self.notes, *texts))


def task_tables(source: Source, *, needs_departments: bool = True) -> TaskTables:
    """The tables of a document that hold tasks. In one without any other task they need not name departments."""
    of = head_of if needs_departments else head_without_departments
    is_sheet = source.kind is SourceKind.TABLE
    tables = [*_tables(source)]
    names = _names(source, tables)
    begins = int(is_sheet and len(tables) > 1)  # with the row of its name
    mark = lead_mark(source.text)
    reads: list[TableRead] = []
    spans: list[Span] = []
    doubts: list[Doubt] = []
    indicators: list[tuple[IndicatorHead, Row]] = []
    for found, name in zip(tables, names, strict=True):
        rows = whole_rows(found, source.page_of) if source.page_starts else found
        before = reads[-1] if reads else None
        read = read_table(rows[begins:], name=name, before=before, lead_mark=mark, of=of)
        if read is not None and read.tasks:
            reads.append(read)
            spans += _spans(found)
            doubts += _guesses(found)
        elif (measured := indicator_rows(found)) is not None:
            indicators += [(measured[0], row) for row in measured[1]]
            spans += _spans(found)
        elif is_table_of_figures(found):
            spans += _spans(found)
    tasks = sorted((task for read in reads for task in read.tasks), key=lambda task: task.start)
    return TaskTables(
        tuple(tasks),
        _merged(spans, source.text),
        tuple(_shared_titles([cell for read in reads for cell in read.front])),
        tuple(cell for read in reads for cell in read.notes),
        is_sheet,
        tuple(indicators),
        tuple(doubts),
    )


def _names(source: Source, tables: Sequence[Sequence[Row]]) -> list[TracedText | None]:
    """The name of each table of several, where all have one: its sheet's or the line above it."""
    if source.kind is SourceKind.TABLE:
        return [name_of_sheet(rows) if len(tables) > 1 else None for rows in tables]
    captions = [caption_above(source, rows) for rows in tables]
    has_several = sum(caption is not None for caption in captions) > 1
    return captions if has_several else [None for _ in tables]


def _guesses(rows: Iterable[Row]) -> Iterator[Doubt]:
    """Yield a doubt for each row that was guessed at, at its own words: those that no row above has."""
    end = -1
    for row in rows:
        own = [cell for cell in row.filled if cell.offsets[0] > end]
        end = max([end, *(cell.offsets[-1] for cell in own)])
        if row.guess is not None and own:
            words = max(own, key=len)
            yield Doubt(words.span, " ".join(words.text.split()), f"documents.doubt.{row.guess}")


def _spans(rows: Iterable[Row]) -> list[Span]:
    return [cell.span for row in rows for cell in row.filled]


@rule(Stage.TABLES)
def _shared_titles(front: Sequence[TracedText]) -> Iterator[TracedText]:
    """Where the tables of a document bear the same title but for a bracket at its end (…任务分解表（一）), the title is what
    they share."""
    shared = Counter(_BRACKET_END.sub("", cell.text) for cell in front)
    for cell in front:
        title = _BRACKET_END.sub("", cell.text)
        yield cell[: len(title)] if shared[title] > 1 else cell


def _tables(source: Source) -> Iterator[list[Row]]:
    """The rows of each table: those that the format has, and those written in the text beside them."""
    own = [of_source(row) for row in source.rows]
    of_converter = source.kind is SourceKind.MARKDOWN
    for _, group in groupby(own, key=lambda row: row.table):
        rows = [*group]
        yield as_converted(rows) if of_converter else rows
    lines = raw_lines(source, _places(own))
    for reader in (tabbed_rows, piped_rows, aligned_rows):
        for _, group in groupby(reader(lines, 0), key=lambda row: row.table):
            yield [*group]
    if not own:
        yield flattened_rows(lines_of(source))


def _places(rows: Iterable[Row]) -> list[range]:
    """Where the tables that the format has stand in the text."""
    found = []
    for _, group in groupby(rows, key=lambda row: row.table):
        cells = [cell.span for row in group for cell in row.filled]
        if cells:
            found.append(range(min(span.start for span in cells), max(span.end for span in cells)))
    return found


def _merged(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Neighbouring cells as one range, with what draws the table around and between them."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        end = merged[-1].end if merged else 0
        if merged and (span.start <= end + 2 or _DRAWN.fullmatch(text, end, span.start)):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(_whole_lines(span, text) for span in merged)


def _whole_lines(span: Span, text: str) -> Span:
    """A range with the bars at the start of its first line and at the end of its last one."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    end = end if end >= 0 else len(text)
    return Span(
        start if _DRAWN.fullmatch(text, start, span.start) else span.start,
        end if _DRAWN.fullmatch(text, span.end, end) else span.end,
    )
