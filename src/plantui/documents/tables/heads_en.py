"""The columns of an English task table, by the words of its head."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.languages.en import _generated as en
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.english_labels import kind_of_label

from .heads import Head, own_column

_ABOVE, _BESIDE = frozenset(en.COLUMNS_ABOVE), frozenset(en.COLUMNS_BESIDE)
_WORD = compiled(r"[A-Za-z#]+")
_YEAR = compiled(r"(?:FY\s?)?(?:20)?\d\d(?:[-/]\d\d)?")
_MOST = 70
_LEAST_KNOWN = 0.6
_SURE = ROLES | {FieldKind.DUE, FieldKind.START, FieldKind.NUMBER}


def kind_of_column(cell: str) -> FieldKind | None:
    """Return what a column holds, by its head alone."""
    cell = compiled(r"\((?!s\)|ies\))[^)]*\)").sub("", " ".join(cell.split())).strip(" .:*")
    kind = own_column(cell) or kind_of_label(cell)
    if kind in _SURE:
        return kind
    if _task_rank(cell) is not None:
        return FieldKind.TITLE
    words = _words(cell)
    is_above = len(words) <= 3 and not _ABOVE.isdisjoint(words)
    return FieldKind.SECTION if is_above and {*words} <= _ABOVE | _BESIDE else kind


def _words(cell: str) -> list[str]:
    return [_singular(word.lower()) for word in _WORD.findall(cell)]


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and word not in {"focus", "hazards"} else word


def _task_rank(cell: str) -> int | None:
    """Return how likely words name a column of tasks, the likeliest 0; None where they do not."""
    words = _words(cell)
    ranks = [en.COLUMNS_TASK.index(word) for word in words if word in en.COLUMNS_TASK]
    is_known = len(cell) <= _MOST and {*words} <= _BESIDE.union(en.COLUMNS_TASK)
    return min(ranks) if ranks and is_known else None


@rule(Stage.ENGLISH)
def english_head(cells: Sequence[str]) -> Head | None:
    """A row is the head of a task table where one cell names tasks (Action, Activity, Measure, Task) and another a role
    or a date. Of several that could be the task's the narrowest word is (Strategy, Action: the action); the others are
    sections; where none is, a column of descriptions is."""
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2 or any(len(cell) > _MOST for cell in filled):
        return None
    kinds = [kind_of_column(cell) if cell.strip() else None for cell in cells]
    known = sum(kind is not None for kind in kinds) + sum(
        bool(_YEAR.fullmatch(cell.strip())) for cell in filled
    )
    if not {*kinds} & (ROLES | {FieldKind.DUE}) or known < _LEAST_KNOWN * len(filled):
        return None
    tasks = _places_of_tasks(kinds)
    if not tasks:
        return None
    chosen = min(tasks, key=lambda index: (_task_rank(cells[index].strip(" .:*")) or 0, index))
    for index in tasks:  # a second column of tasks is above the first, or more words of it
        kinds[index] = FieldKind.SECTION if index < chosen else FieldKind.TEXT
    kinds[chosen] = FieldKind.TITLE
    behind = {FieldKind.SECTION, None}
    return Head(
        tuple(
            FieldKind.OTHER if kind is None or (kind in behind and index > chosen) else kind
            for index, kind in enumerate(kinds)
        )
    )


def _places_of_tasks(kinds: Sequence[FieldKind | None]) -> list[int]:
    tasks = [index for index, kind in enumerate(kinds) if kind is FieldKind.TITLE]
    for kind, which in ((FieldKind.TEXT, 0), (FieldKind.SECTION, -1), (FieldKind.MEASURE, 0)):
        if not tasks and kind in kinds:
            tasks = [[index for index, other in enumerate(kinds) if other is kind][which]]
    return tasks
