"""Elements of a schedule that a plan has no place for: which are told by name, and which are the program's own."""

from __future__ import annotations

from ..losses import Part

_TOLD = {
    "Project": {"Manager", "Author", "Category", "Subject", "OutlineCodes", "StatusDate"},
    "Calendars": {"Calendar"},
    "Task": {
        *("Notes", "Start", "Finish", "Deadline", "PredecessorLink", "Baseline", "Cost", "FixedCost", "Work"),
        *("ActualStart", "ActualFinish", "PhysicalPercentComplete", "Contact", "HyperlinkAddress"),
        *("OutlineCode", "SubprojectName", "ConstraintDate"),
    },
    "Resource": {"Name", "Notes", "EmailAddress", "Cost", "ExtendedAttribute"},
    "Assignment": {"Notes", "Cost", "Work", "ExtendedAttribute"},
}
"""The elements that are told by their names where they had no place; the others are figures and settings of the program."""
NOTHING = frozenset({"0", "0.0", "0.00", "-1", "false", "PT0H0M0S", "NA"})
"""Values by which programs say nothing: they write each element for each row."""
_NUMBERS = ("UID", "ID", "GUID")
"""Numbers that programs give to everything."""


def told_as(path: str, text: str) -> str:
    """Return how an element is told that had no place: the program's own figures and settings are each one thing."""
    above, _, name = path.partition("/")
    if text in NOTHING or name in _NUMBERS:
        return ""
    if name in _TOLD.get(above, ()):
        return path
    return Part.SETTINGS if above in ("Project", "ExtendedAttribute") else Part.SCHEDULE


def told_of_ours(path: str, text: str) -> str:
    """Return how an element is told of a file that plantui wrote: figures and settings were in no plan."""
    told = told_as(path, text)
    return "" if told in (Part.SETTINGS, Part.SCHEDULE, "Calendars/Calendar", "Project/StatusDate") else told
