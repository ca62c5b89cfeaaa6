"""Whether a clause names departments, and its names with what they take from their neighbours, in their final role."""

from __future__ import annotations

from plantui.documents.fields.departments.context import DepartmentContext
from plantui.documents.fields.departments.items import Item, Parsed
from plantui.documents.fields.departments.names import Prefix, carried_ending
from plantui.documents.fields.departments.places import Place, Where
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.reading import Doubt, ReadDepartment
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import Likeness, is_place, is_plausible, likeness
from plantui.documents.tokens.widths import folded
from plantui.model.terms import Role

_SPACE = compiled(r"\s+")
_LONGEST_OFFICE = 16


def departments_of(parsed: Parsed, context: DepartmentContext) -> tuple[list[ReadDepartment], list[Doubt]]:
    """The departments of a clause, in order."""
    found: list[ReadDepartment] = []
    doubts: list[Doubt] = []
    prefix = Prefix()
    roles = _roles(parsed.items, context)
    for run in _by_run(parsed.items):
        texts = [folded(item.name.text) for item in run]
        endings = carried_ending(texts)
        for item, text, ending in zip(run, texts, endings, strict=True):
            if item.likeness is Likeness.NONE and not is_plausible(text):
                doubts.append(
                    Doubt(item.name.span, item.name.text, "clauses.no_department", {"text": item.name.text})
                )
                continue
            name = prefix.before(text) + _SPACE.sub("", item.name.text) + ending
            name = _with_place(name, found)
            found.append(ReadDepartment(roles[id(item)], name, item.name.span))
    return found, doubts


@rule(Stage.DEPARTMENTS)
def _roles(items: list[Item], context: DepartmentContext) -> dict[int, Role]:
    """A name keeps the role of its verb or label; one with the mark of those who lead (★) leads. Where the document says that
    the first one leads, the first name of a list without a lead does, but not 有关部门 and their like; those behind it then
    have the role that the document gives them. A name without a role is responsible."""
    roles = {id(item): item.role or Role.RESPONSIBLE for item in items}
    leads = [item for item in items if item.mark and item.mark == context.lead_mark]
    roles.update((id(item), Role.LEAD) for item in leads)
    if context.first_is_lead and items and Role.LEAD not in roles.values():
        first = items[0]
        if roles[id(first)] in (Role.RESPONSIBLE, Role.SHARED) and not ZH.CLAUSES_SOME.search(
            first.name.text
        ):
            roles = {key: context.others or role for key, role in roles.items()}
            roles[id(first)] = Role.LEAD
    return roles


def _by_run(items: list[Item]) -> list[list[Item]]:
    runs: list[list[Item]] = []
    for item in items:
        if runs and runs[-1][-1].run == item.run:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


@rule(Stage.DEPARTMENTS)
def _with_place(name: str, before: list[ReadDepartment]) -> str:
    """各县党委、政府, 各县（市、区）政府、管委会, 高新区党工委、管委会: a bare 政府 or 管委会 belongs to the place of the
    party committee before it, or to the places of the group of governments before it."""
    if ZH.BODY_LISTS_BARE_ENDING.match(name) and before:
        body = before[-1].name
        place = ZH.BODY_LISTS_PARTY_BODY.match(folded(body)) or ZH.BODY_LISTS_GROUP_OF_PLACES.match(
            folded(body)
        )
        if place:
            return body[: place.end("head")] + name
    return name


def says_who(parsed: Parsed, place: Place) -> bool:
    """A bracket behind a sentence that seems to say who does it (发展改革、财政等部门负责), without a name in it."""
    behind = place.where is Where.BRACKET and place.ends_sentence
    return behind and parsed.has_verb and not parsed.has_label and len(parsed.items) > 1


@rule(Stage.DEPARTMENTS)
def is_clause(parsed: Parsed, place: Place) -> bool:
    """A bracket holds departments where a label says so; where a verb stands behind names that look like bodies (inside a
    sentence every one must; behind a full stop they may be offices of a house: 供水站牵头); or, behind a sentence, where
    it is nothing but a list of names that clearly are bodies."""
    if place.where in (Where.TAIL, Where.BRACKET) and parsed.has_label:
        return is_labelled_list(parsed)
    if parsed.undated or parsed.kept or parsed.persons or not parsed.items:
        return False
    if place.where is Where.PARAGRAPH and place.start > 0 and (parsed.dates or not parsed.has_bare_verb):
        return False  # it says what is done or by when, which is the task's own text
    looks = [item.likeness for item in parsed.items]
    if parsed.has_verb:
        if place.where is Where.PARAGRAPH or not place.ends_sentence:
            is_sure = min(looks) is Likeness.STRONG or (
                place.where is Where.PARAGRAPH and looks[0] is Likeness.STRONG and Likeness.NONE not in looks
            )
            return is_sure and all(item.role for item in parsed.items)
        names = sum(look is not Likeness.NONE for look in looks)
        if max(looks) is Likeness.STRONG:
            return 2 * names >= len(looks)
        if place.follows_sentence and all(_is_office(item.name.text) for item in parsed.items):
            return True
        return all(ZH.CLAUSES_COMPANY.search(item.name.text) for item in parsed.items)
    return place.where is Where.BRACKET and place.ends_sentence and _is_bare_list(parsed, place)


@rule(Stage.DEPARTMENTS)
def _is_bare_list(parsed: Parsed, place: Place) -> bool:
    """（工业和信息化部、公安部、科协等） behind a sentence: two names or more, the first and most of them clearly bodies;
    behind a full stop also a single one （市农业农村局）, and names that all end like offices of a house
    （组织人事股、党建办）. The role is then responsible, with a doubt unless other brackets say
    who leads."""
    looks = [item.likeness for item in parsed.items if not is_place(item.name.text)]
    least = 1 if place.follows_sentence else 2
    if len(looks) < len(parsed.items) or len(looks) < least or min(looks) is Likeness.NONE:
        return False
    if place.follows_sentence and all(_is_office(item.name.text) for item in parsed.items):
        return True
    strong = sum(look is Likeness.STRONG for look in looks)
    return looks[0] is Likeness.STRONG and strong * 3 >= len(looks) * 2


def _is_office(name: str) -> bool:
    """Whether a name ends like a body, or like an office of a house."""
    look = likeness(name)
    is_short = len(name) <= _LONGEST_OFFICE and ZH.CLAUSES_OFFICE.search(name) is not None
    return look is Likeness.STRONG or (look is Likeness.WEAK and is_short)


def is_list(parsed: Parsed) -> bool:
    return bool(parsed.items) and all(item.likeness is not Likeness.NONE for item in parsed.items)


def is_labelled_list(parsed: Parsed) -> bool:
    """Behind a label everything short is a name; where most is not, the label was part of a sentence."""
    if not parsed.items:
        only_persons = bool(parsed.persons) and not parsed.kept
        return parsed.is_empty or parsed.is_standing or only_persons or bool(parsed.dates)
    looks = sum(item.likeness is not Likeness.NONE or is_plausible(item.name.text) for item in parsed.items)
    return 2 * looks > len(parsed.items)
