"""Rules of acknowledging an assignment: who may say which word when, and which state follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from .assignment import Assignment, AssignmentState, AssignmentWord
from .event import Event
from .roles import DEPARTMENT, OFFICE, USUAL_ROLES, DeskRole, RoleRules


class WordRule(NamedTuple):
    """Rule of a word on an assignment: in which states it can be said, by whom, and to which it leads."""

    before: frozenset[AssignmentState]
    after: AssignmentState
    roles: frozenset[DeskRole]
    needs_reason: bool
    is_of_department: bool
    """True for a word of the department, which it says before its first report."""


_ANY = frozenset(AssignmentState)
_APPEALED = frozenset({AssignmentState.APPEALED})

WAITING_STATES = frozenset({AssignmentState.APPEALED, AssignmentState.TO_ADJUST})
"""The states in which something was said that the supervision office has to act on."""

WORD_RULES: dict[AssignmentWord, WordRule] = {
    # A department that confirms after all takes its appeal back.
    AssignmentWord.CONFIRMED: WordRule(
        _ANY - {AssignmentState.CONFIRMED}, AssignmentState.CONFIRMED, DEPARTMENT, False, True
    ),
    AssignmentWord.APPEALED: WordRule(_ANY - _APPEALED, AssignmentState.APPEALED, DEPARTMENT, True, True),
    AssignmentWord.UPHELD: WordRule(_APPEALED, AssignmentState.TO_CONFIRM, OFFICE, True, False),
    AssignmentWord.ADJUSTED: WordRule(_APPEALED, AssignmentState.TO_ADJUST, OFFICE, True, False),
}


class AssignmentStanding(NamedTuple):
    """State of the assignment of a task to one department, with the word that counts."""

    department: str
    state: AssignmentState | None
    """The state; None where the department has reported without a word: then nothing is left to confirm."""
    last: Event | None = None
    has_reported: bool = False

    @property
    def reason(self) -> str:
        """The reason or answer given with the last word; empty without one."""
        content = self.last.content if self.last else None
        return content.reason if isinstance(content, Assignment) else ""


class WordObstacle(StrEnum):
    """Reason for which a word cannot be said."""

    ROLE = "role"
    REPORTED = "reported"
    STATE = "state"
    NO_REASON = "no_reason"


def standing_of(department: str, last: Event | None, *, has_reported: bool) -> AssignmentStanding:
    """Return how an assignment stands after the department's last word, None without any.

    A report without an open appeal confirms: whoever reports on a task has taken it on.
    """
    content = last.content if last else None
    said = WORD_RULES[content.word].after if isinstance(content, Assignment) else None
    if has_reported and said in (None, AssignmentState.TO_CONFIRM):
        return AssignmentStanding(department, None, last, has_reported)
    return AssignmentStanding(department, said or AssignmentState.TO_CONFIRM, last, has_reported)


def most_urgent(states: Iterable[AssignmentState | None]) -> AssignmentState | None:
    """Return the state that somebody has to act on first; None where there is none."""
    found = set(states)
    return next((state for state in AssignmentState if state in found), None)


def word_obstacle(
    word: AssignmentWord,
    standing: AssignmentStanding,
    role: DeskRole | None = None,
    rules: RoleRules = USUAL_ROLES,
    reason: str | None = None,
) -> WordObstacle | None:
    """Return what is against a word, the first that counts; None where it can be said.

    `reason` is the one given; None leaves it open, as where it is still to be asked for.
    """
    rule = WORD_RULES[word]
    if not rules.is_among(role, rule.roles):
        return WordObstacle.ROLE
    is_over = standing.state is None or word is AssignmentWord.APPEALED
    if rule.is_of_department and standing.has_reported and is_over:
        return WordObstacle.REPORTED
    if standing.state not in rule.before:
        return WordObstacle.STATE
    if rule.needs_reason and reason is not None and not reason.strip():
        return WordObstacle.NO_REASON
    return None
