"""Which groups a row stands in: the sheet, the rows that name a group, the column of sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source
from plantui.documents.tokens.numbering import number_of
from plantui.documents.traced import TracedText

from .row import Row

_DEFAULT_NAME = compiled(r"^(?:Sheet|工作表|表|Table)?\s*[\d一二三四五六七八九十]*$", re.IGNORECASE)

_CAPTION = compiled(
    r"^(?:#+\s*)?\**(?:【(?P<boxed>[^【】]{2,30})】|"
    r"(?:附表|附件)\s*[\d一二三四五六七八九十]{1,2}\s*[：:.．、 ]?\s*(?P<named>[^，。；]{2,40}))\**$"
)


@rule(Stage.TABLES)
def name_of_sheet(rows: Sequence[Row]) -> TracedText | None:
    """Where a workbook has several sheets the name of each is a section, but for names like Sheet1."""
    first = rows[0].cells if rows else ()
    if len(first) != 1 or _DEFAULT_NAME.match(first[0].text.strip()):
        return None
    return first[0]


@rule(Stage.TABLES)
def caption_above(source: Source, rows: Sequence[Row]) -> TracedText | None:
    """Where a document has several tables the line above each, 【数字政府】 or 附表1 城市更新任务, names the group of its
    rows."""
    start = min((cell.offsets[0] for row in rows for cell in row.filled), default=0)
    above = source.text[:start].rstrip("|+-=\t \u3000\n")
    line = TracedText.of(above[above.rfind("\n") + 1 :], above.rfind("\n") + 1).strip()
    match = _CAPTION.match(line.text)
    if match is None:
        return None
    return line[match.start(match.lastgroup or 0) : match.end(match.lastgroup or 0)].strip()


class Path:
    """The groups that are open while a table is read from top to bottom."""

    def __init__(self, name: TracedText | None) -> None:
        self._name = name
        self._rows: list[TracedText] = []
        self._column: TracedText | None = None

    def copy(self) -> Path:
        """The same groups, for a table that goes on."""
        copy = Path(self._name)
        copy._rows, copy._column = [*self._rows], self._column
        return copy

    def enter_row(self, name: TracedText) -> None:
        """A row that names a group."""
        self._rows = [above for above in self._rows if stands_above(above.text, name.text)] + [name]
        self._column = None

    def enter_column(self, name: TracedText | None) -> None:
        """The cell of the section column; an empty one was merged with the one above."""
        self._column = name or self._column

    def sections(self) -> tuple[TracedText, ...]:
        """The open groups, the outermost first, none twice in a row."""
        found: list[TracedText] = []
        for name in (self._name, *self._rows, self._column):
            if name is not None and name.text and all(name.text != other.text for other in found):
                found.append(name)
        return tuple(found)


@rule(Stage.TABLES)
def stands_above(group: str, other: str) -> bool:
    """A group of a table stands above one whose number is of a deeper kind (（一） below 一、), and ends with any other."""
    first, second = number_of(group), number_of(other)
    return first is not None and second is not None and first.style < second.style
