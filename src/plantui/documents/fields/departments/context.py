"""What a document says of all its tasks: who leads in every list, who carries every task."""

from __future__ import annotations

from typing import NamedTuple

from plantui.documents.fields.departments.labels import role_of_verb
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.period import Period
from plantui.documents.reading import ReadDepartment
from plantui.documents.rule import Stage, rule
from plantui.model.terms import Role

_ROLES = {"牵头": Role.LEAD, "配合": Role.SUPPORT, "参与": Role.SUPPORT, "责任": Role.RESPONSIBLE}


class DepartmentContext(NamedTuple):
    """Facts about the whole document."""

    period: Period
    first_is_lead: bool = False
    """列第一位者为牵头单位，下同: the first of several departments leads."""
    others: Role | None = None
    """排第一位的牵头，其他为配合单位: the role of those behind the first."""
    says_who_leads: bool = False
    """Some brackets of the document say who leads (牵头), so that a list without a role means all alike."""
    lead_mark: str = ""
    """标★的为牵头单位: the mark of those who lead."""
    carried: tuple[ReadDepartment, ...] = ()
    """以下均需…落实，不再一一列出: departments that carry every task. They are not repeated in each task."""


class Statement(NamedTuple):
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
        for match in ZH.STATEMENTS_FIRST.finditer(text)
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
    if not ZH.STATEMENTS_SAYS_SO.search(text):
        return found  # the searches below try every place of a text
    for match in ZH.STATEMENTS_EVERY.finditer(text):
        role = role_of_verb(match["verb"]) if match["verb"] else Role.RESPONSIBLE
        found.append(Statement(match.start(), match.end(), role, match.span("who")))
    for pattern in (ZH.STATEMENTS_DEFAULT, ZH.STATEMENTS_SAID_OF):
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
        return one._replace(start=one.start - 1, end=one.end + 1)
    return one


def without_same(text: str) -> int:
    """The length of a clause without a closing 下同 or 不再一一列出."""
    match = ZH.STATEMENTS_SAME.search(text)
    return match.start() if match else len(text)
