"""All task tables of an English document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from plantui.documents.languages.en import EN
from plantui.documents.normalize.broken_words import joined
from plantui.documents.patterns import compiled
from plantui.documents.reading import Doubt
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source
from plantui.documents.traced import Span, TracedText

from .cards import card_table, cards_in
from .cell_words_en import ENGLISH_CELLS
from .close_heads import close_head_table
from .find import Strategy, given_tables, guesses, tables_in
from .flattened import Flattened
from .gaps import aligned_table
from .heads import Head
from .heads_en import english_head
from .rows import RowTask, TableRead, read_table
from .rows_en import EnglishRows
from .separated import separated_table
from .table import Found, TableLine, TableText

_MOST_HEADS = 3
_LEAST_BAR, _LONGEST_BAR = 2, 120
_LINE_END = compiled(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class EnglishTable:
    """A table of tasks: its tasks, and the place of its rows in the text."""

    tasks: tuple[RowTask, ...]
    spans: tuple[Span, ...]
    doubts: tuple[Doubt, ...] = ()
    """Rows of which the text does not show every cell."""


@rule(Stage.ENGLISH)
def given_english_tables(source: Source, words: Counter[str]) -> Iterator[EnglishTable]:
    """The rows of a table whose format is known, below the first row that is the head of a task table. A head that comes
    again begins the table anew; one without its own head goes on with the table before, where the columns are as many. What
    is said of a table is said of its rows, one by one."""
    head: Head | None = None
    for rows in given_tables(source):
        rows = [replace(row, cells=tuple(cell.strip() for cell in row.cells)) for row in rows]
        cards = cards_in(rows)
        begin = next((at for at, row in enumerate(rows[:_MOST_HEADS]) if english_head(row.words)), None)
        is_rest = head is not None and len(rows[0].cells) == len(head.columns)
        if not cards and begin is None and not is_rest:
            head = None
            continue
        read = read_table(
            cards or rows[begin or 0 :], english_head, EnglishRows, head if begin is None else None
        )
        head = read.head if read and not cards else None
        spans = (Span.around(cell.span for cell in row.filled) for row in rows if row.filled)
        yield EnglishTable(_whole(read, words), tuple(spans))


@rule(Stage.ENGLISH)
def _whole(read: TableRead | None, words: Counter[str]) -> tuple[RowTask, ...]:
    """A line end inside a cell of words is a blank; between departments it parts names."""
    return tuple(
        replace(
            task,
            title=task.title and joined(task.title.split(_LINE_END), words),
            texts=tuple(joined(text.split(_LINE_END), words) for text in task.texts),
        )
        for task in (read.tasks if read else ())
    )


def printed_english_tables(
    lines: Sequence[TableLine],
    source: str,
    words: Counter[str],
    ends: set[int],
    starts_head: Callable[[int], bool],
    is_dated: Callable[[str], bool],
    figures: Sequence[TracedText] = (),
) -> Iterator[tuple[EnglishTable, range]]:
    """Yield the tables of plain text with the lines that each takes."""
    text = TableText(
        lines,
        english_head,
        EN,
        partial(joined, words=words),
        True,
        ends,
        starts_head,
        is_dated,
        lambda text: text.offsets[0] - source.rfind("\n", 0, text.offsets[0]) - 1,
        figures,
    )

    def separated(text: TableText, at: int) -> Found | None:
        words = text.lines[at].text.text
        may_be = (
            "\t" in words or words.count("|") >= _LEAST_BAR or ("|" in words and len(words) < _LONGEST_BAR)
        )
        return separated_table(text, at) if may_be else None

    def with_tasks(strategy: Strategy, text: TableText, at: int) -> Found | None:
        found = strategy(text, at)
        read = read_table(found.rows, english_head, EnglishRows) if found else None
        return found if read and read.tasks else None

    others = (card_table, close_head_table, aligned_table, Flattened(ENGLISH_CELLS, text).table)
    for found in tables_in(text, (separated, *(partial(with_tasks, strategy) for strategy in others))):
        read = read_table(found.rows, english_head, EnglishRows)
        first, last = lines[found.first].text, lines[found.end - 1].text
        span = Span(first.span.start, last.span.end)
        table = EnglishTable(_whole(read, words), (span,), tuple(guesses(found.rows)))
        yield table, range(found.first, found.end)
