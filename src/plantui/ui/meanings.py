"""Looks of what is known of a task: its light, a date by how near it is, a report by its age."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from plantui.model.terms import Light

if TYPE_CHECKING:
    from plantui.model.report_age import ReportAge
    from plantui.query.lights import JudgedBy


def badge_look(light: Light) -> str:
    """Return the look of a light's word."""
    return f"badge-{light.value}"


def age_look(passed: ReportAge) -> str:
    """Return the look of the age of a report: past its plan's limit, or past its target only."""
    return "late" if passed.is_past_limit else "near"


def date_look(day: date, judged_by: JudgedBy) -> str:
    """Return the look of a date: whether it has passed, and by the rules in use whether it is near."""
    return "late" if day < judged_by.today else "near" if judged_by.is_near(day) else ""
