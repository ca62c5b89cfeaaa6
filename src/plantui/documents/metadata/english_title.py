"""The title of an English plan, and whose it is: the place and the body on the front page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.numbered import is_title_case
from plantui.documents.tokens.english_dates import dates_in

_WORD = compiled(r"[^\W\d_][\w’']*")
_LONGEST, _MOST_WORDS = 120, 16
_SHORT = 2


@rule(Stage.ENGLISH)
def cased(line: str) -> str:
    """A line in capitals is read as written with capitals and small letters; letters without a vowel stay capitals."""
    if not line.isupper() or " " not in line.strip():
        return line
    words = _WORD.sub(lambda match: match[0] if _is_acronym(match[0]) else match[0].capitalize(), line)
    return EN.TITLE_LITTLE.sub(lambda match: match.group().lower(), words)


def _is_acronym(word: str) -> bool:
    return word in {"EU", "UK", "US", "USA", "UN", "ADA", "EV"} or (
        1 < len(word) < 6 and not compiled(r"[AEIOUY]").search(word)
    )


def is_title(line: str) -> bool:
    """Whether a line can be a plan's title."""
    return bool(
        bool(EN.TITLE_PLAN.search(line))
        and 8 < len(line) < _LONGEST
        and len(line.split()) <= _MOST_WORDS
        and (line[0].isupper() or compiled(r"20\d\d").match(line))
        and ".." not in line
        and not line.endswith((".", ",", ";"))
        and not EN.TITLE_ACT.match(line)
        and not EN.TITLE_SENTENCE.search(line)
        and not EN.TITLE_BODY.search(line)
        and not compiled(
            r"^(?:Figure|Table|Appendix|Annex|Section|Chapter|Volume|Part|Goal|Action|Objective|Strategy|Program|Programme|Commitment|Pillar|Theme)\s+(?:\d|[IVX]+\b|[A-Z]\b)"
        ).match(line)
        and not (line.startswith("(") or ":" in line[:14])
    )


@rule(Stage.ENGLISH)
def title_of(lines: Sequence[str], *, running: bool = False) -> str:
    """The first line with Plan, Strategy, Roadmap, Framework or the like that is no sentence and no act (Adopted …). A
    line that ends in a small word goes on in the next; Plan with few words before it goes on from the line above; an
    Update below it is part of it."""
    for at, line in enumerate(lines):
        if not is_title(line):
            continue
        if running:
            return line
        if len(line.split()) <= _SHORT and any(_is_longer(other) for other in lines[at + 1 : at + 3]):
            continue
        return _whole(lines, at).strip(" :,–-")
    return ""


@rule(Stage.ENGLISH)
def plain_title(lines: Sequence[str]) -> str:
    """Where no line has such a word, the first line of the front page with two words or more written as titles are,
    that is no place and no body."""
    return next((line for line in lines if _is_plain(line)), "")


def _is_plain(line: str) -> bool:
    words = compiled(r"[A-Za-z]{3,}").findall(line)
    return (
        len(words) > 1
        and len(line) < _LONGEST
        and all(word[0].isupper() or len(word) < 4 for word in words)
        and not EN.TITLE_CITY.match(line)
        and not EN.TITLE_BODY.search(line)
        and not EN.TITLE_ACT.match(line)
        and not line.endswith((".", ":", ","))
    )


def _is_longer(line: str) -> bool:
    """A title of its own below two words like Mitigation Strategy."""
    return is_title(line) and len(line.split()) > _SHORT + 1


def _whole(lines: Sequence[str], at: int) -> str:
    title = lines[at]
    before = lines[at - 1] if at else ""
    if (
        len(title.split()) <= 2
        and before
        and not EN.TITLE_CITY.match(before)
        and not EN.TITLE_BODY.search(before)
        and len(before) < 60
    ) or (before and EN.TITLE_SMALL.search(before) and len(before) < 80 and before[0].isupper()):
        title = f"{before} {title}"
    following = lines[at + 1] if at + 1 < len(lines) else ""
    if (EN.TITLE_SMALL.search(title) and following) or following[:1].islower():
        title = f"{title} {following}"
    elif compiled(r"20\d\d Update").fullmatch(following):
        title = f"{title}, {following}"
    return compiled(r"\s*\((?:Revised|Updated|Amended|Draft|Final Draft|Working Draft)[^)]*\)$").sub(
        "", title
    )


@rule(Stage.ENGLISH)
def region_on(printed: Sequence[str]) -> str:
    """A place on the front page, in the title or in a running head: City of X, X County, X Borough Council, Government
    of X. The text is asked only where the front page names no body either, since it names those of others too."""
    for piece in printed:
        for pattern in (EN.PLACES_TEXT_OF_PLACE, EN.PLACES_TEXT_COUNTY):
            if match := pattern.search(piece):
                return _place(match[1])
        if (match := EN.PLACES_TEXT_COUNCIL.match(piece)) and not is_title(piece):
            return match[0].removesuffix(" Council").strip()
    return ""


def _place(words: str) -> str:
    return words.removeprefix("Government of ").removeprefix("the ").strip()


def most_named(found: Iterable[str]) -> str:
    common = Counter(found).most_common(1)
    return _place(common[0][0]) if common and common[0][1] > 1 else ""


@rule(Stage.ENGLISH)
def issuer_on(zone: Sequence[str], title: str) -> str | None:
    """The first body on the front page that is not in its title; a body on the next line is part of it (City of X,
    Department of Y). Where only a state or a country stands there, the body below it; else who prepared it."""
    bodies = [index for index, piece in enumerate(zone) if is_body(piece) and piece not in title]
    places = [
        index
        for index, piece in enumerate(zone)
        if EN.PLACES_TEXT_OF_PLACE.match(piece) and len(piece.split()) < 10 and not is_title(piece)
    ]
    first = min([*bodies, *places], default=None)
    if first is None:
        prepared = next((match for piece in zone if (match := EN.PLACES_TEXT_PREPARED.match(piece))), None)
        return prepared["who"].strip(" .") if prepared else None
    if (
        first in places
        and compiled(r"^(?:State|Republic|Province|Kingdom|Commonwealth)\b").match(zone[first])
        and bodies
    ):
        return zone[bodies[0]]
    if first + 1 in bodies and first + 1 < len(zone):
        return f"{zone[first]}, {zone[first + 1]}"
    return compiled(r",?\s*\b20\d\d\b.*$").sub("", zone[first]) or zone[first]


def is_body(piece: str) -> bool:
    return (
        bool(EN.PLACES_TEXT_BODY.match(piece))
        and is_title_case(piece)
        and not is_title(piece)
        and not EN.PLACES_TEXT_ACT.match(piece)
        and ":" not in piece
    )


def beside_title(zone: Sequence[str], title: str) -> str:
    """A short line of names next to the title, where no place and no body is on the front page."""
    at = next((index for index, piece in enumerate(zone) if piece in title or title in piece), -1)
    for index in (at - 1, at + 1):
        if at >= 0 and 0 <= index < len(zone):
            piece = zone[index]
            is_name = (
                not EN.PLACES_TEXT_GENERIC.search(piece)
                and not EN.NUMBERED_WORDED.match(piece)
                and is_title_case(piece)
                and not is_title(f"{piece} of")
                and not EN.PLACES_TEXT_ACT.search(piece)
            )
            if is_name and not dates_in(piece) and 1 < len(piece.split()) < 6:
                return piece
    return ""
