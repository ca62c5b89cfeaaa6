"""Fields of one's own in Microsoft Project, in which roles, status, key, number and region stand."""

from __future__ import annotations

from collections.abc import Mapping

from plantui.model.terms import Language, Role
from plantui.words import Words
from plantui.words.phrases import term

STATUS, KEY, NUMBER, REGION = "status", "key", "number", "region"
"""Names of fields beside those of the roles."""
FIELDS: Mapping[str, int] = {
    Role.LEAD.value: 188743731,
    Role.SUPPORT.value: 188743734,
    STATUS: 188743737,
    KEY: 188743740,
    Role.SHARED.value: 188743743,
    Role.RESPONSIBLE.value: 188743746,
    Role.GUIDE.value: 188743747,
    NUMBER: 188743748,
    REGION: 188743749,
}
"""The numbers of Text1 to Text9: Start1, Finish1 and others lie between the first of them."""


def alias(words: Words, name: str) -> str:
    """Return the name under which a field is shown."""
    role = next((role for role in Role if role.value == name), None)
    return term(words, role, long=True).capitalize() if role else words(f"exchange.mspdi.{name}")


def fields_by_alias(*, is_ours: bool) -> dict[str, str]:
    """Return the fields by what they are called in either language, in small letters; a role has two names.

    Of other programs' files they are those of the roles: a status or a number may be anything there.
    """
    found: dict[str, str] = {}
    for words in map(Words, Language):
        names = FIELDS if is_ours else [role.value for role in Role]
        found |= {alias(words, name).casefold(): name for name in names}
        found |= {term(words, role).casefold(): role.value for role in Role}
    return found


def progress_marks() -> tuple[str, ...]:
    """Return the lines in either language behind which a task's notes have the newest progress."""
    return tuple(Words(language)("exchange.mspdi.progress") for language in Language)
