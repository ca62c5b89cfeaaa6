"""What gives names a role: labels before a list (牵头单位：, 完成时限：) and verbs behind it (…牵头, …按职责分工负责)."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.documents.field_kind import KIND_OF_MEANING, ROLES, FieldKind, Label
from plantui.documents.languages.own_words import OpenPattern, any_own, meaning_of, own_words, remembered
from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.brackets import Ranges
from plantui.model.own_words import Meaning
from plantui.model.terms import Role

_WORDS = (
    (FieldKind.LEAD, zh.LABELS_LEAD),
    (FieldKind.SUPPORT, zh.LABELS_SUPPORT),
    (FieldKind.RESPONSIBLE, zh.LABELS_RESPONSIBLE),
    (FieldKind.GUIDE, zh.LABELS_GUIDE),
    (FieldKind.SHARED, zh.LABELS_SHARED),
)
_BODY = zh.LABELS_TEXT_BODY
_BEFORE = zh.LABELS_TEXT_BEFORE
_MORE = zh.LABELS_TEXT_MORE
_PATTERNS = tuple(
    (kind, compiled(rf"{_BEFORE}(?:{any_of(words)})(?:（[^（）：]{{1,6}}）)?(?:{_BODY}){_MORE}\s*："))
    for kind, words in _WORDS
)
_RANK = {**dict.fromkeys(ROLES, 0), FieldKind.DUE: 1, FieldKind.PERSON: 2}
"""Of labels that overlap one of a role counts, then one of a deadline, then one of persons."""
KNOWN = frozenset(_RANK)
"""What labels announce that are not part of the text."""
_SAID = OpenPattern(
    zh.ROLE_VERBS_SAID, any_of(zh.ROLES_VERBS), lambda own: tuple(word for word, _ in own.verbs)
)
_LONGEST = 160
"""Longer words are a sentence and no name with its verb."""
_ROLES = (
    (compiled(any_of(zh.ROLES_SAY_LEAD)), Role.LEAD),
    (compiled(any_of(zh.ROLES_SAY_SUPPORT)), Role.SUPPORT),
    (compiled(zh.ROLE_VERBS_GUIDES), Role.GUIDE),
    (compiled(any_of(zh.ROLES_SAY_SHARED)), Role.SHARED),
    (compiled(any_of(zh.ROLES_SAY_GUIDE_TOO)), Role.GUIDE),
    (compiled(any_of(zh.ROLES_SAY_SUPPORT_TOO)), Role.SUPPORT),
)


@rule(Stage.DEPARTMENTS)
def role_labels(text: str) -> Iterator[Label]:
    """牵头单位：, 责任部门：, 配合单位：, 参与单位：, 主办单位：, 协办单位：, 负责部门：, 指导单位： and their relatives,
    also 市级牵头部门：, 牵头（责任）单位： and bare 主办：, 会办：, give the role of the names behind them."""
    for kind, pattern in (
        *_PATTERNS,
        (FieldKind.RESPONSIBLE, ZH.LABELS_TEXT_DIVISION),
        (FieldKind.LEAD, ZH.LABELS_TEXT_BARE_LEAD),
        (FieldKind.SUPPORT, ZH.LABELS_TEXT_BARE_SUPPORT),
    ):
        for match in pattern.finditer(text):
            yield Label(match.start(), match.end(), kind)


@rule(Stage.DEPARTMENTS)
def deadline_labels(text: str) -> Iterator[Label]:
    """完成时限：, 完成时间：, 整改期限：, 时间节点： announce a date that stands with the departments."""
    for match in ZH.LABELS_TEXT_DEADLINE.finditer(text):
        yield Label(match.start(), match.end(), FieldKind.DUE)


@rule(Stage.DEPARTMENTS)
def other_labels(text: str) -> Iterator[Label]:
    """责任领导：, 责任人： announce persons, who are no departments; 适用范围： and any other label announce something else
    that stays in the text."""
    for match in ZH.LABELS_TEXT_PERSON.finditer(text):
        yield Label(match.start(), match.end(), FieldKind.PERSON)
    for match in ZH.LABELS_TEXT_OTHER.finditer(text):
        yield Label(match.start(), match.end(), FieldKind.UNKNOWN)


@rule(Stage.DEPARTMENTS)
def own_labels(text: str) -> Iterator[Label]:
    """Labels that the office has added to the vocabulary, with or without a blank before the colon, mean what it says."""
    vocabulary = own_words().labels
    if not vocabulary:
        return
    for match in compiled(rf"(?P<label>{any_own(tuple(word for word, _ in vocabulary))})\s*：").finditer(
        text
    ):
        meaning = meaning_of(match["label"], vocabulary)
        yield Label(match.start(), match.end(), KIND_OF_MEANING[meaning or Meaning.OTHER])


def labels_in(text: str, *, others: bool) -> list[Label]:
    """The labels of a folded text in their order; where two overlap, the one that says more wins. `others` also finds
    labels of persons and unknown ones."""
    return [*_labels_in(text, others)] if "：" in text else []


@remembered(512)  # the same line is looked at by several rules
def _labels_in(text: str, others: bool) -> tuple[Label, ...]:
    found = [
        *own_labels(text),
        *role_labels(text),
        *deadline_labels(text),
        *(other_labels(text) if others else ()),
    ]
    found.sort(key=lambda label: (_RANK.get(label.kind, len(_RANK)), label.start - label.end))
    ranges = Ranges(len(text))
    taken = [label for label in found if ranges.take(label.start, label.end)]
    return tuple(sorted(taken, key=lambda label: label.start))


@rule(Stage.DEPARTMENTS)
def label_without_colon(text: str) -> Label | None:
    """A label at the start of a line may be set off by blanks alone: `牵头单位  市发展改革委`."""
    match = ZH.LABELS_TEXT_BLANK_LABEL.match(text)
    if match is None:
        return None
    labels = labels_in(match["label"] + "：", others=False)
    if len(labels) != 1 or labels[0].start != 0:
        return None
    return Label(match.start("label"), match.end(), labels[0].kind)


@rule(Stage.DEPARTMENTS)
def role_of_verb(verb: str) -> Role:
    """牵头, 主办, 统筹协调 → lead; 配合, 参与, 协办, 协助 → support (also 按职责分工配合); 按职责分工负责, 分工负责,
    共同负责 → shared; 指导, 督导 → guide (also 按职责加强指导); 负责, 负责落实, 组织落实, 组织实施 → responsible."""
    for word, meaning in own_words().verbs:
        if word in verb:
            return Role(meaning.value)
    for pattern, role in _ROLES:
        if pattern.search(verb):
            return role
    return Role.RESPONSIBLE


@remembered(4096)  # a plan names the same bodies again and again
def verb_behind(text: str) -> tuple[int, Role] | None:
    """Where the verb at the end of an item begins, and the role it gives; None where no verb stands there."""
    match = _SAID.match(text) if len(text) <= _LONGEST else None
    if match:
        return match.start("verb"), role_of_verb(match["verb"])
    return None


@remembered(4096)
@rule(Stage.DEPARTMENTS)
def verb_with_object(text: str) -> tuple[int, Role] | None:
    """省发展改革委牵头制定方案, 市财政局做好资金保障: a verb straight after the name, with more words behind it."""
    match = ZH.ROLE_VERBS_INSIDE.match(text) if len(text) <= _LONGEST else None
    return (match.start("verb"), role_of_verb(match["verb"])) if match else None
