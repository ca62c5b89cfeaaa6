"""Signs at the edges of lines and of what gives departments a role, enough to find paragraphs and tasks by."""

from __future__ import annotations

from plantui.documents.languages.own_words import OpenPattern, remembered
from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule


def _with_own_bodies(expression: str) -> OpenPattern:
    return OpenPattern(expression, "政府|", lambda own: own.bodies)


ROLE_LABEL = OpenPattern(
    zh.ROLE_SIGNS_ROLE_LABEL, "完成时限", lambda own: tuple(word for word, _ in own.labels)
)
DATE_LINE = compiled(zh.ROLE_SIGNS_DATE_LINE)
LONGEST_END = 500
"""How far before its end the close of a paragraph can begin."""
_TAIL = OpenPattern(
    zh.ROLE_SIGNS_TAIL, zh.ROLE_SIGNS_ROLE, lambda own: tuple(word for word, _ in own.verbs + own.labels)
)
_LABEL_INSIDE = OpenPattern(
    zh.ROLE_SIGNS_LABEL_INSIDE,
    "(?:责任|任务|职责|工作|部门|单位)?分工)",
    lambda own: tuple(word for word, _ in own.labels),
)
_DEPARTMENT_TAIL = _with_own_bodies(zh.ROLE_SIGNS_DEPARTMENT_TAIL)
_ONE_BODY = _with_own_bodies(zh.ROLE_SIGNS_ONE_BODY)
_OPEN, _CLOSE = "（(【〔[［", "）)】〕]］"


@remembered(4096)  # a line is looked at before and behind its neighbours
def begins_with_label(text: str) -> bool:
    """Return whether a text begins with the label of a role or a date."""
    return ROLE_LABEL.match(text) is not None


@rule(Stage.REPAIR)
def ends_with_label(text: str) -> bool:
    """A role label begins the paragraph or its last sentence: …建设。责任单位：市科技局. Its list needs no full stop."""
    last = ZH.ROLE_SIGNS_LAST_SENTENCE.search(text, max(0, len(text) - LONGEST_END))
    return begins_with_label(text) or (last is not None and begins_with_label(last[1].lstrip("—－- ")))


def _last_bracket(text: str) -> tuple[int, int] | None:
    """The last bracket group at the end of the text, nested brackets included."""
    trimmed = text.rstrip("。；;. ")
    if not trimmed or trimmed[-1] not in _CLOSE:
        return None
    depth = 0
    for at in range(len(trimmed) - 1, max(-1, len(trimmed) - LONGEST_END), -1):
        if trimmed[at] in _CLOSE:
            depth += 1
        elif trimmed[at] in _OPEN:
            depth -= 1
            if depth == 0:
                return at, len(trimmed)
    return None


def _names_roles(inside: str) -> bool:
    parts = compiled(r"[，；。,;]").split(inside)
    if any(_TAIL.search(part.strip()) for part in parts):
        return True
    names = compiled(r"[、，,]").split(inside)
    return len(names) >= 2 and all(_DEPARTMENT_TAIL.search(name.strip(" ）)")) for name in names)


@remembered(4096)  # asked again and again of the same words
@rule(Stage.OUTLINE)
def ends_with_clause(text: str) -> int | None:
    """Where the bracket at the end of a text that gives departments their roles begins: （…牵头，…配合）, （责任单位：…）, a
    list of departments alone, or behind a full stop a single one （市农业农村局）."""
    group = _last_bracket(text)
    if group is None:
        return None
    start, end = group
    inside = text[start + 1 : end - 1]
    is_alone = text[:start].rstrip().endswith(("。", "；")) and _ONE_BODY.match(inside) is not None
    return start if is_alone or _names_roles(inside) else None


@rule(Stage.OUTLINE)
def begins_with_clause(text: str) -> int:
    """Where a bracket that gives departments their roles ends at the start of an item: （区司法局牵头）加强执法监督。 0 where
    there is none."""
    match = ZH.ROLE_SIGNS_FIRST_BRACKET.match(text)
    return match.end() if match and match.end() < len(text) and _names_roles(match["inside"]) else 0


def is_clause(text: str) -> bool:
    """Whether a text is nothing but a department clause."""
    start = ends_with_clause(text)
    return start == 0 or begins_with_label(text)


@remembered(4096)  # asked again and again of the same words
def has_clause(text: str) -> bool:
    """Whether a text gives departments a role: in a label or in a bracket at its end."""
    return (
        ends_with_clause(text) is not None
        or bool(_LABEL_INSIDE.search(text))
        or bool(begins_with_clause(text))
    )
