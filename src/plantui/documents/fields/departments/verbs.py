"""Verbs behind a list: …牵头, …配合, …按职责分工负责, …组织落实, …指导."""

from __future__ import annotations

from plantui.documents.languages.own_words import OpenPattern, own_words, remembered
from plantui.documents.languages.zh import ZH
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.model.terms import Role

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
