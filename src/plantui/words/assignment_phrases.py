"""Assignments in words: what was said of one, how it stands, and what is against a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .catalogue import Words

if TYPE_CHECKING:
    from plantui.model.acknowledging import AssignmentStanding, WordObstacle
    from plantui.model.assignment import Assignment, AssignmentState, AssignmentWord


def assignment_word(words: Words, said: Assignment) -> str:
    """Return a word on an assignment with its reason: 异议：不属本单位职责."""
    return _with_reason(words, words(f"assignments.word.{said.word.value}"), said.reason)


def assignment_state(words: Words, state: AssignmentState | None) -> str:
    """Return a state of an assignment; empty for none."""
    return words(f"assignments.state.{state.value}") if state else ""


def assignment_line(words: Words, standing: AssignmentStanding) -> str:
    """Return how an assignment stands with what was said last: 市水利局 待确认（维持：…）."""
    state = assignment_state(words, standing.state) or words("assignments.reported")
    if standing.last is None:
        return words("assignments.line", department=standing.department, state=state)
    from plantui.model.assignment import Assignment

    content = standing.last.content
    said = assignment_word(words, content) if isinstance(content, Assignment) else ""
    day, author = standing.last.as_of.isoformat(), standing.last.author
    facts = {"department": standing.department, "state": state, "said": said, "day": day, "author": author}
    return words("assignments.line_said", **facts)


def word_refused(
    words: Words, word: AssignmentWord, against: WordObstacle, standing: AssignmentStanding
) -> str:
    """Return why a word cannot be said of an assignment."""
    from plantui.model.acknowledging import WORD_RULES
    from plantui.model.roles import DeskRole

    roles = [words(f"terms.desk.{role.value}") for role in DeskRole if role in WORD_RULES[word].roles]
    return words(
        f"assignments.refused.{against.value}",
        word=words(f"assignments.word.{word.value}"),
        department=standing.department,
        state=assignment_state(words, standing.state) or words("assignments.reported"),
        roles=words.listing(roles),
    )


def _with_reason(words: Words, said: str, reason: str) -> str:
    return words("terms.stage.with_reason", stage=said, reason=reason) if reason else said
