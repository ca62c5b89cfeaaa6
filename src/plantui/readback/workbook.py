"""A workbook as values: its sheets, and the text of each cell as the sheet shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from string import ascii_uppercase


class CellKind(StrEnum):
    """Kind of what stands in a cell."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    """A number that is shown as a percentage; the text has the sign."""
    DAY = "day"
    """A date; the text is `2024-06-30`, whatever the format."""
    FORMULA = "formula"
    """A formula that no program has worked out; the text is the formula."""
    ERROR = "error"
    """The outcome of a formula that cannot be worked out, such as `#REF!`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with content."""

    text: str
    """The content with `\\n` as line end, never blank."""
    kind: CellKind = CellKind.TEXT
    is_struck: bool = False
    """True where the whole text is struck through."""


BLANK = Cell("")
"""A cell without content."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet."""

    number: int
    """Its number on the sheet, from 1."""
    cells: Mapping[int, Cell]
    """Its cells with content by the number of their column, from 1; of cells merged downwards each has the content."""
    is_hidden: bool = False

    def cell(self, column: int) -> Cell:
        """Return the cell of a column."""
        return self.cells.get(column, BLANK)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook."""

    name: str
    rows: Sequence[SheetRow]
    """The rows that have any content, in their order."""
    is_hidden: bool = False
    is_filtered: bool = False
    """True where a filter hides rows."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook."""

    sheets: tuple[Sheet, ...]
    sha256: str
    """The checksum of the file."""
    properties: Mapping[str, str] = field(default_factory=dict)
    """The document properties that its makers added, by their names."""
    named: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Sheet and cell (`E7`) of each name that stands for a single cell."""


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell: `E7`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return f"{letters}{row}"
