"""Texts on forms: their definitions, their files and the log of those that were issued."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "no_writer": (
        "报表“{form}”没有 {format} 格式。可用：{formats}",
        "The form {form!r} cannot be written as {format}. There are: {formats}",
    ),
}
