"""Texts on forms: their definitions, their files and the log of those that were issued."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "no_writer": (
        "报表“{form}”没有 {format} 格式。可用：{formats}",
        "The form {form!r} cannot be written as {format}. There are: {formats}",
    ),
    "unknown": (
        "没有名为“{value}”的报表。可用：{forms}，或 .toml 文件的路径",
        "There is no form named {value!r}. There are: {forms}, or the path of a .toml file",
    ),
    "faulty": (
        "报表“{value}”的定义有错：{fault}",
        "The definition of the form {value!r} has a mistake: {fault}",
    ),
    "column.name": ("名称", "name"),
    "column.title": ("报表", "form"),
    "column.heading": ("列名", "heading"),
    "column.formats": ("格式", "formats"),
    "column.profiles": ("版本", "profiles"),
    "column.file": ("定义", "definition"),
    "bundled": ("自带", "bundled"),
}
