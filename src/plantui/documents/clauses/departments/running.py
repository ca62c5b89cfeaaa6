"""Departments that the sentences of a task name in passing: 由市水利局牵头，会同市财政局制定规划."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.documents.patterns import compiled
from plantui.documents.reading import Doubt, ReadDepartment
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import Likeness, likeness
from plantui.documents.tokens.brackets import pieces
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

from .clause import departments_of
from .context import DepartmentContext
from .items import parse
from .verbs import role_of_verb

_LONGEST = 90
"""A longer clause lists no departments."""
_BY = compiled(r"(?<!自)(?<!理)由(?!于)")
_WITH = compiled(r"^(?:并|再)?(?:会同|联合|协同|配合)")
_MODAL = r"(?:要|应当|应|须|需要?)"
_HEAD_VERB = compiled(
    rf"{_MODAL}|牵头|负责(?!人)|会同|联合|(?:密切|积极|做好|协同)?配合|参与|(?:业务|加强|督促)?指导|督导|共同|分别|具体(?:负责|实施|承担|落实)|"
    r"按照?(?:各自)?(?:职责|分工)"
)
_VERB = compiled(
    rf"{_HEAD_VERB.pattern}|承担|组织|实施|落实|制定|编制|研究|起草|出台|开展|推进|推动|建立|建设|完善|做好|抓好|加强|提出|统筹|审核"
)
_BODY = compiled(
    r"(?:[局委办厅部署]|委员会|办公室|政府|中心|公司|集团|法院|检察院|工会|妇联|残联|[总支大]队|银行|单位|学校|医院|[处科室])$"
)
_MARK = compiled(r"、(?![^（]*）)")
_TOGETHER = compiled(r"^(?:会同|联合|协同)")
_PERSONS = compiled(r"(?:干部|人员|负责人|委员|队员|专员|领导)$")
_NO_BODY = compiled(
    r"^(?:各|有关|相关|上述|其他|所有|责任|牵头|配合|成员|职能|主管|行业|级|地|市直|县直|和)*(?:单位|部门|地区|地方|级|企业|机构|地|方面|主体)+$"
)


@rule(Stage.DEPARTMENTS)
def in_sentences(body: TracedText, context: DepartmentContext) -> tuple[list[ReadDepartment], list[Doubt]]:
    """A task without any clause of departments has those that its sentences name as who does something: 由…牵头,
    会同…制定, …负责…, …指导…, …要…, …共同…, …分别…. The sentence stays in the text, and each is doubtful. 报市政府审定 and
    设在市水利局 name nobody who does it, and 各有关部门 are no departments; 社区干部 and 负责人 are persons."""
    found: list[ReadDepartment] = []
    doubts: list[Doubt] = []
    for clause in _clauses(body):
        for role, who in _who(clause):
            read, _ = departments_of(parse(who, context.period, role), DepartmentContext(context.period))
            found += read
            if read:
                facts = {"text": clause.text}
                doubts.append(Doubt(who.span, who.text, "clauses.from_sentence", facts))
    return found, doubts


def _clauses(body: TracedText) -> Iterator[TracedText]:
    """What stands between commas and full stops outside brackets."""
    for one in pieces(folded(body.text), "，。；！？："):
        if 0 < one.end - one.start <= _LONGEST:
            yield body[one.start : one.end].strip()


def _who(clause: TracedText) -> Iterator[tuple[Role, TracedText]]:
    """The lists of names of one clause, each with its role."""
    text = folded(clause.text)
    beside = _WITH.match(text)
    if beside is not None:
        yield from _beside(clause[beside.end() :])
        return
    by = [match.end() for match in _BY.finditer(text)]
    start = by[-1] if by else 0
    rest = clause[start:]
    verb_at = _names_before(folded(rest.text), is_named=bool(by))
    if verb_at is None:
        return
    said = compiled(rf"^{_MODAL}").sub("", folded(rest.text)[verb_at:])
    if together := _TOGETHER.match(said):
        yield Role.LEAD, rest[:verb_at]
        yield from _beside(rest[len(rest) - len(said) + together.end() :])
        return
    yield _role(said), rest[:verb_at]


def _beside(rest: TracedText) -> Iterator[tuple[Role, TracedText]]:
    verb_at = _names_before(folded(rest.text), is_named=True)
    if verb_at is not None:
        yield Role.SUPPORT, rest[:verb_at]


def _role(said: str) -> Role:
    """The verb that follows the names; one that says only what is done makes them responsible."""
    first = compiled(
        r"^(?:共同|分别|具体|加强|密切|积极|业务|督促|按照?(?:各自)?(?:职责|分工)(?:分工)?)*"
    ).sub("", said)
    verb = _HEAD_VERB.match(first)
    role = role_of_verb(verb.group()) if verb else Role.RESPONSIBLE
    return Role.RESPONSIBLE if role is Role.SHARED else role


def _names_before(text: str, *, is_named: bool) -> int | None:
    """Where the verb behind a list of names begins. Behind 由 and 会同 any verb may follow, and a body need not be one of
    the state."""
    least = Likeness.WEAK if is_named else Likeness.STRONG
    for match in (_VERB if is_named else _HEAD_VERB).finditer(text):
        names = _MARK.split(text[: match.start()])
        if all(likeness(name) >= least and _is_body(name) for name in names):
            return match.start()
    return None


def _is_body(name: str) -> bool:
    return bool(_BODY.search(name)) and not (_NO_BODY.match(name) or _PERSONS.search(name))
