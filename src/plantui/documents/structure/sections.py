"""Headings without a number, which numbered ones stand above the tasks, and the headings above each task."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.languages.en import EN
from plantui.documents.languages.en import _generated as en
from plantui.documents.normalize.lines import Line
from plantui.documents.patterns import compiled
from plantui.documents.reading import SectionHead
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.numbered import Head, by_series, is_full, is_title_case
from plantui.documents.tokens.english_labels import kind_of_label, labels_in
from plantui.documents.traced import TracedText

_STEPS = frozenset(
    {"step", "milestone", "sub-action", "subaction", "deliverable", "phase", "year", "track", "item"}
)
_TOP = frozenset({"chapter", "part", "appendix", "annex", "section", "volume"})
_LONGEST = 90
_MOST_WORDS = 9
_PROSE = 60
"""A longer line is one of a paragraph."""


@rule(Stage.ENGLISH)
def capital_headings(lines: Sequence[Line], taken: set[int]) -> set[int]:
    """A line in capitals, or one that the format marks, is a heading; one that comes again in the document is the page's
    or a form's."""
    keys = Counter(line.words.strip().lower() for line in lines)
    return {
        at
        for at, line in enumerate(lines)
        if at not in taken
        and (line.is_heading or _is_capital(line.words, alone=line.after_blank))
        and keys[line.words.strip().lower()] == 1
        and not EN.SHORT_HEADINGS_CAPTION.match(line.words)
        and not labels_in(line.words)
    }


def _is_capital(text: str, *, alone: bool) -> bool:
    words = compiled(r"[A-Za-z]{2,}").findall(text)
    return (
        text.isupper()
        and len(text) < _LONGEST
        and any(len(word) > 3 for word in words)
        and (len(words) > 1 or (alone and len(words[0]) > 4))
        and not compiled(r"[A-Z/&]{2,7}(?:[,;]\s*[A-Z/&]{2,7})*").fullmatch(
            text.replace(" ", "") if "," in text else ""
        )
        and not text.endswith((".", ",", ";", ":"))
        and not EN.NUMBERED_WIDE_GAP.search(text)
        and not compiled(r"\d{3,}|\.{3}|^[\d$]").search(text)
    )


@rule(Stage.ENGLISH)
def is_short_heading(lines: Sequence[Line], at: int) -> bool:
    """A short line behind a blank one, without a stop, that begins with a capital: a heading where tasks or a table
    follow at once, and the end of a task whose fields stand above it."""
    line = lines[at]
    text = line.words.strip()
    return (
        line.after_blank
        and not line.is_bullet
        and 3 < len(text) < 70
        and len(text.split()) <= _MOST_WORDS
        and (text[0].isupper() or text[0] in "“‘")
        and not text.endswith((".", ",", ";", ":", "!"))
        and not EN.NUMBERED_WIDE_GAP.search(text)
        and not compiled(r"\d{4}\s*$|[a-z]\d+$|\.{3}|\$").search(text)
        and not _is_form(lines, text)
        and not EN.SHORT_HEADINGS_CAPTION.match(text)
        and not labels_in(text)
        and (is_title_case(text) or at + 1 >= len(lines) or not lines[at + 1].words[:1].islower())
    )


@rule(Stage.ENGLISH)
def is_packed_heading(lines: Sequence[Line], at: int) -> bool:
    """In a text without blank lines, words written as a title between the fields of one task and the next task."""
    if at == 0 or lines[at].after_blank or lines[at].is_bullet:
        return False
    text = lines[at].words
    return (
        is_title_case(text)
        and len(text) < _LONGEST
        and compiled(r"[A-Za-z)]$").search(text) is not None
        and not labels_in(text)
        and not _is_form(lines, text)
        and bool(labels_in(lines[at - 1].words))
    )


@rule(Stage.ENGLISH)
def closes_task(lines: Sequence[Line], at: int, *, is_last: bool) -> bool:
    """A heading above a paragraph ends a task: `Funding` below its fields in a text without blank lines; behind the last
    task also `Measuring our progress` between two blank lines."""
    if at + 1 >= len(lines):
        return False
    words, following = lines[at].words, lines[at + 1].words
    is_prose = len(following) > _PROSE and following[:1].isupper() and not labels_in(following)
    if not is_prose or len(words.split()) > _MOST_WORDS:
        return False
    if is_last and is_short_heading(lines, at):
        return lines[at + 1].after_blank
    is_cut = compiled(r"(?:[,;&/(–-]|\b(?:and|or|of|the|for|with|by|to|in|on))$").search(lines[at - 1].words)
    return is_packed_heading(lines, at) and not is_cut and not is_full(lines, at - 1)


def _is_form(lines: Sequence[Line], text: str) -> bool:
    """A label of the vocabulary that stands on a line of its own more than once."""
    kind = kind_of_label(text)
    if kind is None:
        return False
    return kind in ROLES or kind is FieldKind.DUE or sum(line.words == text for line in lines) > 1


@rule(Stage.ENGLISH)
def series_inside(heads: Sequence[Head], tasks: Sequence[Head]) -> set[str]:
    """Numbered headings inside tasks: steps and milestones, numbers that begin anew within each task, numbers that never
    stand above the first task and do not count on from there."""
    if not tasks:
        return set()
    own = {head.series for head in tasks}
    first = tasks[0].first
    others = by_series(head for head in heads if head.series not in own)
    return {
        series for series, found in others.items() if _is_inside(found, first) or _counts_within(found, tasks)
    }


def _counts_within(found: Sequence[Head], tasks: Sequence[Head]) -> bool:
    """Whether each number begins with that of the task above it: 3.2 below Commitment 3."""
    starts = [task.first for task in tasks]
    for head in found:
        at = bisect_right(starts, head.first) - 1
        if at < 0 or not head.code.startswith(f"{tasks[at].code}."):
            return False
    return True


def _is_inside(found: Sequence[Head], first: int) -> bool:
    word = found[0].word.lower().split()[-1] if found[0].word else ""
    if word:
        return word in _STEPS
    codes = [head.code for head in found]
    if any(head.first < first for head in found):
        after = [head for head in found if head.first > first]
        again = len(after) > 1 and len({head.code for head in after}) < len(after)
        return again and found[0].series.strip() in {"9.", "9)", "9"}
    if found[0].series.strip() == "9.0":
        return False
    return not (len(set(codes)) == len(codes) > 2 and codes[0] not in {"1", "A", "I"})


def is_top(head: Head) -> bool:
    """Chapters and appendices: nothing stands above them but their like."""
    return bool(head.word) and head.word.lower().split()[-1] in _TOP


def is_bare_number(series: str) -> bool:
    """A whole number without any mark (`2 Housing needs`): as well a footnote or a figure."""
    return series.strip() == "9"


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
