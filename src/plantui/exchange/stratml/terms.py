"""Names of StratML that reading and writing share, and what it has no place for."""

from __future__ import annotations

from ..losses import Declared, Part

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
ROOTS = ("PerformancePlanOrReport", "StrategicPlan")
"""The roots of Part 2, and of Part 1, which has no indicators."""
GOALS, SECTION, TASK, NOTES, REGION, ISSUER = "goals", "s", "t", "n", "region", "issuer"
"""The kinds of things that ids of ours name."""

LOSSES = Declared(
    lost=(
        Part.PLAN_STATUS,
        Part.ISSUED_MONTH,
        Part.SOURCE,
        Part.SUCCESSOR,
        Part.TAGS,
        Part.FUNDING,
        Part.REPORT_AGE,
        Part.BASELINE_YEAR,
        Part.FORCE,
        Part.AUTHOR,
        Part.PROBLEMS,
        Part.NEXT_STEPS,
        Part.REASON,
        Part.REQUIREMENT,
        Part.ACTUAL,
        Part.EVIDENCE,
        Part.EXTENSION,
    ),
    approximated=(Part.SHORT_TITLE, Part.NESTING, Part.SIGNS),
)
