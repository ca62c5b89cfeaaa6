"""Saved views: the dialog, the command, and what is wrong with a file of them."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "title": ("常用视图", "Saved views"),
    "name_hint": ("给现在的视图起个名称，Enter 保存", "a name for the view as it is now; Enter saves it"),
    "none": ("还没有常用视图：按 F2 保存现在的", "No saved views yet: F2 saves the one that is shown"),
    "key.save": ("保存现在的视图", "save the view shown"),
    "key.drop": ("删去", "delete"),
    "key.digit": ("按数字打开", "opens by digit"),
    "opened": ("已打开视图：{name}", "View: {name}"),
    "saved": ("已保存视图：{name}", "Saved the view {name}"),
    "saved_digit": ("已保存视图：{name}，F10 {digit} 打开", "Saved the view {name}; F10 {digit} opens it"),
    "dropped": ("已删去视图：{name}", "Deleted the view {name}"),
    "taken": ("已加入 {count} 个视图：{names}", "Took {count:view}: {names}"),
    "no_name": ("视图要有名称，不含控制字符。", "A view needs a name without control characters."),
    "unknown_name": (
        "没有视图“{name}”。可用：{names}",
        "There is no saved view {name!r}. There are: {names}",
    ),
    "no_views": (
        "没有视图“{name}”，还没有保存过视图。",
        "There is no saved view {name!r}: none has been saved.",
    ),
    "cannot_be_saved": (
        "这样的筛选不能存成视图：去掉“变化”和“且……”的条件再保存。",
        "This filter cannot be saved: take out the choices of changes and those that begin with “and” first.",
    ),
    "unknown": (
        "视图“{name}”：{key} = {value} 本版没有。",
        "View {name!r}: this version does not know {key} = {value}.",
    ),
    "no_file": ("没有文件 {path}。", "There is no file {path}."),
    "unreadable": (
        "视图文件 {path} 读不出来：{reason}。",
        "The file of views {path} cannot be read: {reason}.",
    ),
    "unwritable": (
        "视图文件 {path} 写不进去：{reason}。",
        "The file of views {path} cannot be written: {reason}.",
    ),
    "broken": ("{path} 不是视图文件：{reason}。", "{path} is no file of saved views: {reason}."),
    "column.name": ("名称", "name"),
    "column.digit": ("数字", "digit"),
    "column.find": ("查找", "find"),
    "column.view": ("视图", "view"),
}
