"""Names of a clause with what they take from their neighbours, in their final role."""

from __future__ import annotations

from plantui.documents.fields.departments.context import DepartmentContext
from plantui.documents.fields.departments.items import Item, Parsed
from plantui.documents.fields.departments.prefixes import Prefix, carried_ending
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.reading import Doubt, ReadDepartment
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import Likeness, is_plausible
from plantui.documents.tokens.widths import folded
from plantui.model.terms import Role

_SPACE = compiled(r"\s+")


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
