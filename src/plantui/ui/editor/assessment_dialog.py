"""The dialog of an independent assessment: status, finding, score and evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from plantui.model.assessment import Assessment, Assessor
from plantui.model.evidence import Evidence
from plantui.model.problem import UsageError
from plantui.model.terms import Status
from plantui.query.assessing import typed_assessment
from plantui.ui.dialogs.base import Dialog, Hint, field_label
from plantui.ui.lines import paragraph
from plantui.ui.widgets.line_input import LineInput
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from plantui.words.phrases import term

from .evidence_list import EvidenceList

_STATUSES = tuple(Status)
_FIELDS = ("finding", "score")
"""The fields in their order, by their ids, which are the catalogue keys of their labels too."""


class AssessmentDialog(Dialog[Assessment | None]):
    """Asks what an assessor found; a digit or Enter takes a status and goes on to the finding, Ctrl+S records all."""

    AUTO_FOCUS = "#statuses"
    DEFAULT_CSS = """
    AssessmentDialog #about { height: auto; max-height: 4; margin: 0 0 1 0; }
    AssessmentDialog #statuses { height: 7; margin: 0 0 1 0; }
    AssessmentDialog .field { height: 1; padding: 0 1; }
    AssessmentDialog LineInput { height: 1; width: 1fr; border: none; }
    AssessmentDialog #evidence-label { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("f4", "evidence", show=False, priority=True),
        Binding("enter", "take", show=False),
        *(Binding(str(at), f"status({at})", show=False) for at in range(1, len(_STATUSES) + 1)),
    ]
    HINTS = (
        Hint(("up", "down"), "assessments.key.status"),
        Hint(("tab",), "stages.key.field"),
        Hint(("f4",), "editor.command.evidence"),
        Hint(("ctrl+s",), "stages.key.save"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    def __init__(
        self,
        words: Words,
        heading: str,
        about: Sequence[str],
        by: Assessor,
        first: Status | None,
        today: Callable[[], date],
    ) -> None:
        super().__init__(words, heading)
        self._about = about
        self._by = by
        self._first = first
        self._today = today

    def body(self) -> ComposeResult:
        yield LinesView(id="about")
        yield RowList[Status](self._paint, id="statuses")
        labels = [self.words(f"assessments.field.{name}") for name in _FIELDS]
        width = max(cell_len(label) for label in labels) + 2
        for name, label in zip(_FIELDS, labels, strict=True):
            with Horizontal(classes="field"):
                yield field_label(label, width)
                yield LineInput(id=name, placeholder=self.words(f"assessments.hint.{name}"), compact=True)
        evidence = self.words("editor.field.evidence")
        yield field_label(evidence, cell_len(evidence) + 2)
        yield EvidenceList(self.words)

    @property
    def _statuses(self) -> RowList[Status]:
        return self.query_one("#statuses", RowList)

    def on_mount(self) -> None:
        about = self.query_one(LinesView)
        about.can_focus = False
        about.show(lambda width: [line for one in self._about for line in paragraph(one, width)])
        about.display = bool(self._about)
        self._statuses.show(_STATUSES, _STATUSES.index(self._first) if self._first else 0)

    def _paint(self, status: Status, width: int) -> Painted:
        return [(f" {_STATUSES.index(status) + 1} {term(self.words, status)}", "")]

    def action_status(self, number: int) -> None:
        """Take the status of a digit and go on to the finding."""
        self._statuses.cursor = number - 1
        self.query_one("#finding", LineInput).focus()

    @on(RowList.Chosen)
    def action_take(self) -> None:
        """Go on to the finding from the status; Enter on a piece of evidence does nothing."""
        if self._statuses.has_focus:
            self.query_one("#finding", LineInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == _FIELDS[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_evidence(self) -> None:
        """Ask for a file, a folder or a link as evidence."""
        from .evidence_dialog import EvidenceDialog

        def done(evidence: Evidence | None) -> None:
            if evidence is not None:
                self.query_one(EvidenceList).add(evidence)

        self.app.push_screen(EvidenceDialog(self.words, Path.cwd(), self._today()), done)

    def action_save(self) -> None:
        """Give the assessment back, or say what lacks."""
        finding, score = (self.query_one(f"#{name}", LineInput) for name in _FIELDS)
        status, evidence = _STATUSES[self._statuses.cursor], self.query_one(EvidenceList).rows
        try:
            found = typed_assessment(self._by, status, finding.value, score.value, evidence)
        except UsageError as error:
            self.say(self.words.error(error))
            (score if finding.value.strip() else finding).focus()
            return
        self.dismiss(found)
