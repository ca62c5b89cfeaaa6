"""Independent assessments as they are typed: the score read, the finding required."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.model.assessment import SCORES, Assessment, Assessor
from plantui.model.evidence import Evidence
from plantui.model.problem import UsageError
from plantui.model.terms import Status
from plantui.model.text import half_width


def typed_assessment(
    by: Assessor, status: Status, finding: str, score: str, evidence: Sequence[Evidence]
) -> Assessment:
    """Return an assessment. Raises UsageError where the finding lacks or the score is none; an empty one is unknown."""
    if not finding.strip():
        raise UsageError("assessments.finding_required")
    return Assessment(by, status, finding.strip(), _score(score), tuple(evidence))


def _score(written: str) -> int | None:
    digits = half_width(written).strip()
    if not digits:
        return None
    # Python refuses to make a number of thousands of digits; a score has three at most.
    if not digits.isdecimal() or len(digits) > 3 or int(digits) not in SCORES:
        raise UsageError("assessments.bad_score", value=written)
    return int(digits)
