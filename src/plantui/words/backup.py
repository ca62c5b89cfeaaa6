"""Backups of the ledger in words: why none was made, which there are, what was put back."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "no_room": (
        "今天没有做备份：{folder} 所在磁盘需要 {needed}，只剩 {free}。进展已照常保存；请腾出空间，下次保存时再备份。",
        "No backup was made today: the disk of {folder} has {free} left, {needed} are needed. Notes are saved all the same; "
        "make room, and the next save makes the backup.",
    ),
    "failed": (
        "今天没有做成备份（{folder}）：{reason}。进展已照常保存；下次保存时再备份。",
        "Today's backup could not be made ({folder}): {reason}. Notes are saved all the same; the next save tries again.",
    ),
    "column.day": ("日期", "Date"),
    "column.kind": ("种类", "Kind"),
    "column.size": ("大小", "Size"),
    "column.notes": ("进展", "Notes"),
    "column.last_action": ("最后一次操作", "Last action"),
    "column.file": ("文件", "File"),
    "kind.whole": ("备份", "backup"),
    "kind.part": ("当日新增", "what was new"),
    "kind.before": ("接收之前", "before something came in"),
    "kind.kept": ("被替换的台账", "replaced ledger"),
    "unreadable": ("无法读取", "cannot be read"),
    "none": ("还没有备份：{folder}", "There are no backups yet: {folder}"),
    "how": (
        "恢复其中一份：plantui restore 日期（或文件）。现有台账会另存，不会丢失。",
        "To put one back: plantui restore DATE (or FILE). The present ledger is kept under another name.",
    ),
    "no_such": (
        "没有 {wanted} 的备份。现有：{days}",
        "There is no backup {wanted}. There are: {days}",
    ),
    "several": (
        "{wanted} 有多份，请写出文件：{files}",
        "There are several of {wanted}; name the file: {files}",
    ),
    "restored": (
        "已恢复 {source}（{notes} 条进展）为 {path}。",
        "Put {source} back ({notes:note}) as {path}.",
    ),
    "kept_as": ("原来的台账另存为 {kept}。", "The ledger that was there is kept as {kept}."),
    "in_use": (
        "台账 {path} 正被另一个 plantui 使用，未恢复。请先退出它再试。",
        "Another plantui is using the ledger {path}; nothing was put back. Leave it first, then try again.",
    ),
    "restore_failed": (
        "无法恢复 {path}：{reason}。现有台账未动。",
        "{path} cannot be put back: {reason}. The present ledger is as it was.",
    ),
    "damaged": (
        "备份 {path} 已损坏（{reason}），未恢复，现有台账未动。请另选一份。",
        "The backup {path} is damaged ({reason}); nothing was put back and the present ledger is as it was. Choose another.",
    ),
    "no_whole_copy": (
        "{path} 只有当日新增的内容，它所接续的完整副本已不在，无法恢复。请另选一份。",
        "{path} holds only what was new, and the whole copy before it is gone: it cannot be put back. Choose another.",
    ),
    "demo": (
        "{path} 是演示台账，不能恢复为自己的台账。",
        "{path} is a demonstration and is not put in the ledger's place.",
    ),
}
