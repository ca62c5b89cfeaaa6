"""Fields of a note's form as typed: right, wrong or half typed. A draft keeps them, so that a crash loses nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .plan import Deadline, Indicator


@dataclass(frozen=True, slots=True)
class TypedRequirement:
    """The fields of one dated requirement, as typed."""

    requirement: Deadline
    is_done: bool | None = None
    """True for a tick, False for one taken away, None where nothing is said."""
    done_on: str = ""
    """The day on which it was done; empty for the note's as-of day, `NO_DAY` where none is to be given."""
    percent: str = ""

    @property
    def is_blank(self) -> bool:
        """True where nothing is said of the requirement."""
        return self.is_done is None and not self.percent


@dataclass(frozen=True, slots=True)
class TypedActual:
    """The fields of one actual value, as typed."""

    indicator: Indicator
    value: str = ""
    """The number, with a unit behind it or without."""
    day: str = ""
    """The day on which the value was so; empty for the note's as-of day."""
    source: str = ""

    @property
    def is_blank(self) -> bool:
        """True where nothing is typed."""
        return not (self.value.strip() or self.day.strip() or self.source.strip())


@dataclass(frozen=True, slots=True)
class TypedFields:
    """The fields of a form that a note's content cannot hold as they were typed."""

    as_of: str = ""
    requirements: tuple[TypedRequirement, ...] = ()
    """The requirements of which something is said."""
    actuals: tuple[TypedActual, ...] = ()
    """The indicators of which something is said."""


NO_DAY = "-"
"""Text of a day that is known to be unknown: a stored tick may come without one."""
