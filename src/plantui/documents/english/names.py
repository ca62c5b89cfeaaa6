"""Lists of departments in English: split at commas, and at those `and`s that part two names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

_COMMA = compiled(r"\s*[,;|]\s*(?:and\s+|&\s+)?(?![^()]*\))|\s*\n\s*")
_AND = compiled(r"\s+(?:and|&)\s+(?![^()]*\))")
_USUAL = frozenset(
    {
        "parks and recreation",
        "planning and zoning",
        "planning and development",
        "planning and urban design",
        "community and economic development",
        "equity and inclusion",
        "health and human services",
        "building and safety",
        "arts and culture",
        "water and sewer",
        "water and power",
        "housing and community development",
        "finance and management",
        "finance and management services",
        "finance and administration",
        "energy and environment",
        "streets and sanitation",
        "parks and open space",
        "communications and public engagement",
        "communication and public engagement",
        "all departments and divisions",
        "fire and rescue",
        "engineering and public works",
        "diversity, equity and inclusion",
        "technology and innovation",
    }
)
_NOBODY = compiled(r"^(?:n/?a|none|tbd|to be determined|-+|all|other|others|various|etc\.?)$", re.IGNORECASE)


class KnownNames:
    """Names that the document prints on their own, so that an `and` inside them is part of the name."""

    def __init__(self, values: Iterable[str], lines: Iterable[str]) -> None:
        self._alone: Counter[str] = Counter()
        for value in values:
            parts = [part for part in _COMMA.split(value) if part]
            certain = [*parts[:-1], *(part for part in parts[-1:] if not _AND.search(part))]
            self._alone.update(_key(part) for part in certain)
            if len(parts) > 1 and compiled(r",\s*and\s").search(value):
                self._alone[_key(parts[-1])] += 1
        self._lines = {_key(line) for line in lines if len(line) < 60 and " " in line.strip()}

    def __contains__(self, name: str) -> bool:
        key = _key(compiled(r"\s*\(.*?\)").sub("", name))
        return key in self._alone or key in self._lines or key in _USUAL or _key(name) in self._alone


def _key(name: str) -> str:
    return compiled(r"\s+").sub(" ", name).strip(" .;,*").lower()


@rule(Stage.ENGLISH)
def names_in(value: TracedText, known: KnownNames) -> Iterator[TracedText]:
    """A list is split at commas and semicolons outside brackets. An `and` is part of a name where the document prints
    that name elsewhere, or where it is a usual name (Parks and Recreation); it parts two names where both, or one
    and the rest, are known; else the words stay together."""
    for piece in value.split(_COMMA):
        for name in _parted(piece.strip(), known):
            name = name.strip(" .;,*")
            if name.text and not _NOBODY.match(name.text) and compiled(r"[A-Za-z]{2}").search(name.text):
                yield name


def _parted(piece: TracedText, known: KnownNames) -> list[TracedText]:
    if compiled(r"and\s").match(piece.text):
        piece = piece[4:].strip()
    joints = list(_AND.finditer(piece.text))
    if not joints or piece.text in known:
        return [piece]
    best: tuple[int, list[TracedText]] | None = None
    for choice in range(1 << min(len(joints), 6)):
        parts = _cut(piece, [joint for index, joint in enumerate(joints[:6]) if choice >> index & 1])
        unknown = sum(part.text not in known for part in parts)
        score = unknown * 10 - (len(parts) - unknown) * 5 + len(parts)
        if len(parts) > 1 and unknown == len(parts):
            score += 100
        if best is None or score < best[0]:
            best = (score, parts)
    assert best is not None
    return best[1]


def _cut(piece: TracedText, joints: list[re.Match[str]]) -> list[TracedText]:
    parts: list[TracedText] = []
    at = 0
    for joint in joints:
        parts.append(piece[at : joint.start()])
        at = joint.end()
    return [*parts, piece[at:]]
