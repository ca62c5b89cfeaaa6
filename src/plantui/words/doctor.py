"""The examination of ledger, plans and backups in words: what was found, and what to do about it."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "ok": ("正常", "all right"),
    "notice": ("正常，有提示", "all right, with something to know"),
    "fault": ("有问题", "something is wrong"),
    "healthy": ("没有发现问题。", "Nothing is wrong."),
    "faults": ("发现 {count} 处问题。", "Found {count:problem}."),
    "check.ledger": ("台账结构：{state}", "The ledger as a file: {state}"),
    "check.rows": ("台账各行：{state}", "Rows of the ledger: {state}"),
    "check.conflicts": ("两处都改过的进展：{state}", "Notes changed in two places: {state}"),
    "check.current": (
        "各任务当前情况与全部进展是否一致：{state}",
        "What counts now against all notes: {state}",
    ),
    "check.plans": ("计划文件：{state}", "Plan files: {state}"),
    "check.index": ("计划索引：{state}", "Index of the plans: {state}"),
    "check.notes": ("进展对应的任务和单位：{state}", "Tasks and departments of the notes: {state}"),
    "check.evidence": ("佐证材料：{state}", "Evidence: {state}"),
    "check.backups": ("备份：{state}", "Backups: {state}"),
    "check.files": ("台账旁边的文件：{state}", "Files beside the ledger: {state}"),
    "pages": ("台账文件有损坏：{examples}", "The ledger's file is damaged: {examples}"),
    "pages.advice": (
        "先复制台账文件，再用 plantui restore 恢复最近一份完好的备份；现有文件会另存。",
        "Copy the file, then put the newest sound backup back with plantui restore; the present file is kept.",
    ),
    "changeable": (
        "这些表的内容不再受保护，可以被改写：{examples}",
        "Rows of these tables are no longer protected from being changed: {examples}",
    ),
    "changeable.advice": (
        "有别的程序改动过台账。请用 plantui restore 查看更早的备份并比较；需要时恢复。",
        "Another program changed the ledger. Compare it with an earlier backup (plantui restore lists them), and put that back if need be.",
    ),
    "no_action": (
        "{count} 版内容没有对应的操作：{examples}",
        "{count:revision} without the action that wrote them: {examples}",
    ),
    "no_action.advice": (
        "有别的程序删改过台账。请与备份比较（plantui restore），需要时恢复。",
        "Another program took rows away. Compare with a backup (plantui restore), and put that back if need be.",
    ),
    "broken_chain": (
        "{count} 版内容所接续的上一版不在：{examples}",
        "{count:revision} whose predecessor is missing: {examples}",
    ),
    "broken_chain.advice": (
        "有别的程序删改过台账。请与备份比较（plantui restore），需要时恢复。",
        "Another program took rows away. Compare with a backup (plantui restore), and put that back if need be.",
    ),
    "empty_action": (
        "{count} 次操作没有留下任何内容：{examples}",
        "{count:action} without anything that they wrote: {examples}",
    ),
    "empty_action.advice": (
        "有别的程序删改过台账。请与备份比较（plantui restore），需要时恢复。",
        "Another program took rows away. Compare with a backup (plantui restore), and put that back if need be.",
    ),
    "conflict": (
        "{plan} 任务 {task} {department} 的一条进展在两处各改过一次（{count} 版）",
        "A note of {department} on {plan}, task {task} was changed in two places ({count:version})",
    ),
    "conflict.advice": (
        "用 plantui conflicts 比较后选定一版（界面中为 Ctrl+P“选定两边都改过的进展”）；在此之前各版都保留。",
        "Compare them with plantui conflicts and choose (in the interface Ctrl+P, Settle conflicts); until then all of them are kept.",
    ),
    "current": (
        "{plan} 任务 {task}：保存的当前情况与全部进展得出的不一致",
        "{plan}, task {task}: what is kept as counting now is not what follows from the notes",
    ),
    "current.advice": (
        "运行 plantui doctor --rebuild，按全部进展重新生成；进展本身不受影响。",
        "Run plantui doctor --rebuild, which makes it again from the notes; the notes themselves are not concerned.",
    ),
    "kept": (
        "缓存文件 {path} 中的预警和状态与台账得出的不一致",
        "Lights and statuses kept in {path} are not what follows from the ledger",
    ),
    "kept.advice": (
        "运行 plantui doctor --rebuild，下次启动会重新生成；进展本身不受影响。",
        "Run plantui doctor --rebuild: the next start makes them again; the notes themselves are not concerned.",
    ),
    "index": ("索引 {path} 已损坏：{reason}", "The index {path} is damaged: {reason}"),
    "index.advice": (
        "删除这个文件即可，下次启动会重新生成。",
        "Delete the file: the next start makes it again.",
    ),
    "evidence.changed": (
        "{plan} 任务 {task} 的佐证材料已改动：{place}",
        "Evidence of {plan}, task {task} has changed: {place}",
    ),
    "evidence.vanished": (
        "{plan} 任务 {task} 的佐证材料已不在：{place}",
        "Evidence of {plan}, task {task} is gone: {place}",
    ),
    "evidence.unreadable": (
        "{plan} 任务 {task} 的佐证材料无法读取：{place}",
        "Evidence of {plan}, task {task} cannot be read: {place}",
    ),
    "evidence.advice": (
        "把原件放回原处，或修改进展，重新登记佐证材料。",
        "Put the original back, or edit the note and name the evidence anew.",
    ),
    "backup": ("备份无法使用：{path}", "A backup cannot be used: {path}"),
    "backup.advice": (
        "删除或移走这个文件；其余备份不受影响。",
        "Delete it or move it away; the other backups are not concerned.",
    ),
    "no_backup": ("还没有备份。", "There is no backup yet."),
    "no_backup.advice": ("下次保存后会自动生成。", "The next save makes one."),
    "saved": ("另存的台账：{path}", "A ledger that was kept when it was replaced: {path}"),
    "saved.advice": (
        "确认不再需要后可以删除；用 plantui restore 可以恢复。",
        "Delete it once nothing of it is needed; plantui restore puts it back.",
    ),
    "copy": (
        "同步软件留下的台账副本，其中有本台账没有的内容，或无法读取：{path}",
        "A copy of the ledger that a sync folder made, with something that is not in the ledger, or that cannot be read: {path}",
    ),
    "copy.advice": (
        "用 plantui receive 并入这个文件，再删除或移走它。",
        "Merge it with plantui receive, then delete it or move it away.",
    ),
    "copy_known": (
        "同步软件留下的台账副本，其中的内容本台账都有：{path}",
        "A copy of the ledger that a sync folder made; all of it is in the ledger: {path}",
    ),
    "copy_known.advice": ("可以删除。", "It can be deleted."),
    "stray": ("程序中断时留下的文件：{path}", "A file that an interrupted program left: {path}"),
    "stray.advice": (
        "以 .tmp 结尾的会在下次写文件时清理；另存的日志（-wal）和文本文件请自行确认后删除。",
        "One that ends in .tmp is taken away by itself; look into a kept log (-wal) or text file, then delete it.",
    ),
    "advice.refused": (
        "按上面所说处理后再检查；台账损坏时可用 plantui restore 恢复备份。",
        "Do what the sentence says, then examine again; where the ledger is damaged, plantui restore puts a backup back.",
    ),
    "advice.row": (
        "这一行不影响其他内容。有别的程序写过台账；可与备份比较。",
        "The other rows are not concerned. Another program wrote to the ledger; compare it with a backup.",
    ),
    "advice.plan": (
        "改正计划文件的这一处；plantui check 再查。",
        "Mend this place of the plan file; plantui check looks again.",
    ),
    "advice.notes": (
        "计划改名或重编后，在 departments.toml 加别名，或用 plantui check --was 旧文件 查出新编号。",
        "Add an alias to departments.toml, or let plantui check --was OLD-FILE tell the new number.",
    ),
}
