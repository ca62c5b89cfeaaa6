"""The rows of a task table as tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import Span, TracedText

_CODE = compiled(
    r"^(?P<code>(?:(?:Action|Measure|Strategy|Task|Objective)\s+)?(?:[A-Z]{1,5}[-–./ ]?\d{1,3}(?:[-–./]\d{1,3})*[a-z]?|"
    r"[A-Z](?:\.\d{1,2})+|\d{1,3}(?:\.\d{1,3})+[a-z]?|\d{1,3}[A-Za-z]?(?=[.):])))[.):]*\s+(?P<title>\S.*)$"
)
_NUMBER = compiled(
    r"^(?:[A-Z]{0,6}[-–./ ]?\d{1,3}(?:[-–./]\d{1,3})*(?:[-.]?[a-zA-Z])?|[A-Z](?:\.\d{1,2})*|\(\d{1,3}\)|[ivxIVX]{1,5})[.):]?$"
)
_NOTHING = compiled(r"^(?:[-–—]+|x|✓|✔|n/?a|none)$", 2)


@dataclass(frozen=True, slots=True)
class Record:
    """One row as a task."""

    offset: int
    number: str
    title: TracedText
    texts: tuple[TracedText, ...]
    fields: tuple[tuple[FieldKind, TracedText], ...]
    group: TracedText | None
    cells: tuple[TracedText, ...]
    table: int


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row."""

    cells: tuple[TracedText, ...]


@rule(Stage.ENGLISH)
def records_of(kinds: Sequence[FieldKind | None], rows: Sequence[Row], table: int) -> list[Record]:
    """Each row below a head is a task. A row of one cell names the group of those below it; an empty cell of the section
    column was merged with the one above; a number at the beginning of the task's cell is its number."""
    found: list[Record] = []
    group: TracedText | None = None
    above: dict[int, TracedText] = {}
    for row in rows:
        filled = [cell for cell in row.cells if cell.text]
        if not filled:
            continue
        if len({cell.text for cell in filled}) == 1 and len(row.cells) > 1:
            if len(filled[0].text) < 100:
                group = filled[0]
            continue
        for index, cell in enumerate(row.cells[: len(kinds)]):
            if kinds[index] is FieldKind.SECTION and cell.text:
                above[index] = cell
        record = _record(kinds, row, group if group is not None else next(iter(above.values()), None), table)
        if record is not None:
            found.append(record)
    return found


def _record(
    kinds: Sequence[FieldKind | None], row: Row, group: TracedText | None, table: int
) -> Record | None:
    title: TracedText | None = None
    number = ""
    texts: list[TracedText] = []
    fields: list[tuple[FieldKind, TracedText]] = []
    for kind, cell in zip(kinds, row.cells, strict=False):
        if not cell.text or kind is None:
            continue
        if kind is FieldKind.NUMBER and _NUMBER.match(cell.text):
            number = cell.text.rstrip(".):").strip("(")
        elif kind is FieldKind.TITLE:
            title = cell
        elif kind is FieldKind.TEXT:
            texts.append(cell)
        elif (kind in ROLES or kind in (FieldKind.DUE, FieldKind.MEASURE)) and not _NOTHING.match(cell.text):
            fields.append((kind, cell))
    if title is None:
        return None
    coded = _CODE.match(title.text)
    if coded is not None and (not number or number == coded["code"]):
        number, title = coded["code"], title[coded.start("title") :]
    if not compiled(r"[A-Za-z]{3}").search(title.text):
        return None
    return Record(title.offsets[0], number, title, tuple(texts), tuple(fields), group, row.cells, table)


def is_read_in_full(row: Span, record: Record) -> bool:
    """Whether every cell of a row is a field of its task."""
    if not row.start <= record.offset < row.end:
        return False
    read = {record.title.span.end, *(text.span.end for text in record.texts)}
    read |= {value.span.end for _, value in record.fields}
    return all(
        cell.span.end in read or (bool(record.number) and cell.text.strip(".():") == record.number)
        for cell in record.cells
        if cell.text
    )
