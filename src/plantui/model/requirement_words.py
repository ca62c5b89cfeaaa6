"""Words of departments on a task's dated requirements: what stands now, by whom and since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .note import Note
from .plan import Deadline
from .requirement import RequirementReport, standing


@dataclass(frozen=True, slots=True)
class RequirementWord:
    """The standing word of one department on one requirement."""

    department: str
    report: RequirementReport
    as_of: date
    """The day of the newest note that speaks of the requirement."""


def standing_words(notes: Iterable[Note]) -> dict[Deadline, list[RequirementWord]]:
    """Return the standing words on each requirement, in the wordings spoken of; `notes` count, oldest day first."""
    of_department: dict[str, list[Note]] = {}
    for note in notes:
        if note.content.requirements:
            of_department.setdefault(note.department, []).append(note)
    found: dict[Deadline, list[RequirementWord]] = {}
    for department, own in of_department.items():
        for requirement, report in standing(note.content.requirements for note in own).items():
            spoken = [note.as_of for note in own if _speaks_of(note, requirement)]
            found.setdefault(requirement, []).append(RequirementWord(department, report, spoken[-1]))
    return found


def _speaks_of(note: Note, requirement: Deadline) -> bool:
    return any(report.requirement == requirement for report in note.content.requirements)
