"""Which lines of a flattened row belong to which column."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.clauses.departments.names import Likeness, likeness
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .cells import is_ditto
from .columns import WHO, Column

_WORDS = frozenset({Column.CONTENT, Column.GOAL})
_DATE = compiled(
    r"^(?:(?:20\d\d\s?年?)?\s?(?:\d{1,2}月|年?底|年|[上下]半年|第?[一二三四]季度|[./-]\d).{0,8}|20\d\d年?|"
    r"(?:长期|常年|持续|全年|年内|常态|每).{0,6}|立行立改|“?十.五”?.{0,4})$"
)
_SENTENCE = compiled(r"[。；：]")
_PAUSE = compiled(r"[，。；：]")
_OPEN_END = compiled(r"[、，,和及与（(]$")
_VERB = compiled(r"(?:牵头|配合|参与|指导|(?:按职责)?(?:分工)?负责|(?:组织)?(?:落实|实施))+$")
_LEVEL = compiled(r"[省市县区州国各镇乡]")
_MOST_LINES = 24
_MISSING = {Column.SECTION: -0.4, Column.OTHER: -0.5, Column.TITLE: -1.0}
"""What it counts against a distribution that a column is left empty: sections are merged more often than titles."""


@rule(Stage.TABLES)
def distributed(lines: Sequence[str], columns: Sequence[Column]) -> list[tuple[int, int]]:
    """A cell may have run over several lines, and a merged one is missing: of all ways to deal out the lines of a row over
    its columns, the one where the departments are names, the time limit is a date and the least is joined or missing.
    For each column the range of its lines."""
    if len(lines) > _MOST_LINES or not columns:
        return _plainly(len(lines), len(columns))
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {(0, 0): (0.0, [])}
    for place, column in enumerate(columns):
        for end in range(len(lines) + 1):
            ways = [
                (
                    best[place, start][0] + _worth(column, lines[start:end]),
                    [*best[place, start][1], (start, end)],
                )
                for start in range(end + 1)
                if (place, start) in best
            ]
            if ways:
                best[place + 1, end] = max(ways, key=lambda way: way[0])
    return best[len(columns), len(lines)][1]


def _plainly(lines: int, columns: int) -> list[tuple[int, int]]:
    """One line a column, and what is left over in the last."""
    return [(min(at, lines), min(at + 1, lines) if at + 1 < columns else lines) for at in range(columns)]


def _worth(column: Column, lines: Sequence[str]) -> float:
    if not lines:
        return _MISSING.get(column, -2.0)
    whole = "".join(lines)
    joins = sum(0.0 if _OPEN_END.search(line) else 1.0 for line in lines[:-1])
    if column in WHO:
        return 3.0 * _names(whole) + (0.5 if _LEVEL.match(whole) else 0.0) - 0.5 * joins
    if column is Column.DUE:
        return (3.0 if _DATE.match(whole) else -2.0) - 0.5 * joins
    stray = 2.0 * max(_names(whole, Likeness.STRONG), 0.0) + (2.0 if _DATE.match(whole) else 0.0)
    if column in _WORDS:
        stray += 1.0 if len(lines) > 1 and lines[-2].endswith("。") and not lines[-1].endswith("。") else 0.0
        return min(len(whole), 40) / 40 + (0.5 if _SENTENCE.search(whole) else 0.0) - 0.1 * joins - stray
    return (0.5 if len(whole) <= 30 and not _PAUSE.search(whole) else -0.5) - 0.6 * joins - stray


def _names(cell: str, least: Likeness = Likeness.WEAK) -> float:
    """How much a cell is a list of departments: 1 where every part is a name or it says 无, -1 where none is."""
    if cell.strip() in ("无", "/", "—", "-") or is_ditto(cell.strip()):
        return 1.0
    parts = [
        part
        for part in compiled(r"[、，,；;\s]").split(compiled(r"[（(][^（()）]*[）)]").sub("", cell))
        if part
    ]
    if not parts:
        return -1.0
    found = sum(likeness(_VERB.sub("", part.rstrip("等。"))) >= least for part in parts)
    return 2.0 * found / len(parts) - 1.0
