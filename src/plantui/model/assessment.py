"""Independent assessment of a department's task beside its self-report: by whom, with which status, score and evidence."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from .evidence import Evidence
from .terms import DONE, Status

SCORES = range(101)


class Assessor(StrEnum):
    """Body that assesses independently of the department."""

    SUPERVISION = "supervision"  # 督查室
    THIRD_PARTY = "third_party"  # 第三方
    AUDIT = "audit"  # 审计


class Assessment(NamedTuple):
    """An assessor's word on a department's task: the newest of an assessor counts. It is never the department's report."""

    by: Assessor
    status: Status
    finding: str
    score: int | None = None
    """Points of 100; None where none were given."""
    evidence: tuple[Evidence, ...] = ()

    def disagrees_with(self, reported: Status | None) -> bool:
        """Return whether a department reports another status; without a report there is nothing to disagree with."""
        if reported is None or {self.status, reported} <= DONE:
            return False
        return self.status is not reported


class AssessedReport(NamedTuple):
    """A department's own report on a task, with what an assessor says beside it."""

    department: str
    reported: Status | None
    """The status of its latest report; None where it has not reported."""
    assessment: Assessment

    @property
    def is_disputed(self) -> bool:
        """True where report and assessment disagree."""
        return self.assessment.disagrees_with(self.reported)
