"""Whose plan it is: the place and the body on the front page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.numbered import is_title_case
from plantui.documents.tokens.english_dates import dates_in

from .english_title import is_title


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
