"""The headings above the tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantui.documents.languages.en import _generated as en
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.section_head import SectionHead
from plantui.documents.traced import TracedText

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


class HeadsAbove:
    """The headings that hold tasks, found by the marks before each task."""

    def __init__(self, marks: Sequence[Mark], title: str) -> None:
        self._marks = marks
        self._title = title
        self._known: dict[tuple[SectionHead | None, str, str], SectionHead] = {}
        self.used: list[TracedText] = []

    @property
    def list(self) -> tuple[SectionHead, ...]:
        """The headings, each behind the one above it."""
        return tuple(self._known.values())

    def of(self, line: int, group: TracedText | None = None) -> SectionHead:
        """Return the heading of a task that begins at a line; `group` names the rows of its table."""
        head: SectionHead | None = None
        for mark in above(self._marks, line):
            head = self._add(head, mark.number, mark.title)
        if group is not None:
            head = self._add(head, "", group)
        return head or self._add(None, "", TracedText.of(""))

    def _add(self, parent: SectionHead | None, number: str, title: TracedText) -> SectionHead:
        words = title.text or number or self._title
        self.used.append(title)
        key = (parent, number.lower(), words.lower())
        return self._known.setdefault(key, SectionHead(words, number, above=parent))


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
