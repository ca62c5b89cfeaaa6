"""The ledger in words: why it cannot be used, what is wrong with a note, what undo and redo did."""

from __future__ import annotations

_STANDS: dict[str, tuple[str, str]] = {
    "missing": (
        "台账 {path} 已不在原处（被删除或移走）。",
        "The ledger {path} is no longer there: it was deleted or moved away. ",
    ),
    "other_ledger": (
        "{path} 处的文件已被换成另一本台账。",
        "Another ledger was put in the place of {path}. ",
    ),
    "older_copy": (
        "{path} 处的文件已被换成这本台账的旧副本，缺少后来的进展。",
        "An older copy of this ledger, without its newest notes, was put in the place of {path}. ",
    ),
    "cut": (
        "台账 {path} 已被截断、清空或损坏。",
        "The ledger {path} was cut off, emptied or damaged. ",
    ),
    "not_a_ledger": (
        "{path} 处的文件已被换成不是台账的文件。",
        "{path} was overwritten with something that is not a ledger. ",
    ),
}
"""Texts on what is at the ledger's path in the place of the file that was used before."""

_MEANT: dict[str, tuple[str, str]] = {
    "": ("内容未保存，未向该处写入；", "Nothing was saved and nothing was written there; "),
    "stored.": (
        "内容只保存在原来的台账中，该处的文件中没有；",
        "What was to be saved went into the ledger as it was and is not in the file at this place; ",
    ),
}
"""Texts on what became of the note that was to be saved."""

_BECAME: dict[str, tuple[str, str]] = {
    "whole": ("原来的台账已另存为 {saved}。", "the ledger as it was is saved as {saved}."),
    "partly": (
        "原来的台账已无法读取，本窗口保存过的进展另存为 {saved}。",
        "the ledger as it was can no longer be read; the notes that this window had saved are saved as {saved}.",
    ),
    "lost": (
        "原来的台账已无法读取，没有可另存的内容。",
        "the ledger as it was can no longer be read, and there is nothing of it to save elsewhere.",
    ),
}
"""Texts on what became of the ledger as it was."""

ENTRIES: dict[str, tuple[str, str]] = {
    f"replaced.{kind}.{meant}{outcome}": (
        stands[0] + _MEANT[meant][0] + became[0],
        stands[1] + _MEANT[meant][1] + became[1],
    )
    for kind, stands in _STANDS.items()
    for meant in _MEANT
    for outcome, became in _BECAME.items()
} | {
    "stray_log": (
        "{path} 旁边有程序中断时留下的日志，属于先前放在这里的另一个文件，没有写入现在的文件，已另存为 {saved}。现在的文件可以照常使用，请再做一次。",
        "The log that an interrupted program left beside {path} belongs to the file that was there before. It was not played into the file "
        "that is there now and is kept as {saved}. That file can be used: please try again.",
    ),
    "zone_unknown": (
        "台账 {path} 使用的时区 {zone} 在本机的时区数据中没有。请安装系统时区数据或 Python 的 tzdata。",
        "The time zone {zone} of the ledger {path} is not in this machine's time zone data. "
        "Install the system's time zone data, or Python's tzdata.",
    ),
    "unreadable_row": (
        "台账中有一行无法读取，已略过：表 {table} 第 {seq} 行（{place}）：{reason}",
        "A row of the ledger cannot be read and is left out: table {table}, row {seq} ({place}): {reason}",
    ),
    "unsound.cell": (
        "{column} 一栏是“{value}”，plantui 不会这样写",
        "{column} holds {value!r}, which plantui never writes",
    ),
    "unsound.cell_not_text": ("{column} 一栏不是 UTF-8 文本", "{column} is no UTF-8 text"),
    "unsound.kind_of_value": (
        "{column} 一栏的值类型不对",
        "{column} holds a value of another kind than plantui writes",
    ),
    "unsound.not_text": ("有的文字不是 UTF-8 编码", "some text is not UTF-8"),
    "unsound.not_json": ("内容不是 JSON", "the content is no JSON"),
    "unsound.too_deep": ("括号套得太深", "it is nested too deeply"),
    "unsound.key_missing": ("缺少 {key}", "{key} is missing"),
    "unsound.keys_unknown": ("有不认识的键：{keys}", "there are unknown keys: {keys}"),
    "unsound.value": ("有一处的值 plantui 不会这样写", "it holds a value that plantui never writes"),
    "unsound.detail": (
        "时限、完成值或佐证材料不全",
        "its requirements, values or evidence are not whole",
    ),
    "unsound.subject": ("不认识的记录种类“{subject}”", "the kind of record {subject!r} is not known"),
    "unsound.percent": (
        "完成比例是 {value}，不在 0 到 100 之间",
        "the percent {value} is not between 0 and 100",
    ),
    "unsound.moment": (
        "时刻“{value}”不是 plantui 的写法",
        "the moment {value!r} is not written as plantui writes it",
    ),
    "unsound.number": ("“{text}”不是数", "{text!r} is no number"),
    "unsound.head": ("开头的单位、期间等不全", "the facts at its head are not whole"),
    "unsound.other_department": (
        "含有其他单位的内容：{names}",
        "it holds what other departments say: {names}",
    ),
    "unsound.choice": (
        "含有全单位的约定，报送文件不能有",
        "it holds a choice for the whole office, which a submission cannot",
    ),
    "unsound.assessment": (
        "其中有独立评估，评估不由填报单位报送",
        "it holds an independent assessment, which is not for a department to send",
    ),
    "unsound.action": ("有 plantui 不会发送的操作", "it holds an action that plantui never sends"),
    "unsound.action_ledger": ("有一次操作没有写明出自哪本台账", "an action does not name its ledger"),
    "unsound.count": (
        "修订条数与开头所写的不同",
        "it holds another number of revisions than its head says",
    ),
    "unsound.chain": ("修订 {id} 与它所属的进展不符", "revision {id} does not fit the note that it is of"),
    "unsound.tables": ("缺少应有的表", "tables are missing"),
    "unsound.pages": ("数据库的内部结构已坏", "the inner structure of the database is broken"),
    "unsound.removed": ("打开时文件被移走", "the file was removed while it was opened"),
    "id_taken": (
        "编号 {id} 已属于另一条进展（{plan} 任务 {task}），或内容不同，未保存。请换一个编号。",
        "The id {id} already belongs to another note ({plan}, task {task}) or to another content; nothing was saved. "
        "Use another id.",
    ),
    "newer": (
        "台账 {path} 由更新版本的 plantui 写成（版本 {version}，本程序支持到 {known}），未作改动。"
        "请升级 plantui，或用 --db 指定另一个文件。",
        "The ledger {path} was written by a newer plantui (version {version}, this one knows up to {known}); "
        "it was left untouched. Upgrade plantui, or name another file with --db.",
    ),
    "foreign": (
        "{path} 是其他程序的数据库，不是 plantui 台账，未作改动。请用 --db 指定另一个文件。",
        "{path} is another program's database, not a plantui ledger; it was left untouched. "
        "Name another file with --db.",
    ),
    "not_database": (
        "{path} 不是 plantui 台账，或文件头已损坏，未作改动。请用 --db 指定另一个文件，或恢复备份。",
        "{path} is not a plantui ledger, or its head is damaged; it was left untouched. "
        "Name another file with --db, or restore a copy.",
    ),
    "is_folder": (
        "{path} 是文件夹，不是台账文件。请用 --db 指定一个文件。",
        "{path} is a folder, not a ledger file. Name a file with --db.",
    ),
    "damaged": (
        "台账 {path} 已损坏（{reason}），未作改动。请恢复备份，或用 --db 指定另一个文件。",
        "The ledger {path} is damaged ({reason}); it was left untouched. "
        "Restore a copy, or name another file with --db.",
    ),
    "cannot_open": (
        "无法打开台账 {path}（{reason}）。请检查文件和文件夹的权限，或用 --db 指定另一个文件。",
        "The ledger {path} cannot be opened ({reason}). Check the rights on file and folder, "
        "or name another file with --db.",
    ),
    "read_only": (
        "台账 {path} 只能读取，内容未保存。请检查文件和文件夹的写权限，或用 --db 指定另一个文件。",
        "The ledger {path} can only be read; nothing was saved. Check the rights on file and folder, "
        "or name another file with --db.",
    ),
    "busy": (
        "台账 {path} 正被其他程序占用，已等待 {seconds} 秒，内容未保存。请稍后再试。",
        "The ledger {path} is in use by another program; after {seconds} seconds nothing was saved. "
        "Try again in a moment.",
    ),
    "full": (
        "磁盘已满或超出配额，内容未保存到台账 {path}。请腾出空间后再试。",
        "The disk is full or a quota is used up; nothing was saved to the ledger {path}. "
        "Make room, then try again.",
    ),
    "progress_required": ("请填写进展情况。", "Progress must be filled in."),
    "percent_range": (
        "完成比例应为 0 到 100 的整数，现为 {percent}。",
        "Percent must be a whole number from 0 to 100, not {percent}.",
    ),
    "reason_required": (
        "长期坚持、暂缓、已中止的任务不计逾期，请写明理由（如批准的文号）。",
        "Standing, deferred and stopped tasks are not counted as late: a reason must be given, such as the "
        "decision's number.",
    ),
    "date_required": ("请填写进展所属日期。", "The day the note speaks of must be given."),
    "not_unicode": (
        "{field} 的第 {place} 个字符不是有效的 Unicode 字符，内容未保存。",
        "Character {place} of {field} is not valid Unicode; nothing was saved.",
    ),
    "no_note": ("没有编号为 {id} 的进展记录。", "There is no note with the id {id}."),
    "retracted": (
        "进展记录 {id} 已撤回，不能再修改。可用撤销恢复。",
        "The note {id} is retracted and cannot be changed. Undo brings it back.",
    ),
    "note_changed": (
        "这条进展已由 {author} 于 {moment} 改动，您的内容未保存，仍保留在编辑框中。",
        "This note was changed by {author} at {moment}; your text was not saved and is kept.",
    ),
    "return_reason_required": ("退回须写明原因。", "Returning a note needs a reason."),
    "assignment_reason_required": (
        "异议和答复须写明理由。",
        "An appeal and the answer to one need their reason.",
    ),
    "extension_reason_required": (
        "延期须写明原因和批准单位（批准人）。",
        "An extension needs its reason and who approved it.",
    ),
    "extension_not_later": (
        "新的时限 {new} 不晚于现时限 {due}。",
        "The new date {new} is not later than {due}, which holds now.",
    ),
    "no_requirement": (
        "这项任务没有写明完成时限，无可延期。",
        "The task names no date, so there is none to extend.",
    ),
    "unknown_requirement": (
        "没有第“{value}”条时限。可用：{requirements}",
        "There is no dated requirement {value!r}. There are: {requirements}",
    ),
    "cut_not_copied": (
        "台账当时的样子要先在 {path} 另存一份，没有成功（{reason}）。请在临时文件夹腾出空间后再试。",
        "The earlier state of the ledger has to be copied to {path}, which failed ({reason}). Make room in the folder for "
        "temporary files, then try again.",
    ),
    "no_cut": (
        "台账里没有编号为 {cut} 的操作。",
        "The ledger has no action {cut}: such a state was never seen here.",
    ),
    "undo_conflict_event": (
        "这项内容已由 {author} 另行更改，未撤销。",
        "It was changed by {author} since; nothing was undone.",
    ),
    "undo_conflict": (
        "无法撤销或重做：{plan} 任务 {task} {department} 的进展（{as_of}）此后已由 {author} 改动。",
        "Cannot undo or redo: the note of {department} on {plan}, task {task} ({as_of}) "
        "has since been changed by {author}.",
    ),
    "passed_over": (
        "已跳过其后由 {authors} 改动的 {notes}，未作更改。",
        "Passed over and left as it is, since changed by {authors}: {notes}",
    ),
    "undone.add": ("已撤销填报：{notes}", "Undone, no longer written: {notes}"),
    "undone.edit": ("已撤销修改：{notes}", "Undone, as before the change: {notes}"),
    "undone.retract": ("已恢复：{notes}", "Brought back: {notes}"),
    "undone.record": ("已撤销：{notes}", "Undone: {notes}"),
    "redone.record": ("已重做：{notes}", "Done again: {notes}"),
    "undone.settle": ("已撤销冲突处理：{notes}", "Undone, in conflict again: {notes}"),
    "redone.settle": ("已重做冲突处理：{notes}", "Settled again: {notes}"),
    "event.choice": ("全单位约定 {choice}", "office-wide choice {choice}"),
    "event.stage": (
        "{plan} 第{number}项 {department} {step}",
        "{plan}, task {number}, {department}: {step}",
    ),
    "event.extension": (
        "{plan} 第{number}项 时限由 {first} 延至 {new}",
        "{plan}, task {number}, from {first} to {new}",
    ),
    "redone.add": ("已重做填报：{notes}", "Written again: {notes}"),
    "redone.edit": ("已重做修改：{notes}", "Changed again: {notes}"),
    "redone.retract": ("已重新撤回：{notes}", "Retracted again: {notes}"),
    "note_name": (
        "{plan} 第{number}项 {department} {year}年{month}月进展",
        "{plan}, task {number}, {department}, progress of {year}-{month:02}",
    ),
    "several_notes": ("{count} 项（{first} 等）", "{count:note} ({first} and others)"),
    "nothing_to_undo": ("没有可撤销的操作。", "There is nothing to undo."),
    "nothing_to_redo": ("没有可重做的操作。", "There is nothing to redo."),
}
