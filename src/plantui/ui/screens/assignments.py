"""Acknowledging the assignment of a task, appealing against it and answering, for each accountable department."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from plantui.model.assignment import Assignment, AssignmentWord

from .describing import spoken_event, task_heading
from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.model.acknowledging import AssignmentStanding, WordObstacle
    from plantui.model.assessment import Assessment
    from plantui.model.event import Event
    from plantui.store.index.library import TaskEntry
    from plantui.store.ledger import NewEvent
    from plantui.ui.dialogs.stages import StageAnswer, StageChoice

Record = Callable[[Sequence["NewEvent"], Callable[[Sequence["Event"]], str]], None]
"""Writes events in a thread, and says the sentence made of what was written."""


class AssignmentControls:
    """Says words on the assignment of one task."""

    def __init__(self, host: ScreenHost, record: Record) -> None:
        self._host = host
        self._record = record

    def against(self, tasks: Sequence[TaskEntry]) -> str:
        """Return why nothing can be said of the assignment of these tasks; empty where it can."""
        words = self._host.words
        if len(tasks) > 1:
            return words("assignments.one_only")
        standings = self._standings(tasks[0])
        if not standings:
            return words("assignments.nobody")
        return "" if self._choices(standings) else self._refused(standings[0])

    def ask(self, task: TaskEntry) -> None:
        """Ask which of the words that are possible now is to be said."""
        from plantui.ui.dialogs.stages import StageDialog, WordChoice
        from plantui.words.assignment_phrases import assignment_line

        host, words = self._host, self._host.words
        standings = self._standings(task)

        def chosen(answer: StageAnswer | None) -> None:
            if answer is not None and isinstance(answer.what, WordChoice):
                said = Assignment(answer.what.word, answer.reason)
                record_said(host, self._record, task, answer.what.department, said)

        about = [assignment_line(words, one) for one in standings]
        heading = words("assignments.title", task=task_heading(host.session, task))
        host.open_dialog(StageDialog(words, heading, about, self._choices(standings)), chosen)

    def _standings(self, task: TaskEntry) -> list[AssignmentStanding]:
        return self._host.session.workspace.assignment_standings(task)

    def _choices(self, standings: Sequence[AssignmentStanding]) -> list[StageChoice]:
        """Return the words that can be said now, of each department in turn."""
        from plantui.model.acknowledging import WORD_RULES
        from plantui.ui.dialogs.stages import StageChoice, WordChoice

        words = self._host.words
        return [
            StageChoice(
                WordChoice(word, one.department),
                words(
                    "assignments.choice_of",
                    word=words(f"assignments.word.{word.value}"),
                    department=one.department,
                ),
                needs_reason=WORD_RULES[word].needs_reason,
            )
            for one in standings
            for word in AssignmentWord
            if not self._obstacle(word, one)
        ]

    def _refused(self, standing: AssignmentStanding) -> str:
        """Return why no word can be said of an assignment: rather how it stands than whose word it would be."""
        from plantui.model.acknowledging import WordObstacle
        from plantui.words.assignment_phrases import word_refused

        against = [(word, found) for word in AssignmentWord if (found := self._obstacle(word, standing))]
        against.sort(key=lambda one: one[1] is WordObstacle.ROLE)
        return word_refused(self._host.words, *against[0], standing)

    def _obstacle(self, word: AssignmentWord, standing: AssignmentStanding) -> WordObstacle | None:
        from plantui.model.acknowledging import word_obstacle

        session = self._host.session
        return word_obstacle(word, standing, session.desk_role, session.office.roles)


def record_said(
    host: ScreenHost, record: Record, task: TaskEntry, department: str, content: Assignment | Assessment
) -> None:
    """Record what is said of one department's part in a task, and say so."""
    from plantui.store.ledger import NewEvent

    session = host.session

    def done(written: Sequence[Event]) -> str:
        return host.words("assignments.done", what=spoken_event(host.words, session, written[0]))

    record([NewEvent(content, session.today, session.key_of(task), department)], done)
