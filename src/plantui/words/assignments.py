"""Texts of assignments: what is said of one before the first report, and how it stands."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "choice": ("确认任务分工、提出异议、答复", "acknowledge, appeal, answer"),
    "one_only": (
        "分工一次只确认一项任务：按 Esc，取消选中再办。",
        "Assignments are acknowledged for one task at a time: press Esc, take the marks away and try again.",
    ),
    "title": ("任务认领 · {task}", "Assignment · {task}"),
    "choice_of": ("{word} · {department}", "{word} · {department}"),
    "heading": ("任务认领", "Assignment"),
    "word.confirmed": ("确认", "confirmed"),
    "word.appealed": ("异议", "appealed"),
    "word.upheld": ("维持", "upheld"),
    "word.adjusted": ("同意调整", "to be adjusted"),
    "state.to_confirm": ("待确认", "to confirm"),
    "state.appealed": ("异议", "appealed"),
    "state.to_adjust": ("待调整", "to adjust"),
    "state.confirmed": ("已确认", "confirmed"),
    "reported": ("已报送", "reported"),
    "line": ("{department} {state}", "{department}: {state}"),
    "line_said": (
        "{department} {state}（{day} {said}，{author}）",
        "{department}: {state} ({day}, {said}, {author})",
    ),
    "done": ("已记录：{what}", "Recorded: {what}"),
    "nobody": ("这项任务没有写明责任单位。", "The task names no accountable department."),
    "which": (
        "任务 {task} 有几个责任单位，请用 --department 写明：{names}",
        "Several departments are accountable for task {task}; name one with --department: {names}",
    ),
    "not_accountable": (
        "{department} 不是任务 {task} 的责任单位；可用：{names}",
        "{department} is not accountable for task {task}; there are: {names}",
    ),
    "refused.role": (
        "这一席位不能“{word}”；可以的是：{roles}。",
        "Not for this desk ({word}); it is for: {roles}.",
    ),
    "refused.reported": (
        "{department} 已报送，不再确认或提出异议。",
        "{department} has reported: there is nothing left to confirm or to appeal.",
    ),
    "refused.state": (
        "{department} 现为“{state}”，不能“{word}”。",
        "{department} stands at: {state}; not possible now: {word}.",
    ),
    "refused.no_reason": ("“{word}”须写明理由。", "A reason is needed for: {word}."),
}
