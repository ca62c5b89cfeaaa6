"""Figures and rows of a report held against those that are right, and those that are right now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plantui.export.blocks import Figure
from plantui.store.index import bits
from plantui.store.index.library import Library, TaskEntry

from .expected import PlacedFigure
from .printed import PrintedReport, is_same_figure
from .rows import LedgerRows, is_same_cell, rows_in

Figures = Mapping[tuple[str, str, int], PlacedFigure]
"""Figures by their places."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that stands otherwise in the report than in the ledger."""

    figure: PlacedFigure
    printed: str
    """The figure in the report; of one that has changed since, the figure that is right now."""
    tasks: tuple[TaskEntry, ...]
    """The tasks behind the right figure."""


@dataclass(slots=True)
class Held:
    """The outcome of holding figures against the ledger."""

    figures: int = 0
    """Figures that the report had when it was made; of a ledger also the cells of its rows."""
    wrong: list[Difference] = field(default_factory=list)
    """Figures that no longer agree with the ledger in the state that the report was made from."""
    missing: list[PlacedFigure] = field(default_factory=list)
    """Figures that are not found any more; a row or a column that is gone is one of them, without a text."""
    changed: list[Difference] = field(default_factory=list)
    """Figures that agree with that state and have changed in the ledger since."""
    added: list[str] = field(default_factory=list)
    """Rows of a ledger that it did not have when it was made, in words."""

    @property
    def agreeing(self) -> int:
        """The number of figures that agree."""
        return self.figures - len(self.wrong) - len(self.missing)

    @property
    def agrees(self) -> bool:
        """True where nothing in the report speaks against the ledger."""
        return not self.wrong and not self.added

    def hold_figures(
        self, report: PrintedReport, expected: Figures, later: Figures, library: Library
    ) -> None:
        """Hold the figures of a report against those that were right when it was made, and those of later."""
        self.figures += len(expected)
        for place, figure in expected.items():
            printed = report.text(figure)
            if printed is None:
                self.missing.append(figure)
            elif not is_same_figure(printed, figure.figure.text):
                self.wrong.append(_difference(figure, printed, library))
            elif (now := later.get(place)) is not None and now.figure.text != figure.figure.text:
                self.changed.append(_difference(figure, now.figure.text, library))

    def hold_rows(
        self, report: PrintedReport, expected: LedgerRows, later: LedgerRows, library: Library
    ) -> None:
        """Hold the rows of a ledger, cell by cell, against those that were right when it was made, and those of later."""
        rows, now = rows_in(report.tables, expected), {row.task: row.cells for row in later.rows}
        names = [name for name in expected.compared if name not in rows.left_out]
        gone = [PlacedFigure(Figure("column", "", 0), expected.headings[name]) for name in rows.left_out]
        gone += [PlacedFigure(Figure("row", "", 1 << row.task), row.name) for row in rows.missing]
        self.figures += len(rows.pairs) * len(names) + len(gone)
        self.missing += gone
        self.added += rows.added
        for row, printed in rows.pairs:
            for name in names:
                right, after = row.cells[name], now.get(row.task, row.cells).get(name, row.cells[name])
                if is_same_cell(printed[name], right) and after == right:
                    continue
                place = f"{row.name} {expected.headings[name]}"
                figure = PlacedFigure(Figure(name, right, 1 << row.task), place)
                if is_same_cell(printed[name], right):
                    self.changed.append(_difference(figure, after, library))
                else:
                    self.wrong.append(_difference(figure, printed[name], library))


def _difference(figure: PlacedFigure, printed: str, library: Library) -> Difference:
    return Difference(figure, printed.strip(), tuple(library.tasks(bits.rows_of(figure.figure.tasks))))
