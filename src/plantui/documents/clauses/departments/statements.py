"""Sentences about all tasks: who leads in every list, who carries every task."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.model.terms import Role

from .verbs import role_of_verb

_FIRST = compiled(
    r"[，。；]?[^，。；（）：]{0,12}?(?:[列排居位]{1,2}名?(?:在|于)?)?(?:第一位?|首位|"
    r"第一个|第1位?|最前(?:面)?)的?(?:者|单位|部门|责任单位|责任部门)?"
    r"(?:均)?(?:为|是|即为|作为)(?:总|工作|主)?(?:牵头|主办)(?:责任)?(?:单位|部门|者)?(?:或[^，。；（）]{2,8})?(?:[，、；]?(?:其余|"
    r"其他|其它)[^，。；]{0,24})?(?:[，。；]?(?:以?下同|以下同|不再(?:一一)?[^，。；]{1,8}))?。?"
)
_EVERY = compiled(
    r"[，。；]?(?:以下|上述|以上|下列|具体|所有|各项|全部)(?:各项|所有|各)?(?:任务|"
    r"工作|措施|内容|事项|举措|条款|工作任务|工作措施)?(?:，)?(?:均|都|皆)"
    r"(?P<how>需要?|由|须|应|要|涉及|请)(?P<who>[^，。；]{2,80}?)"
    r"(?P<verb>(?:按职责分工)?(?:负责|组织|抓好|具体|贯彻|认真|共同)*(?:落实|负责|配合|参与|实施|执行|推进)|(?=[，。；]))"
    r"(?:(?:[，。；]?(?:不再[^，。；）]{1,12}|下同))+|[，；][^。（）]{2,60}?[，；]不再[^，。；）]{1,12})。?"
)
_DEFAULT = compiled(
    r"(?:各项|所有|以下|本方案|全部|各)(?:工作)?(?:任务|工作|措施|事项)?的?(?P<label>牵头|"
    r"配合|责任|参与)(?:单位|部门)(?:均|都)?(?:为|是)(?P<who>[^。；]{2,120})"
)
_SAID_OF = compiled(
    r"(?P<who>[^，。；（）：]{2,80})(?:均|都|同)?(?:是|为|作为)(?:以下|上述|全部|所有|各项|每项|本方案)+(?:重点|工作|具体)*(?:任务|工作|措施|"
    r"事项)的(?:共同|主要|当然)?(?P<label>牵头|配合|责任|参与)(?:单位|部门|主体)(?:[，。；]?(?:以下|下文|文中)?(?:均)?不再(?:一一)?[^，。；）]{1,8})?。?"
)
_SAYS_SO = compiled(r"[均都皆]|(?:单位|部门|主体)[为是]|[为是作](?:以下|上述|全部|所有|各项|每项|本方案)")
_SAME = compiled(
    r"[，。；、]?(?:以)?下同。?$|[，。；、]?(?:以下|下文|文中)?(?:均)?不再(?:一一)?(?:列出|罗列|列明|重复|列举|赘述|做分工|"
    r"标注|注明|说明)[^，。；]{0,4}。?$"
)
_ROLES = {"牵头": Role.LEAD, "配合": Role.SUPPORT, "参与": Role.SUPPORT, "责任": Role.RESPONSIBLE}


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A sentence about all tasks: its range, and for departments that carry every task the range of their names."""

    start: int
    end: int
    role: Role | None = None
    """None of a sentence that says no more than that the first one leads."""
    who: tuple[int, int] = (0, 0)
    others: Role | None = None
    """Of a sentence that says that the first one leads: the role of those behind it, where it says so."""


@rule(Stage.DEPARTMENTS)
def first_is_lead(text: str) -> list[Statement]:
    """列第一位者为牵头单位，下同; 排在第一位的部门为牵头部门，下同; 排名首位的为牵头单位: in every list the first one leads,
    where the list itself does not say who does; 其余为配合单位 gives the others their role."""
    if "首" not in text and "第" not in text and "最前" not in text:
        return []  # the search below tries every place of a text
    return [
        Statement(match.start(), match.end(), others=_others(match.group()))
        for match in _FIRST.finditer(text)
    ]


def _others(said: str) -> Role | None:
    rest = compiled(r"(?:其余|其他|其它)(.+)").search(said)
    return Role.SUPPORT if rest and compiled(r"配合|协办|参与|协助").search(rest[1]) else None


@rule(Stage.DEPARTMENTS)
def carries_every_task(text: str) -> list[Statement]:
    """以下均需…落实，不再一一列出; 以下任务均由…负责，不再列出; 具体任务均涉及…，不再做分工，下同;
    各项任务的配合单位均为…; …是各项任务的共同责任单位: these departments carry every task of the plan and are not repeated in
    each."""
    found: list[Statement] = []
    if not _SAYS_SO.search(text):
        return found  # the searches below try every place of a text
    for match in _EVERY.finditer(text):
        role = role_of_verb(match["verb"]) if match["verb"] else Role.RESPONSIBLE
        found.append(Statement(match.start(), match.end(), role, match.span("who")))
    for pattern in (_DEFAULT, _SAID_OF):
        for match in pattern.finditer(text):
            start, end = match.span("who")
            end = start + without_same(match["who"])
            found.append(Statement(match.start(), match.end(), _ROLES[match["label"]], (start, end)))
    return found


def statements_in(text: str) -> list[Statement]:
    """All such sentences of a folded text, in order."""
    found = sorted([*first_is_lead(text), *carries_every_task(text)], key=lambda one: (one.start, -one.end))
    taken: list[Statement] = []
    for one in found:
        if not taken or one.start >= taken[-1].end:
            taken.append(_with_brackets(text, one))
    return taken


def _with_brackets(text: str, one: Statement) -> Statement:
    """A sentence that fills its brackets goes with them."""
    if text[one.start - 1 : one.start] == "（" and text[one.end : one.end + 1] == "）":
        return replace(one, start=one.start - 1, end=one.end + 1)
    return one


def without_same(text: str) -> int:
    """The length of a clause without a closing 下同 or 不再一一列出."""
    match = _SAME.search(text)
    return match.start() if match else len(text)
