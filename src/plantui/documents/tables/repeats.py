"""Rows that say again what the text says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from unicodedata import normalize

from plantui.documents.outline.tasks import FoundTask
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .rows import RowTask

_OTHER = compiled(r"[^\w]|^\d+")
_LEAST = 4
_FIRST_WORDS = 14
_MOST = 0.75
"""Share of a table's rows that must repeat the text, for it to be the text's own table."""
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
def repeated_task(row: RowTask, said: Sequence[Said]) -> int | None:
    """A row repeats a task of the text where its title is that task's, or nearly, or its first words stand in that task;
    it is then no task of its own. A table may so repeat some tasks and add others."""
    title = _key(row.heading.title.text)
    start = _key("".join(part.text for part in row.paragraphs))[:_FIRST_WORDS]
    ways: tuple[Callable[[Said], bool], ...] = (
        lambda task: len(title) >= _LEAST and task.title == title,
        lambda task: len(title) >= _LEAST and _same(title, task.title),
        lambda task: len(start) == _FIRST_WORDS and start in task.words,
    )
    found = (at for way in ways for at, task in enumerate(said) if way(task))
    return next(found, None)


@rule(Stage.TABLES)
def with_departments_of(tasks: Sequence[FoundTask], rows: Sequence[RowTask]) -> list[FoundTask] | None:
    """Where the text names no departments and the rows of a table repeat its tasks, the tasks of the text get the
    departments and time limits of their rows. None where fewer than three of four rows do."""
    said = [Said.by(task) for task in tasks]
    found = [repeated_task(row, said) for row in rows]
    matched = {at for at in found if at is not None}
    if len(matched) < max(2, _MOST * len(rows)):
        return None
    fields: dict[int, list[TracedText]] = {}
    for at, row in zip(found, rows, strict=True):
        if at is not None:
            fields.setdefault(at, []).extend(row.fields)
    return [
        replace(task, paragraphs=(*task.paragraphs, *fields.get(at, ()))) for at, task in enumerate(tasks)
    ]


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
