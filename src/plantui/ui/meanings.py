"""Looks of what is known of a task: its light, and a date by how near it is."""

from __future__ import annotations

from plantui.model.light_rules import DEFAULT_RULES
from plantui.model.terms import Light


def badge_look(light: Light) -> str:
    """Return the look of a light's word."""
    return f"badge-{light.value}"


def date_look(days: int) -> str:
    """Return the look of a date that is so many days ahead, negative where it has passed."""
    return "late" if days < 0 else "near" if days <= DEFAULT_RULES.notice_days else ""
