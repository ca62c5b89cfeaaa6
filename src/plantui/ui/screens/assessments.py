"""Independent assessments of a task from the main screen: who assessed whom, then the status with the finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from plantui.model.assessment import Assessment, Assessor
from plantui.model.roles import OFFICE
from plantui.model.terms import Status
from plantui.words.phrases import term

from .assignments import Record, record_said
from .describing import task_heading
from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.store.index.library import TaskEntry
    from plantui.ui.dialogs.stages import StageAnswer


class AssessmentControls:
    """Enters assessments of one task; score and evidence are given on the command line."""

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
        """Ask who assessed which department."""
        words, workspace = self._host.words, self._host.session.workspace
        names = [one.department for one in workspace.assignment_standings(task)]
        offered = [(by, name) for name in names for by in Assessor]
        texts = [
            words("assessments.of", by=words(f"assessments.by.{by.value}"), department=name)
            for by, name in offered
        ]
        self._choose(task, texts, lambda at, _: self._ask_status(task, *offered[at]))

    def _ask_status(self, task: TaskEntry, by: Assessor, department: str) -> None:
        texts = [term(self._host.words, status) for status in Status]

        def chosen(at: int, finding: str) -> None:
            said = Assessment(by, [*Status][at], finding)
            record_said(self._host, self._record, task, department, said)

        self._choose(task, texts, chosen, needs_reason=True)

    def _choose(
        self,
        task: TaskEntry,
        texts: Sequence[str],
        chosen: Callable[[int, str], None],
        *,
        needs_reason: bool = False,
    ) -> None:
        from plantui.ui.dialogs.stages import StageChoice, StageDialog
        from plantui.words.assessment_phrases import assessment_line

        host, words = self._host, self._host.words

        def done(answer: StageAnswer | None) -> None:
            if answer is not None:
                chosen(int(str(answer.what)), answer.reason)

        choices = [StageChoice(str(at), text, needs_reason=needs_reason) for at, text in enumerate(texts)]
        about = [assessment_line(words, one) for one in host.session.workspace.assessed(task)]
        heading = words("assessments.title", task=task_heading(host.session, task))
        host.open_dialog(StageDialog(words, heading, about, choices), done)
