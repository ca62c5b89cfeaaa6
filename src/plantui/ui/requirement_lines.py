"""Painted lines on what a task demands: its text in the plan, its dated requirements, its indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from plantui.model.dates import former_extensions
from plantui.model.indicator_state import indicator_reports, values_in
from plantui.model.note import Note
from plantui.model.plan import Task
from plantui.model.requirement_progress import RequirementProgress, requirement_progress
from plantui.model.requirement_words import standing_words
from plantui.model.sparkline import sparkline
from plantui.model.terms import SETTLED, Status
from plantui.model.text import one_line
from plantui.words import Words
from plantui.words.note_phrases import reported_value, requirement_word
from plantui.words.phrases import extended_text, extension_text, former_extension_text, target_text
from plantui.words.requirement_phrases import standing_text

from .hits import marked
from .lines import Mark, paragraph
from .meanings import date_look
from .painting import clip
from .widgets.painted import Painted

if TYPE_CHECKING:
    from plantui.model.event import Extension
    from plantui.query.lights import JudgedBy


@dataclass(frozen=True, slots=True)
class Targets:
    """The dated requirements and the indicators of a task, with what is known of them."""

    task: Task
    status: Status
    """The task's status, which says whether a date that has passed still matters."""
    judged_by: JudgedBy
    """The day and rules by which the dates are near."""
    extensions: Sequence[Extension] = ()
    """The extensions of the dates that count, oldest first."""
    requirements: Sequence[RequirementProgress] = ()
    """The requirements with what is reported of each, where that is to be shown."""
    notes: Sequence[Note] = ()
    """The notes that count, the oldest day first: who says so stands below each requirement and indicator."""
    sought: str = ""
    """The words searched for, which are marked."""


def pane_heading(words: Words, key: str, tail: str = "") -> Iterator[Painted]:
    """Yield the heading of a part of the page, a blank line above it."""
    return heading_lines(words(f"screen.pane.{key}"), tail)


def heading_lines(text: str, tail: str = "") -> Iterator[Painted]:
    """Yield a heading in words of its own, a blank line above it."""
    yield []
    yield [(text, "head"), (f"  {tail}" if tail else "", "muted")]


def text_lines(words: Words, task: Task, width: int, sought: str = "") -> Iterator[Painted]:
    """Yield a task's text with its dated phrases and figures marked, and above them the words sought."""
    yield from pane_heading(words, "text")
    yield from paragraph(task.text, width, marks=text_marks(task), sought=sought)


def text_marks(task: Task) -> list[Mark]:
    """Return where the dated phrases and the figures of the indicators stand in a task's text."""
    text = task.text
    marks: list[Mark] = []
    at = 0
    for deadline in task.deadlines:
        start = text.find(deadline.phrase, at)
        if start >= 0:
            at = start + len(deadline.phrase)
            marks.append(Mark(start, at, "mark"))
    for item in task.indicators:
        clause = item.clause
        start = text.find(clause) if clause else -1
        if start < 0 or item.value is None:
            continue
        figure = _number(item.value)
        inside = clause.rfind(figure)
        if inside >= 0:
            marks.append(Mark(start + inside, start + inside + len(figure), "mark"))
    return sorted(marks, key=lambda mark: (mark.start, mark.end))


def target_lines(words: Words, targets: Targets, width: int) -> Iterator[Painted]:
    """Yield the dated requirements of a task with their extensions, and its indicators, with the words sought marked."""
    yield from _deadlines(words, targets, width)
    yield from _indicators(words, targets, width)


def _deadlines(words: Words, targets: Targets, width: int) -> Iterator[Painted]:
    extensions, deadlines = targets.extensions, targets.task.deadlines
    if not deadlines and not extensions:
        yield from pane_heading(words, "deadlines", words("screen.pane.no_deadline"))
        return
    yield from pane_heading(words, "deadlines")
    said_of = standing_words(targets.notes)
    requirements = targets.requirements or requirement_progress(deadlines, extensions, {})
    for number, one in enumerate(requirements, 1):
        deadline = one.requirement
        yield _date_line(words, targets, number, one, width)
        if one.dates.is_extended:
            yield from paragraph(extended_text(words, one.dates), width, "notice", indent=2)
        for extension in extensions:
            if extension.requirement == deadline:
                yield from paragraph(extension_text(words, extension), width, indent=4)
        if deadline.clause:
            yield from paragraph(deadline.clause, width, indent=2, sought=targets.sought)
        for word in said_of.get(deadline, ()):
            yield from paragraph(requirement_word(words, word), width, indent=4)
    for extension in former_extensions(deadlines, extensions):
        yield from paragraph(former_extension_text(words, extension), width, "muted", indent=2)


def _date_line(words: Words, targets: Targets, number: int, one: RequirementProgress, width: int) -> Painted:
    """Return the line of a requirement with its number, the date that holds, how it stands, and its phrase."""
    due, judged_by = one.dates.current, targets.judged_by
    is_settled = targets.status in SETTLED
    standing = standing_text(words, one, judged_by.today, settled=is_settled)
    day = f"{number}. {due.isoformat()}  {standing}".rstrip()
    phrase = clip(f"  {one_line(one.requirement.phrase)}", max(width - cell_len(day), 0))
    look = "" if is_settled or one.is_done else date_look(due, judged_by)
    return [(day, look), *marked(phrase, "muted", targets.sought)]


def _indicators(words: Words, targets: Targets, width: int) -> Iterator[Painted]:
    today = targets.judged_by.today
    known, former = indicator_reports(targets.task.indicators, values_in(targets.notes))
    if not known and not former:
        return
    yield from pane_heading(words, "indicators")
    for number, report in enumerate(known, 1):
        item = report.indicator
        parts = [f"{number}.", item.indicator, target_text(words, item)]
        if item.baseline_year:
            parts.append(words("screen.pane.baseline", year=item.baseline_year))
        if item.force:
            parts.append(words(f"terms.force.{item.force.value}"))
        if item.due:
            parts.append(item.due.isoformat())
        yield from paragraph(
            "  ".join(part for part in parts if part), width, indent=2, sought=targets.sought
        )
        for value in report.latest:
            yield from paragraph(reported_value(words, value, today), width, indent=4)
        if line := sparkline(report.series):
            yield [(f"    {line}", "muted")]
    for report in former:
        for value in report.latest:
            name, text = report.indicator.indicator, reported_value(words, value, today)
            said = words("notes.former", text=words("notes.labelled", label=name, text=text))
            yield from paragraph(said, width, "muted", indent=2)


def _number(value: float) -> str:
    return f"{value:g}" if abs(value) < 1e6 else str(value)
