"""Words that a converter broke (Manageme nt) or a line end parted (con-/structed), put together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

_WORD = compiled(r"[A-Za-z]+")
_BROKEN = compiled(r"(?<![A-Za-z])([A-Za-z]+) ([a-z]+)(?![A-Za-z])")
_STRAY = compiled(r"\s+(?=[.,;:)](?:\s|$))|(?<=\()\s+")
_BLANKS = compiled(r"(?<=\s)\s+|\t")
_ENDS_PARTED = compiled(r"(?<![A-Za-z])([A-Za-z]++)[-\u2010\u00ad]$")
_COMPOUND = compiled(r"(?<![A-Za-z])[A-Za-z]++(?:-[A-Za-z]++)++")


def vocabulary(text: str) -> Counter[str]:
    """How often each word occurs, compounds with their hyphen too."""
    words = Counter(match.group().lower() for match in _WORD.finditer(text))
    words.update(match.group().lower() for match in _COMPOUND.finditer(text))
    return words


@rule(Stage.ENGLISH)
def whole_words(text: TracedText, words: Counter[str]) -> TracedText:
    """Two pieces are one word where the document has that word elsewhere and at least one of the pieces is no word of its
    own. Blanks before a full stop or a hyphen are dropped."""
    cuts = [match.end(1) for match in _BROKEN.finditer(text.text) if _is_broken(match[1], match[2], words)]
    if cuts:
        starts = [0, *(cut + 1 for cut in cuts)]
        text = TracedText.join(text[start:end] for start, end in zip(starts, [*cuts, len(text)], strict=True))
    return text.without(_STRAY).without(EN.BROKEN_WORDS_BESIDE_HYPHEN).strip()


def single_blanks(text: TracedText) -> TracedText:
    """The same with one blank for a gap."""
    if "\t" in text.text:
        text = TracedText(text.text.replace("\t", " "), text.offsets)
    return text.without(_BLANKS).strip()


@rule(Stage.ENGLISH)
def joined(parts: Iterable[TracedText], words: Counter[str]) -> TracedText:
    """Lines as one text. A word that a line end parted loses its hyphen, unless the document has it with the hyphen
    (low-income) or both its parts are words of their own."""
    pieces: list[TracedText] = []
    for part in parts:
        part = single_blanks(part)
        if not part.text:
            continue
        if pieces:
            parted = _ENDS_PARTED.search(pieces[-1].text)
            following = _WORD.match(part.text)
            if parted and following and part.text[0].islower():
                if not _keeps_hyphen(pieces[-1].text, parted[1], following.group(), words):
                    pieces[-1] = pieces[-1][:-1]
            elif not (pieces[-1].text.endswith("/") or part.text.startswith("/")):
                pieces.append(TracedText.implied(" ", part.offsets[0]))
        pieces.append(part)
    return TracedText.join(pieces)


def _keeps_hyphen(before: str, left: str, right: str, words: Counter[str]) -> bool:
    left, right = left.lower(), right.lower()
    if words[f"{left}-{right}"]:
        return True
    if words[left + right]:
        return False
    if compiled(r"-[A-Za-z]+-$").search(before):  # low-in-/come: a second hyphen is the line's
        return False
    return words[left] > 1 and words[right] > 1


def _is_broken(left: str, right: str, words: Counter[str]) -> bool:
    whole = words[(left + right).lower()]
    return (
        whole >= 2
        and min(words[left.lower()], words[right.lower()]) * 3 <= whole
        and not (left.lower() in {"a", "i"} and left.islower())
    )
