"""The rows of a task table as items with a heading and paragraphs, like those of an outline."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plantui.documents.outline.heading import Heading, heading_of, untitled
from plantui.documents.patterns import compiled
from plantui.documents.repair.repair import repaired
from plantui.documents.rule import Stage, rule
from plantui.documents.source import TableRow
from plantui.documents.traced import TracedText

from .columns import Column, Head, head_of

_NOTHING = compiled(r"^(?:无|/|—+|-+|\\|——)?$")
_IS_TEXT = compiled(r"[，。；]|^.{31}|\d[%％万亿个家座]")
"""A cell with more than a title in it."""
_STOPS = ("。", "；", "：", "！", "？", ".")


@dataclass(frozen=True, slots=True)
class RowTask:
    """One row as a task."""

    number: str
    section: TracedText | None
    heading: Heading
    paragraphs: tuple[TracedText, ...]
    cells: tuple[TracedText, ...]


@rule(Stage.TABLES)
def row_tasks(rows: Iterable[TableRow]) -> Iterator[RowTask]:
    """Every row under a head is a task. An empty cell of the section or the title was merged with the one above it; a
    repeated head and a row of one cell (a group's name) are no tasks; a cell 无 says nothing."""
    head: Head | None = None
    section: TracedText | None = None
    title: TracedText | None = None
    for row in rows:
        found = head_of(row.cells)
        if found is not None:
            head = found
            continue
        if head is None:
            continue
        cells = [_cell(row, index) for index in range(len(row.cells))]
        filled = [cell for cell in cells if cell.text]
        if len({cell.text for cell in filled}) == 1 and len(filled[0]) < 40:
            section = filled[0]
            continue
        own = _at(cells, head, Column.SECTION)
        section = own if own is not None and own.text else section
        title = _at(cells, head, Column.TITLE) or title
        task = _task(cells, head, section, title)
        if task is not None:
            yield task


def _cell(row: TableRow, index: int) -> TracedText:
    text = repaired(TracedText.of(row.cells[index], row.starts[index])).strip()
    return text[:0] if _NOTHING.match(text.text) else text


def _at(cells: list[TracedText], head: Head, column: Column) -> TracedText | None:
    index = head.index(column)
    if index is None or index >= len(cells) or not cells[index].text:
        return None
    return cells[index]


def _task(
    cells: list[TracedText], head: Head, section: TracedText | None, title: TracedText | None
) -> RowTask | None:
    content = [
        cells[index]
        for index, column in enumerate(head.columns[: len(cells)])
        if column in {Column.CONTENT, Column.GOAL} and cells[index].text
    ]
    if not content and title is None:
        return None
    if not content and title is not None and _IS_TEXT.search(title.text):
        content, title = [title], None
    heading = _heading(title, content)
    texts = [heading.text, *content[1:]] if title is None else content
    labelled = [
        _labelled(column.value, cells[index])
        for index, column in enumerate(head.columns[: len(cells)])
        if column in {Column.LEAD, Column.SUPPORT, Column.RESPONSIBLE, Column.DUE} and cells[index].text
    ]
    number = _at(cells, head, Column.NUMBER)
    paragraphs = (*(_stopped(text) for text in texts if text.text), *labelled)
    return RowTask(number.text if number else "", section, heading, paragraphs, tuple(cells))


def _heading(title: TracedText | None, content: list[TracedText]) -> Heading:
    if title is None:
        heading = heading_of(content[0])
        return heading if heading.text.text else untitled(content[0])
    words = compiled(r"^[\d一二三四五六七八九十]+[.．、]\s*").sub("", title.text)
    return Heading(title[len(title) - len(words) :].strip("。；：;: "), title[:0])


def _labelled(label: str, cell: TracedText) -> TracedText:
    place = cell.offsets[0]
    return TracedText.join([TracedText(f"{label}：", array("L", [place] * (len(label) + 1))), cell])


def _stopped(text: TracedText) -> TracedText:
    """The content with a full stop, so that the next cell does not run into it."""
    if text.text.endswith(_STOPS):
        return text
    return TracedText.join([text, TracedText("。", array("L", [text.offsets[-1]]))])
