"""Where departments stand in a paragraph: a line of its own, a bracket, the end of the text."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from plantui.documents.field_kind import FieldKind
from plantui.documents.fields.departments.labels import KNOWN, label_without_colon, labels_in
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.brackets import groups

_SENTENCE_END = "。；！？"
_SHORT = 40
_BULLETS = " 　·—-*◆●■□▪★※"


class Where(Enum):
    """The kind of place."""

    LINE = "line"
    """A paragraph that begins with a label."""
    PARAGRAPH = "paragraph"
    """A paragraph that may be a clause without label or bracket."""
    BRACKET = "bracket"
    TAIL = "tail"
    """Labelled words behind the last sentence."""


class Place(NamedTuple):
    """A range of a paragraph that may hold departments, and the range inside its brackets."""

    where: Where
    start: int
    end: int
    inner_start: int
    inner_end: int
    follows_sentence: bool = True
    """A full stop, or nothing, stands before it."""
    ends_sentence: bool = True
    """It stands behind or at the end of a sentence and not inside one."""


@rule(Stage.DEPARTMENTS)
def role_line(text: str) -> list[Place]:
    """牵头单位：市水利局 as a paragraph of its own, also two labels on one line, behind a 责任领导：, and with the colon left
    out. 分管领导：… alone is no part of the text."""
    labels = [label for label in labels_in(text, others=True) if label.kind in KNOWN]
    announced = any(label.kind is not FieldKind.PERSON for label in labels) or (
        bool(labels) and len(text) <= _SHORT and "。" not in text.rstrip("。")
    )
    if announced and text[: labels[0].start].strip(_BULLETS) == "":
        return [Place(Where.LINE, 0, len(text), labels[0].start, len(text))]
    if label_without_colon(text) is not None:
        return [Place(Where.LINE, 0, len(text), 0, len(text))]
    return []


@rule(Stage.DEPARTMENTS)
def bracket_clause(text: str) -> list[Place]:
    """（市水利局牵头，市财政局配合）, 〔责任单位：…〕, 【…】: any outermost bracket may hold departments, several in one
    paragraph, each closing its own sentences; where the text ends inside a bracket, it ends there."""
    found = []
    for start, end in [*groups(text), *unclosed(text)]:
        before, after = text[max(0, start - 9) : start].rstrip(), text[end : end + 9].lstrip()
        at_end = not before or before[-1] in _SENTENCE_END or not after or after[0] in _SENTENCE_END
        follows = not before or before[-1] in _SENTENCE_END
        inner = end - 1 if text[end - 1] == "）" else end
        found.append(Place(Where.BRACKET, start, end, start + 1, inner, follows, at_end))
    return found


def unclosed(text: str) -> list[tuple[int, int]]:
    """Return the bracket that a text ends in, if it opens behind a sentence and no sentence ends in it."""
    at = text.rfind("（")
    is_open = at > 0 and "）" not in text[at:] and text[:at].rstrip().endswith(tuple(_SENTENCE_END))
    return [(at, len(text))] if is_open and not any(mark in text[at:] for mark in _SENTENCE_END) else []


@rule(Stage.DEPARTMENTS)
def labelled_tail(text: str) -> list[Place]:
    """…给予资金支持。责任单位：市科技局、市财政局。 Labelled words behind a full stop or a dash, to the end of the
    paragraph; 责任领导：… may come first, and a bracket before them may never have been closed."""
    covered = groups(text)
    labels = [label for label in labels_in(text, others=True) if label.kind in KNOWN]
    if all(label.kind is FieldKind.PERSON for label in labels):
        return []
    for label in labels:
        before = text[: label.start].rstrip()
        inside = any(start <= label.start < end for start, end in covered)
        if before and before[-1] in "。；！？）—（【〔" and not inside:
            start = len(before.rstrip("—（【〔 ")) if before[-1] not in "）" else label.start
            return [Place(Where.TAIL, start, len(text), label.start, len(text))]
    return []


@rule(Stage.DEPARTMENTS)
def clause_paragraph(text: str) -> list[Place]:
    """市水利局牵头，市财政局配合 as a paragraph of its own without brackets: only where every word is read as a name or a
    verb."""
    if len(text) <= 300 and not compiled(r"[《》“”：]").search(text):
        return [Place(Where.PARAGRAPH, 0, len(text), 0, len(text))]
    return []


@rule(Stage.DEPARTMENTS)
def closing_sentence(text: str) -> list[Place]:
    """…减少排放。由市水利局、各县（市）区人民政府负责落实。 The last sentence of a paragraph, where every word is read as a
    name or a verb."""
    stripped = text.rstrip("。 ")
    start = stripped.rfind("。") + 1
    if start > 0 and len(stripped) - start <= 300 and not compiled(r"[《》“”：]").search(text[start:]):
        return [Place(Where.PARAGRAPH, start, len(text), start, len(text))]
    return []
