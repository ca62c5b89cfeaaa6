"""Independent assessments of a task from the main screen: who assessed whom, then the status with the finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantui.model.assessment import Assessor
from plantui.model.roles import OFFICE

from .assignments import Record, record_said
from .describing import task_heading
from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.model.assessment import Assessment
    from plantui.store.index.library import TaskEntry
    from plantui.ui.dialogs.stages import StageAnswer


class AssessmentControls:
    """Enters assessments of one task."""

    def __init__(self, host: ScreenHost, record: Record) -> None:
        self._host = host
        self._record = record

    def against(self, tasks: Sequence[TaskEntry]) -> str:
        """Return why no assessment of these tasks can be entered; empty where one can."""
        words, session = self._host.words, self._host.session
        if len(tasks) > 1:
            return words("assignments.one_only")
        if not session.office.roles.is_among(session.desk_role, OFFICE):
            return words("assessments.for_others")
        return "" if session.workspace.assignment_standings(tasks[0]) else words("assignments.nobody")

    def ask(self, task: TaskEntry) -> None:
        """Ask who assessed which department, then what was found."""
        from plantui.ui.dialogs.stages import StageChoice, StageDialog

        words = self._host.words
        standings = self._host.session.workspace.assignment_standings(task)
        offered = [(by, one.department) for one in standings for by in Assessor]
        choices = [
            StageChoice(str(at), self._name(by, department)) for at, (by, department) in enumerate(offered)
        ]

        def done(answer: StageAnswer | None) -> None:
            if answer is not None:
                self._ask_finding(task, *offered[int(str(answer.what))])

        heading = words("assessments.title", task=task_heading(self._host.session, task))
        self._host.open_dialog(StageDialog(words, heading, self._about(task), choices), done)

    def _ask_finding(self, task: TaskEntry, by: Assessor, department: str) -> None:
        from plantui.query.assessments import own_statuses
        from plantui.ui.editor.assessment_dialog import AssessmentDialog

        host, workspace = self._host, self._host.session.workspace
        own = own_statuses(workspace.library, task, workspace.reports_of(task))

        def done(said: Assessment | None) -> None:
            if said is not None:
                record_said(host, self._record, task, department, said)

        heading = f"{self._name(by, department)} · {task_heading(host.session, task)}"
        about = self._about(task, department)
        dialog = AssessmentDialog(host.words, heading, about, by, own.get(department), host.options.clock)
        host.open_dialog(dialog, done)

    def _name(self, by: Assessor, department: str) -> str:
        words = self._host.words
        return words("assessments.of", by=words(f"assessments.by.{by.value}"), department=department)

    def _about(self, task: TaskEntry, department: str | None = None) -> list[str]:
        """Return the assessments that there are already, of one department where one is named."""
        from plantui.words.assessment_phrases import assessment_line

        return [
            assessment_line(self._host.words, one)
            for one in self._host.session.workspace.assessed(task)
            if department in (None, one.department)
        ]
