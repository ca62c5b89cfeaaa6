"""The forms that a summary can be written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum

from plantui.model.text import TURNING_CLASS
from plantui.words import Words

from .csvfile import CutCell, csv_lines
from .jsonfile import json_lines
from .markdown import markdown_lines
from .summary import Heading, Summary


class Format(Enum):
    """A form of the summary; the value is its name on the command line and the file's suffix."""

    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"


_WRITERS: dict[Format, Callable[[Summary, Words], Iterator[str]]] = {
    Format.MARKDOWN: markdown_lines,
    Format.JSON: json_lines,
}

_NO_FILE_NAME = re.compile(rf'[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff{TURNING_CLASS}/\\:*?"<>|]+')
_LONGEST = 180
"""Bytes of a title in a file name: 255 are the most that a file system takes of the whole."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=\.)", re.IGNORECASE)
"""Names that Windows takes for a device, whatever follows behind the point."""


def export(
    summary: Summary, form: Format, words: Words, on_cut: Callable[[CutCell], None] = lambda cell: None
) -> Iterator[str]:
    """Yield the text of the file in pieces; `writing.save` and `writing.emit` take it from there.

    `on_cut` is told of every cell that a spreadsheet will cut, while the pieces are made.
    """
    if form is Format.CSV:
        return csv_lines(summary, words, on_cut)
    return _WRITERS[form](summary, words)


def suggested_name(heading: Heading, form: Format, words: Words) -> str:
    """Return a file name that says which plans and which day: `郑州市三年行动计划-2026-11-22.md`."""
    if len(heading.plans) == 1:
        title = heading.plans[0].short_title or heading.plans[0].title
    else:
        title = words("export.file.several", count=len(heading.plans))
    if heading.is_demo:
        title = words("export.demo.title", title=title)
    title = _NO_FILE_NAME.sub("_", title).encode()[:_LONGEST].decode(errors="ignore")
    title = title.strip("._- ") or heading.plans[0].id
    if _DEVICE.match(title):
        title = f"_{title}"
    return f"{title}-{heading.as_of.isoformat()}.{form.value}"
