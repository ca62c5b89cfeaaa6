"""The headings above the tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantui.documents.languages.en import _generated as en
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText
from plantui.model.plan import Section

_FORMS = frozenset(en.HEADINGS_OF_FORMS)


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading that can stand above tasks."""

    line: int
    number: str
    title: TracedText
    level: str
    """What headings of one level have in common."""
    is_top: bool = False
    is_numbered: bool = False
    is_beside: bool = False
    """The next heading follows at once, without any text between."""


class EnglishSections:
    """The sections that hold tasks, found by the headings before each task."""

    def __init__(self, marks: Sequence[Mark], title: str) -> None:
        self._marks = marks
        self._title = title
        self._ids: dict[tuple[str | None, str, str], str] = {}
        self._below: dict[str | None, int] = {}
        self.list: list[Section] = []
        self.used: list[TracedText] = []

    def of(self, line: int, group: TracedText | None = None) -> str:
        """The id of the section of a task that begins at a line; `group` names the rows of its table."""
        parent: str | None = None
        for mark in above(self._marks, line):
            parent = self._add(parent, mark.number, mark.title)
        if group is not None:
            parent = self._add(parent, "", group)
        if parent is None:
            return self._add(None, "", TracedText.of("")[:0])
        return parent

    def _add(self, parent: str | None, number: str, title: TracedText) -> str:
        words = title.text or number or self._title
        key = (parent, number.lower(), words.lower())
        self.used.append(title)
        if key not in self._ids:
            self._below[parent] = self._below.get(parent, 0) + 1
            own = f"{parent}.{self._below[parent]}" if parent else str(self._below[parent])
            self._ids[key] = own
            self.list.append(Section(own, number, words, parent))
        return self._ids[key]


@rule(Stage.ENGLISH)
def above(marks: Sequence[Mark], line: int) -> list[Mark]:
    """The headings above a line: a heading ends those of its own level and all below it; a chapter ends all but
    chapters; a heading without a number stands above a numbered one only where that follows at once."""
    open_marks: list[Mark] = []
    for mark in marks:
        if mark.line >= line:
            break
        levels = [one.level for one in open_marks]
        if mark.level in levels:
            del open_marks[levels.index(mark.level) :]
        elif mark.is_top:
            open_marks = [one for one in open_marks if one.is_top]
        elif mark.is_numbered:
            while open_marks and not open_marks[-1].is_numbered and not open_marks[-1].is_beside:
                open_marks.pop()
        open_marks.append(mark)
    return [mark for mark in open_marks if mark.title.text.lower().strip(" .:") not in _FORMS]
