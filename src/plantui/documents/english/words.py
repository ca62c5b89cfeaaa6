"""Words that a converter broke (Manageme nt), put together where the document itself has them whole."""

from __future__ import annotations

from collections import Counter

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

_WORD = compiled(r"[A-Za-z]+")
_BROKEN = compiled(r"(?<![A-Za-z])([A-Za-z]+) ([a-z]+)(?![A-Za-z])")
_STRAY = compiled(r"\s+(?=[.,;:)])|(?<=\()\s+|(?<=\s)\s+")
_HYPHEN = compiled(r"(?<=[A-Za-z]) -(?=[A-Za-z])|(?<=[A-Za-z])- (?=[a-z])")


def vocabulary(text: str) -> Counter[str]:
    """How often each word occurs."""
    return Counter(match.group().lower() for match in _WORD.finditer(text))


@rule(Stage.ENGLISH)
def whole_words(text: TracedText, words: Counter[str]) -> TracedText:
    """Two pieces are one word where the document has that word elsewhere and at least one of the pieces is no word of its
    own. Blanks before a full stop or a hyphen are dropped."""
    cuts = [match.end(1) for match in _BROKEN.finditer(text.text) if _is_broken(match[1], match[2], words)]
    parts, at = [], 0
    for cut in cuts:
        parts.append(text[at:cut])
        at = cut + 1
    text = TracedText.join([*parts, text[at:]]) if parts else text
    return _joined_hyphens(text.without(_STRAY)).strip()


def _joined_hyphens(text: TracedText) -> TracedText:
    parts, at = [], 0
    for match in _HYPHEN.finditer(text.text):
        kept = match.start() + match.group().index("-")
        parts += [text[at : match.start()], text[kept : kept + 1]]
        at = match.end()
    return TracedText.join([*parts, text[at:]]) if parts else text


def _is_broken(left: str, right: str, words: Counter[str]) -> bool:
    whole = words[(left + right).lower()]
    return (
        whole >= 2
        and min(words[left.lower()], words[right.lower()]) * 3 <= whole
        and not (left.lower() in {"a", "i"} and left.islower())
    )
