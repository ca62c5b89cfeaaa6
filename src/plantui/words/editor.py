"""The note editor and the history of notes."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "heading.new": ("新填进展 · {department} · {task}", "New note · {department} · {task}"),
    "heading.edit": ("修改进展 · {department} · {task}", "Change a note · {department} · {task}"),
    "field.department": ("填报单位", "Department"),
    "field.status": ("状态", "Status"),
    "field.percent": ("完成比例 %", "Percent"),
    "field.as_of": ("截至日期", "As of"),
    "field.reason": ("理由（长期坚持、暂缓、已中止必填）", "Reason (required: standing, deferred, stopped)"),
    "field.progress": ("进展情况（必填）", "Progress (required)"),
    "field.problems": ("存在问题", "Problems"),
    "field.next_steps": ("下一步措施", "Next steps"),
    "date_help": ("如 9-30、0930", "such as 9-30 or 0930"),
    "progress_missing": ("请填写进展情况。", "Progress must be filled in."),
    "percent_range": (
        "完成比例应为 0 到 100，现为 {percent}。",
        "Percent must be from 0 to 100, not {percent}.",
    ),
    "date_wrong": (
        "看不懂日期“{text}”，请写成 2025-09-30、9-30 或 0930。",
        "“{text}” is not a day. Write 2025-09-30, 9-30 or 0930.",
    ),
    "date_late": (
        "截至日期 {day} 晚于今天（{today}）。",
        "The as-of date {day} is later than today ({today}).",
    ),
    "date_read": ("即 {day}", "that is {day}"),
    "date_read_long_ago": ("即 {day}，半年以前", "that is {day}, more than six months ago"),
    "date_long_ago": (
        "截至日期 {day} 在半年以前。确实无误请再按 Ctrl+S 保存。",
        "The as-of date {day} is more than six months ago. Ctrl+S again saves it so.",
    ),
    "reason_missing": (
        "长期坚持、暂缓、已中止不再计逾期，请写明理由。",
        "Standing, deferred and stopped are never late: give the reason.",
    ),
    "gone": (
        "这份台账中没有要修改的那条进展，您的内容尚未保存。Ctrl+S 存为新的进展。",
        "The note to be changed is not in this ledger; yours is not saved yet. Ctrl+S saves it as a new note.",
    ),
    "replaced": (
        "{reason}文字仍在这里。再按 Ctrl+S 则保存到现在该处的文件。",
        "{reason} The text is still here. Ctrl+S again saves it to the file that is there now.",
    ),
    "saving": ("正在保存……", "Saving…"),
    "saved_typed_on": (
        "已保存。保存时又有改动，按 Ctrl+S 再次保存。",
        "Saved. What was typed meanwhile is not: Ctrl+S saves it too.",
    ),
    "restored": (
        "已恢复 {time} 的草稿。按 F9 放弃草稿，重新填写。",
        "The draft of {time} is back. F9 drops it and starts afresh.",
    ),
    "being_written": (
        "另一窗口正在填写同一条进展（草稿 {time}），两份草稿都会保留。",
        "Another window is writing the same note (draft of {time}); both drafts are kept.",
    ),
    "also_kept": (
        "另有 {times} 的草稿，保存或放弃这一份后再填报即可找回。",
        "There is also a draft of {times}: save or drop this one, and open the form again to get it.",
    ),
    "kept_beside": (
        "草稿已存 {time}。另一窗口也在填写同一条进展，两份草稿都已保留。",
        "Draft kept {time}. Another window is writing the same note; both drafts are kept.",
    ),
    "kept": ("草稿已存 {time}", "Draft kept {time}"),
    "not_kept": ("草稿未能存下：{reason}", "The draft could not be kept: {reason}"),
    "leave_anyway": (
        "草稿未能存下：{reason}再按一次 Esc 则不留草稿离开。",
        "The draft could not be kept: {reason} Esc again leaves without it.",
    ),
    "changed": (
        "{author} 已于 {time} 改动这条进展，您的内容尚未保存。F6 查看差异，Ctrl+S 以您的内容保存。",
        "{author} changed this note at {time}; yours is not saved yet. F6 shows the difference, Ctrl+S saves yours on top.",
    ),
    "retracted": (
        "{author} 已于 {time} 撤回这条进展，您的内容尚未保存。Ctrl+S 存为新的进展。",
        "{author} retracted this note at {time}; yours is not saved yet. Ctrl+S saves it as a new note.",
    ),
    "carried": (
        "已沿用 {author} 截至 {day} 的进展；在各栏按 Ctrl+Z 可撤回。",
        "Carried forward: {author}'s note as of {day}. Ctrl+Z in a field takes it back.",
    ),
    "nothing_to_carry": (
        "{department} 还没有填报过这项任务。",
        "{department} has not reported on this task yet.",
    ),
    "afresh": (
        "已放弃草稿，重新填写；在各栏按 Ctrl+Z 可找回文字。",
        "The draft is dropped. Ctrl+Z in a field brings its text back.",
    ),
    "history.heading": ("进展历史 · {task}", "History of notes · {task}"),
    "history.empty": ("这项任务还没有进展。", "There is no note on this task yet."),
    "history.empty_write": (
        "这项任务还没有进展。按 Esc 返回，再按 F2 填报。",
        "There is no note on this task yet. Esc goes back, then F2 writes one.",
    ),
    "history.is_retracted": (
        "这条进展已撤回，不能再改。按 Esc 返回，Ctrl+Z 可撤销刚才的撤回。",
        "This note is retracted. Esc goes back; there Ctrl+Z undoes a retraction just made.",
    ),
    "history.kind.written": ("填报", "written"),
    "history.kind.edited": ("修改", "changed"),
    "history.kind.retracted": ("撤回", "retracted"),
    "history.kind.unsaved": ("未保存", "not saved"),
    "history.was_retracted": (
        "这条进展已撤回，内容如下。",
        "This note was retracted. It said:",
    ),
    "history.changes": (
        "与上一版的差异（- 删去，+ 增加）",
        "Changes from the revision before (- removed, + added)",
    ),
    "history.content": ("全文", "Whole note"),
    "history.same": ("（{sentences} 句未变）", "(sentences unchanged: {sentences})"),
    "history.unchanged": ("内容相同", "nothing changed"),
    "history.nothing": ("（空）", "(nothing)"),
    "history.status": ("办理状态", "Status"),
    "history.percent": ("完成比例", "Percent"),
    "history.as_of": ("截至日期", "As of"),
    "history.reason": ("理由", "Reason"),
    "history.progress": ("进展情况", "Progress"),
    "history.problems": ("存在问题", "Problems"),
    "history.next_steps": ("下一步措施", "Next steps"),
    "command.save": ("保存", "save"),
    "command.save.help": ("保存进展并返回。", "Save the note and go on."),
    "command.carry": ("沿用上次", "carry forward"),
    "command.carry.help": (
        "把本单位上次的文字、状态和比例带入表单。",
        "Bring the department's last texts, status and percent into the form.",
    ),
    "command.leave": ("离开留草稿", "leave"),
    "command.leave.help": (
        "离开表单，已填内容留作草稿。",
        "Leave the form; what was typed stays as a draft.",
    ),
    "command.history": ("历史", "history"),
    "command.history.help": (
        "查看本任务的全部进展和各版差异。",
        "Show all notes of the task and what each revision changed.",
    ),
    "command.afresh": ("放弃草稿", "drop draft"),
    "command.afresh.help": ("放弃草稿，重新填写。", "Drop the draft and start afresh."),
    "command.older": ("上一版", "older"),
    "command.older.help": ("转到前面一版。", "Go to the revision before."),
    "command.newer": ("下一版", "newer"),
    "command.newer.help": ("转到后面一版。", "Go to the next revision."),
    "command.text_up": ("上翻", "page up"),
    "command.text_up.help": ("向上翻看内容。", "Turn the text back by a page."),
    "command.text_down": ("下翻", "page down"),
    "command.text_down.help": ("向下翻看内容。", "Turn the text on by a page."),
    "command.revise": ("修改", "Edit"),
    "command.revise.help": (
        "修改光标所在的填报；原文保留为上一版。",
        "Edits the note under the cursor; what it said stays as the version before.",
    ),
    "command.retract": ("撤回", "Retract"),
    "command.retract.help": (
        "撤回光标所在的填报；各版本保留，可撤销。",
        "Takes the note under the cursor back; its versions stay, and undo brings it back.",
    ),
    "command.close": ("返回", "back"),
    "command.close.help": ("关闭历史。", "Close the history."),
}
