"""To-dos of a calendar (VTODO of RFC 5545): what they have no place for.

`plantui.export` writes them beside the days of the calendar, whose names and numbers they follow.
"""

from __future__ import annotations

from .losses import BEYOND_LINES, OFFICE_PARTS, Declared, Part

LOSSES = Declared(
    lost=(
        *(Part.REGION, Part.ISSUER, Part.DOCUMENT_NUMBER, Part.ISSUED, Part.PLAN_STATUS),
        *(Part.RESPONSIBLE, Part.GOALS, Part.SECTIONS, Part.INDICATORS, *OFFICE_PARTS, *BEYOND_LINES),
    ),
    approximated=(Part.DEPARTMENTS, Part.STATUS, Part.PROGRESS, Part.REQUIREMENT, Part.EXTENSION, Part.SIGNS),
)
