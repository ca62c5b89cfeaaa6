"""Searching the notes for the words of the filter: in a thread, while what the plans say is shown already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from textual.message import Message

from plantui.model.key import TaskKey
from plantui.model.problem import PlantuiError
from plantui.model.progress import TaskReports
from plantui.query.session import Session

from .host import ScreenHost
from .ledger_reader import LedgerReader

_TOLD_AFTER = 0.3
"""Seconds after which the user is told that notes are still being searched."""


@dataclass(frozen=True, eq=False)
class _Question:
    """The terms that are looked for, in the ledger as the session knows it."""

    terms: tuple[str, ...]
    reports: Mapping[TaskKey, TaskReports]
    today: date

    def is_about(self, session: Session) -> bool:
        """Return whether the session still knows the ledger as it was when this was asked."""
        return self.reports is session.workspace.reports and self.today == session.today


@dataclass(eq=False, repr=False)
class NotesSearched(Message):
    """The notes were searched for a term."""

    question: _Question
    term: str
    tasks: int
    """The tasks found, as a task set."""


class NoteSearching:
    """Has the notes searched whenever the words of the filter, or the notes, have changed."""

    def __init__(self, host: ScreenHost, reader: LedgerReader) -> None:
        self._host = host
        self._reader = reader
        self._question: _Question | None = None
        """The search that is going on; a thread that works for another one ends."""

    def follow(self, session: Session) -> None:
        """Search for the words of the filter that have not been looked for yet."""
        terms = session.unsearched_terms
        if not terms:
            self._question = None
            return
        now = self._question
        if now is not None and now.is_about(session) and set(terms) <= set(now.terms):
            return
        question = self._question = _Question(terms, session.workspace.reports, session.today)
        self._reader.in_thread(lambda: self._search(question, session), "search")
        self._host.set_timer(_TOLD_AFTER, lambda: self._tell(question))

    def _search(self, question: _Question, session: Session) -> None:
        ledger = self._reader.ledger
        try:
            for term in question.terms:
                found = ledger.tasks_with(term, question.today, lambda: self._question is question)
                if found is None:
                    return
                tasks = session.library.task_set(found)
                self._host.post_message(NotesSearched(question, term, tasks))
        except PlantuiError:
            self._question = None  # the next word that is typed tries again
            raise

    def take(self, message: NotesSearched) -> None:
        """Show what was found, unless the notes have changed meanwhile."""
        host, words = self._host, self._host.words
        if not message.question.is_about(host.session):
            return
        before = host.session
        later = before.with_note_hits(message.term, message.tasks)
        if later.tasks and later.tasks == before.tasks:
            host.session = later  # mostly no note adds a task: then nothing has to be painted
            self.follow(later)
        else:
            host.show(later)
        if not host.session.unsearched_terms and host.status_bar.message == words("screen.searching_notes"):
            host.status_bar.clear()

    def _tell(self, question: _Question) -> None:
        if self._question is question and not self._host.status_bar.message:
            self._host.say(self._host.words("screen.searching_notes"))
