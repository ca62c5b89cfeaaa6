"""Lists that say again, department by department, what each has to do."""

from __future__ import annotations

from plantui.documents.languages.zh import _generated as zh
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.tree import Node

_DEPARTMENT = compiled(zh.DUTIES_DEPARTMENT)
_VERB = compiled(zh.DUTIES_VERB)


@rule(Stage.OUTLINE)
def is_duty_list(items: list[Node]) -> bool:
    """Items most of which are headed by a department (市发展改革委：负责…) list duties and are not tasks."""
    if len(items) < 3:
        return False
    named = sum(_is_department(item) for item in items)
    return named >= 0.6 * len(items)


def _is_department(item: Node) -> bool:
    text = item.source.text if item.source else ""
    words = compiled(r"[：:。，]").split(text, maxsplit=1)[0].strip()
    return bool(_DEPARTMENT.match(words)) and not _VERB.match(words)
