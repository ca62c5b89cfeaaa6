"""The indicators of the tasks shown against their reported values, worst first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from plantui.export.indicators import IndicatorReportFile, counts_lines, row_cells
from plantui.export.summary import Heading
from plantui.model.indicator_state import IndicatorState, ReportedValue
from plantui.model.key import TaskKey
from plantui.model.problem import PlantuiError
from plantui.model.text import one_line
from plantui.query.indicators import IndicatorRow, indicator_table
from plantui.query.stats import figures
from plantui.query.workspace import Workspace
from plantui.ui.lines import paragraph
from plantui.ui.painting import clip, fit
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .base import Dialog, Hint

_LOOKS = {
    IndicatorState.MISSED: "error",
    IndicatorState.NOT_REPORTED: "notice",
    IndicatorState.NOT_COMPARABLE: "notice",
}
_STATE, _SERIES = 10, 13
"""Cells of the state and of the reported figures."""

ReadValues = Callable[[], Mapping[TaskKey, Sequence[ReportedValue]]]
Export = Callable[[IndicatorReportFile, Callable[[str], None]], None]


class IndicatorsScreen(Dialog[IndicatorRow]):
    """Dialog of the indicators; Enter on one gives it, so that its task can be shown."""

    DEFAULT_CSS = "IndicatorsScreen #whole { height: 7; background: $panel; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("f8", "export", show=False),
    ]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "dialogs.key.drill"),
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

    def body(self) -> ComposeResult:
        yield RowList[IndicatorRow](self._paint, id="indicators")
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
        self.query_one("#indicators", RowList).show(report.table.rows)
        self.say("  ".join(counts_lines(self.words, report.table)))

    def _paint(self, row: IndicatorRow, width: int) -> Painted:
        state, task, target, _, series, _ = row_cells(self.words, row)
        rest = max(width - _STATE - _SERIES, 0)
        left = rest // 2
        return [
            (fit(f" {state}", _STATE), _LOOKS.get(row.state, "")),
            (fit(clip(one_line(target), max(left - 1, 0)), left), ""),
            (fit(series, _SERIES), "muted"),
            (clip(one_line(task), rest - left), "muted"),
        ]

    @on(RowList.Highlighted)
    def show_whole(self, event: RowList.Highlighted) -> None:
        """Show the indicator under the cursor with all its words."""
        event.stop()
        if self._report and self._report.table.rows:
            cells = [cell for cell in row_cells(self.words, self._report.table.rows[event.index]) if cell]
            self.query_one(LinesView).show(
                lambda width: [line for cell in cells for line in paragraph(cell, width)]
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
