"""Roles of a desk: which steps of a note's way through checking and closing its user may take."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from .event import StageKind
from .problem import UsageError
from .terms import Status


class DeskRole(StrEnum):
    """Part that the user of a desk has in the office. Without one a user may do everything.

    On one desk a role is a habit that the program reminds of, not a lock: the ledger is the user's own file.
    """

    CLERK = "clerk"  # 填报人: writes notes and submits them
    CHECKER = "checker"  # 审核人: checks notes or returns them
    SUPERVISION = "supervision"  # 督查室: closes tasks and reopens them
    READER = "reader"  # 只读: the leader's office

    @property
    def may_write(self) -> bool:
        """Return whether the role writes notes at all."""
        return self is not DeskRole.READER


def check_may_write(
    role: DeskRole | None, status: Status | None = None, before: Status | None = None
) -> None:
    """Raise UsageError where a desk of that role does not write a note with this status, or none at all.

    `before` is the status of the note that is changed. Closed is no status that a department reports: it follows
    from the supervision office's closing.
    """
    if role is None:
        return
    if not role.may_write:
        raise UsageError("stages.refused.reader")
    if status is Status.CLOSED and before is not Status.CLOSED and role is not DeskRole.SUPERVISION:
        raise UsageError("stages.refused.closed_status")


def is_beside_own(role: DeskRole | None, own: object, department: object) -> bool:
    """Return whether a desk of that role is told that a note is not of its own department: only a clerk's that has one.

    Both departments are compared as they are: under the names of today, with their regions.
    """
    return role is DeskRole.CLERK and own is not None and own != department


DEPARTMENT = frozenset({DeskRole.CLERK, DeskRole.CHECKER})
"""The roles that speak for a department."""
OFFICE = frozenset({DeskRole.SUPERVISION})
"""The roles that speak for the office that supervises."""

_USUAL: tuple[tuple[StageKind, frozenset[DeskRole]], ...] = (
    (StageKind.SUBMITTED, DEPARTMENT),
    (StageKind.CHECKED, frozenset({DeskRole.CHECKER, DeskRole.SUPERVISION})),
    (StageKind.RETURNED, frozenset({DeskRole.CHECKER, DeskRole.SUPERVISION})),
    (StageKind.CLOSED, OFFICE),
    (StageKind.REOPENED, OFFICE),
)
_NEEDED = "required"


class RoleRules(NamedTuple):
    """Rules of an office on who may take which step of a note's way."""

    steps: tuple[tuple[StageKind, frozenset[DeskRole]], ...] = _USUAL
    needs_role: bool = False
    """True where a desk without a role may take no step at all."""

    def may(self, role: DeskRole | None, kind: StageKind) -> bool:
        """Return whether a desk of that role may take the step."""
        return self.is_among(role, self.roles_for(kind))

    def is_among(self, role: DeskRole | None, roles: Collection[DeskRole]) -> bool:
        """Return whether a desk may do what these roles may; one without a role may, unless the office wants roles."""
        return not self.needs_role if role is None else role in roles

    def roles_for(self, kind: StageKind) -> tuple[DeskRole, ...]:
        """Return the roles that may take the step, in the order of the way through an office."""
        allowed = dict(self.steps)[kind]
        return tuple(role for role in DeskRole if role in allowed)


USUAL_ROLES = RoleRules()
"""The rules where the office has chosen none."""


def role_rules(written: str) -> RoleRules:
    """Return the rules of the office-wide choice `roles`: `required checked=supervision closed=supervision`.

    The parts are parted by blanks: `required` where every desk needs a role, and for single steps the roles that may
    take them, parted by commas. Steps that are not named keep their usual roles. Raises ValueError, with the part
    that is wrong, for anything else.
    """
    steps, needs_role = dict(_USUAL), False
    for part in written.split():
        if part == _NEEDED:
            needs_role = True
            continue
        step, sign, roles = part.partition("=")
        named = [role for role in roles.split(",") if role]
        if not sign or not named or step not in set(StageKind) or not set(named) <= set(DeskRole):
            raise ValueError(part)
        steps[StageKind(step)] = frozenset(map(DeskRole, named))
    return RoleRules(tuple(steps.items()), needs_role)
