"""A task as readable text: light and reason, departments, dates, indicators, its own wording, its notes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from plantui.model.dates import former_extensions
from plantui.model.department_report import DepartmentReport
from plantui.model.indicator_state import indicator_reports, values_in
from plantui.model.note import Note
from plantui.model.plan import Indicator
from plantui.model.requirement_words import standing_words
from plantui.model.stages import StageState
from plantui.model.terms import SETTLED
from plantui.query.rows import TaskRow
from plantui.words.catalogue import Words
from plantui.words.light_phrases import light_label, light_reason, lights_legend
from plantui.words.note_phrases import note_details, reported_value, requirement_word
from plantui.words.phrases import (
    extended_text,
    extension_text,
    former_extension_text,
    funding_text,
    note_reason,
    note_status,
    numbered,
    report_cells,
    report_role,
    stage_text,
    status_text,
    target_text,
)
from plantui.words.requirement_phrases import former_text, standing_text

_INDENT = "  "


def task_lines(
    words: Words,
    today: date,
    row: TaskRow,
    reports: Sequence[DepartmentReport],
    notes: Sequence[Note],
    stages: Mapping[str, StageState],
    late: Collection[str] = (),
) -> Iterator[str]:
    """Yield the lines of a task; `notes` come oldest first, and the newest is shown above the plan's wording.

    `late` are the ids of the notes that came after their period was closed.
    """
    task = row.whole
    yield f"{row.plan.id} {task.id}  {numbered(task.number, task.title)}"
    if task.tags:
        yield words("cli.show.fact", name=words("screen.pane.tags"), value=words.listing(task.tags))
    if task.funding:
        yield words("cli.show.fact", name=words("columns.funding"), value=funding_text(words, task.funding))
    fact = words("cli.show.light")
    light = light_label(words, row.reason)
    yield words("cli.show.fact", name=fact, value=f"{light}  {light_reason(words, row.reason)}")
    status = status_text(words, row.progress)
    yield words("cli.show.fact", name=words("cli.column.status"), value=status)
    yield from _departments(words, reports)
    if lapsed := [name for name in row.owing if name not in row.progress.missing]:
        yield words("cli.show.fact", name=words("terms.report.owing"), value=words.listing(lapsed))
    yield from _aged(words, row)
    yield from _beside(words, row)
    if notes:
        yield words("cli.show.newest")
        yield from staged_note(words, notes[-1], stages, late)
    yield from _requirements(words, row, today, notes)
    yield from _indicators(words, task.indicators, notes, today)
    if task.text:
        yield from ("", task.text)
    if notes[:-1]:
        yield from ("", words("cli.show.notes"))
    for note in reversed(notes[:-1]):
        yield from staged_note(words, note, stages, late)
    yield from ("", lights_legend(words, row.workspace.rules))


def _aged(words: Words, row: TaskRow) -> Iterator[str]:
    """Yield who has let the target or the limit of the plan go by."""
    aged = row.workspace.aged(row.entry)
    if not aged:
        return
    from plantui.words.report_age_phrases import aged_parts

    for part in aged_parts(words, row.plan.report_marks, aged):
        yield words("cli.show.fact", name=part.label, value=part.text)


def _beside(words: Words, row: TaskRow) -> Iterator[str]:
    """Yield what was said of the task's assignments, and its independent assessments."""
    workspace = row.workspace
    standings, assessed = workspace.spoken_assignments(row.entry), workspace.assessed(row.entry)
    if not (standings or assessed):
        return
    from plantui.words.beside_phrases import beside_parts

    for part in beside_parts(words, standings, assessed):
        yield words("cli.show.fact", name=part.heading, value="").rstrip()
        for line in part.lines:
            yield _INDENT + line.text


def staged_note(
    words: Words, note: Note, stages: Mapping[str, StageState], late: Collection[str] = ()
) -> Iterator[str]:
    """Yield the lines of a note, whether it is one of the late ones, and how far it has come where a step was taken."""
    yield from note_lines(words, note)
    if note.id in late:
        yield _INDENT + words("terms.report.late")
    if state := stages.get(note.id):
        name = words("cli.show.stage")
        yield _INDENT + words("cli.show.fact", name=name, value=stage_text(words, state))


def note_lines(words: Words, note: Note) -> Iterator[str]:
    """Yield the lines of a note: who, when, how far, then the texts that it has."""
    content = note.content
    yield words(
        "cli.note.head",
        as_of=note.as_of.isoformat(),
        department=note.department,
        status=note_status(words, content),
        author=note.author,
        id=note.id,
    )
    texts = {
        words("terms.note.reason"): note_reason(words, content),
        words("cli.note.progress"): content.progress,
        words("cli.note.problems"): content.problems,
        words("cli.note.next"): content.next_steps,
        **dict(note_details(words, content)),
    }
    for label, text in texts.items():
        if text:
            yield _INDENT + words("cli.show.fact", name=label, value=text.replace("\n", f"\n{_INDENT * 2}"))


def _departments(words: Words, reports: Sequence[DepartmentReport]) -> Iterator[str]:
    """Yield who has reported in each role, when and what, and who has not."""
    for role, group in groupby(reports, key=lambda report: report.role):
        yield words("cli.show.fact", name=report_role(words, role), value="").rstrip()
        waiting: list[str] = []
        for report in group:
            if report.note:
                cells = (*report_cells(words, report.note), report.department)
                yield _INDENT + "  ".join(cell for cell in cells if cell)
            else:
                waiting.append(report.department)
        if waiting:
            missing = words("terms.report.missing")
            yield _INDENT + words("cli.show.fact", name=missing, value=words.listing(waiting))


def _requirements(words: Words, row: TaskRow, today: date, notes: Sequence[Note]) -> Iterator[str]:
    """Yield the dated requirements with their numbers, and what each department says of them."""
    said = standing_words(notes)
    if row.requirements:
        yield words("cli.show.deadlines")
    settled = row.progress.status in SETTLED
    for number, one in enumerate(row.requirements, 1):
        deadline = one.requirement
        parts = (
            f"{number}.",
            one.dates.current.isoformat(),
            standing_text(words, one, today, settled=settled),
            extended_text(words, one.dates),
            deadline.phrase,
            deadline.clause,
        )
        yield _INDENT + "  ".join(part for part in parts if part)
        for extension in row.extensions:
            if extension.requirement == deadline:
                yield _INDENT * 2 + extension_text(words, extension)
        for word in said.get(deadline, ()):
            yield _INDENT * 2 + requirement_word(words, word)
    for extension in former_extensions(row.whole.deadlines, row.extensions):
        yield _INDENT + former_extension_text(words, extension)
    for former in row.former_words:
        yield _INDENT + former_text(words, former)


def _indicators(
    words: Words, indicators: Sequence[Indicator], notes: Sequence[Note], today: date
) -> Iterator[str]:
    """Yield the indicators with their numbers, and the latest value of each department."""
    known, former = indicator_reports(indicators, values_in(notes))
    if indicators:
        yield words("cli.show.indicators")
    for number, report in enumerate(known, 1):
        indicator = report.indicator
        target = [
            f"{number}.",
            indicator.indicator,
            target_text(words, indicator),
            words("screen.pane.baseline", year=indicator.baseline_year) if indicator.baseline_year else "",
            words(f"terms.force.{indicator.force.value}") if indicator.force else "",
            f"({indicator.due.isoformat()})" if indicator.due else "",
        ]
        yield _INDENT + "  ".join(part for part in target if part)
        for value in report.latest:
            yield _INDENT * 2 + reported_value(words, value, today)
    for report in former:
        for value in report.latest:
            text = words(
                "notes.labelled", label=report.indicator.indicator, text=reported_value(words, value, today)
            )
            yield _INDENT + words("notes.former", text=text)
