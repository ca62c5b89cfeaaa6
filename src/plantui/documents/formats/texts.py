"""Paragraphs and rows of a word processor's document, on their way into lines and cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..source import MarkKind
from .content import Builder, Remark

_LONGEST_LABEL = 8
"""Characters of a cell that says what the one beside it is: 牵头 | 市住建局 inside another cell."""


class Text(NamedTuple):
    """A paragraph's words, and what is to be said of them."""

    words: str
    remarks: tuple[Remark, ...] = ()

    @property
    def as_note(self) -> Text:
        """The same as a footnote's."""
        return Text(self.words.strip(), (*self.remarks, Remark(MarkKind.NOTE)))


class HiddenRows:
    """Rows of a table that are not shown, until a row that is says so."""

    def __init__(self) -> None:
        self._runs: list[tuple[int, int, str]] = []

    def add(self, number: int, words: str) -> None:
        """Take a hidden row; those that follow each other are one."""
        if self._runs and self._runs[-1][1] == number - 1:
            first, _, before = self._runs[-1]
            self._runs[-1] = first, number, f"{before}\n{words}"
        else:
            self._runs.append((number, number, words))

    def said(self) -> tuple[Remark, ...]:
        """Return what is to be said of them, once."""
        found = [
            Remark(MarkKind.HIDDEN_ROWS, words, f"{first}–{last}" if last > first else str(first))
            for first, last, words in self._runs
            if words.strip()
        ]
        self._runs.clear()
        return tuple(found)


def add_line(builder: Builder, text: Text) -> None:
    """Add a paragraph; of one whose words were all left out only what is said of it."""
    if not text.words.strip() and text.remarks:
        builder.mark(text.remarks)
        return
    start = builder.line(text.words)
    builder.mark(text.remarks, start)


def row_texts(cells: Sequence[Sequence[Text]]) -> Iterator[Text]:
    """Yield the text of a row of a table inside a cell: a short cell before one other is its label."""
    filled = [[text for text in cell if text.words.strip()] for cell in cells]
    if len(filled) == 2 and all(len(cell) == 1 for cell in filled):
        label, value = (cell[0] for cell in filled)
        name = label.words.strip().rstrip("：:")
        if len(name) <= _LONGEST_LABEL:
            yield Text(f"{name}：{value.words.strip()}", (*label.remarks, *value.remarks))
            return
    for cell in cells:
        yield from cell


def said_of(texts: Iterable[Text]) -> tuple[Remark, ...]:
    """Return what is to be said of a cell: that a note stands in it is not, its mark would be that of the whole cell."""
    return tuple(remark for text in texts for remark in text.remarks if remark.kind is not MarkKind.NOTE)
