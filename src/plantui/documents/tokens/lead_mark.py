"""The mark of those who lead: ★市数据局."""

from __future__ import annotations

from plantui.documents.languages.zh import _generated as zh
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

_MARK_MEANS = compiled(zh.TABLES_MARK_MEANS)


@rule(Stage.DEPARTMENTS)
def lead_mark(text: str) -> str:
    """A note may say what a mark means, of the cells of a table or the brackets of a text: 标★的为牵头单位. The mark, or
    nothing."""
    match = _MARK_MEANS.search(text)
    return match[1] if match else ""
