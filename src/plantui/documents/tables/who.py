"""The cells that say who, each as the labelled line that a text would have: 责任单位：市教育局."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .columns import Column
from .words import in_words

_WORDS = "牵头|主办|主责|承办|配合|协办|参与|协助|协同|责任|实施|落实|负责|指导|督导|督办|监管"
_WHOM = r"(?:责任)?(?:单位|部门|科室|处室|主体)?"
_ROLE = compiled(
    rf"[【\[](?P<boxed>{_WORDS}){_WHOM}[】\]]\s*[：:]?|(?:^|(?<=[；;。，,、\s]))(?P<said>{_WORDS}){_WHOM}\s*[：:]"
)
_MARKS = "；;。，,、 \n"
_ROLES = (
    (compiled(r"牵头|主办|主责"), Column.LEAD),
    (compiled(r"配合|协办|参与|协助|协同"), Column.SUPPORT),
    (compiled(r"指导|督导|督办|监管"), Column.GUIDE),
)


@rule(Stage.TABLES)
def by_role(column: Column, cell: TracedText) -> Iterator[tuple[Column, TracedText]]:
    """A cell may give roles itself: 牵头：市教育局；配合：市财政局, 【主办】…【协办】…. What stands before the first of them
    has the column's own."""
    marks = [*_ROLE.finditer(cell.text)]
    first = (cell[: marks[0].start()] if marks else cell).strip(_MARKS)
    if first.text:
        yield column, first
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else len(cell)
        part = cell[mark.end() : end].strip(_MARKS)
        if part.text:
            yield _role(mark["boxed"] or mark["said"], column), part


def _role(said: str, column: Column) -> Column:
    found = next((role for pattern, role in _ROLES if pattern.search(said)), Column.RESPONSIBLE)
    return column if said == "承办" and column is Column.LEAD else found


def labelled(column: Column, cell: TracedText) -> TracedText:
    """A cell behind the label of its column."""
    return in_words(cell, before=f"{column.value}：")
