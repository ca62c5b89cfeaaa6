"""What a numbered paragraph says first: its title, with or without a full stop, and the text in the same line."""

from __future__ import annotations

from dataclasses import dataclass

from plantui.documents.patterns import compiled
from plantui.documents.repair.wrapping import ROLE_LABEL
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .hints import ends_with_clause, is_clause

_STOP = compiled(r"[。！？]")
_COLON = compiled(r"[：:]")
_PAUSE = compiled(r"[，；、：。！？（(]")
_LONGEST_TITLE = 60
_LONGEST_BARE = 45
_LONGEST_WORDS = 30
_DATED = compiled(r"[到至]?20\d\d年[^，。；]{0,10}?[前底末内]?，")
_CLOSING = compiled(r"^[”’》）)]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A title and the text that follows it in the same paragraph."""

    title: TracedText
    text: TracedText
    is_own: bool = True
    """False where the title is only the first words of the text."""


@rule(Stage.OUTLINE)
def heading_of(text: TracedText) -> Heading:
    """The title goes up to the first full stop and the text follows; a short paragraph without a full stop is a title
    and nothing else; a short run of words before a colon is a title too. Where the first sentence is all there
    is before the departments, or is too long for a title, the item has no title of its own."""
    stop = _first_stop(text.text)
    colon = _colon_title(text.text, stop)
    if colon is not None:
        return Heading(text[:colon].strip(), text[colon + 1 :].strip())
    if stop is None:
        return _without_stop(text)
    end = stop + 1
    rest = text[end:].strip()
    if stop > _LONGEST_TITLE or "；" in text.text[:stop]:
        return untitled(text)
    if not rest.text:
        return untitled(text) if stop > _LONGEST_BARE else Heading(text[:stop].strip(), rest)
    if is_clause(rest.text):
        return untitled(text)
    return Heading(text[:stop].strip(), rest)


def _first_stop(text: str) -> int | None:
    """The first full stop outside brackets, titles and quotations."""
    depth = 0
    for at, char in enumerate(text[:400]):
        if char in "（(《“〔":
            depth += 1
        elif char in "）)》”〕" and depth:
            depth -= 1
        elif char in "。！？" and (not depth or at > 160):
            return at
    found = _STOP.search(text)
    return found.start() if found and depth else None


def _without_stop(text: TracedText) -> Heading:
    start = ends_with_clause(text.text)
    if start:
        words = text[:start].strip()
        if len(words) > _LONGEST_BARE or "；" in words.text:
            return untitled(text)
        return Heading(words, text[start:].strip(), is_own=True)
    if len(text) > _LONGEST_TITLE:
        return untitled(text)
    return Heading(text.strip("：:；;。 "), text[len(text) :])


def _colon_title(text: str, stop: int | None) -> int | None:
    match = _COLON.search(text[: min(40, stop if stop is not None else 40)])
    if not match or match.end() == len(text) or ROLE_LABEL.search(text[: match.end()]):
        return None
    words = text[: match.start()]
    if (
        compiled(r"[，；（(“《]|单位$|部门$|时限$|一是|包括$|如下$|以下$").search(words)
        or not 4 <= len(words) <= 26
    ):
        return None
    return match.start()


@rule(Stage.OUTLINE)
def untitled(text: TracedText) -> Heading:
    """An item without a title of its own takes the first words of its text as its title, up to the first pause
    that does not only end a date, and keeps them in the text; this is marked in the plan's provenance."""
    limit = min(len(text), _LONGEST_WORDS)
    end = limit
    dated = _DATED.match(text.text)
    for match in _PAUSE.finditer(
        text.text, max(6, dated.end() if dated else 0), min(len(text), _LONGEST_WORDS + 1)
    ):
        end = match.start()
        if match.group() in "，；。！？：":
            break
    return Heading(text[:end].strip(), text, is_own=False)
