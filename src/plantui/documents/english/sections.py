"""The goals and objectives above the actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from plantui.documents.repair.lines import Line
from plantui.documents.traced import TracedText
from plantui.model.plan import Section

from .blocks import joined_lines
from .headings import EnglishHeading
from .words import whole_words

_TOP = ("Chapter", "Part", "Pillar", "Theme", "Sector", "Element", "Goal")


def _is_top(heading: EnglishHeading) -> bool:
    return not heading.word or heading.word.title() in _TOP


class EnglishSections:
    """The sections that hold actions, found by the heading before each action."""

    def __init__(
        self, headings: Sequence[EnglishHeading], lines: Sequence[Line], words: Counter[str]
    ) -> None:
        self._headings = [heading for heading in headings if heading.is_section]
        self._lines = lines
        self._words = words
        self._ids: dict[tuple[str, str], str] = {}
        self.list: list[Section] = []
        self.used: list[TracedText] = []

    def of(self, item: EnglishHeading) -> str:
        """The id of the section that an action stands in."""
        above = [heading for heading in self._headings if heading.first < item.first]
        if not above:
            return self._add(None, None)
        nearest = above[-1]
        top = next((h for h in reversed(above) if _is_top(h) and h.word != nearest.word), None)
        parent = self._add(top, None) if top is not None and not _is_top(nearest) else None
        return self._add(nearest, parent)

    def _add(self, heading: EnglishHeading | None, parent: str | None) -> str:
        if heading is None:
            key, number, title = ("", ""), "", "—"
        else:
            text = self._title(heading)
            number, title = heading.number, text.text
            key = (number, title.lower())
            self.used += [self._lines[heading.first].text, text]
        if key not in self._ids:
            self._ids[key] = str(len(self._ids) + 1)
            self.list.append(Section(self._ids[key], number, title, parent))
        return self._ids[key]

    def _title(self, heading: EnglishHeading) -> TracedText:
        first = self._lines[heading.first]
        lines = [
            replace(first, text=first.text[heading.title_start :]),
            *self._lines[heading.first + 1 : heading.end],
        ]
        return whole_words(joined_lines(lines), self._words).strip(" .:;")
