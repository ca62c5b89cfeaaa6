"""A table that a converter, or a copy from a web page, wrote as one cell to a line: found by its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.furniture import is_page_number
from plantui.documents.normalize.lines import Line
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .distribution import GROUP, Dealt, dealt
from .groups import is_note
from .heads import Head, column_of, head_of
from .table import NOTHING, Guess, Row, as_lines
from .worth import WHO_AND_WHEN, guess_of

_LEAST_COLUMNS, _MOST_COLUMNS = 3, 10
_MARKS = "※★▲△＊*"
"""Marks of a note, and of a cell."""
_NEAR = 8
"""So many rows show how a table writes its time limits."""
_LOOKED_AT = 40
"""So many lines show whether blank lines part the cells."""
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class _Cell:
    whole: TracedText
    after_blank: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return self.whole.text.replace("\n", "")


@rule(Stage.TABLES)
def flattened_rows(lines: Sequence[Line]) -> list[Row]:
    """Lines one after the other that each name a column are the head of a table written one cell to a line; it may come
    again on every page. Where blank lines part nearly all cells, lines without one between them are one cell."""
    cells = _whole_heads([*_cells(lines)])
    rows: list[Row] = []
    at = 0
    while at < len(cells):
        tables = [_Table(cells, head) for head in _heads(cells, at)]
        best = max(tables, key=lambda table: table.dealt.score, default=None)
        if best is None or not best.dealt.rows:
            at += 1
            continue
        rows += best.rows()
        at = best.end
    return rows


@rule(Stage.TABLES)
def _whole_heads(cells: list[_Cell]) -> list[_Cell]:
    """序 and 号, 牵头 and 单位, 完成 and 时限 on two lines are one cell of the head."""
    whole: list[_Cell] = []
    for cell in cells:
        if whole and ZH.TABLES_HEAD_START.match(whole[-1].text) and ZH.TABLES_HEAD_END.match(cell.text):
            whole[-1] = _Cell(TracedText.join([whole[-1].whole, cell.whole]), whole[-1].after_blank)
        else:
            whole.append(cell)
    return whole


def _without_bar(cell: TracedText) -> TracedText:
    """A bar may be left at the end of each cell."""
    return cell.strip(" \t|｜") if cell.text.strip(" \t|｜") else cell


def _cells(lines: Sequence[Line]) -> Iterator[_Cell]:
    """Yield what is not the page's: - 3 - and 第3页, but a bare figure may be the number of a row."""
    is_behind_footer = False
    for line in lines:
        text = line.text.text
        is_footer = is_page_number(text) and not text.isdigit()
        if not is_footer:
            yield _Cell(_without_bar(line.text), line.after_blank and not is_behind_footer)
        is_behind_footer = is_footer


@rule(Stage.TABLES)
def _heads(cells: Sequence[_Cell], at: int) -> Iterator[range]:
    """A head with a column of numbers begins with it. What stands before other heads may be the table's name (重点任务清单),
    and what stands behind the columns of departments the first group of rows (推进示范工程): the rows decide."""
    size = 0
    while at + size < len(cells) and size < _MOST_COLUMNS and _is_column(cells, at + size):
        if size and cells[at + size].text == cells[at].text:
            break  # it comes again straight away
        size += 1
    last = at + size
    first = at + 1 if size and ZH.TABLES_NAME_BEFORE_HEAD.search(cells[at].text) else at
    for start in range(at, first + 1):
        for end in range(last, start + _LEAST_COLUMNS - 1, -1):
            head = _head_of(cells[start:end])
            if head is None or FieldKind.NUMBER in {*head.columns} - {head.columns[0]}:
                break
            yield range(start, end)
            if head.columns[-1] is not FieldKind.SECTION:
                break


def _is_column(cells: Sequence[_Cell], at: int) -> bool:
    """Whether a cell names a column; 一季度 does only beside 二季度, else it is a time limit."""
    text = cells[at].text
    if column_of(text) is None or ZH.TABLES_NUMBERED.match(text):
        return False
    beside = cells[max(at - 1, 0) : at + 2]
    return (
        not ZH.TABLES_ONE_PART.match(text)
        or sum(bool(ZH.TABLES_ONE_PART.match(cell.text)) for cell in beside) > 1
    )


def _head_of(cells: Sequence[_Cell]) -> Head | None:
    return head_of([cell.text for cell in cells])


class _Table:
    """The rows below one head."""

    def __init__(self, cells: Sequence[_Cell], names: range) -> None:
        self._cells = cells
        self._names = [cells[at].text for at in names]
        self._heads = [names.start]
        self._first = names.stop
        head = _head_of(cells[names.start : names.stop])
        assert head is not None
        self._columns = head.columns
        self._body: list[_Cell] = []
        self._places: list[int] = []
        near = cells[names.start + 1 : names.start + _LOOKED_AT]
        self._parts_cells = sum(cell.after_blank for cell in near) >= _MOSTLY * len(near)
        self.dealt: Dealt = dealt(self._read(), self._columns)
        if self.dealt.rows and self._is_signature(self.dealt.rows):
            self.dealt = Dealt(self.dealt.rows[:-1], self.dealt.score)

    @property
    def end(self) -> int:
        """The place behind its last cell."""
        last = max(cell.stop for cell in self.dealt.rows[-1].values())
        return self._places[last - 1] + 1

    def _read(self) -> Iterator[tuple[str, bool]]:
        """Yield the cells below the head, repeated heads left out, and whether each follows a blank line that means
        something."""
        at, size = self._first, len(self._names)
        while at < len(self._cells):
            cell = self._cells[at]
            if cell.text == self._names[0] and [c.text for c in self._cells[at : at + size]] == self._names:
                if not self._body:
                    return  # its rows begin below the last one
                self._heads.append(at)
                at += size
                continue
            if self._ends_table(at):
                return
            parts = [cell]
            while self._parts_cells and at + 1 < len(self._cells) and not self._cells[at + 1].after_blank:
                at += 1
                parts.append(self._cells[at])
            at += 1
            whole = _Cell(as_lines([part.whole for part in parts]), cell.after_blank)
            self._body.append(whole)
            self._places.append(at - 1)
            yield whole.text, whole.after_blank and not self._parts_cells

    @rule(Stage.TABLES)
    def _ends_table(self, at: int) -> bool:
        """A note, an annex, the head of another table and, below a last column of departments, who signs and when end a
        table."""
        text = self._cells[at].text
        if is_note(text):
            return text[0] not in _MARKS or text.endswith("。")
        following = self._cells[at + 1].text if at + 1 < len(self._cells) else ""
        is_signed = (
            self._columns[-1] in ROLES
            and ZH.ROLE_SIGNS_SIGNER.match(text)
            and ZH.TABLES_WHOLE_DAY.match(following)
        )
        return (
            bool(is_signed or ZH.TABLES_ANNEX.match(text)) or next(_heads(self._cells, at), None) is not None
        )

    @rule(Stage.TABLES)
    def _is_signature(self, rows: Sequence[dict[int, range]]) -> bool:
        """A last row with a whole day where none of the others has one is who signs, and when."""
        due = [at for at, column in enumerate(self._columns) if column is FieldKind.DUE]
        days = [
            any(at in row and ZH.TABLES_WHOLE_DAY.match(self._cell(row[at]).text) for at in due)
            for row in rows[-_NEAR:]
        ]
        return len(days) > 1 and days[-1] and not any(days[:-1])

    def rows(self) -> Iterator[Row]:
        """Yield the rows, each head before what stands below it."""
        end = self.end
        heads = [at for at in self._heads if at < end]
        above: dict[int, TracedText] = {}
        for row in self.dealt.rows:
            first = min(cell.start for cell in row.values())
            while heads and heads[0] < self._places[first]:
                at = heads.pop(0)
                yield Row(tuple(cell.whole for cell in self._cells[at : at + len(self._names)]))
            cells = {column: self._cell(place) for column, place in row.items()}
            if GROUP in cells:
                above = {}
                yield Row((cells[GROUP],))
                continue
            texts = {at: [self._body[line].text for line in place] for at, place in row.items()}
            guess = guess_of(texts, self._columns, above)
            if guess is Guess.MERGED:
                cells |= {at: cell for at, cell in above.items() if at not in cells}
            above = {at: cell for at, cell in cells.items() if self._columns[at] in WHO_AND_WHEN}
            yield Row(tuple(cells.get(at, NOTHING) for at in range(len(self._columns))), guess)

    def _cell(self, place: range) -> TracedText:
        return as_lines([self._body[at].whole for at in place])
