"""Rows of a table that are no tasks (names of groups, notes, sums), and the groups that a row stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.source import Source
from plantui.documents.tokens.numbering import number_of
from plantui.documents.traced import TracedText

from .table import Row

_LONGEST_GROUP = 40


@rule(Stage.TABLES)
def is_note(text: str) -> bool:
    """注：…, 说明：…, 填表人：…, 审核人：…, 单位：万元 below or above a table are notes and no tasks."""
    return ZH.TABLES_NOTE.match(text) is not None


@rule(Stage.TABLES)
def is_sum(cells: Iterable[str]) -> bool:
    """A row headed 合计, 小计 or 总计 adds up the others and is no task."""
    return next((ZH.TABLES_SUM.match(cell.strip()) is not None for cell in cells if cell.strip()), False)


@rule(Stage.TABLES)
def is_group(text: str) -> bool:
    """A short row of one cell names the group of the rows below it: 一、优化政务环境, （二）改造老旧小区."""
    if not 2 <= len(text) < _LONGEST_GROUP or compiled(r"[。；]$").search(text):
        return False
    return ZH.TABLES_GROUP_NUMBER.match(text) is not None or not compiled(r"[。；：:，]").search(text)


@rule(Stage.TABLES)
def first_leads(note: str) -> bool:
    """A note on who leads in every list of the table: 排序第一位的责任处室为牵头处室, 第一个责任单位为牵头单位."""
    return ZH.TABLES_FIRST_LEADS.search(compiled(r"\s").sub("", note)) is not None


@rule(Stage.TABLES)
def name_of_sheet(rows: Sequence[Row]) -> TracedText | None:
    """Where a workbook has several sheets the name of each is a section, but for names like Sheet1."""
    first = rows[0].cells if rows else ()
    return first[0] if len(first) == 1 and not ZH.TABLES_DEFAULT_NAME.match(first[0].text.strip()) else None


@rule(Stage.TABLES)
def caption_above(source: Source, rows: Sequence[Row]) -> TracedText | None:
    """Where a document has several tables the line above each, 【数字政府】 or 附表1 城市更新任务, names the group of its
    rows."""
    start = min((cell.offsets[0] for row in rows for cell in row.filled), default=0)
    above = source.text[:start].rstrip("|+-=\t \u3000\n")
    line = TracedText.of(above[above.rfind("\n") + 1 :], above.rfind("\n") + 1).strip()
    match = ZH.TABLES_CAPTION.match(line.text)
    return line[slice(*match.span(match.lastgroup or 0))].strip() if match else None


class Path:
    """The groups that are open while a table is read from top to bottom."""

    def __init__(self, name: TracedText | None) -> None:
        self._name = name
        self._rows: list[TracedText] = []
        self._column: TracedText | None = None

    def copy(self) -> Path:
        """Return the same groups, for a table that goes on."""
        copy = Path(self._name)
        copy._rows, copy._column = [*self._rows], self._column
        return copy

    def enter_row(self, name: TracedText) -> None:
        """Open the group that a row names."""
        self._rows = [above for above in self._rows if stands_above(above.text, name.text)] + [name]
        self._column = None

    def enter_column(self, name: TracedText | None) -> None:
        """Open the group of the section column; an empty cell was merged with the one above."""
        self._column = name or self._column

    def sections(self) -> tuple[TracedText, ...]:
        """Return the open groups, the outermost first, none twice."""
        named = [name for name in (self._name, *self._rows, self._column) if name is not None and name.text]
        return tuple(
            {name.text: name for name in reversed(named)}[text]
            for text in dict.fromkeys(n.text for n in named)
        )


@rule(Stage.TABLES)
def stands_above(group: str, other: str) -> bool:
    """A group of a table stands above one whose number is of a deeper kind (（一） below 一、), and ends with any other."""
    first, second = number_of(group), number_of(other)
    return first is not None and second is not None and first.style < second.style
