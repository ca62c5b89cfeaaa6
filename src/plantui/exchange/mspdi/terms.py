"""Names of Microsoft Project by which its files are told, and what it has no place for."""

from __future__ import annotations

from ..losses import BEYOND_LINES, OFFICE_PARTS, Declared, Part

NAMESPACE = "http://schemas.microsoft.com/project"
ROOT = "Project"
LOSSES = Declared(
    lost=(
        *(Part.ISSUED, Part.PLAN_STATUS, Part.GOALS, Part.INDICATORS),
        *(*OFFICE_PARTS, *BEYOND_LINES, Part.REQUIREMENT, Part.EXTENSION),
    ),
    approximated=(
        *(Part.SHORT_TITLE, Part.PROGRESS, Part.PERCENT, Part.ONE_LINE, Part.DIVIDED, Part.LONG_TEXT),
        Part.SIGNS,
    ),
)
