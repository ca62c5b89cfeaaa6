"""Texts of the first window, of opening a plan and of importing a document from inside."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "title": ("欢迎使用 plantui", "Welcome to plantui"),
    "intro": (
        "选好语言、城市和本单位，就从本单位的任务开始。以后可按 Ctrl+P 找“语言和本单位”更改。",
        "Choose language, city and your department to begin with its tasks. Later: Ctrl+P, Language and department.",
    ),
    "this_language": ("中文", "English"),
    "field.language": ("语言 Language", "Language 语言"),
    "field.city": ("城市", "City"),
    "field.department": ("本单位", "Department"),
    "type": ("输入任一名称查找，或按 ↓ 选择", "type any of its names, or choose with ↓"),
    "tasks": ("{count} 项", "{count} tasks"),
    "no_department": (
        "不设本单位，看全部任务（督查室、领导等）",
        "no department of my own: show all tasks",
    ),
    "try_demo": (
        "先看演示：虚构的台账，十几个单位半年的填报",
        "look at the demonstration first: an invented ledger of half a year",
    ),
    "key.change": ("更改", "change"),
    "key.next": ("下一步", "go on"),
    "key.skip": ("以后再说", "later"),
    "skipped": (
        "以后可按 Ctrl+P 找“语言和本单位”设定",
        "Later: Ctrl+P, Language and department",
    ),
    "begin": (
        "本单位已设为 {department}，急的在前；F2 填报光标所在的任务",
        "Your department is now {department}, most urgent first; F2 reports on the task under the cursor",
    ),
    "not_kept": ("设置没有记住：{error}", "The settings could not be remembered: {error}"),
}
