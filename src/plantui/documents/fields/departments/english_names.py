"""Lists of departments in English: split at commas, and at those `and`s that part two names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from plantui.documents.languages.en import EN
from plantui.documents.languages.en import _generated as en
from plantui.documents.languages.own_words import OpenPattern
from plantui.documents.lexicon import any_of
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText
from plantui.model.terms import Role

_BODY = OpenPattern(en.BODIES_TEXT_BODY, any_of(en.BODIES_ENDINGS), lambda own: own.bodies)
_TRADES = frozenset(en.BODIES_TRADES)
_USUAL = frozenset(en.BODIES_USUAL)
_STRONGLY = 3
_LISTS = 2
"""From so many lists on their way of joining names is the document's."""


class KnownNames:
    """Names that the document prints on their own, so that an `and` inside them is part of the name."""

    def __init__(self, values: Sequence[str], lines: Iterable[str]) -> None:
        self._alone: Counter[str] = Counter()
        lists = Counter(has_and for value in values if (has_and := _joins_with_and(value)) is not None)
        self.parts_by_commas = lists[False] >= _LISTS and not lists[True]
        """The lists of the document never have an `and` before their last name."""
        for value in values:
            for strong in EN.NAMES_STRONG.split(value):
                parts = [part for part in EN.NAMES_COMMA.split(strong) if part]
                certain = [*parts[:-1], *(part for part in parts[-1:] if not EN.NAMES_AND.search(part))]
                self._alone.update(_key(part) for part in certain)
                if len(parts) > 1 and compiled(r",\s*and\s").search(strong):
                    self._alone[_key(parts[-1])] += 1
        self._lines = {
            _key(line)
            for line in lines
            if len(line) < 60 and " " in line.strip() and not line.rstrip().endswith(".")
        }

    def count(self, name: str) -> int:
        """How often a list has this name as one of its own."""
        return self._alone[_key(name)]

    def __contains__(self, name: str) -> bool:
        key = _key(compiled(r"\s*\(.*?\)").sub("", name))
        return key in self._alone or key in self._lines or key in _USUAL or _key(name) in self._alone


def _is_whole(name: str) -> bool:
    """A name that ends in a body (X Department) or begins with one (Head of X), has the article of a name, or is the one
    person who is called so (Principal)."""
    plain = compiled(r"\s*\(.*?\)").sub("", name).strip()
    if " " not in plain:
        return plain in en.BODIES_SINGLE_PERSONS
    return bool(
        _BODY.search(plain)
        or EN.BODIES_TEXT_OF_BODY.match(plain)
        or compiled(r"^The (?:\S+ ){1,}\S+$").match(plain)
    )


def _joins_with_and(value: str) -> bool | None:
    """Whether the last name of a list stands behind an `and`; None where it is no list of names parted by commas."""
    value = value.strip(" .;")
    *others, last = [part for part in EN.NAMES_COMMA.split(value) if part.strip()] or [""]
    if not others or ";" in value or not all(_is_whole(one) for one in others):
        return None
    return bool(EN.NAMES_AND.search(last)) or bool(compiled(r",\s*(?:and|&)\s").search(value))


def _key(name: str) -> str:
    return compiled(r"\s+").sub(" ", name).strip(" .;,*").lower()


@rule(Stage.ENGLISH)
def names_in(value: TracedText, known: KnownNames, role: Role) -> Iterator[tuple[Role, TracedText]]:
    """A list is split at semicolons and lines, else at commas, outside brackets; where semicolons part the names,
    commas do not. An `and` is part of a name where the document prints that name elsewhere, or where it is a usual name
    (Parks and Recreation); it parts two names where both are whole (X Department and Y Department, Head of X and Head
    of Y), or known. Where no list of the document has an `and` before its last name, `Parks, Recreation and Waterfront` is
    one name. A bracket (lead) says the role; None, N/A and TBD are nobody. Who stands behind `with` or
    `supported by` helps."""
    pieces = [piece.strip() for piece in value.split(EN.NAMES_STRONG) if piece.text.strip()]
    semicolons = ";" in value.text.strip(" ;")
    for piece in pieces:
        beside = EN.NAMES_HELPED.search(piece.text) if role in (Role.LEAD, Role.RESPONSIBLE) else None
        cut = beside.start() if beside else len(piece)
        halves = ((role, piece[:cut]), (Role.SUPPORT, piece[beside.end() :] if beside else piece[:0]))
        for given, half in halves:
            for part in _comma_parts(half, known, keeps=semicolons):
                for name in _parted(part.strip(), known, is_list=given is not role):
                    found = _named(name, given)
                    if found is not None:
                        yield found


def _named(name: TracedText, role: Role) -> tuple[Role, TracedText] | None:
    leading = EN.NAMES_LEADING.match(name.text)
    name = name[leading.end() :] if leading else name
    marked = EN.NAMES_BRACKET_ROLE.search(name.text)
    if marked is not None:
        role = Role.LEAD if marked["lead"] else Role.SUPPORT
        name = name[: marked.start()]
    whole = name.strip()
    name = _balanced(name.strip(" .;,*:–—|"))
    if EN.NAMES_ABBREVIATED.search(name.text) and whole.text.startswith(f"{name.text}."):
        name = whole[: len(name) + 1]
    if not name.text or EN.NAMES_NOBODY.match(name.text) or not compiled(r"[A-Za-z]{2}").search(name.text):
        return None
    return role, name


def _balanced(name: TracedText) -> TracedText:
    """Without a bracket that the field's own bracket left."""
    text = name.text
    if text.endswith((")", "]")) and text.count("(") + text.count("[") < text.count(")") + text.count("]"):
        return name[:-1].strip(" .;,")
    if text.count("(") > text.count(")") and text.rstrip().endswith("("):
        return name[:-1].strip()
    return name


def _comma_parts(piece: TracedText, known: KnownNames, *, keeps: bool) -> list[TracedText]:
    parts = [part for part in piece.split(EN.NAMES_COMMA) if part.text.strip()]
    if len(parts) < 2:
        return parts
    if keeps and not all(part.text in known and known.count(part.text) > 1 for part in parts):
        return [piece]
    if _key(piece.text) in _USUAL:
        return [piece]
    joints = list(EN.NAMES_COMMA.finditer(piece.text))
    first = parts[0].text
    is_list = EN.BODIES_TEXT_LIST_OF.match(first) or (known.parts_by_commas and _is_field(first, known))
    if (
        len(parts) == 2
        and is_list
        and not EN.NAMES_AND.search(first)
        and _is_rest_of_list(parts[1].text, known, joints[0])
    ):
        return [piece]
    return _with_places(piece, parts, known)


def _is_field(words: str, known: KnownNames) -> bool:
    """Whether words are what a body is for, as `Parks` in `Parks, Recreation and Waterfront`, and no body themselves."""
    return len(words.split()) < 3 and not _BODY.search(words) and known.count(words) < 2


def _is_rest_of_list(rest: str, known: KnownNames, joint: re.Match[str]) -> bool:
    """`Climate and Communications` behind `Department of the Environment,`: no bodies of their own."""
    halves = EN.NAMES_AND.split(rest)
    if len(halves) != 2 or max(len(half.split()) for half in halves) > 2 or "and" in joint.group():
        return False
    return not any(_BODY.search(half) or half in known for half in halves)


def _with_places(piece: TracedText, parts: list[TracedText], known: KnownNames) -> list[TracedText]:
    """A university keeps the town behind its comma, and a director the body that he is the one of."""
    found: list[TracedText] = []
    for part in parts:
        name = part.text.strip()
        is_town = (
            bool(found and EN.BODIES_TEXT_PLACED.search(found[-1].text))
            and compiled(r"[A-Z][a-z]+").fullmatch(name) is not None
            and name.lower() not in _TRADES
            and known.count(name) < 2
        )
        is_title = bool(found and EN.BODIES_TEXT_TITLE_OF.match(found[-1].text.strip()))
        if is_town or (is_title and not EN.BODIES_TEXT_TITLE_OF.match(name)):
            start = piece.text.index(found[-1].text)
            end = piece.text.index(part.text, start + len(found[-1].text)) + len(part.text)
            found[-1] = piece[start:end]
        else:
            found.append(part)
    return found


def _parted(piece: TracedText, known: KnownNames, *, is_list: bool) -> list[TracedText]:
    """The names between the `and`s of a piece; in what is a list of helpers one behind several words parts two."""
    if EN.NAMES_ACRONYMS.fullmatch(piece.text):
        return list(piece.split(compiled(r"\s?/\s?")))
    if compiled(r"(?:and|&)\s").match(piece.text):
        piece = piece[piece.text.index(" ") + 1 :].strip()
    joints = list(EN.NAMES_AND.finditer(piece.text))
    if not joints or piece.text in known:
        return [piece]
    best: tuple[int, list[TracedText]] | None = None
    for choice in range(1 << min(len(joints), 6)):
        parts = _cut(piece, [joint for index, joint in enumerate(joints[:6]) if choice >> index & 1])
        score = _cost(parts, known)
        if best is None or score < best[0]:
            best = (score, parts)
    assert best is not None
    if is_list and len(best[1]) == 1 and " " in piece.text[: joints[0].start()].strip():
        return _cut(piece, joints)
    return best[1]


def _cost(parts: list[TracedText], known: KnownNames) -> int:
    """How unlikely it is that these are the names: unknown ones cost, known ones gain, whole bodies count as known."""
    sure = [part.text in known or (len(parts) > 1 and _is_whole(part.text)) for part in parts]
    unknown = sure.count(False)
    cost = unknown * 10 - sure.count(True) * 5 + len(parts)
    if len(parts) > 1 and unknown == len(parts):
        return cost + 100
    if len(parts) > 1 and unknown:
        weak = [part.text for part, known_one in zip(parts, sure, strict=True) if not known_one]
        strong = max(known.count(part.text) for part in parts)
        if not strong or (strong < _STRONGLY and any(" " not in text for text in weak)):
            cost += 20
    cost += 20 * sum(_runs_on(one.text, two.text, known) for one, two in pairwise(parts))
    return cost


def _runs_on(left: str, right: str, known: KnownNames) -> bool:
    """Whether `Head of Legal` and `Democratic Services` are as well one name: the first has its body in front, the second
    none that is more than services."""
    if not EN.BODIES_TEXT_OF_BODY.match(left) or EN.BODIES_TEXT_OF_BODY.match(right) or known.count(right):
        return False
    return (
        bool(EN.BODIES_TEXT_PERSON.match(left))
        or not _BODY.search(right)
        or bool(EN.BODIES_TEXT_WEAK_BODY.search(right))
    )


def _cut(piece: TracedText, joints: list[re.Match[str]]) -> list[TracedText]:
    parts: list[TracedText] = []
    at = 0
    for joint in joints:
        parts.append(piece[at : joint.start()])
        at = joint.end()
    return [*parts, piece[at:]]
