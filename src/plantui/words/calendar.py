"""Texts of the calendar of deadlines."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "summary": ("{plan} 任务{number}：{title}", "{plan}, task {number}: {title}"),
    "summary.one": ("{task}（{clause}）", "{task} ({clause})"),
    "reminder": ("{day} 到期：{task}", "due {day}: {task}"),
    "written": ("日历中有 {count} 个时限。", "The calendar has {count:deadline}."),
    "cancelled": (
        "另有 {count} 个时限已完成、不计逾期或不在计划中，标为取消：以前导入过的，日历会划去或去掉。",
        "{count:more deadline} {count:~is|are} marked as cancelled, being done, not counted as late or in the plan no longer: "
        "a calendar that has {count:~it|them} from before strikes {count:~it|them} out or takes {count:~it|them} off.",
    ),
    "todos": (
        "{count} 项任务写成待办，其中时限 {dates} 个。",
        "{count:task} {count:~is|are} in it as {count:~a to-do|to-dos}, with {dates:date}.",
    ),
    "without_date": (
        "{count} 项任务没有时限，不在日历中。",
        "{count:task} without a date {count:~is|are} not in the calendar.",
    ),
}
