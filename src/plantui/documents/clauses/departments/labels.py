"""Labels before a list: 牵头单位：, 责任部门：, 完成时限：, and others that name no department."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from plantui.documents.lexicon import DIVISION
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.brackets import Ranges
from plantui.model.terms import Role


class Content(Enum):
    """What stands behind a label."""

    DEPARTMENTS = "departments"
    DEADLINE = "deadline"
    PERSON = "person"
    OTHER = "other"


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A label: its range with the colon, and what it announces."""

    start: int
    end: int
    content: Content
    role: Role | None = None


_WORDS: tuple[tuple[Role, str], ...] = (
    (Role.LEAD, "牵头负责|牵头责任|责任牵头|总牵头|牵头|主办|主责|首责|主要责任|第一责任|主管|统筹"),
    (
        Role.SUPPORT,
        "配合责任|责任配合|协同配合|配合参与|参与配合|协助配合|配合|协办|协助|参与|参加|协同|协作|支持|支撑|联办|会办|协管|联动",
    ),
    (
        Role.RESPONSIBLE,
        "责任落实|落实责任|实施责任|整改责任|主体责任|具体责任|组织实施|具体实施|责任|负责|实施|落实|承办|承担|执行|整改|建设|主体|共同责任",
    ),
    (Role.GUIDE, "业务指导|督促指导|指导|督导|督办|监督|监管|督查"),
    (Role.SHARED, "分工负责|共同负责|分工|职责分工"),
)
_BODY = "单位|部门|主体|机构|处室|科室|委办局|地区|地方|市州|区县|县区|责任单位"
_BEFORE = r"(?:[市省区县州国](?:级|直|家)|具体|其他|相关|有关|各|主要)?"
_MORE = rf"(?:（[^（）：]{{1,8}}）|(?:和|及|或|、|/)(?:{_BODY}|责任单位|责任部门|主体|责任人))?"
_PATTERNS = tuple(
    (role, compiled(rf"{_BEFORE}(?:{words})(?:（[^（）：]{{1,6}}）)?(?:{_BODY}){_MORE}\s*："))
    for role, words in _WORDS
)
_DIVISION = compiled(rf"(?:{DIVISION}|责任)\s*：")
_DEADLINE = compiled(
    r"(?:(?:完成|办结|整改|工作|推进|落实|任务|实施|计划|目标|办理)+(?:完成)?(?:时限|"
    r"期限|时间节点|时间要求|时间进度|时间|日期|节点|进度)"
    r"|时间节点|时间要求|时限要求|时间进度|时间安排|进度安排|进度要求|时限|期限)(?:要求|和要求|及要求)?\s*："
)
_PERSON = compiled(
    r"(?:[一-鿿]{0,4}(?:领导|责任人|负责人|联系人|联络员|市长|县长|区长|秘书长))(?:及[一-鿿]{2,6})?\s*："
)
_OTHER = compiled(r"[一-鿿]{2,8}：")
_BLANK_LABEL = compiled(r"^\s*(?P<label>[一-鿿]{4,8})\s+(?=\S)")


@rule(Stage.DEPARTMENTS)
def role_labels(text: str) -> Iterator[Label]:
    """牵头单位：, 责任部门：, 配合单位：, 参与单位：, 主办单位：, 协办单位：, 负责部门：, 指导单位： and their relatives,
    also 市级牵头部门： and 牵头（责任）单位：, give the role of the names behind them."""
    for role, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Label(match.start(), match.end(), Content.DEPARTMENTS, role)
    for match in _DIVISION.finditer(text):
        yield Label(match.start(), match.end(), Content.DEPARTMENTS, Role.RESPONSIBLE)


@rule(Stage.DEPARTMENTS)
def deadline_labels(text: str) -> Iterator[Label]:
    """完成时限：, 完成时间：, 整改期限：, 时间节点： announce a date that stands with the departments."""
    for match in _DEADLINE.finditer(text):
        yield Label(match.start(), match.end(), Content.DEADLINE)


@rule(Stage.DEPARTMENTS)
def other_labels(text: str) -> Iterator[Label]:
    """责任领导：, 责任人： announce persons, who are no departments; 适用范围： and any other label announce something else
    that stays in the text."""
    for match in _PERSON.finditer(text):
        yield Label(match.start(), match.end(), Content.PERSON)
    for match in _OTHER.finditer(text):
        yield Label(match.start(), match.end(), Content.OTHER)


def labels_in(text: str, *, others: bool) -> list[Label]:
    """The labels of a folded text in their order; where two overlap, the one that says more wins. `others` also finds
    labels of persons and unknown ones."""
    if "：" not in text:
        return []
    found = [*role_labels(text), *deadline_labels(text), *(other_labels(text) if others else ())]
    order = list(Content)
    found.sort(key=lambda label: (order.index(label.content), label.start - label.end))
    ranges = Ranges(len(text))
    taken = [label for label in found if ranges.take(label.start, label.end)]
    return sorted(taken, key=lambda label: label.start)


@rule(Stage.DEPARTMENTS)
def label_without_colon(text: str) -> Label | None:
    """A label at the start of a line may be set off by blanks alone: `牵头单位  市发展改革委`."""
    match = _BLANK_LABEL.match(text)
    if match is None:
        return None
    labels = labels_in(match["label"] + "：", others=False)
    if len(labels) != 1 or labels[0].start != 0:
        return None
    return Label(match.start("label"), match.end(), labels[0].content, labels[0].role)
