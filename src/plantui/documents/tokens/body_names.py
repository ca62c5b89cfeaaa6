"""What the name of a department looks like, what is nobody, and the mark of those who lead."""

from __future__ import annotations

from enum import IntEnum

from plantui.documents.languages.own_words import OpenPattern, remembered
from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule


class Likeness(IntEnum):
    """How much a text looks like the name of a department."""

    NONE = 0
    WEAK = 1
    STRONG = 2


_ENDING = OpenPattern(zh.NAMES_ENDING, any_of(zh.BODIES_ENDINGS), lambda own: own.bodies)
_STRONG = OpenPattern(zh.NAMES_STRONG, any_of(zh.BODIES_STRICT), lambda own: own.bodies)
_LONGEST = 160
_NONE_AT_ALL = frozenset(
    {"", "无", "/", "—", "——", "-", "－", "暂无", "部门", "单位", "有关", "相关", "同上", "其他"}
    | {"待定", "待明确", "待确定", "另行确定"}
)


@remembered(4096)  # a plan names the same bodies again and again
@rule(Stage.DEPARTMENTS)
def without_others(name: str) -> int:
    """等, 等部门, 等单位, 等有关部门和单位, 等10个部门 at the end of a name are nobody: the length of the name without
    them. 高等院校 keeps its 等."""
    match = (ZH.NAMES_NOBODY.search(name) or ZH.NAMES_OTHERS.search(name)) if len(name) <= _LONGEST else None
    if match is None or name[: match.start()].endswith(("高", "中", "同", "初", "平")):
        return len(name)
    return match.start()


@remembered(4096)
@rule(Stage.DEPARTMENTS)
def without_note(name: str) -> int:
    """The length of a name without a note of its duty: 省公安厅（人口库） is 省公安厅. Another name of the body
    (市交通委（市道运局）), a part of it and the levels of 各县（市、区） belong to the name."""
    match = ZH.NAMES_NOTE.search(name)
    if match is None or ZH.NAMES_SAME_BODY.search(match[1]) or likeness(match[1]) is Likeness.STRONG:
        return len(name)
    return match.start() if likeness(name[: match.start()]) is Likeness.STRONG else len(name)


@rule(Stage.DEPARTMENTS)
def nobody(name: str) -> bool:
    """无, 待定, a dash or an empty cell, and a bare 部门 or 单位 name nobody."""
    return name.strip() in _NONE_AT_ALL


@rule(Stage.DEPARTMENTS)
def is_plausible(text: str) -> bool:
    """Behind a label or before a verb a name need not end like a body (国网, 申通地铁), but it is short, without figures,
    and no sentence."""
    return len(text) <= 18 and not (
        ZH.NAMES_FOREIGN.search(text) or ZH.NAMES_SENTENCE.match(text) or ZH.NAMES_WORDY.search(text)
    )


@rule(Stage.DEPARTMENTS)
def is_place(name: str) -> bool:
    """东湖区, 南江市: a town or district stands for its government."""
    return ZH.NAMES_PLACE.match(name) is not None and ZH.NAMES_COMMON.search(name) is None


@remembered(4096)  # asked again and again of the same words
@rule(Stage.DEPARTMENTS)
def likeness(name: str) -> Likeness:
    """A name ends like a body (局, 委, 厅, 政府, 中心, 公司 …) or says a group (各…, 有关部门); a word like 布局 or 社会, a
    quotation, a figure or a sentence is no name."""
    if len(name) > _LONGEST:
        return Likeness.NONE
    plain = compiled(r"（[^（）]*）").sub("", name).strip()
    if (
        not 2 <= len(plain) <= 36
        or ZH.NAMES_FOREIGN.search(name)
        or ZH.NAMES_SENTENCE.match(plain)
        or ZH.NAMES_COMMON.search(plain)
    ):
        return Likeness.NONE
    if (
        _STRONG.search(plain)
        or is_place(plain)
        or (ZH.NAMES_GROUP.match(plain) and (_ENDING.search(plain) or plain in ("各地", "地方")))
    ):
        return Likeness.STRONG
    if _ENDING.search(plain):
        return (
            Likeness.STRONG
            if compiled(r"[省市区县州国](?!区$)").match(plain) and len(plain) > 3
            else Likeness.WEAK
        )
    return Likeness.NONE


@rule(Stage.DEPARTMENTS)
def lead_mark(text: str) -> str:
    """A note may say what a mark means, of the cells of a table or the brackets of a text: 标★的为牵头单位. The mark, or
    nothing."""
    match = ZH.TABLES_MARK_MEANS.search(text)
    return match[1] if match else ""
