"""Doubts about words that speak of work and are in no field: what was set aside, and what only a task's text says.

Nothing is searched for by patterns of its own where a field's reader can be asked: a line that was set aside is a loss
where the reader would have found departments, a deadline or a figure in it, had it stood in a task.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from .coverage import Account, Accounted
from .imported import Remainder, RemainderKind
from .reading import Doubt
from .rule import Stage, rule
from .traced import Span, TracedText

FEW_TASKS = 3
"""A plan of fewer tasks is doubtful as a whole."""
_SHOWN = 60
_NO_LOSS = frozenset({RemainderKind.REPEATED})
"""What is set aside because the plan has it already."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What a reader of fields finds in a line: the words of departments, deadlines and figures."""

    departments: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


class SignReader(Protocol):
    """Looks at lines with the readers of a language's fields."""

    def aside(self, line: TracedText) -> Signs:
        """Return what a line that was set aside says of who, until when and how much."""
        ...

    def unread(self, task: TaskText) -> Iterator[tuple[str, TracedText]]:
        """Yield what of a task's text is in no field: the kind of sign and its words."""
        ...


@dataclass(frozen=True, slots=True)
class TaskText:
    """The text of one task, and what was read from it."""

    text: TracedText
    departments: frozenset[str]
    fields: tuple[Span, ...]
    """Places of its deadlines and targets."""

    def is_read(self, words: TracedText) -> bool:
        """Return whether words stand within a deadline or a target."""
        span = words.span
        return any(one.start <= span.start and span.end <= one.end for one in self.fields)


def accounted(
    account: Account, tasks: Sequence[TaskText], signs: SignReader
) -> tuple[Accounted, list[Doubt]]:
    """Close an account: its shares and its remainder, and every doubt about a loss."""
    unread = [*text_doubts(tasks, signs)]
    account.reopen(doubt.span for doubt in unread)
    closed = account.close()
    told = {doubt.span.start for doubt in unread}
    pieces = [
        one for one in closed.remainder if not any(at in told for at in range(one.span.start, one.span.end))
    ]
    aside = set_aside_doubts(account, pieces, signs)
    return closed, [*unread, *aside, *few_tasks(len(tasks))]


@rule(Stage.LOSSES)
def set_aside_doubts(account: Account, pieces: Iterable[Remainder], signs: SignReader) -> Iterator[Doubt]:
    """A line in a part that was set aside, or not understood, is doubtful where it gives departments a role, a day by
    which something is done, or a figure to be reached: as many doubts as lines, each at its place. A part that only
    repeats tasks of the plan is not."""
    for piece in pieces:
        if piece.kind in _NO_LOSS:
            continue
        for line in account.set_aside(piece):
            yield from _doubts_of(line, signs.aside(line))


def _doubts_of(line: TracedText, found: Signs) -> Iterator[Doubt]:
    said = (
        ("departments", found.departments),
        ("deadline", found.deadlines),
        ("figure", found.figures),
    )
    for kind, words in said:
        if words:
            facts = {"said": "、".join(words)}
            yield Doubt(line.span, line.text[:_SHOWN], f"documents.doubt.{kind}_set_aside", facts)
            return  # one doubt a line: who looks at it sees the rest


@rule(Stage.LOSSES)
def text_doubts(tasks: Iterable[TaskText], signs: SignReader) -> Iterator[Doubt]:
    """What stands in a task's text alone, a label of departments or dates, a body that leads, a dated phrase or a target
    that no rule could read, is doubtful, and counts as not understood."""
    for task in tasks:
        for kind, words in signs.unread(task):
            yield Doubt(words.span, words.text, f"documents.doubt.{kind}_unread")


def few_tasks(count: int) -> Iterator[Doubt]:
    """A document with fewer than three tasks is doubtful: its tasks may stand where no rule has looked."""
    if count < FEW_TASKS:
        yield Doubt(Span(0, 0), "", "documents.doubt.few_tasks", {"count": str(count)})
