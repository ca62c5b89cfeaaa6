"""The changes from one revision of a note to the next, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_SENTENCE_END = re.compile(r"(?<=[。！？；\n])|(?<=[.!?;] )")
_LONGEST_COMPARED = 1_000
"""Characters up to which two sentences are compared one by one: the comparison takes the square of it."""
_MOST_COMPARED = 200
"""Sentences in a row up to which they are compared so: beyond it is another text, not a correction."""


class Change(Enum):
    """The ways in which a sentence may have changed."""

    SAME = " "
    REMOVED = "-"
    ADDED = "+"


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or several that stayed the same."""

    change: Change
    text: str
    marks: tuple[tuple[int, int], ...] = ()
    """Ranges of the characters that differ from the sentence that this one replaces, or that replaces it."""
    sentences: int = 1


def changes(old: str, new: str) -> list[Piece]:
    """The pieces from which both texts can be put together again."""
    before, after = _sentences(old), _sentences(new)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.SAME, "".join(before[a:b]), sentences=b - a))
        else:
            pairs = min(b - a, d - c)
            for one, other in zip(before[a : a + pairs], after[c : c + pairs], strict=True):
                pieces += _pair(one, other, marked=pairs <= _MOST_COMPARED)
            pieces += [Piece(Change.REMOVED, text) for text in before[a + pairs : b]]
            pieces += [Piece(Change.ADDED, text) for text in after[c + pairs : d]]
    return pieces


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE_END.split(text) if part]


def _pair(old: str, new: str, *, marked: bool) -> Iterator[Piece]:
    """Yield a sentence and the one that takes its place, with the characters marked in which they differ."""
    removed: list[tuple[int, int]] = []
    added: list[tuple[int, int]] = []
    if marked and max(len(old), len(new)) <= _LONGEST_COMPARED:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        if matcher.ratio() > 0.4:
            for tag, a, b, c, d in matcher.get_opcodes():
                if tag != "equal":
                    removed += [(a, b)] if a < b else []
                    added += [(c, d)] if c < d else []
    yield Piece(Change.REMOVED, old, tuple(removed))
    yield Piece(Change.ADDED, new, tuple(added))
