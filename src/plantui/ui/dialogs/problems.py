"""The list of what is wrong in plan files and of notes that count for nobody, with the problem under the cursor whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from plantui.model.problem import Problem, Severity
from plantui.model.text import one_line
from plantui.ui.lines import paragraph
from plantui.ui.painting import clip, fit
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .base import Dialog, Hint


class ProblemsScreen(Dialog[None]):
    """Dialog of every problem, those of the files first."""

    DEFAULT_CSS = """
    ProblemsScreen #whole { height: 50%; min-height: 5; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f12,enter", "cancel", show=False)]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("escape",), "dialogs.key.close"),
    )

    def __init__(self, words: Words, problems: Sequence[Problem]) -> None:
        super().__init__(words, words("dialogs.problems.title", count=len(problems)))
        self._problems = problems
        self._labels = {severity: words(f"dialogs.problems.{severity.value}") for severity in Severity}
        self._label_width = max(cell_len(label) for label in self._labels.values()) + 1

    def body(self) -> ComposeResult:
        yield RowList[Problem](self._paint, id="problems")
        yield LinesView(id="whole")

    def on_mount(self) -> None:
        self.query_one("#problems", RowList).show(self._problems)
        if not self._problems:
            sentence = self.words("dialogs.problems.none")
            self.query_one(LinesView).show(lambda width: paragraph(sentence, width))

    def _paint(self, problem: Problem, width: int) -> Painted:
        look = "error" if problem.severity is Severity.ERROR else "notice"
        label = fit(f" {self._labels[problem.severity]}", self._label_width + 1)
        text = clip(one_line(self.words.problem(problem)), width - self._label_width - 1)
        return [(label, look), (text, "")]

    @on(RowList.Highlighted)
    def show_whole(self, event: RowList.Highlighted) -> None:
        """Show the problem under the cursor with all its words."""
        event.stop()
        if self._problems:
            sentence = self.words.problem(self._problems[event.index])
            self.query_one(LinesView).show(lambda width: paragraph(sentence, width))
