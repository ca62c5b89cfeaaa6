"""Lines and tables of a web page, before menus are taken out and notes are put where they belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plantui.documents.patterns import compiled

from .content import Cell, Remark
from .texts import HiddenRows

_MOST_LINKED = 0.8
"""Share of a line's characters in links above which it is a list of links."""
_MOST_SPAN = 1000
"""How many columns or rows a cell may reach over, as browsers bound it."""
_MENU = 3
"""Lines in a row that are links and nothing else, from which on they are a menu."""


@dataclass(slots=True)
class Line:
    """A line of the page; one without words only says what was left out there."""

    text: str
    linked: int = 0
    """How many of its characters, blanks apart, stand in links."""
    links: int = 0
    number: str = ""
    """What a browser shows before it, as the item of a list."""
    remarks: Sequence[Remark] = ()
    refers: Sequence[str] = ()
    """The footnotes that it refers to."""
    note: str = ""
    """The footnote that it belongs to."""

    @property
    def whole(self) -> str:
        """The words as the page shows them."""
        return self.number + self.text

    @property
    def is_links(self) -> bool:
        """Whether it is links and nothing else."""
        return self.links > 0 and is_linked(self.text, self.linked)


@dataclass(slots=True)
class OpenCell:
    """A cell that has begun."""

    columns: int
    rows: int
    first: int
    """Where in its table's lines the cell begins."""

    @classmethod
    def of(cls, values: Mapping[str, str], first: int) -> OpenCell:
        """Return the cell of an element with these attributes."""
        return cls(_span(values, "colspan"), _span(values, "rowspan"), first)


@dataclass(slots=True)
class Table:
    """A table, which may only lay out the page."""

    rows: list[list[Cell]] = field(default_factory=list)
    lines: list[Line | Table] = field(default_factory=list)
    """What the table holds as a document of its own, should it only lay out the page."""
    cell: OpenCell | None = None
    has_inner: bool = False
    row_number: int = 0
    """The row at hand, hidden ones counted."""
    hidden: HiddenRows = field(default_factory=HiddenRows)
    hidden_cells: list[Remark] = field(default_factory=list)
    """What is to be said of cells that are not shown, at the next one that is."""
    left_out: list[Remark] = field(default_factory=list)
    """All that is said of its rows and cells that are not shown."""

    @property
    def is_data(self) -> bool:
        """Whether the table has data: rows and columns, and no table within."""
        full = [row for row in self.rows if sum(1 for cell in row if cell.text.strip()) > 1]
        return not self.has_inner and len(full) > 1

    def add(self, cell: Cell) -> None:
        """Add a cell to the row at hand; what was left out before is said there."""
        said = self._said()
        self.rows[-1].append(cell._replace(remarks=(*said, *cell.remarks)) if said else cell)

    def end(self) -> None:
        """Say of the rows that were left out at the end."""
        if said := self._said():
            self.rows.append([Cell("", remarks=said)])

    def _said(self) -> tuple[Remark, ...]:
        said = (*self.hidden.said(), *self.hidden_cells)
        self.hidden_cells.clear()
        self.left_out += said
        return said


def is_linked(text: str, linked: int) -> bool:
    """Return whether nearly all of a text stands in links."""
    return linked >= _MOST_LINKED * len(compiled(r"\s|[|｜>»·]").sub("", text))


def without_menus(parts: Sequence[Line | Table]) -> list[Line | Table]:
    """Without menus and lists of links: several links on one line, or several lines that are nothing else."""
    kept: list[Line | Table] = []
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and isinstance(line := parts[end], Line) and (line.is_links or not line.text):
            end += 1
        run = [line for line in parts[at:end] if isinstance(line, Line)]
        is_menu = sum(line.links for line in run) >= _MENU
        kept += [line for line in run if not is_menu or not line.text]
        if end < len(parts):
            kept.append(parts[end])
            end += 1
        at = end
    return kept


def with_notes_placed(parts: Sequence[Line | Table]) -> list[Line | Table]:
    """Return the parts with each footnote behind the line that refers to it; one that none refers to stays."""
    notes: dict[str, list[Line]] = {}
    referred = {name for part in parts if isinstance(part, Line) and not part.note for name in part.refers}
    for part in parts:
        if isinstance(part, Line) and part.note in referred:
            notes.setdefault(part.note, []).append(part)
    found: list[Line | Table] = []
    for part in parts:
        if isinstance(part, Line):
            if part.note and part.note in referred:
                continue
            found.append(part)
            for name in part.refers:
                found += notes.pop(name, [])
        else:
            found.append(part)
    return found


def _span(values: Mapping[str, str], name: str) -> int:
    written = values.get(name, "").strip()
    return (
        min(int(written), _MOST_SPAN) if written.isascii() and written.isdigit() and len(written) < 9 else 1
    )
