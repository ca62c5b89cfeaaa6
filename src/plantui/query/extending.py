"""Extensions of deadlines (延期): a later date for one dated requirement of a task, with its reason and approval."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from plantui.model.dates import RequirementDate
from plantui.model.event import Extension
from plantui.model.problem import UsageError


def requirement_line(index: int, dates: RequirementDate) -> str:
    """Return a dated requirement with the number by which it is chosen, its dates and its words, alike in all languages."""
    days = dates.first.isoformat() + (f" → {dates.current.isoformat()}" if dates.is_extended else "")
    return f"{index} {days} {dates.requirement.phrase} {dates.requirement.clause}".rstrip()


def chosen_requirement(dates: Sequence[RequirementDate], written: str) -> RequirementDate:
    """Return the requirement of that number, from 1 in the order of the plan. Raises UsageError, listing them."""
    if not dates:
        raise UsageError("ledger.no_requirement")
    digits = written.strip()
    if digits.isdecimal() and 1 <= int(digits) <= len(dates):
        return dates[int(digits) - 1]
    listed = " | ".join(requirement_line(index, one) for index, one in enumerate(dates, 1))
    raise UsageError("ledger.unknown_requirement", value=written, requirements=listed)


def extension(dates: RequirementDate, new_due: date, reason: str, approved_by: str) -> Extension:
    """Return the extension of a requirement. Raises UsageError where something lacks or the date is not later."""
    if new_due <= dates.current:
        raise UsageError("ledger.extension_not_later", due=dates.current.isoformat(), new=new_due.isoformat())
    if not reason.strip() or not approved_by.strip():
        raise UsageError("ledger.extension_reason_required")
    return Extension(dates.requirement, new_due, reason.strip(), approved_by.strip())
