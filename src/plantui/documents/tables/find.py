"""All task tables of a document, in whatever form its format has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from plantui.documents.normalize.lines import cells_of, lines_of
from plantui.documents.patterns import compiled
from plantui.documents.reading import Doubt
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source, SourceKind
from plantui.documents.tokens.body_names import lead_mark
from plantui.documents.traced import Span, TracedText

from .cell_words import CHINESE_CELLS
from .flattened import Flattened
from .gaps import aligned_table
from .groups import caption_above, first_leads, name_of_sheet
from .heads import head_of, head_without_departments
from .indicators import IndicatorHead, indicator_rows, is_table_of_figures
from .rows import RowTask, TableRead, chinese_table
from .separated import separated_table
from .table import Found, Row, TableText, as_converted, as_lines, printed_lines, whole_rows

_DRAWN = compiled(r"(?:[\s|│┃｜:+\-—─━═=┌┬┐├┼┤└┴┘╋╂┣┫┏┓┗┛┠┨┯┷]|NaN|nan|NaT|<NA>|Unnamed: \d+)*")
_BRACKET_END = compiled(r"\s*[（(][^（()）]{1,16}[）)]\s*$")

Strategy = Callable[[TableText, int], Found | None]
"""Reads the table whose head begins at a line, if there is one."""


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

    def first_leads(self, texts: Iterable[TracedText]) -> bool:
        """Return whether one of these sentences, or a note, says that the first of several departments leads."""
        return any(first_leads(text.text) for text in (*self.notes, *texts))


def task_tables(source: Source, *, needs_departments: bool = True) -> TaskTables:
    """Return the tables of a document that hold tasks. In one without any other task they need not name departments."""
    of = head_of if needs_departments else head_without_departments
    is_sheet = source.kind is SourceKind.TABLE
    tables = [*_tables(source)]
    begins = int(is_sheet and len(tables) > 1)  # with the row of its name
    mark = lead_mark(source.text)
    reads: list[TableRead] = []
    spans: list[Span] = []
    doubts: list[Doubt] = []
    indicators: list[tuple[IndicatorHead, Row]] = []
    for found, name in zip(tables, _names(source, tables), strict=True):
        rows = whole_rows(found, source.page_of) if source.page_starts else found
        read = chinese_table(rows[begins:], of, name, reads[-1] if reads else None, mark)
        measured = indicator_rows(found)
        if read is not None and read.tasks:
            reads.append(read)
            doubts += guesses(found)
        elif measured is not None:
            indicators += [(measured[0], row) for row in measured[1]]
        elif not is_table_of_figures(found):
            continue
        spans += [cell.span for row in found for cell in row.filled]
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
    """Return the name of each table of several, where all have one: its sheet's or the line above it."""
    if source.kind is SourceKind.TABLE:
        return [name_of_sheet(rows) if len(tables) > 1 else None for rows in tables]
    captions = [caption_above(source, rows) for rows in tables]
    has_several = sum(caption is not None for caption in captions) > 1
    return captions if has_several else [None for _ in tables]


def guesses(rows: Iterable[Row]) -> Iterator[Doubt]:
    """Yield a doubt for each row that was guessed at, at its own words: those that no row above has."""
    end = -1
    for row in rows:
        own = [cell for cell in row.filled if cell.offsets[0] > end]
        end = max([end, *(cell.offsets[-1] for cell in own)])
        if row.guess is not None and own:
            words = max(own, key=len)
            yield Doubt(words.span, " ".join(words.text.split()), f"documents.doubt.{row.guess}")


@rule(Stage.TABLES)
def _shared_titles(front: Sequence[TracedText]) -> Iterator[TracedText]:
    """Where the tables of a document bear the same title but for a bracket at its end (…任务分解表（一）), the title is what
    they share."""
    shared = Counter(_BRACKET_END.sub("", cell.text) for cell in front)
    for cell in front:
        title = _BRACKET_END.sub("", cell.text)
        yield cell[: len(title)] if shared[title] > 1 else cell


def given_tables(source: Source) -> list[list[Row]]:
    """Return the rows of the tables that the format itself has."""
    groups = groupby(source.rows, key=lambda row: row.table)
    return [[*map(Row.of_source, rows)] for _, rows in groups]


def tables_in(text: TableText, strategies: Sequence[Strategy]) -> Iterator[Found]:
    """Yield the tables of a text in their order, each read by the first strategy that finds its head."""
    at = 0
    while at < len(text.lines):
        found = next((found for strategy in strategies if (found := strategy(text, at))), None)
        at += 1
        if found is not None:
            yield found
            at = text.done = found.end


def _tables(source: Source) -> Iterator[list[Row]]:
    """Yield the rows of each table: those that the format has, and those written in the text beside them."""
    given = given_tables(source)
    yield from map(as_converted, given) if source.kind is SourceKind.MARKDOWN else given
    text = TableText(
        [*printed_lines(source.text, _places(given))],
        head_of,
        column_of=lambda piece: cells_of(_before(source.text, piece.offsets[0])),
    )
    for found in tables_in(text, (separated_table, aligned_table)):
        yield [*found.rows]
    if not given:
        text = TableText(lines_of(source), head_of, join=as_lines)
        yield [row for found in tables_in(text, [Flattened(CHINESE_CELLS, text).table]) for row in found.rows]


def _before(text: str, at: int) -> str:
    """Return what stands before a place on its line."""
    return text[text.rfind("\n", 0, at) + 1 : at]


def _places(tables: Iterable[Iterable[Row]]) -> list[range]:
    """Return where the tables that the format has stand in the text."""
    spans = [[cell.span for row in rows for cell in row.filled] for rows in tables]
    return [range(min(s.start for s in of), max(s.end for s in of)) for of in spans if of]


def _merged(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Return neighbouring cells as one range, with what draws the table around and between them."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        end = merged[-1].end if merged else 0
        if merged and (span.start <= end + 2 or _DRAWN.fullmatch(text, end, span.start)):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(_whole_lines(span, text) for span in merged)


def _whole_lines(span: Span, text: str) -> Span:
    """Return a range with the bars at the start of its first line and at the end of its last one."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    end = end if end >= 0 else len(text)
    return Span(
        start if _DRAWN.fullmatch(text, start, span.start) else span.start,
        end if _DRAWN.fullmatch(text, span.end, end) else span.end,
    )
