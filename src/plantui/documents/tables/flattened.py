"""A table that a converter, or a copy from a web page, wrote as one cell to a line: found by its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.normalize.furniture import is_page_number
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .distribution import GROUP, Dealt, dealt
from .heads import Head
from .separated import DRAWN
from .table import NOTHING, Found, Guess, Row, TableText
from .worth import WHO_AND_WHEN, CellWords, guess_of

_LEAST_COLUMNS, _MOST_COLUMNS = 3, 10
_MARKS = "※★▲△＊*"
"""Marks of a note, and of a cell."""
_NEAR = 8
"""So many rows show how a table writes its time limits."""
_LOOKED_AT = 40
"""So many lines show whether blank lines part the cells."""
_MOSTLY = 0.6
_LEAST_DRAWN = 5
"""So many strokes are a drawn line, fewer say that a cell holds nothing."""


@dataclass(frozen=True, slots=True)
class _Cell:
    whole: TracedText
    lines: range
    after_blank: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return self.whole.text.replace("\n", "")


class Flattened:
    """The cells of a text, a line each, in which tables are looked for."""

    def __init__(self, words: CellWords, text: TableText) -> None:
        self.words = words
        self.text = text

    @rule(Stage.TABLES)
    def table(self, text: TableText, at: int) -> Found | None:
        """Lines one after the other that each name a column are the head of a table written one cell to a line; it may come
        again on every page. Where blank lines part nearly all cells, lines without one between them are one cell."""
        words = text.lines[at].text.text
        if not (self.words.column_of(words) or self.words.patterns.TABLES_HEAD_START.match(words)):
            return None
        place = self._places.get(at)
        tables = [_Table(self, head) for head in self.heads(place)] if place is not None else []
        best = max(tables, key=lambda table: table.dealt.score, default=None)
        return Found([*best.rows()], at, best.end) if best is not None and best.dealt.rows else None

    @cached_property
    def cells(self) -> list[_Cell]:
        """All cells, those of heads put together."""
        return self._whole_heads(self._cells())

    @cached_property
    def _places(self) -> dict[int, int]:
        return {cell.lines.start: at for at, cell in enumerate(self.cells)}

    @rule(Stage.TABLES)
    def _whole_heads(self, cells: Iterator[_Cell]) -> list[_Cell]:
        """序 and 号, 牵头 and 单位, Target and Date on two lines are one cell of the head."""
        patterns = self.words.patterns
        whole: list[_Cell] = []
        for cell in cells:
            last = whole[-1] if whole else None
            if (
                last is not None
                and patterns.TABLES_HEAD_START.match(last.text)
                and patterns.TABLES_HEAD_END.match(cell.text)
            ):
                lines = range(last.lines.start, cell.lines.stop)
                whole[-1] = _Cell(self.text.join([last.whole, cell.whole]), lines, last.after_blank)
            else:
                whole.append(cell)
        return whole

    def _cells(self) -> Iterator[_Cell]:
        """Yield what is not the page's: - 3 - and 第3页, but a bare figure may be the number of a row."""
        is_behind_footer = False
        figures = iter(self.text.figures)
        figure = next(figures, None)
        for at, line in enumerate(self.text.lines):
            while figure is not None and figure.offsets[0] < line.text.offsets[0]:
                yield _Cell(figure, range(at, at), after_blank=True)
                figure = next(figures, None)
            text = line.text.text
            is_footer = is_page_number(text) and not text.isdigit()
            if not (is_footer or (len(text) >= _LEAST_DRAWN and DRAWN.match(text))):
                after_blank = line.after_blank and not is_behind_footer
                yield _Cell(_without_bar(line.text), range(at, at + 1), after_blank)
            is_behind_footer = is_footer

    @rule(Stage.TABLES)
    def heads(self, at: int) -> Iterator[range]:
        """A head with a column of numbers begins with it. What stands before other heads may be the table's name
        (重点任务清单), and what stands behind the columns of departments the first group of rows (推进示范工程): the rows
        decide."""
        cells, size = self.cells, 0
        to_number = range(at, at + self._to_first_number(at))
        if len(to_number) >= _LEAST_COLUMNS and self.head(to_number) is not None:
            yield to_number
        while at + size < len(cells) and size < _MOST_COLUMNS and self._is_column(at + size):
            if size and cells[at + size].text == cells[at].text:
                break  # it comes again straight away
            size += 1
        last = at + size
        is_name = size and self.words.patterns.TABLES_NAME_BEFORE_HEAD.search(cells[at].text)
        for start in range(at, at + 2 if is_name else at + 1):
            for end in range(last, start + _LEAST_COLUMNS - 1, -1):
                head = self.head(range(start, end))
                if head is None or FieldKind.NUMBER in {*head.columns} - {head.columns[0]}:
                    break
                yield range(start, end)
                if head.columns[-1] is not FieldKind.SECTION:
                    break

    def _to_first_number(self, at: int) -> int:
        """Return how many cells are names of columns where blank lines part nearly all cells, the first names numbers, and
        the first number stands behind them: one may have words that no vocabulary has."""
        near = self.cells[at : at + _MOST_COLUMNS + 1]
        if self.words.column_of(near[0].text) is not FieldKind.NUMBER or not self.parts_cells(at):
            return 0
        is_number = self.words.patterns.TABLES_ROW_NUMBER.match
        return next((size for size, cell in enumerate(near) if is_number(cell.text)), 0)

    def parts_cells(self, at: int) -> bool:
        """Return whether blank lines part nearly all cells below a head."""
        near = self.cells[at + 1 : at + _LOOKED_AT]
        return sum(cell.after_blank for cell in near) >= _MOSTLY * len(near)

    def _is_column(self, at: int) -> bool:
        """Return whether a cell names a column; 一季度 does only beside 二季度, else it is a time limit."""
        text, patterns = self.cells[at].text, self.words.patterns
        if self.words.column_of(text) is None or patterns.TABLES_NUMBERED.match(text):
            return False
        if not patterns.TABLES_ONE_PART.match(text):
            return True
        beside = self.cells[max(at - 1, 0) : at + 2]
        return sum(bool(patterns.TABLES_ONE_PART.match(cell.text)) for cell in beside) > 1

    def head(self, places: range) -> Head | None:
        """Return the columns that cells name."""
        return self.text.of([self.cells[at].text for at in places])


def _without_bar(cell: TracedText) -> TracedText:
    """A bar may be left at the end of each cell."""
    return cell.strip(" \t|｜") if cell.text.strip(" \t|｜") else cell


class _Table:
    """The rows below one head."""

    def __init__(self, text: Flattened, names: range) -> None:
        self._text = text
        self._words = text.words
        self._cells = cells = text.cells
        self._names = [cells[at].text for at in names]
        self._heads = [names.start]
        self._first = names.stop
        head = text.head(names)
        assert head is not None
        self._columns = head.columns
        self._body: list[_Cell] = []
        self._parts_cells = text.parts_cells(names.start)
        self.dealt: Dealt = dealt(self._words, self._read(), self._columns)
        if self.dealt.rows and self._is_signature(self.dealt.rows):
            self.dealt = Dealt(self.dealt.rows[:-1], self.dealt.score)

    @property
    def end(self) -> int:
        """The line behind its last cell."""
        last = max(cell.stop for cell in self.dealt.rows[-1].values())
        return self._body[last - 1].lines.stop

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
            lines = range(cell.lines.start, parts[-1].lines.stop)
            whole = _Cell(self._text.text.join([part.whole for part in parts]), lines, cell.after_blank)
            self._body.append(whole)
            yield whole.text, whole.after_blank and not self._parts_cells

    @rule(Stage.TABLES)
    def _ends_table(self, at: int) -> bool:
        """A note, an annex, a heading, the head of another table and, below a last column of departments, who signs and when
        end a table."""
        text, patterns = self._cells[at].text, self._words.patterns
        if self._words.is_note(text):
            return text[0] not in _MARKS or text.endswith("。")
        if self._cells[at].lines.start in self._text.text.ends and not patterns.TABLES_ROW_NUMBER.match(text):
            return True
        following = self._cells[at + 1].text if at + 1 < len(self._cells) else ""
        is_signed = (
            self._columns[-1] in ROLES
            and patterns.TABLES_SIGNER.match(text)
            and patterns.TABLES_WHOLE_DAY.match(following)
        )
        return (
            bool(is_signed or patterns.TABLES_ANNEX.match(text))
            or next(self._text.heads(at), None) is not None
        )

    @rule(Stage.TABLES)
    def _is_signature(self, rows: Sequence[dict[int, range]]) -> bool:
        """A last row with a whole day where none of the others has one is who signs, and when."""
        due = [at for at, column in enumerate(self._columns) if column is FieldKind.DUE]
        is_day = self._words.patterns.TABLES_WHOLE_DAY.match
        days = [any(at in row and is_day(self._cell(row[at]).text) for at in due) for row in rows[-_NEAR:]]
        return len(days) > 1 and days[-1] and not any(days[:-1])

    def rows(self) -> Iterator[Row]:
        """Yield the rows, each head before what stands below it."""
        end = self.end
        heads = [at for at in self._heads if self._cells[at].lines.start < end]
        above: dict[int, TracedText] = {}
        for row in self.dealt.rows:
            first = self._body[min(cell.start for cell in row.values())].lines.start
            while heads and self._cells[heads[0]].lines.start < first:
                at = heads.pop(0)
                yield Row(tuple(cell.whole for cell in self._cells[at : at + len(self._names)]))
            cells = {column: self._cell(place) for column, place in row.items()}
            if GROUP in cells:
                above = {}
                yield Row((cells[GROUP],))
                continue
            texts = {at: [self._body[line].text for line in place] for at, place in row.items()}
            guess = guess_of(self._words, texts, self._columns, above)
            if guess is Guess.MERGED:
                cells |= {at: cell for at, cell in above.items() if at not in cells}
            above = {at: cell for at, cell in cells.items() if self._columns[at] in WHO_AND_WHEN}
            yield Row(tuple(cells.get(at, NOTHING) for at in range(len(self._columns))), guess)

    def _cell(self, place: range) -> TracedText:
        return self._text.text.join([self._body[at].whole for at in place])
