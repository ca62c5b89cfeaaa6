"""Age of the last report against the target and the limit of a plan."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ReportAge(StrEnum):
    """Mark of a plan that the age of a last report has passed, the worse first."""

    TOO_OLD = "too_old"  # 报送超限: older than the limit
    OVER_TARGET = "over_target"  # 超过目标: older than the target

    @property
    def is_past_limit(self) -> bool:
        """True for the limit, False where only the target was passed."""
        return self is ReportAge.TOO_OLD


class ReportMarks(NamedTuple):
    """Target and limit of a plan, in days; None where it sets none."""

    target: int | None
    limit: int | None

    def passed(self, days: int) -> ReportAge | None:
        """Return the worst mark that an age has passed; the mark's own day has not yet."""
        if self.limit is not None and days > self.limit:
            return ReportAge.TOO_OLD
        if self.target is not None and days > self.target:
            return ReportAge.OVER_TARGET
        return None

    def of(self, passed: ReportAge) -> int | None:
        """Return the days of a mark."""
        return self.limit if passed.is_past_limit else self.target


class AgedReport(NamedTuple):
    """A report that is asked for because it has passed a mark of its plan."""

    passed: ReportAge
    department: str | None
    days: int
    """The age of the last report, or of the plan where the department never reported."""
    is_never: bool
