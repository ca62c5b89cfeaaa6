"""The columns of a task table, by the words of its head."""

from __future__ import annotations

from collections.abc import Sequence

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.english_labels import kind_of_label

_TASK_WORDS = (
    *(
        "action",
        "activity",
        "task",
        "measure",
        "initiative",
        "recommendation",
        "intervention",
        "project",
        "commitment",
    ),
    *(
        "policy",
        "programme",
        "program",
        "deliverable",
        "milestone",
        "step",
        "strategy",
        "objective",
        "tactic",
        "what",
    ),
)
"""What a column of tasks is called, the likeliest first."""
_ABOVE = frozenset(
    [
        "goal",
        "objective",
        "strategy",
        "theme",
        "priority",
        "sector",
        "category",
        "pillar",
        "area",
        "focus",
        "outcome",
        "aim",
        "chapter",
        "topic",
        "hazard",
        "hazards",
        "domain",
        "section",
    ]
)
_MODIFIERS = frozenset(
    [
        "mitigation",
        "adaptation",
        "proposed",
        "key",
        "recommended",
        "priority",
        "the",
        "point",
        "item",
        "title",
        "name",
        "specific",
        "planned",
        "strategic",
        "implementation",
        "to",
        "be",
        "taken",
        "of",
        "and",
        "or",
        "for",
        "description",
        "policy",
        "is",
        "statement",
        "area",
        "focus",
        "will",
        "we",
        "do",
    ]
)
_WORD = compiled(r"[A-Za-z#]+")
_MOST = 70


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and word not in {"focus", "hazards"} else word


def _task_rank(cell: str) -> int | None:
    words = [_singular(word.lower()) for word in _WORD.findall(cell)]
    ranks = [_TASK_WORDS.index(word) for word in words if word in _TASK_WORDS]
    if not ranks or len(cell) > _MOST:
        return None
    return min(ranks) if all(word in _TASK_WORDS or word in _MODIFIERS for word in words) else None


def kind_of_column(cell: str) -> FieldKind | None:
    """What a column holds, by its head alone."""
    cell = compiled(r"\((?!s\)|ies\))[^)]*\)").sub("", " ".join(cell.split())).strip(" .:*")
    kind = kind_of_label(cell)
    if kind in ROLES or kind in (FieldKind.DUE, FieldKind.START, FieldKind.NUMBER):
        return kind
    if _task_rank(cell) is not None:
        return FieldKind.TITLE
    words = [_singular(word.lower()) for word in _WORD.findall(cell)]
    above = any(word in _ABOVE for word in words)
    if above and len(words) <= 3 and all(word in _ABOVE or word in _MODIFIERS for word in words):
        return FieldKind.SECTION
    return kind


@rule(Stage.ENGLISH)
def columns_of(cells: Sequence[str]) -> tuple[FieldKind | None, ...] | None:
    """A row is the head of a task table where one cell names tasks (Action, Activity, Measure, Task) and another a role
    or a date. Of several that could be the task's the narrowest word is (Strategy, Action: the action); the others are
    sections; where none is, a column of descriptions is."""
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2 or any(len(cell) > _MOST for cell in filled):
        return None
    kinds = [kind_of_column(cell) if cell.strip() else None for cell in cells]
    if not any(kind in ROLES or kind is FieldKind.DUE for kind in kinds):
        return None
    known = sum(kind is not None for kind in kinds)
    numbers = sum(
        bool(compiled(r"(?:FY\s?)?(?:20)?\d\d(?:[-/]\d\d)?").fullmatch(cell.strip())) for cell in filled
    )
    if known + numbers < 0.6 * len(filled):
        return None
    tasks = [index for index, kind in enumerate(kinds) if kind is FieldKind.TITLE]
    if not tasks:
        tasks = [i for i, kind in enumerate(kinds) if kind is FieldKind.TEXT][:1]
        tasks = tasks or [i for i, kind in enumerate(kinds) if kind is FieldKind.SECTION][-1:]
        tasks = tasks or [i for i, kind in enumerate(kinds) if kind is FieldKind.MEASURE][:1]
        if not tasks:
            return None
    chosen = min(tasks, key=lambda index: (_task_rank(cells[index].strip(" .:*")) or 0, index))
    for index in tasks:
        kinds[index] = FieldKind.TITLE if index == chosen else _beside(index, chosen)
    return tuple(
        None if kind is FieldKind.SECTION and index > chosen else kind for index, kind in enumerate(kinds)
    )


def _beside(index: int, chosen: int) -> FieldKind:
    """A second column of tasks: above the first where it stands before it, else more words of it."""
    return FieldKind.SECTION if index < chosen else FieldKind.TEXT
