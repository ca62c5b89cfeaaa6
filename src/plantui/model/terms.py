"""The closed vocabularies: roles, statuses, lights, operators, languages. Sources: the plan format and the field's terms."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Part that a department has in a task."""

    LEAD = "lead"  # 牵头单位
    SUPPORT = "support"  # 配合 / 参与
    SHARED = "shared"  # 按职责分工负责
    RESPONSIBLE = "responsible"  # 责任单位 / 负责落实
    GUIDE = "guide"  # 指导


class Status(StrEnum):
    """Stage that a task has reached, as a department reports it in a progress note and as it follows for the task."""

    NOT_STARTED = "not_started"  # 未启动
    IN_PROGRESS = "in_progress"  # 推进中
    COMPLETED = "completed"  # 已完成
    CLOSED = "closed"  # 已销号: completion checked by the supervision office
    DEFERRED = "deferred"  # 暂缓, by decision
    STOPPED = "stopped"  # 已中止, by decision
    ONGOING = "standing"  # 长期坚持: reported each period, never late by date


DONE = frozenset({Status.COMPLETED, Status.CLOSED})
"""The statuses that count as done in done/all figures."""

NOT_BEGUN = frozenset({Status.NOT_STARTED, Status.DEFERRED, Status.STOPPED})
"""The statuses of which none says that work has begun."""

NEVER_LATE = frozenset({Status.ONGOING, Status.DEFERRED, Status.STOPPED})
"""The statuses whose dates are not held against the task: a standing duty, or a decision to wait or to stop.

A note with one of them has to give a reason, and its tasks are counted apart from those on schedule.
"""


SETTLED = DONE | NEVER_LATE
"""The statuses of tasks whose dates, passed or not, do not matter any more, or not now."""


class TaskState(StrEnum):
    """State of a task on the as-of day, from its status, dates and percents. Its colour is a matter of the light rules."""

    COMPLETED = "completed"  # 已完成
    CLOSED = "closed"  # 已销号
    STANDING = "standing"  # 长期坚持: due each period, never late by date
    DEFERRED = "deferred"  # 暂缓
    STOPPED = "stopped"  # 已中止
    NO_DATE = "no_date"  # 无期限: the plan names no date
    OVERDUE = "overdue"  # 逾期: the date of an open requirement has passed
    FAR_BEHIND = "far_behind"  # 严重滞后: behind elapsed time by more than 30 points
    BEHIND = "behind"  # 滞后: behind elapsed time by 10 points or more
    DUE_SOON = "due_soon"  # 临期: inside the notice period
    NOT_STARTED = "not_started"  # 未启动, and not late either
    ON_SCHEDULE = "on_schedule"  # 正常


class Light(StrEnum):
    """The derived warning light, worst first in the order of the members."""

    RED = "red"  # 红: overdue and not completed
    YELLOW = "yellow"  # 黄: due within the notice period
    GREEN = "green"  # 绿: on schedule
    GREY = "grey"  # 灰: not counted as late, whatever the date: a standing duty, deferred, stopped
    NONE = "none"  # 无期限: no dated requirement
    BLUE = "blue"  # 蓝: completed


class Waiting(StrEnum):
    """Reports, the next step of a note, or a word on an assignment that a task waits for."""

    UNREPORTED = "unreported"  # 未报送 in the current period
    SUBMITTED = "submitted"  # 待审核
    RETURNED = "returned"  # 已退回
    TO_CONFIRM = "to_confirm"  # 待确认
    APPEALED = "appealed"  # 异议, without an answer
    TO_ADJUST = "to_adjust"  # 待调整
    DISPUTED = "disputed"  # 评估不一致: an independent assessment says otherwise
    TOO_OLD = "too_old"  # 报送超限: a report is older than the plan's limit


class Measure(StrEnum):
    """Figures of a task that a filter may bound."""

    OVERDUE = "overdue"  # 逾期天数
    LEFT = "left"  # 剩余天数, until the date of the requirement that is open next
    PERCENT = "percent"  # 完成比例, as reported
    AGE = "age"  # 距上次报送, days since the day that the latest note speaks of


LIGHTS_OF_FIGURES = (Light.RED, Light.YELLOW, Light.GREEN, Light.BLUE, Light.GREY, Light.NONE)
"""The lights in the order in which figures list them: the four colours of the field, then what stands apart."""


class PlanStatus(StrEnum):
    """Standing of a plan: in force, a draft, or replaced."""

    IN_FORCE = "in_force"
    DRAFT = "draft"
    SUPERSEDED = "superseded"


class Op(StrEnum):
    """The direction of an indicator's target."""

    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"
    EQUAL = "=="
    ABOUT = "~"


class Force(StrEnum):
    """The force of an indicator's wording."""

    BINDING = "binding"  # 约束性: 达到, 不高于
    EXPECTED = "hoped"  # 预期性: 力争, 争取, 左右


class Language(StrEnum):
    """The languages of the interface."""

    ZH = "zh"
    EN = "en"


PLACED = ("title", "document_number", "issuer", "issued", "responsible")
"""Keys of a plan's own data that may have a place in its document."""
