"""The task pane's content: everything about one task, as painted lines for a width."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len

from plantui.model.department_report import DepartmentReport
from plantui.model.light import LightReason
from plantui.model.note import Note, NoteContent, RevisionKind
from plantui.model.plan import Task
from plantui.model.progress import TaskProgress
from plantui.model.requirement_progress import FormerWord, RequirementProgress
from plantui.model.terms import Status
from plantui.model.text import one_line
from plantui.store.index.library import PlanEntry
from plantui.store.ledger.effective import by_chain
from plantui.words import Words
from plantui.words.light_phrases import light_label, light_reason
from plantui.words.note_phrases import note_details
from plantui.words.phrases import (
    funding_text,
    note_reason,
    note_status,
    numbered,
    office_moment,
    report_cells,
    report_role,
    stage_text,
    status_text,
    term,
)
from plantui.words.requirement_phrases import former_text

from .hits import marked
from .lines import labelled, paragraph
from .meanings import age_look, badge_look
from .painting import clip, fit
from .requirement_lines import Targets, heading_lines, pane_heading, target_lines, text_lines
from .widgets.painted import Painted

if TYPE_CHECKING:
    from datetime import tzinfo

    from plantui.model.acknowledging import AssignmentStanding
    from plantui.model.assessment import AssessedReport
    from plantui.model.event import Extension
    from plantui.model.report_age import AgedReport
    from plantui.model.stages import StageState
    from plantui.query.lights import JudgedBy
    from plantui.store.ledger import RevisionAction

_LONGEST = 4000
"""Characters of one text shown in the pane; the history shows all of a note's."""
_GLIMPSE = 200
"""Characters of a superseded revision."""


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """The facts that the pane tells of a task."""

    plan: PlanEntry
    section: str
    """Number and title of its heading."""
    task: Task
    progress: TaskProgress
    reason: LightReason
    judged_by: JudgedBy
    """The day and rules by which its dates are near."""
    notes: Sequence[Note]
    """Every revision of every note, oldest first."""
    counting: Sequence[Note]
    """The notes that count, the oldest day first."""
    actions: Mapping[str, RevisionAction]
    """Action that wrote each revision, by the revision's id."""
    reports: tuple[DepartmentReport, ...]
    """Every department of the task in its role, with its latest note."""
    extensions: tuple[Extension, ...] = ()
    """The extensions of the task's dates that count, oldest first."""
    stages: Mapping[str, StageState] = field(default_factory=dict)
    """Stage of each revision that steps of checking were taken with, by its id."""
    late: Collection[str] = ()
    """The revisions whose note came after its period was closed, by their ids."""
    owing: Sequence[str] = ()
    """The accountable departments that have yet to report in the current period."""
    aged: Sequence[AgedReport] = ()
    """The reports that have passed the target or the limit of the plan."""
    assignments: Sequence[AssignmentStanding] = ()
    """The standings of its assignments, where anything was said of one."""
    assessments: Sequence[AssessedReport] = ()
    """The independent assessments, each beside the department's own report."""
    zone: tzinfo | None = None
    """The zone of the office's clock; None for the one here."""
    has_draft: bool = False
    sought: str = ""
    """The words searched for, which are marked where the search looks."""
    requirements: Sequence[RequirementProgress] = ()
    """The dated requirements of the task with what is reported of them."""
    former: Sequence[FormerWord] = ()
    """Words on requirements that the plan no longer has in that wording."""


def task_lines(words: Words, facts: TaskFacts, width: int) -> list[Painted]:
    """Return all lines of the pane."""
    width = max(width, 20)
    parts = (_head, _departments, _beside, _newest, _requirement, _earlier)
    return [line for part in parts for line in part(words, facts, width)]


def _head(words: Words, facts: TaskFacts, width: int) -> Iterator[Painted]:
    task, reason = facts.task, facts.reason
    yield from paragraph(numbered(task.number, task.title), width, "head", sought=facts.sought)
    yield from paragraph(f"{facts.plan.short_title} › {facts.section}", width, "muted")
    if task.tags:
        yield from labelled(words("screen.pane.tags"), words.listing(task.tags), width, sought=facts.sought)
    if task.funding:
        money = funding_text(words, task.funding)
        yield from labelled(words("columns.funding"), money, width)
    light = f" {light_label(words, reason)} "
    said = status_text(words, facts.progress)
    line = [(f"{words('screen.pane.light')} ", "muted"), (light, badge_look(reason.light))]
    status = [(f"{words('screen.pane.status')} ", "muted"), (said, "")]
    if sum(cell_len(text) for text, _ in (*line, *status)) + 2 <= width:
        yield [*line, ("  ", ""), *status]
    else:
        yield from (line, status)
    yield from paragraph(light_reason(words, reason), width)
    if facts.has_draft:
        yield from paragraph(words("screen.pane.draft"), width, "notice")


def _departments(words: Words, facts: TaskFacts, width: int) -> Iterator[Painted]:
    """Yield a small table: who has reported in each role, when and what, and who has not."""
    if not facts.reports:
        return
    yield from pane_heading(words, "departments")
    status_width = max(cell_len(term(words, status)) for status in Status)
    for role, group in groupby(facts.reports, key=lambda report: report.role):
        reports = list(group)
        yield [(report_role(words, role), "muted")]
        for report in reports:
            if report.note:
                day, status, percent = report_cells(words, report.note)
                left = f"  {fit(status, status_width)} {percent:>4}  "
                room = width - len(day) - 2 - cell_len(left)
                name = clip(one_line(report.department), room)
                yield [(f"  {day}", ""), (left, ""), *marked(name, "head", facts.sought)]
        waiting = [report.department for report in reports if not report.note]
        if waiting:
            look = "notice" if reports[0].is_accountable else "muted"
            label = f"  {words('terms.report.missing')}"
            yield from labelled(label, words.listing(waiting), width, look, sought=facts.sought)
    if lapsed := [name for name in facts.owing if name not in facts.progress.missing]:
        label = words("terms.report.owing")
        yield from labelled(label, words.listing(lapsed), width, "notice", sought=facts.sought)
    if facts.aged:
        from plantui.words.report_age_phrases import aged_parts

        for part in aged_parts(words, facts.plan.report_marks, facts.aged):
            yield from labelled(part.label, part.text, width, age_look(part.passed), sought=facts.sought)


def _beside(words: Words, facts: TaskFacts, width: int) -> Iterator[Painted]:
    """Yield what was said of the assignments, and the independent assessments."""
    if not (facts.assignments or facts.assessments):
        return
    from plantui.words.beside_phrases import beside_parts

    for part in beside_parts(words, facts.assignments, facts.assessments):
        yield from heading_lines(part.heading)
        for line in part.lines:
            yield from _said(words, line.text, width, "notice" if line.is_open else "")


def _requirement(words: Words, facts: TaskFacts, width: int) -> Iterator[Painted]:
    yield from text_lines(words, facts.task, width, facts.sought)
    targets = Targets(
        task=facts.task,
        status=facts.progress.status,
        judged_by=facts.judged_by,
        extensions=facts.extensions,
        requirements=facts.requirements,
        notes=facts.counting,
        sought=facts.sought,
    )
    yield from target_lines(words, targets, width)
    for former in facts.former:
        yield from paragraph(former_text(words, former), width, "notice", indent=2)


def _chains(facts: TaskFacts) -> list[list[Note]]:
    """Return the revisions of each note, the note that speaks of the latest day first."""
    return sorted(
        by_chain(facts.notes), key=lambda chain: (chain[-1].as_of, chain[-1].written_at), reverse=True
    )


def _newest(words: Words, facts: TaskFacts, width: int) -> Iterator[Painted]:
    """Yield the newest note with its revisions, above the plan's own wording."""
    chains = _chains(facts)
    if not chains:
        yield from pane_heading(words, "notes", words("screen.pane.no_notes"))
        return
    yield from pane_heading(words, "newest")
    yield from _note(words, facts, chains[0], width)


def _earlier(words: Words, facts: TaskFacts, width: int) -> Iterator[Painted]:
    chains = _chains(facts)[1:]
    if chains:
        yield from pane_heading(words, "earlier")
    for revisions in chains:
        yield from _note(words, facts, revisions, width)


def _note(words: Words, facts: TaskFacts, revisions: Sequence[Note], width: int) -> Iterator[Painted]:
    newest = revisions[-1]
    actions = [facts.actions.get(note.id) for note in revisions]
    yield from _note_head(words, newest, width)
    if newest.kind is RevisionKind.RETRACTED:
        undone = actions[-1] is not None and actions[-1].undoes_adding
        yield [(f"  {words('screen.pane.undone' if undone else 'screen.pane.retracted')}", "muted")]
    else:
        yield from _note_text(words, newest.content, width, facts.sought)
    if (state := facts.stages.get(newest.id)) and newest.kind is RevisionKind.WRITTEN:
        look = "notice" if state.stage.value == "returned" or state.is_reopened else "muted"
        yield from paragraph(stage_text(words, state), width, look, indent=2)
    changed = sum(action is not None and action.is_edit for action in actions)
    stamp = office_moment(newest.written_at, facts.zone)
    tail = f"  · {words('screen.pane.revised', number=changed)}" if changed else ""
    late = f"  · {words('terms.report.late')}" if newest.id in facts.late else ""
    yield [(f"  {newest.author} {stamp}", "muted"), (late, "notice"), (tail, "muted")]
    for older in reversed(revisions[:-1]):
        when = office_moment(older.written_at, facts.zone, "%m-%d %H:%M")
        said = words("screen.pane.superseded", when=when, text=older.content.progress[:_GLIMPSE])
        yield from paragraph(said, width, "muted", indent=4)


def note_lines(words: Words, note: Note, width: int) -> Iterator[Painted]:
    """Yield what a note says: its day, department, status and percent, and its texts."""
    yield from _note_head(words, note, width)
    yield from _note_text(words, note.content, width)


def _note_head(words: Words, note: Note, width: int) -> Iterator[Painted]:
    """Yield the day, the department and what the note says of the status, on a line of its own where it needs one."""
    day, said = f"{note.as_of.isoformat()} ", f"  {note_status(words, note.content)}"
    department = clip(one_line(note.department), width - cell_len(day))
    head = [(day, ""), (department, "head")]
    if cell_len(f"{day}{department}{said}") > width:
        yield head
        yield [(said, "")]
    else:
        yield [*head, (said, "")]


def _note_text(words: Words, content: NoteContent, width: int, sought: str = "") -> Iterator[Painted]:
    fields = (
        (words("terms.note.reason"), note_reason(words, content)),
        ("", content.progress),
        (words("screen.pane.problems"), content.problems),
        (words("screen.pane.next_steps"), content.next_steps),
        *note_details(words, content),
    )
    for label, text in fields:
        yield from _field(words, label, text, width, sought)


def _field(words: Words, label: str, text: str, width: int, sought: str) -> Iterator[Painted]:
    if not text:
        return
    said = words("screen.pane.labelled", label=label, text=text) if label else text
    yield from _said(words, said, width, sought=sought)


def _said(words: Words, text: str, width: int, look: str = "", *, sought: str = "") -> Iterator[Painted]:
    """Yield a text that somebody wrote, cut where it is very long, which is said."""
    yield from paragraph(text[:_LONGEST], width, look, indent=2, sought=sought)
    if len(text) > _LONGEST:
        yield from paragraph(words("screen.pane.more", count=len(text) - _LONGEST), width, "muted", indent=2)
