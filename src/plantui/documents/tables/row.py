"""One row of a table, wherever it was found: every cell knows where its characters stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from plantui.documents.source import TableRow
from plantui.documents.traced import TracedText

from .guess import Guess


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row; a merged cell counts for every place that it covers."""

    cells: tuple[TracedText, ...]
    table: int
    """Which table of the document: rows of one table have the same number."""
    guess: Guess | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The cells as plain text."""
        return tuple(cell.text for cell in self.cells)

    @property
    def filled(self) -> list[TracedText]:
        """The cells that say something."""
        return [cell for cell in self.cells if cell.text.strip()]

    @property
    def start(self) -> int:
        """Where its own words begin: behind those of cells that were merged with a row above."""
        return max((cell.offsets[0] for cell in self.filled), default=0)


def of_source(row: TableRow) -> Row:
    """A row that the format itself has."""
    return Row(
        tuple(TracedText.of(text, start) for text, start in zip(row.cells, row.starts, strict=True)),
        row.table,
    )


def padded(cells: list[TracedText], size: int) -> tuple[TracedText, ...]:
    """As many cells as the head has; words behind the last column are lines of its cell."""
    if len(cells) > size:
        cells = [*cells[: size - 1], _as_lines([cell for cell in cells[size - 1 :] if cell.text])]
    return (*cells, *(TracedText.of("") for _ in range(size - len(cells))))


def _as_lines(cells: list[TracedText]) -> TracedText:
    ends = (TracedText.implied("\n", cell.offsets[0]) for cell in cells[1:])
    return TracedText.join([*cells[:1], *chain.from_iterable(zip(ends, cells[1:], strict=True))])
