"""Likeness of texts, and the texts of two lists that speak of the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

_QUOTES = dict.fromkeys("“”„‟＂〝〞", '"') | dict.fromkeys("‘’‚‛＇", "'")
_DASHES = dict.fromkeys("—–―－﹣‐‑‒−─", "-")
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
SAME = str.maketrans({**_WIDE, **_QUOTES, **_DASHES, "。": ".", "｡": ".", "､": "、"})
"""Signs that differ in width or shape only. 。 and . are one, too: some converters write every stop as a dot."""

_LEAST = 0.5
"""Likeness from which on two texts of two lists are about the same thing."""
_SAME_VALUE = 0.2
"""Addition for an equal value: it decides between texts that are equally alike."""


def folded(text: str) -> str:
    """Return a text as far as wording goes: without blanks, one width of signs."""
    return "".join(text.split()).translate(SAME)


def likeness(one: str, other: str) -> float:
    """Return how much of two texts is the same, from 0 to 1, by the pairs of characters that they share."""
    return dice(character_pairs(folded(one)), character_pairs(folded(other)))


def character_pairs(text: str) -> Counter[str]:
    """Return how often each pair of neighbouring characters stands in a text; a single character is one."""
    return Counter(text[at : at + 2] for at in range(max(1, len(text) - 1))) if text else Counter()


def dice(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of two counts that they have in common, from 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def pair_texts(first: Sequence[tuple[str, str]], second: Sequence[tuple[str, str]]) -> dict[int, int]:
    """Pair what is about the same thing in two lists of texts with a value, the most alike first; return places by places.

    Of several texts that are equally alike those with the same value belong together, then the nearest.
    """
    scored = sorted(
        (
            (likeness(about, other) + _SAME_VALUE * (value == theirs), -abs(at - to), at, to)
            for at, (about, value) in enumerate(first)
            for to, (other, theirs) in enumerate(second)
        ),
        reverse=True,
    )
    return each_once((at, to) for score, _, at, to in scored if score >= _LEAST)


def each_once(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return of pairs, the best first, those of which no earlier one has either part."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for at, to in pairs:
        if at not in found and to not in taken:
            found[at] = to
            taken.add(to)
    return found
