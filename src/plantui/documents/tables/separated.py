"""Tables whose cells are parted by tabs or bars: a sheet pasted into a text, | 序号 | 工作任务 | 责任单位 |."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .groups import is_group, is_note
from .table import Found, Row, TableText, as_lines, fitted, padded, without_fillers

_TAB = compiled(r"\t")
_BAR = compiled(r"(?<!\\)[|│┃｜]")
DRAWN = compiled(r"^[\s|│┃｜:+\-—─━═=_┌┬┐├┼┤└┴┘╋╂┣┫┏┓┗┛┠┨┯┷]+$")
_LEAST_DRAWN = 3
"""Drawn lines of a table that rules off every row."""
_MOST_LINES = 30
"""Lines over which a quoted cell may run."""
_NEAR = 5
"""Lines in which a row stands below the name of a group."""


@rule(Stage.TABLES)
def separated_table(text: TableText, at: int) -> Found | None:
    """Below a line whose tabs or bars part the names of columns every line with such marks is a row of that table; lines
    drawn with dashes are none, and rows with bars straight above it are the table's front. Where drawn lines stand
    between all rows, a row may take several lines, joined cell by cell."""
    body = _Body(text, at)
    head = body.cells(at)
    names = [cell.text for cell in head]
    if len(head) < 2 or not text.of(names):
        return None
    begin = at
    while body.goes_up(begin) and begin > text.done:
        begin -= 1
    front = [Row(padded(cells, len(head))) for line in range(begin, at) if (cells := body.cells(line))]
    end = body.read(at, names)
    return Found([*front, *body.rows(names)], begin, end)


class _Body:
    """The rows of one table."""

    def __init__(self, text: TableText, at: int) -> None:
        head = text.lines[at].text.text.strip()
        self._mark = mark = _TAB if "\t" in head else _BAR
        self._has_edges = _BAR.match(head) is not None or _BAR.search(head[-1:]) is not None
        """False where the head has no bars at its ends: a row that has them begins or ends with an empty cell."""
        self._text = text
        self._lines = text.lines
        self._least = 2 if mark is _BAR and not text.is_english else 1
        self._rows: list[list[TracedText] | None] = []
        """None for a drawn line."""
        self._held: TracedText | None = None

    def read(self, at: int, head: Sequence[str]) -> int:
        """Take the lines from the head on; return where the table ends."""
        while at < len(self._lines):
            taken = 1
            if self._is_drawn(at):
                is_box = self._lines[at].text.text.startswith("+")
                self._rows += [None] if is_box or not self._text.is_english else []
            elif self._has_mark(at):
                cells, taken = self._row(at)
                if len(cells) != len(head) and self._is_head(cells):
                    break
                self._add(cells)
            elif not (self._goes_on_in_english(at) if self._text.is_english else self._goes_on(at)):
                break
            at += taken
        return at

    def _add(self, cells: list[TracedText]) -> None:
        if self._held is not None:
            cells[0] = self._text.join([self._held, cells[0]])
            self._held = None
        self._rows.append(cells)

    def rows(self, head: Sequence[str]) -> list[Row]:
        """Return the rows, each fitted to the head; those between two drawn lines are one where all rows are ruled off."""
        least = 1 if self._text.is_english else _LEAST_DRAWN
        is_ruled = sum(row is None for row in self._rows) >= least
        found: list[list[TracedText]] = []
        held: list[list[TracedText]] = []
        for row in (*self._rows, None):
            held += [row] if row is not None else []
            if row is None or not is_ruled:
                found += self._whole(held)
                held = []
        return [self._fitted(cells, head) for cells in found]

    def _whole(self, held: list[list[TracedText]]) -> list[list[TracedText]]:
        """Lines between two drawn ones as one row; lines of other forms (notes) stand alone."""
        if len({len(row) for row in held}) != 1:
            return held
        joint = [self._text.join(parts) for parts in zip(*held, strict=True)]
        if self._is_head(held[0]) and not self._is_head(joint):
            return [held[0], *self._whole(held[1:])]
        return [joint]

    def _is_head(self, cells: list[TracedText]) -> bool:
        return self._text.of([cell.text for cell in cells]) is not None

    def _fitted(self, cells: list[TracedText], head: Sequence[str]) -> Row:
        if len(cells) == 1:
            return Row((cells[0],))
        if self._mark is _TAB or self._text.is_english:
            return Row(padded(cells, len(head)))
        return fitted(without_fillers(Row(tuple(cells))), head)

    def goes_up(self, at: int) -> bool:
        """Return whether a line straight above another one with bars belongs to the table too."""
        if at < 1 or self._mark is _TAB or self._lines[at].after_blank:
            return False
        return self._is_drawn(at - 1) or (not self._text.is_english and self._has_mark(at - 1))

    def _is_drawn(self, at: int) -> bool:
        return DRAWN.match(self._lines[at].text.text) is not None

    def _has_mark(self, at: int) -> bool:
        return at < len(self._lines) and len(self._mark.findall(self._lines[at].text.text)) >= self._least

    def cells(self, at: int) -> list[TracedText]:
        """Return what stands between the marks of a line; nothing where it has none."""
        return self._row(at)[0] if self._has_mark(at) and not self._is_drawn(at) else []

    def _row(self, at: int) -> tuple[list[TracedText], int]:
        """Return the cells of a row and how many lines it takes: a cell in quotation marks may run over several."""
        whole = self._lines[at].text
        if self._mark is _BAR:
            whole = whole.strip()
            if self._has_edges:
                whole = whole[bool(_BAR.match(whole.text)) :]
                whole = whole[: len(whole) - bool(_BAR.search(whole.text[-1:]))]
            return [cell.strip() for cell in whole.split(_BAR)], 1
        taken = 1
        while _is_open(whole.text) and taken < _MOST_LINES and at + taken < len(self._lines):
            whole = as_lines([whole, self._lines[at + taken].text])
            taken += 1
        if _is_open(whole.text):
            whole, taken = self._lines[at].text, 1
        return [_unquoted(cell.strip()) for cell in whole.split(_TAB)], taken

    def _goes_on(self, at: int) -> bool:
        """A line without a mark belongs to the table as a note, or as the name of a group above more rows; above a head that
        comes again it names another table."""
        words = self._lines[at].text.strip()
        below = range(at + 1, min(at + 1 + _NEAR, len(self._lines)))
        row = next((line for line in below if self._has_mark(line) or not self._is_group(line)), at)
        is_above = self._has_mark(row) and not self._is_head(self.cells(row))
        if not is_note(words.text) and not (self._is_group(at) and is_above):
            return False
        self._rows.append([words])
        return True

    def _is_group(self, at: int) -> bool:
        return is_group(self._lines[at].text.text.strip())

    @rule(Stage.ENGLISH)
    def _goes_on_in_english(self, at: int) -> bool:
        """A line without a mark goes on with the cell above, or names a group where it begins with a capital above more
        rows, unless a blank line stands before it, which ends the table. A number whose title the line end cut begins the
        row below it."""
        line, is_above = self._lines[at], self._has_mark(at + 1)
        starts, ends = self._text.starts_head(at), at in self._text.ends
        if starts and not ends and is_above and self._lines[at + 1].text.text[:1].islower():
            self._held = line.text
            return True
        last = next((row for row in reversed(self._rows) if row is not None), None)
        if line.after_blank or ends or starts or last is None or len(self._rows) < 2:
            return False
        if is_above and not line.text.text[:1].islower():
            self._rows.append([line.text])
            return True
        filled = max((index for index, cell in enumerate(last) if cell.text), default=0)
        last[filled] = self._text.join([last[filled], line.text])
        return True


def _is_open(text: str) -> bool:
    """Return whether the last cell of a line begins with a quotation mark that is not closed."""
    return compiled(r'(?:^|\t)\s*"[^"]*$').search(text) is not None


def _unquoted(cell: TracedText) -> TracedText:
    return cell[1:-1] if len(cell) > 1 and cell.text[0] == cell.text[-1] == '"' else cell
