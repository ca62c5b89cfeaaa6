"""Dates of a task's requirements: the first one, which stays in the plan for ever, and the one that holds now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .event import Extension
    from .plan import Deadline

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years that a day of a plan may have: those outside are slips of the pen (0205-12-31)."""


class RequirementDate(NamedTuple):
    """A dated requirement with its dates."""

    requirement: Deadline
    """The requirement as the plan has it."""
    first: date
    """The date in the plan (原时限)."""
    current: date
    """The date that holds now (现时限): that of the newest extension, else `first`."""
    times: int = 0
    """Number of extensions that count (延期次数)."""

    @property
    def is_extended(self) -> bool:
        """True where another date than the plan's holds."""
        return self.times > 0


def current_dates(
    deadlines: Sequence[Deadline], extensions: Collection[Extension] = ()
) -> tuple[RequirementDate, ...]:
    """Return the dates of each requirement, in the order of the plan. `extensions` come oldest first.

    The newest extension of a requirement decides. One of a wording that the plan no longer has changes nothing:
    `former_extensions` returns it.
    """
    if not extensions:
        return tuple([RequirementDate(deadline, deadline.due, deadline.due) for deadline in deadlines])
    found: dict[Deadline, list[date]] = {}
    for extension in extensions:
        found.setdefault(extension.requirement, []).append(extension.new_due)
    return tuple(
        RequirementDate(
            deadline, deadline.due, found.get(deadline, [deadline.due])[-1], len(found.get(deadline, ()))
        )
        for deadline in deadlines
    )


def former_extensions(
    deadlines: Sequence[Deadline], extensions: Iterable[Extension]
) -> tuple[Extension, ...]:
    """Return the extensions of requirements that the plan does not have (any more) in that wording."""
    return tuple(one for one in extensions if one.requirement not in deadlines)
