"""The workbook of a comparison of plans: the matrix, each difference in a row, the sentences side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from plantui.export.compared import ComparedFile, facts
from plantui.export.compared_text import (
    difference_kind,
    difference_parts,
    long_cell,
    plan_headings,
    reasons_text,
    task_name,
)
from plantui.export.progress import Progress
from plantui.query.comparing.comparison import ComparedRow
from plantui.words import Words

from .book import A3, Book, Cell, Value, writing
from .heads import add_heads
from .looks import Look
from .measures import line_count, row_height
from .texts import pieces

_SECTION, _PLAN, _SENTENCE, _SHORT = 16, 34, 60, 12
"""Widths of columns in cells."""


def write_comparison(stream: BinaryIO, file: ComparedFile, words: Words, progress: Progress) -> None:
    """Write the workbook to a stream."""
    with writing(stream, words, file.today) as book:
        _add_table(book, file)
        _add_differences(book, file)
        _add_sentences(book, file, progress)


def _add_table(book: Book, file: ComparedFile) -> None:
    words, plans = book.words, file.comparison.plans
    rows = ([row.first.section, *(long_cell(words, row, plan) for plan in plans)] for row in file.rows)
    heads = [words("compare.column.section"), *plan_headings(file.comparison)]
    _add_sheet(book, file, "compare.sheet.table", heads, [_SECTION, *[_PLAN] * len(plans)], rows)


def _add_differences(book: Book, file: ComparedFile) -> None:
    words = book.words
    names = ("task", "plan", "kind", "verdict", "about", "base", "here", "score", "reasons")
    heads = [words(f"compare.column.{name}") for name in names]
    widths = [_PLAN, _SHORT, _SHORT, _SHORT, _PLAN, _PLAN, _PLAN, _SHORT, _PLAN]
    _add_sheet(book, file, "compare.sheet.differences", heads, widths, _differences(words, file))


def _differences(words: Words, file: ComparedFile) -> Iterator[list[Value]]:
    headings = plan_headings(file.comparison)
    for row in file.rows:
        for heading, plan in zip(headings, file.comparison.plans, strict=True):
            yield from _of_plan(words, row, plan.info.id, heading)


def _of_plan(words: Words, row: ComparedRow, plan: str, heading: str) -> Iterator[list[Value]]:
    """Yield a row for each difference of a plan; one for a task that it does not have."""
    found, name = row.cells.get(plan), task_name(row.first)
    if found is None:
        kind, verdict = words("compare.kind.task"), words("compare.verdict.missing")
        yield [name, heading, kind, verdict, "", name, "", None, ""]
        return
    for difference in found.differences:
        kind = words(f"compare.kind.{difference_kind(difference)}")
        verdict = words(f"compare.verdict.{difference.verdict.value}")
        score, reasons = (
            (round(found.link.score, 3), reasons_text(words, found.link)) if found.link else (None, "")
        )
        yield [name, heading, kind, verdict, *difference_parts(words, difference), score, reasons]


def _add_sentences(book: Book, file: ComparedFile, progress: Progress) -> None:
    words, plans = book.words, file.comparison.plans

    def rows() -> Iterator[list[Value]]:
        for done, row in enumerate(file.rows):
            progress(done, len(file.rows))
            texts = [found.task.text if (found := row.cells.get(plan.info.id)) else "" for plan in plans]
            yield [task_name(row.first), *texts]

    heads = [words("compare.column.task"), *plan_headings(file.comparison)]
    _add_sheet(book, file, "compare.sheet.sentences", heads, [_PLAN, *[_SENTENCE] * len(plans)], rows())


def _add_sheet(
    book: Book,
    file: ComparedFile,
    name: str,
    heads: Sequence[str],
    widths: Sequence[int],
    rows: Iterator[list[Value]] | Iterator[list[str]],
) -> None:
    words = book.words
    sheet = book.add_sheet(words(name))
    title = words("workbook.title", title=words("compare.title"), part=words(name))
    head = add_heads(sheet, title, facts(words, file), heads, widths)
    for values in rows:
        for part in _continued(words, values):
            lines = max(line_count(str(value), width) for value, width in zip(part, widths, strict=True))
            cells = [Cell(one, Look.RATE if isinstance(one, float) else Look.TEXT) for one in part]
            sheet.add_row(cells, row_height(lines))
    last = max(sheet.next_row - 1, head)
    sheet.set_widths(widths)
    sheet.freeze(head + 1, 1)
    sheet.filter_buttons(head, last, len(widths))
    sheet.print_on(A3, head)


def _continued(words: Words, values: Sequence[Value]) -> Iterator[list[Value]]:
    """Yield a row, and where a text is too long for a cell, further rows with the rest."""
    parts = [pieces(words, value) if isinstance(value, str) else [value] for value in values]
    for at in range(max(map(len, parts))):
        yield [part[at] if at < len(part) else "" for part in parts]
