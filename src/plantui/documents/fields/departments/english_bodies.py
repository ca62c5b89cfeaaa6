"""What bodies are called: by which words a name is whole."""

from __future__ import annotations

import re

from plantui.documents.languages.en import _generated as en
from plantui.documents.languages.own_words import OpenPattern
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import compiled

BODY = OpenPattern(en.BODIES_TEXT_BODY, any_of(en.BODIES_ENDINGS), lambda own: own.bodies, re.IGNORECASE)

OF_BODY = compiled(en.BODIES_TEXT_OF_BODY)

PERSON = compiled(en.BODIES_TEXT_PERSON)

WEAK_BODY = compiled(en.BODIES_TEXT_WEAK_BODY)


def is_whole(name: str) -> bool:
    """A name that ends in a body (X Department) or begins with one (Head of X), or has the article of a name."""
    plain = compiled(r"\s*\(.*?\)").sub("", name).strip()
    if " " not in plain:
        return False
    return bool(BODY.search(plain) or OF_BODY.match(plain) or compiled(r"^The (?:\S+ ){1,}\S+$").match(plain))


LIST_OF = compiled(en.BODIES_TEXT_LIST_OF)

PLACED = compiled(en.BODIES_TEXT_PLACED)

TRADES = frozenset(en.BODIES_TRADES)

USUAL = frozenset(en.BODIES_USUAL)
