"""The characters that are the same for a search: those that differ in width, case or form."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain
from unicodedata import category, normalize

from plantui.model.search_text import fold_text

_FOLDING = (range(0x80, 0x3400), range(0xA640, 0xD800), range(0xF900, 0x20000), range(0x2F800, 0x2FA20))
"""Blocks that hold every character, ASCII apart, that has another folded form; the ideographs between have none."""
_JAMO = range(0x1160, 0x1200)
"""Vowels and endings that join with the Korean letter before them."""


def is_plain(term: str) -> bool:
    """Return whether a folded term stands in any text only as it is written itself: no character of it has a variant."""
    return not any(char in _variants() or normalize("NFD", char) != char for char in term)


def variants_of(char: str) -> frozenset[str]:
    """Return characters of which a text holds at least one wherever its folded form holds `char`."""
    base = normalize("NFD", char)[0]
    return frozenset({base, *_variants().get(base, ())})


def can_join(alphabet: AbstractSet[str]) -> bool:
    """Return whether a character among these can join with one before it, as an accent does."""
    return any(
        category(normalize("NFKD", char)[0]).startswith("M") or ord(char) in _JAMO for char in alphabet
    )


@cache
def _variants() -> dict[str, set[str]]:
    """Return the characters whose folded forms contain a character, accents apart, by that character."""
    chars = [chr(code) for code in chain(range(ord("A"), ord("Z") + 1), *_FOLDING)]
    # Folded together and not one by one: a line end goes with nothing before or after it.
    folded = normalize("NFD", fold_text("\n".join(chars))).split("\n")
    found: dict[str, set[str]] = {}
    for char, form in zip(chars, folded, strict=True):
        if char != form:
            for part in form:
                found.setdefault(part, set()).add(char)
    return found
