"""Departments that the sentences of a task name in passing: 由市水利局牵头，会同市财政局制定规划."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.documents.field_kind import KIND_OF_ROLE
from plantui.documents.fields.departments.clause import departments_of
from plantui.documents.fields.departments.context import DepartmentContext
from plantui.documents.fields.departments.items import parse
from plantui.documents.fields.departments.labels import role_of_verb, verb_behind
from plantui.documents.languages.own_words import OpenPattern
from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import compiled
from plantui.documents.reading import Doubt, ReadDepartment
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import Likeness, likeness
from plantui.documents.tokens.brackets import pieces
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

_LONGEST = 90
"""A longer clause lists no departments."""
_MODAL = zh.SENTENCES_MODAL
_BODY = OpenPattern(zh.SENTENCES_BODY, any_of(zh.BODIES_IN_SENTENCES), lambda own: own.bodies)


@rule(Stage.DEPARTMENTS)
def in_sentences(body: TracedText, context: DepartmentContext) -> tuple[list[ReadDepartment], list[Doubt]]:
    """A task without any clause of departments has those that its sentences name as who does something: 由…牵头,
    会同…制定, …负责…, …指导…, …要…, …共同…, …分别…; right behind them a list that ends in …配合 is one too, whatever its
    names are. The sentence stays in the text, and each is doubtful. 报市政府审定 and 设在市水利局 name nobody who does it,
    and 各有关部门 are no departments; 社区干部 and 负责人 are persons."""
    found: list[ReadDepartment] = []
    doubts: list[Doubt] = []
    goes_on = False
    for clause in _clauses(body):
        named = [*_who(clause, goes_on=goes_on)]
        goes_on = bool(named)
        for role, who in named:
            read, _ = departments_of(
                parse(who, context.period, KIND_OF_ROLE[role]), DepartmentContext(context.period)
            )
            found += read
            if read:
                facts = {"text": clause.text}
                doubts.append(Doubt(who.span, who.text, "clauses.from_sentence", facts))
    return found, doubts


def _clauses(body: TracedText) -> Iterator[TracedText]:
    """What stands between commas and full stops outside brackets, and behind a role (由市水利局牵头、市财政局配合)."""
    for one in pieces(folded(body.text), "，。；！？："):
        if 0 < one.end - one.start <= _LONGEST:
            yield from (part.strip() for part in body[one.start : one.end].split(ZH.SENTENCES_BEHIND_ROLE))


def _who(clause: TracedText, *, goes_on: bool) -> Iterator[tuple[Role, TracedText]]:
    """The lists of names of one clause, each with its role. `goes_on`: the clause before has named somebody."""
    text = folded(clause.text)
    beside = ZH.SENTENCES_WITH.match(text)
    if beside is not None:
        yield from _beside(clause[beside.end() :], may_end=goes_on)
        return
    behind = verb_behind(text) if goes_on else None
    if behind is not None and _are_bodies(text[: behind[0]], Likeness.WEAK):
        yield behind[1], clause[: behind[0]]
        return
    by = [match.end() for match in ZH.SENTENCES_BY.finditer(text)]
    start = by[-1] if by else 0
    rest = clause[start:]
    verb_at = _names_before(folded(rest.text), is_named=bool(by))
    if verb_at is None:
        return
    said = compiled(rf"^{_MODAL}").sub("", folded(rest.text)[verb_at:])
    if together := ZH.SENTENCES_TOGETHER.match(said):
        yield Role.LEAD, rest[:verb_at]
        yield from _beside(rest[len(rest) - len(said) + together.end() :], may_end=False)
        return
    yield _role(said), rest[:verb_at]


def _beside(rest: TracedText, *, may_end: bool) -> Iterator[tuple[Role, TracedText]]:
    text = folded(rest.text)
    verb_at = _names_before(text, is_named=True)
    if verb_at is None and may_end and _are_bodies(text, Likeness.WEAK):
        verb_at = len(text)
    if verb_at is not None:
        yield Role.SUPPORT, rest[:verb_at]


def _role(said: str) -> Role:
    """The verb that follows the names; one that says only what is done makes them responsible."""
    first = compiled(
        r"^(?:共同|分别|具体|加强|密切|积极|业务|督促|按照?(?:各自)?(?:职责|分工)(?:分工)?)*"
    ).sub("", said)
    verb = ZH.SENTENCES_HEAD_VERB.match(first)
    role = role_of_verb(verb.group()) if verb else Role.RESPONSIBLE
    return Role.RESPONSIBLE if role is Role.SHARED else role


def _names_before(text: str, *, is_named: bool) -> int | None:
    """Where the verb behind a list of names begins. Behind 由 and 会同 any verb may follow, and a body need not be one of
    the state."""
    least = Likeness.WEAK if is_named else Likeness.STRONG
    for match in (ZH.SENTENCES_VERB if is_named else ZH.SENTENCES_HEAD_VERB).finditer(text):
        if _are_bodies(text[: match.start()], least):
            return match.start()
    return None


def _are_bodies(names: str, least: Likeness) -> bool:
    return all(likeness(name) >= least and _is_body(name) for name in ZH.SENTENCES_MARK.split(names))


def _is_body(name: str) -> bool:
    return bool(_BODY.search(name)) and not (
        ZH.SENTENCES_NO_BODY.match(name) or ZH.SENTENCES_PERSONS.search(name)
    )
