"""What a document says again: tasks of its text, and rows of its tables."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import normalize

from plantui.documents.field_kind import FieldKind
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .heading import Heading, heading_of, untitled
from .tasks import FoundTask

if TYPE_CHECKING:
    from plantui.documents.tables.rows import RowTask  # a text without tables does without their reading

_STOPS = ("。", "；", "：", "！", "？", ".")
_OTHER = compiled(r"[^\w]|^\d+")
_LEAST = 4
_FIRST_WORDS = 14
_LOOKED_AT = 5
"""How many tasks with similar titles are compared with a row."""
_MOST = 0.75
"""Share of a table's rows that must repeat the text, for it to be the text's own table."""
_ALIKE = 0.6
"""Share of the pairs of characters of the shorter title that both must have."""
_PUNCTUATION = compiled(r"[^\w]")


def _opening(task: FoundTask) -> tuple[str, str]:
    body = "".join(part.text for part in (*task.paragraphs, *(cell for _, cell in task.cells)))
    return _PUNCTUATION.sub("", normalize("NFKC", task.heading.title.text)), _PUNCTUATION.sub("", body)[:24]


@rule(Stage.OUTLINE)
def without_repeats(tasks: list[FoundTask]) -> tuple[list[FoundTask], list[FoundTask]]:
    """A task that occurs again with the same title and the same first words is dropped the second time."""
    seen: set[tuple[str, str]] = set()
    kept: list[FoundTask] = []
    repeated: list[FoundTask] = []
    for task in tasks:
        key = _opening(task)
        (repeated if key in seen else kept).append(task)
        seen.add(key)
    return kept, repeated


class Said:
    """The tasks of a text, as they can be found again."""

    def __init__(self, tasks: Sequence[FoundTask]) -> None:
        self._titles = [_key(task.heading.title.text) for task in tasks]
        self._by_title = {title: at for at, title in reversed([*enumerate(self._titles)])}
        self._by_pair: dict[str, set[int]] = {}
        for at, title in enumerate(self._titles):
            for pair in _pairs(title):
                self._by_pair.setdefault(pair, set()).add(at)
        words = [_key(task.heading.title.text + "".join(p.text for p in task.paragraphs)) for task in tasks]
        self._words = "\n".join(words)
        self._ends = [*accumulate(len(one) + 1 for one in words)]

    def titled(self, title: str) -> int | None:
        """The task with this title, or nearly."""
        if title in self._by_title:
            return self._by_title[title]
        shared = Counter(at for pair in _pairs(title) for at in self._by_pair.get(pair, ()))
        return next((at for at, _ in shared.most_common(_LOOKED_AT) if _same(title, self._titles[at])), None)

    def saying(self, words: str) -> int | None:
        """The task that says these words."""
        at = self._words.find(words)
        return bisect_right(self._ends, at) if at >= 0 else None


def headed(row: RowTask) -> tuple[Heading, tuple[TracedText, ...]]:
    """Return the heading of a row and its paragraphs, each with a full stop, so that the next cell does not run into it."""
    texts = [*row.texts]
    if row.title is None:
        own = heading_of(texts[0])
        heading = own if own.text.text else untitled(texts[0])
        texts[0] = heading.text
    else:
        heading = Heading(row.title.strip("。；：;: "), row.title[:0])
    stopped = (
        text
        if text.text.endswith(_STOPS)
        else TracedText.join([text, TracedText.implied("。", text.offsets[-1])])
        for text in texts
        if text.text
    )
    return heading, tuple(stopped)


@rule(Stage.TABLES)
def repeated_task(row: RowTask, said: Said) -> int | None:
    """A row repeats a task of the text where its title is that task's, or nearly, or its first words stand in that task;
    it is then no task of its own. A table may so repeat some tasks and add others."""
    heading, paragraphs = headed(row)
    title = _key(heading.title.text)
    found = said.titled(title) if len(title) >= _LEAST else None
    if found is not None:
        return found
    start = _key("".join(part.text for part in paragraphs))[:_FIRST_WORDS]
    return said.saying(start) if len(start) == _FIRST_WORDS else None


@rule(Stage.TABLES)
def with_departments_of(tasks: Sequence[FoundTask], rows: Sequence[RowTask]) -> list[FoundTask] | None:
    """Where the rows of a table repeat the tasks of the text, those that name no departments get the departments and time
    limits of their rows; rows as many as tasks and in their order belong to them also where a title is worded otherwise.
    None where fewer than three of four rows repeat one."""
    said = Said(tasks)
    found = _in_order([repeated_task(row, said) for row in rows], len(tasks))
    matched = {at for at in found if at is not None}
    if len(matched) < max(2, _MOST * len(rows)):
        return None
    fields: dict[int, list[tuple[FieldKind, TracedText]]] = {}
    for at, row in zip(found, rows, strict=True):
        if at is not None:
            fields.setdefault(at, []).extend(row.fields)
    return [
        task if task.says_who else replace(task, cells=(*task.cells, *fields.get(at, ())))
        for at, task in enumerate(tasks)
    ]


def _in_order(found: list[int | None], tasks: int) -> list[int | None]:
    placed = [at for at in found if at is not None]
    is_ordered = all(at is None or at == index for index, at in enumerate(found))
    return [*range(tasks)] if len(found) == tasks and is_ordered and 2 * len(placed) >= tasks else found


def fresh_rows(tasks: Sequence[FoundTask], rows: Sequence[RowTask]) -> list[RowTask]:
    """The rows that say something new."""
    said = Said(tasks)
    found = _in_order([repeated_task(row, said) for row in rows], len(tasks))
    return [row for row, at in zip(rows, found, strict=True) if at is None]


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
    pairs = _pairs(shorter)
    found = sum(pair in longer for pair in pairs)
    return len(pairs) > 4 and found >= _ALIKE * len(pairs) and len(shorter) * 2 > len(longer)


def _pairs(title: str) -> set[str]:
    return {title[at : at + 2] for at in range(len(title) - 1)}


def _key(text: str) -> str:
    return _OTHER.sub("", normalize("NFKC", text))
