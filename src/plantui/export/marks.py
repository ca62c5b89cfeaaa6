"""Text inside Markdown: whatever a plan or a note says stays text, and a table stays a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from plantui.model.text import TURNING_CLASS, with_visible_controls

# Every sign by which CommonMark or one of its common extensions begins something inside a line.
_MARKS = str.maketrans(
    {mark: f"\\{mark}" for mark in "\\`*_[]<>|~&#{}^$@"} | {"\u2028": "\n", "\u2029": "\n"}
)
# Signs that begin a list, a line or a definition, but only at the start of a line.
_LINE_START = re.compile(r"^[^\S\n]*(?:[0-9]+(?=[.)](?:\s|$))|(?=[-+=:]))", re.MULTILINE)
# An address would be made a link.
_ADDRESS = re.compile(r"(?<=[a-z]):(?=//)|(?<=www)\.", re.IGNORECASE)
# One line without a control or a sign that could mean something, that is nearly every text: it needs no more looking at.
_PLAIN = re.compile(
    rf"(?!\s*-)[^\x00-\x1f#$&)*+.:<=>@\[-`{{-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff{TURNING_CLASS}]*"
).fullmatch

_REMEMBERED = 1_024
"""Texts with signs that are remembered in Markdown: what many notes say comes again and again."""


def text(written: str) -> str:
    """Return the text for a place that may have several lines; the caller indents them."""
    if _PLAIN(written):
        return written
    escaped = with_visible_controls(written).translate(_MARKS)
    if "." in escaped or "//" in escaped:
        escaped = _ADDRESS.sub(r"\\\g<0>", escaped)
    if "\n" in escaped or not escaped[:1].isalpha():
        escaped = _LINE_START.sub(r"\g<0>\\", escaped)
    return escaped


def cell(written: str) -> str:
    """Return the text for a table cell or a heading: one line."""
    return written.strip() if _PLAIN(written) else _broken(written)


@lru_cache(_REMEMBERED)
def _broken(written: str) -> str:
    return "<br>".join(part.strip() for part in text(written).strip().split("\n"))


def paragraph(written: str, indent: int) -> str:
    """Return the text as one paragraph that keeps its lines, the later ones indented to belong to a list item."""
    return written.strip() if _PLAIN(written) else _indented(written, indent)


@lru_cache(_REMEMBERED)
def _indented(written: str, indent: int) -> str:
    lines = [line.rstrip() for line in text(written).strip().split("\n")]
    return f"\\\n{' ' * indent}".join(lines)


def cells(column: Iterable[str]) -> list[str]:
    """Return the `cell` of each text."""
    return [one.strip() if _PLAIN(one) else _broken(one) for one in column]


def paragraphs(column: Iterable[str], indent: int) -> list[str]:
    """Return the `paragraph` of each text."""
    return [one.strip() if _PLAIN(one) else _indented(one, indent) for one in column]


def table(header: Iterable[str], rows: Iterable[Iterable[str]], numbers_from: int) -> str:
    """Return a table whose columns from `numbers_from` on hold figures and stand at the right."""
    names = list(header)
    return aligned_table(names, rows, [at >= numbers_from for at in range(len(names))])


def aligned_table(header: Iterable[str], rows: Iterable[Iterable[str]], at_the_right: Iterable[bool]) -> str:
    """Return a table of which some columns stand at the right."""
    names = [cell(name) for name in header]
    rules = ["---:" if is_right else "---" for is_right in at_the_right]
    lines = [names, rules, *([cell(value) for value in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
