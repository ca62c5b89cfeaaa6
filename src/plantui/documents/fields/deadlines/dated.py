"""Dated phrases become deadlines, with what is doubtful about them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plantui.documents.reading import Doubt, ReadDeadline
from plantui.documents.rule import note
from plantui.documents.tokens.dates import UNCERTAIN, DatedPhrase
from plantui.documents.traced import TracedText


class Dated(NamedTuple):
    """The deadlines of a text, and what is doubtful about its dates."""

    deadlines: tuple[ReadDeadline, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def dated(phrases: Iterable[tuple[DatedPhrase, TracedText, str]]) -> Dated:
    """The deadlines of phrases, each with its words and with what is due by it."""
    deadlines: list[ReadDeadline] = []
    doubts: list[Doubt] = []
    for phrase, said, clause in phrases:
        if phrase.doubt:
            doubts.append(_doubt(phrase, said))
        if phrase.due is None:
            continue
        if phrase.rule:
            note(phrase.rule, said.span)
        deadlines.append(ReadDeadline(said.text, phrase.due, clause, said.span))
    return Dated(tuple(deadlines), tuple(doubts))


def _doubt(phrase: DatedPhrase, said: TracedText) -> Doubt:
    if phrase.doubt == UNCERTAIN:
        return Doubt(said.span, said.text, phrase.doubt, alternatives=phrase.alternatives)
    read = str(phrase.due or "")
    return Doubt(said.span, read, phrase.doubt, {"phrase": said.text}, phrase.alternatives)
