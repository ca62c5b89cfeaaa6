"""Words on an assignment before the first report: confirmed or appealed by the department, and the answer."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class AssignmentWord(StrEnum):
    """Word on the assignment of a task to a department."""

    CONFIRMED = "confirmed"  # 确认, by the department
    APPEALED = "appealed"  # 异议, by the department, with a reason
    UPHELD = "upheld"  # 维持, by the supervision office: the answer to an appeal
    ADJUSTED = "adjusted"  # 同意调整, by the supervision office: the answer to an appeal


class Assignment(NamedTuple):
    """A word on the assignment of a task to a department: the newest of a department counts."""

    word: AssignmentWord
    reason: str = ""
    """The reason of an appeal, or the answer to one; required of these."""


class AssignmentState(StrEnum):
    """State of the assignment of a task to a department, in the order in which somebody has to act."""

    APPEALED = "appealed"  # 异议: waits for an answer
    TO_ADJUST = "to_adjust"  # 待调整: the appeal was granted
    TO_CONFIRM = "to_confirm"  # 待确认: the department has neither confirmed nor reported
    CONFIRMED = "confirmed"  # 已确认
