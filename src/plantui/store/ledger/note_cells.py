"""The cells of a revision of a note: their names are the columns that are read, in this order."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from plantui.model.key import TaskKey
from plantui.model.note import RevisionDays


class NoteCells(NamedTuple):
    """A plain revision in its cells: sound ones, each just as plantui writes it, and without details.

    What only passes on, as a long list does, needs no values made of them.
    """

    id: str
    plan: str
    task: str
    department: str
    status: str
    progress: str
    percent: int | None
    problems: str
    next_steps: str
    as_of: str
    reason: str
    requirements: str
    """Empty, as the next two."""
    actuals: str
    evidence: str
    author: str
    written_at: str
    kind: str
    supersedes: str | None
    chain: str

    @property
    def key(self) -> TaskKey:
        """The task that it reports on."""
        return TaskKey(self.plan, self.task)

    @property
    def days(self) -> RevisionDays:
        """The days and moments of the revision."""
        return RevisionDays(
            self.id,
            self.chain,
            self.supersedes,
            date.fromisoformat(self.as_of),
            datetime.fromisoformat(self.written_at),
        )
