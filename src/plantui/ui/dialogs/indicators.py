"""The indicators of the tasks shown against their reported values, worst first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from plantui.export.heading import Heading
from plantui.export.indicators import IndicatorReportFile, column_titles, counts_lines, row_cells
from plantui.model.indicator_state import IndicatorState, ReportedValue
from plantui.model.key import TaskKey
from plantui.model.problem import PlantuiError
from plantui.model.sparkline import sparkline
from plantui.model.text import one_line
from plantui.query.indicators import IndicatorRow, indicator_table
from plantui.query.stats import figures
from plantui.query.workspace import Workspace
from plantui.ui.lines import labelled
from plantui.ui.painting import fit
from plantui.ui.widgets.head_line import HeadLine
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.ui.widgets.sentence import Sentence
from plantui.words import Words
from plantui.words.note_phrases import amount_text
from plantui.words.phrases import numbered, target_text

from .base import Dialog, Hint

_LOOKS = {
    IndicatorState.MISSED: "error",
    IndicatorState.NOT_REPORTED: "notice",
    IndicatorState.NOT_COMPARABLE: "notice",
}
_SERIES = 13
"""Cells of the reported figures: as many as have a block each, and one blank."""
_NARROW, _WIDE = 90, 110
"""Cells of a row from which the reported figures, and the titles of the tasks, have room."""

ReadValues = Callable[[], Mapping[TaskKey, Sequence[ReportedValue]]]
Export = Callable[[IndicatorReportFile, Callable[[str], None]], None]


@dataclass(frozen=True, slots=True)
class IndicatorCells:
    """Texts of the columns of a row, or their headings."""

    state: str
    name: str
    target: str
    latest: str
    series: str
    number: str
    """The task's number, which stands for it where there is no room for its title."""
    task: str

    @classmethod
    def of(cls, words: Words, row: IndicatorRow) -> IndicatorCells:
        """Return those of an indicator."""
        report = row.report
        return cls(
            words(f"notes.indicator.{row.state.value}"),
            one_line(report.indicator.indicator),
            one_line(target_text(words, report.indicator)),
            one_line(words.listing([amount_text(value.actual) for value in report.latest])),
            sparkline(report.series)[1 - _SERIES :],
            row.task.number,
            one_line(numbered(row.task.number, row.task.title)),
        )

    @classmethod
    def headings(cls, words: Words) -> IndicatorCells:
        """Return the headings."""
        names = ("state", "indicator", "target", "latest.short", "series.short", "task", "task")
        return cls(*(words(f"notes.column.{name}") for name in names))


class IndicatorColumns:
    """Widths of the columns: of short texts what they need, and the rest for the names."""

    def __init__(self, shown: Iterable[IndicatorCells]) -> None:
        listed = [*shown]
        self._state = max(cell_len(one.state) for one in listed)
        self._target = max(cell_len(one.target) for one in listed)
        self._number = max(cell_len(one.number) for one in listed)
        self._latest = max(cell_len(one.latest) for one in listed)

    def paint(self, cells: IndicatorCells, width: int, look: str = "", rest: str = "muted") -> Painted:
        """Return the line of a row of that width. What has no room stands below, where the whole indicator is shown."""
        most = 20 if width < _NARROW else 28
        has_titles = width >= _WIDE
        task = min(width // 4, 34) if has_titles else self._number + 1
        fixed = [
            (cells.state, self._state + 1, look),
            (cells.target, min(self._target, most) + 1, ""),
            (cells.latest, min(self._latest, most - 4) + 1, ""),
            (cells.series, _SERIES if width >= _NARROW else 0, rest),
            (cells.task if has_titles else cells.number, task, rest),
        ]
        name = max(width - 1 - sum(cells_of for _, cells_of, _ in fixed), 0)
        columns = [fixed[0], (cells.name, name, ""), *fixed[1:]]
        return [(" ", ""), *((f"{fit(text, room - 1)} " if room else "", of) for text, room, of in columns)]


class IndicatorsScreen(Dialog[IndicatorRow]):
    """Dialog of the indicators; Enter on one gives it, so that its task can be shown."""

    DEFAULT_CSS = """
    IndicatorsScreen #counts { padding: 0 1; margin: 0 0 1 0; color: $text-muted; }
    IndicatorsScreen #whole { height: 6; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("f8", "export", show=False),
    ]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "notes.key.task"),
        Hint(("f8",), "dialogs.key.export"),
        Hint(("escape",), "dialogs.key.close"),
    )

    def __init__(
        self,
        words: Words,
        workspace: Workspace,
        tasks: int,
        heading: Heading,
        read: ReadValues,
        export: Export,
    ) -> None:
        super().__init__(words, words("notes.indicators_title"))
        self._workspace, self._tasks, self._scope = workspace, tasks, heading
        self._read, self._export = read, export
        self._report: IndicatorReportFile | None = None
        self._headings = IndicatorCells.headings(words)
        self._columns = IndicatorColumns([self._headings])

    def body(self) -> ComposeResult:
        rows = RowList[IndicatorRow](self._paint, id="indicators")
        yield Sentence(id="counts")
        yield HeadLine(rows, id="headings")
        yield rows
        yield LinesView(id="whole")

    def on_mount(self) -> None:
        self._gather()

    @work(thread=True, group="indicators", exclusive=True)
    def _gather(self) -> None:
        """Read the values and hold them against all targets, which takes a moment for very many tasks."""
        try:
            table = indicator_table(self._workspace, self._tasks, self._read())
        except PlantuiError as error:
            self.app.call_from_thread(self.say, self.words.error(error))
            return
        report = IndicatorReportFile(self._scope, figures(self._workspace, self._tasks), table)
        self.app.call_from_thread(self._show, report)

    def _show(self, report: IndicatorReportFile) -> None:
        self._report = report
        rows = report.table.rows
        self._columns = IndicatorColumns(
            [self._headings, *(IndicatorCells.of(self.words, row) for row in rows)]
        )
        self.query_one("#counts", Sentence).show("\n".join(counts_lines(self.words, report.table)))
        self.query_one(HeadLine).show(self._paint_headings, lambda _width, _x: None)
        self.query_one("#indicators", RowList).show(rows)

    def _paint_headings(self, width: int) -> Painted:
        return self._columns.paint(self._headings, width, "muted")

    def _paint(self, row: IndicatorRow, width: int) -> Painted:
        return self._columns.paint(IndicatorCells.of(self.words, row), width, _LOOKS.get(row.state, ""))

    @on(RowList.Highlighted)
    def show_whole(self, event: RowList.Highlighted) -> None:
        """Show the indicator under the cursor with all its words."""
        event.stop()
        if self._report and self._report.table.rows:
            words = self.words
            titled = zip(
                column_titles(words), row_cells(words, self._report.table.rows[event.index]), strict=True
            )
            _, task, *rest = titled  # the state stands in the row
            said = [(title, cell) for title, cell in (*rest[:3], task, *rest[3:]) if cell]
            self.query_one(LinesView).show(
                lambda width: [line for title, cell in said for line in labelled(title, cell, width)]
            )

    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Give back the indicator under the cursor."""
        row = self.query_one("#indicators", RowList).current
        if isinstance(row, IndicatorRow):
            self.dismiss(row)

    def action_export(self) -> None:
        """Write the table to a file."""
        if self._report is not None:
            self._export(self._report, self.say)
