"""Texts of the demonstration."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "used": (
        "演示台账，进展均为虚构，截至 {day}：{path}",
        "This is the demonstration: all its notes are invented, as of {day}: {path}",
    ),
    "made": ("已生成演示台账：{path}", "Made the demonstration: {path}"),
    "deleted": ("已删除演示台账：{path}", "Deleted the demonstration: {path}"),
    "none": ("没有演示台账：{path}", "There is no demonstration: {path}"),
    "remark": (
        "演示台账，进展均为虚构，可以随意填报",
        "Demonstration, all notes invented: write what you like",
    ),
    "remark_back": (
        "演示台账，进展均为虚构；Ctrl+P“退出演示”回到自己的台账",
        "Demonstration, all notes invented; Ctrl+P, Leave the demonstration",
    ),
    "not_a_demo": (
        "{path} 不是演示台账，没有动它。请把它改名，或用 --db 指定别的台账。",
        "{path} is no demonstration and was left alone. Rename it, or name another ledger with --db.",
    ),
    "cannot_make": ("无法生成演示台账 {path}：{reason}", "Cannot make the demonstration {path}: {reason}"),
    "cannot_delete": (
        "无法删除演示台账 {path}：{reason}",
        "Cannot delete the demonstration {path}: {reason}",
    ),
    "two_actions": (
        "--delete、--reset 和 --path 只能用一个。",
        "Use only one of --delete, --reset and --path.",
    ),
}
