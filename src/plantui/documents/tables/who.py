"""The cells that say who: which role each of their names has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantui.documents.field_kind import FieldKind
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .table import in_words

_COMMA = compiled("、")
_STAR = compiled(r"[★☆▲△※◆◇●＊*]")
_NAME = compiled(r"[^、，,；;。\s]+")
_MARKS = "；;。，,、 \n"
_ROLES = (
    (compiled(r"牵头|主办|主责"), FieldKind.LEAD),
    (compiled(r"配合|协办|参与|协助|协同"), FieldKind.SUPPORT),
    (compiled(r"指导|督导|督办|监管"), FieldKind.GUIDE),
)


def without_marks(cell: TracedText, lead: str) -> TracedText:
    """The names of a cell without ★ and the like; the one whose mark says so leads."""

    def bare(match: re.Match[str], name: TracedText) -> TracedText:
        words = name.without(_STAR)
        return in_words(words, "（牵头）") if lead and lead in match[0] and words.text else words

    return cell.substituted(_NAME, bare)


@rule(Stage.TABLES)
def marked_runs(cell: TracedText) -> TracedText:
    """市甲局（牵头），市乙局、市丙局（配合）: where every one of several runs of names ends with a role in brackets, it holds
    for all names of its run."""
    runs = [*ZH.TABLES_RUN.finditer(cell.text)]
    if len(runs) < 2 or "".join(run[0] for run in runs) != cell.text:
        return cell
    parts: list[TracedText] = []
    for run in runs:
        *names, last = cell[run.start() : run.end()].split(_COMMA)
        parts += [in_words(name, run["mark"] + "、") for name in names if name.text]
        parts.append(last)
    return TracedText.join(parts)


@rule(Stage.TABLES)
def by_role(column: FieldKind, cell: TracedText) -> Iterator[tuple[FieldKind, TracedText]]:
    """A cell may give roles itself: 牵头：市教育局；配合：市财政局, 【主办】…【协办】…. What stands before the first of them
    has the column's own."""
    cell = marked_runs(cell)
    marks = [*ZH.TABLES_ROLE.finditer(cell.text)]
    first = (cell[: marks[0].start()] if marks else cell).strip(_MARKS)
    if first.text:
        yield column, first
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else len(cell)
        part = cell[mark.end() : end].strip(_MARKS)
        if part.text:
            yield _role(mark["boxed"] or mark["said"], column), part


def _role(said: str, column: FieldKind) -> FieldKind:
    found = next((role for pattern, role in _ROLES if pattern.search(said)), FieldKind.RESPONSIBLE)
    return column if said == "承办" and column is FieldKind.LEAD else found
