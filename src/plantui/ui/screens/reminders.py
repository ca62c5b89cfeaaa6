"""Reminders of what waits for the user, for the status line when there is nothing else to say."""

from __future__ import annotations

from plantui.query.session import Session
from plantui.query.startup import StartupOptions
from plantui.words import Words

from .describing import task_name


def demo_remark(words: Words, options: StartupOptions) -> str:
    """Return the sentence on the demonstration, empty for a ledger in earnest."""
    if not options.is_demo:
        return ""
    return words("demo.remark_back" if options.before_demo else "demo.remark")


class Reminders:
    """Knows what the user has seen of what waits: unsaved notes, problems in plan files, a read-only ledger."""

    def __init__(self, words: Words, remark: str = "") -> None:
        self._words = words
        self._remark = remark
        self.problems_seen = False
        """True once the user has looked at what is wrong in the plan files."""
        self.read_only = False
        """True where the ledger was found to be only readable."""
        self.conflicts = 0
        """Notes that two desks changed and nobody has settled."""
        self.copies = 0
        """Copies of the ledger that a sync folder made."""

    def notice(self, session: Session) -> str:
        """Return the most urgent reminder, an empty text where nothing waits."""
        words = self._words
        if session.drafts:
            task = task_name(session, session.drafts[0].key)
            return words("screen.drafts_found", count=len(session.drafts), task=task)
        if self.conflicts:
            return words("arrivals.conflicts_wait", count=self.conflicts)
        if self.copies:
            return words("arrivals.copies_found", count=self.copies)
        problems = 0 if self.problems_seen else len(session.library.problems())
        if problems:
            return words("screen.problems_found", count=problems)
        if self._remark:
            return self._remark
        return words("screen.read_only") if self.read_only else ""
