"""Texts of checking and closing: what was done, what is against it, and the dialog."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "done.submitted": ("已报送：{notes}", "Submitted: {notes}"),
    "done.checked": ("已审核：{notes}", "Checked: {notes}"),
    "done.returned": ("已退回：{notes}", "Returned: {notes}"),
    "done.closed": ("已销号：{notes}", "Closed: {notes}"),
    "done.reopened": ("已重新打开：{notes}", "Reopened: {notes}"),
    "passed_over": (
        "{count} 条不在这一步，未变动：{notes}",
        "Left as they are, being at another stage ({count}): {notes}",
    ),
    "at_stage": ("{note}（{stage}）", "{note} ({stage})"),
    "nothing": (
        "没有可以{step}的进展。",
        "There is no note here to {step}.",
    ),
    "nothing_but": (
        "没有可以{step}的进展；现有：{notes}。",
        "There is no note here to {step}. There are: {notes}.",
    ),
    "refused.role": (
        "{role}不能{step}；可以的是：{roles}。",
        "The role {role} does not {step}; this is for: {roles}.",
    ),
    "refused.role_missing": (
        "全单位约定每个席位都要有角色，才能{step}：plantui config set role …；可以的是：{roles}。",
        "The office wants a role at every desk to {step}: plantui config set role …, which may be: {roles}.",
    ),
    "refused.not_completed": (
        "未销号：{note} 的状态不是“已完成”。",
        "Not closed: {note} does not say that the task is completed.",
    ),
    "refused.no_evidence": (
        "未销号：{note} 没有佐证材料，请先在填报中附上（--evidence，界面中为 F4）。",
        "Not closed: {note} names no evidence; add some to the note first (--evidence, in the note editor F4).",
    ),
    "refused.closed_without_evidence": (
        "未保存：状态“已销号”须附佐证材料（--evidence 文件、文件夹或链接，界面中为 F4）。",
        "Not saved: the status closed takes evidence (--evidence FILE, a folder or a link; in the note editor F4).",
    ),
    "refused.no_reason": (
        "{step}须写明原因。",
        "To {step} a note takes a reason.",
    ),
    "refused.reader": (
        "席位角色为“只读”，不填报；要填报，请先更改角色：plantui config set role …",
        "The role of this desk is reader, which writes no notes; plantui config set role … changes it.",
    ),
    "refused.closed_status": (
        "已销号不由填报设定：请填“已完成”并附佐证材料，报送、审核后由督查销号（plantui note close，界面中为 F7）。",
        "A note does not set closed: report completed with evidence, submit it, and once it is checked the supervision "
        "office closes it (plantui note close, in the interface F7).",
    ),
    "other_department": (
        "注意：这是{department}的进展，不是本单位（{own}）的。",
        "Note: this is a note of {department}, not of your own department ({own}).",
    ),
    "about": ("{note}：{status}，{stage}", "{note}: {status}, {stage}"),
    "count": ("{count} 条", "{count:note}"),
    "extend": ("延期", "extend a date"),
    "edit": ("填报、修改状态", "write a note, change the status"),
    "extend_one": (
        "延期一次只办一项任务：按 Esc，取消选中再办。",
        "Dates are extended for one task at a time: press Esc, take the marks away and try again.",
    ),
    "too_many": (
        "一次最多处理 {most} 项任务，现已选 {count} 项",
        "At most {most:task} can be handled at a time; {count} are marked",
    ),
    "reason": ("原因", "reason"),
    "reason_for": (
        "{step}：请写明原因，Enter 或 Ctrl+S 确定",
        "Say why, to {step}; Enter or Ctrl+S confirms",
    ),
    "extension_heading": ("延期 · {task}", "Extension · {task}"),
    "new_date": ("新的时限", "New date"),
    "new_date_example": ("如 2026-03-31 或 20260331", "such as 2026-03-31 or 20260331"),
    "extension_reason": ("延期的原因", "Reason"),
    "approved_by": ("批准单位或批准人", "Approved by"),
    "key.requirement": ("选时限", "choose the date"),
    "key.field": ("下一栏", "next field"),
    "key.save": ("保存", "save"),
    "refused.more": ("另有 {count} 条。", "There are {count} more."),
}
