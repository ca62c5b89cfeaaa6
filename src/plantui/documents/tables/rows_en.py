"""The rows of an English task table as tasks."""

from __future__ import annotations

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import Span, TracedText

from .heads import Head
from .rows import RowTask, TableRead
from .table import Row

_FIELDS = ROLES | {FieldKind.DUE, FieldKind.MEASURE}
_LONGEST_GROUP = 100


class EnglishRows:
    """Reads the rows under one head."""

    def __init__(self, head: Head, read: TableRead) -> None:
        self._head = head
        self._read = read
        self._group: TracedText | None = None
        self._above: dict[int, TracedText] = {}

    @rule(Stage.ENGLISH)
    def take(self, row: Row) -> None:
        """Each row below a head is a task. A row of one cell, also behind a letter (A. Awareness), names the group of those
        below it; an empty cell of the section column was merged with the one above; a number at the beginning of the task's
        cell is its number."""
        filled = row.filled
        is_lettered = len(filled) == 2 < len(row.cells) and EN.TABLES_LETTER.match(filled[0].text) is not None
        if len({cell.text for cell in filled}) < 2 or is_lettered:
            if filled and len(filled[-1].text) < _LONGEST_GROUP:
                self._group = filled[-1]
            return
        pairs = [(kind, cell) for kind, cell in zip(self._head.columns, row.cells, strict=False) if cell.text]
        for index, (kind, cell) in enumerate(zip(self._head.columns, row.cells, strict=False)):
            if kind is FieldKind.SECTION and cell.text:
                self._above[index] = cell
        by_kind = {
            kind: cell
            for kind, cell in pairs
            if kind is not FieldKind.NUMBER or EN.TABLES_NUMBER.match(cell.text)
        }
        title = by_kind.get(FieldKind.TITLE)
        if title is None:
            return
        number = (
            by_kind[FieldKind.NUMBER].text.rstrip(".):").strip("(") if FieldKind.NUMBER in by_kind else ""
        )
        coded = EN.TABLES_CODE.match(title.text)
        if coded is not None and number in {"", coded["code"]}:
            number, title = coded["code"], title[coded.start("title") :]
        if compiled(r"[A-Za-z]{3}").search(title.text):
            group = self._group or next(iter(self._above.values()), None)
            self._read.tasks.append(
                RowTask(
                    number,
                    (group,) if group else (),
                    title,
                    tuple(cell for kind, cell in pairs if kind is FieldKind.TEXT),
                    tuple(
                        (kind, cell)
                        for kind, cell in pairs
                        if kind in _FIELDS and not EN.TABLES_NOTHING.match(cell.text)
                    ),
                    title.offsets[0],
                    row.cells,
                )
            )


def is_read_in_full(row: Span, task: RowTask) -> bool:
    """Return whether every cell of a row is a field of its task."""
    if not row.start <= task.start < row.end:
        return False
    texts = (task.title, *task.texts, *(value for _, value in task.fields))
    read = {text.span.end for text in texts if text is not None}
    return all(
        cell.span.end in read or (bool(task.number) and cell.text.strip(".():") == task.number)
        for cell in task.cells
        if cell.text
    )
