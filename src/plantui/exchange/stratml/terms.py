"""Names of StratML that reading and writing share, and what it has no place for."""

from __future__ import annotations

from ..losses import BEYOND_LINES, OFFICE_PARTS, Declared, Part

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
ROOTS = ("PerformancePlanOrReport", "StrategicPlan")
"""The roots of Part 2, and of Part 1, which has no indicators."""
GOALS, NOTES, REGION, ISSUER = "goals", "n", "region", "issuer"
"""The kinds of things that ids of ours name, beside sections and tasks."""

LOSSES = Declared(
    lost=(
        *(Part.PLAN_STATUS, Part.ISSUED_MONTH, *OFFICE_PARTS, Part.BASELINE_YEAR, Part.FORCE),
        *(*BEYOND_LINES, Part.REQUIREMENT, Part.EXTENSION),
    ),
    approximated=(Part.SHORT_TITLE, Part.NESTING, Part.SIGNS),
)
