"""Whether a text may hold a task table at all: cheap, so that a document without one does not load its readers."""

from __future__ import annotations

import re

from plantui.documents.languages.own_words import OpenPattern
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.source import Source

_SIGN = OpenPattern(
    zh.TABLES_SIGN,
    "牵头|配合|责任",
    lambda own: tuple(word for word, _ in own.columns + own.labels),
    re.MULTILINE,
)


def may_hold_tables(source: Source) -> bool:
    """A column of departments is named by words that stand alone: on a line, or between blanks, tabs or bars."""
    return bool(source.rows) or _SIGN.search(source.text) is not None
