"""Days of plans and tasks as other systems want them: a first and a last day, where the plan names any."""

from __future__ import annotations

from datetime import date

from plantui.model.plan import PlanInfo, Task


def first_day(info: PlanInfo) -> date | None:
    """Return the day on which a plan begins: that of its first year, else the day of issue; None where neither is named."""
    if info.start_year is not None:
        return date(info.start_year, 1, 1)
    return info.issued if isinstance(info.issued, date) else None


def last_day(info: PlanInfo) -> date | None:
    """Return the last day of a plan; None where it names no last year."""
    return None if info.end_year is None else date(info.end_year, 12, 31)


def task_end(info: PlanInfo, task: Task) -> date | None:
    """Return the last date of a task, else the plan's; None where there is none."""
    return max((one.due for one in task.deadlines), default=last_day(info))
