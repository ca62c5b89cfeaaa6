"""Rows that say again what the text says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

from plantui.documents.outline.tasks import FoundTask
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .rows import RowTask

_OTHER = compiled(r"[^\w]|^\d+")
_LEAST = 4
_FIRST_WORDS = 14
_ALIKE = 0.6
"""Share of the pairs of characters of the shorter title that both must have."""


@dataclass(frozen=True, slots=True)
class Said:
    """A task of the text, as it can be found again."""

    title: str
    words: str

    @classmethod
    def by(cls, task: FoundTask) -> Said:
        """What a task says."""
        title = _key(task.heading.title.text)
        return cls(title, title + _key("".join(part.text for part in task.paragraphs)))


@rule(Stage.TABLES)
def repeats_text(row: RowTask, said: Sequence[Said]) -> bool:
    """A row repeats a task of the text where its title is that task's, or nearly, or its first words stand in that task;
    it is then no task of its own. A table may so repeat some tasks and add others."""
    title = _key(row.heading.title.text)
    start = _key("".join(part.text for part in row.paragraphs))[:_FIRST_WORDS]
    if len(title) >= _LEAST and any(_same(title, task.title) for task in said):
        return True
    return len(start) == _FIRST_WORDS and any(start in task.words for task in said)


def _same(title: str, other: str) -> bool:
    if len(other) < _LEAST:
        return False
    return (
        title == other
        or (min(len(title), len(other)) > 5 and (title in other or other in title))
        or _alike(title, other)
    )


def _alike(title: str, other: str) -> bool:
    shorter, longer = sorted((title, other), key=len)
    pairs = {shorter[at : at + 2] for at in range(len(shorter) - 1)}
    found = sum(pair in longer for pair in pairs)
    return len(pairs) > 4 and found >= _ALIKE * len(pairs) and len(shorter) * 2 > len(longer)


def _key(text: str) -> str:
    return _OTHER.sub("", normalize("NFKC", text))
