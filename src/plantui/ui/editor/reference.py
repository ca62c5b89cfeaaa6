"""The task's requirement and the department's last note, in sight while one writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from plantui.model.note import Note
from plantui.model.plan import Task
from plantui.model.text import one_line
from plantui.ui.lines import paragraph
from plantui.ui.modal import GuardedModal
from plantui.ui.painting import clip, fit
from plantui.ui.requirement_lines import Targets, target_lines, text_lines
from plantui.ui.task_lines import note_lines
from plantui.ui.widgets.bars import KeyBar
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.words.phrases import note_status, numbered, target_text

from .commands import REFERENCE_COMMANDS, bindings
from .entry import EditorSubject, SubjectTask

WIDE = 110
"""Columns of a screen from which the requirement has a third of it."""


class Reference(LinesView):
    """The task's dates, targets, text and last note: a panel, or where it is one line high the beginning of each."""

    can_focus = False
    DEFAULT_CSS = """
    Reference { dock: top; height: 1; width: 100%; padding: 0 1; scrollbar-size-vertical: 0; }
    """

    def __init__(self, subject: EditorSubject, *, id: str) -> None:
        super().__init__(id=id)
        self._subject = subject
        self._last: Note | None = None

    def show_last(self, last: Note | None) -> None:
        """Show the requirement with this note as the last one."""
        self._last = last
        self.show(self._fitting)

    def on_resize(self) -> None:
        """Make the lines again, for another height too: the last note is shortened to it."""
        self.show(self._fitting, keep_scroll=True)

    async def on_click(self) -> None:
        """Open the whole page."""
        await self.app.run_action("task", self.screen)

    def _fitting(self, width: int) -> Sequence[Painted]:
        height = self.size.height
        if height < 2:
            return [glance(self._subject, self._last, width)]
        return reference_lines(self._subject, self._last, width, most=height // 2)


class ReferencePage(GuardedModal[None]):
    """The requirement and the last note, whole."""

    DEFAULT_CSS = """
    ReferencePage { background: $surface; }
    ReferencePage #heading { height: 1; padding: 0 1; background: $primary-darken-2; color: auto 95%; text-style: bold;
        text-wrap: nowrap; text-overflow: ellipsis; }
    ReferencePage LinesView { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(REFERENCE_COMMANDS)

    def __init__(self, subject: EditorSubject, last: Note | None) -> None:
        super().__init__()
        self._subject = subject
        self._last = last
        self._lines = LinesView(id="requirement")

    def compose(self) -> ComposeResult:
        heading = self._subject.words("editor.reference.heading", task=self._subject.heading)
        yield Static(one_line(heading), id="heading", markup=False)
        yield self._lines
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        words = self._subject.words
        self.query_one(KeyBar).show([(one, words(one.title_key)) for one in REFERENCE_COMMANDS if one.footer])
        self._lines.show(lambda width: reference_lines(self._subject, self._last, width))
        self._lines.focus()

    def action_close(self) -> None:
        """Go back to the form."""
        self.dismiss(None)

    async def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.command.action)


def reference_lines(
    subject: EditorSubject, last: Note | None, width: int, most: int | None = None
) -> list[Painted]:
    """Return the dates and targets, the last note in at most so many lines, and the text of the task.

    Of a note on several tasks each of these has its dates, targets and text; there is no one last note.
    """
    words, width = subject.words, max(width, 20)
    if subject.also:
        lines = [line for one in subject.tasks for line in _whole(subject, one, width)]
        return [*lines, [(said, "muted")]] if (said := _others(subject)) else lines
    note = [*_last_note(subject, last, width)]
    if most is not None and len(note) > most:
        note[max(most - 1, 1) :] = [[(words("editor.reference.cut"), "muted")]]
    (one,) = subject.tasks
    return [*_targets(subject, one, width)][1:] + note + [*text_lines(words, one.task, width)]


def _targets(subject: EditorSubject, one: SubjectTask, width: int) -> Iterator[Painted]:
    judged_by = one.judged_on(subject.today)
    targets = Targets(one.task, one.status, judged_by, one.extensions, one.requirements)
    return target_lines(subject.words, targets, width)


def _whole(subject: EditorSubject, one: SubjectTask, width: int) -> Iterator[Painted]:
    yield from paragraph(numbered(one.task.number, one.task.title), width, "head")
    yield from _targets(subject, one, width)
    yield from text_lines(subject.words, one.task, width)
    yield []


def _last_note(subject: EditorSubject, last: Note | None, width: int) -> Iterator[Painted]:
    yield []
    yield [(subject.words("editor.reference.last"), "head")]
    if last is None:
        yield [(subject.words("editor.reference.none"), "muted")]
    else:
        yield from note_lines(subject.words, last, width)


def glance(subject: EditorSubject, last: Note | None, width: int) -> Painted:
    """Return one line: the next date, the targets and the text, then the last note; what does not fit ends in ….

    Of a note on several tasks it names these, each with its next date.
    """
    words = subject.words
    if subject.also:
        each = [*(_named(subject, one) for one in subject.tasks), _others(subject)]
        return [(clip(one_line(words.listing([*filter(None, each)])), width), "")]
    label, said = f"{words('editor.reference.last')} ", _summary(subject, last)
    (one,) = subject.tasks
    due, task = _next_date(one), _requirement(subject, one.task)
    due = f"{due} " if due else ""
    room = width - cell_len(label) - 2
    half = room // 2
    left = min(cell_len(due) + cell_len(task), max(half, room - cell_len(said)))
    return [
        (clip(due, left), ""),
        (fit(task, left - cell_len(due)), ""),
        ("  ", ""),
        (label, "muted"),
        (clip(said, room - left), ""),
    ]


def _others(subject: EditorSubject) -> str:
    """Return how many tasks of the note are not shown, empty where all are."""
    count = 1 + len(subject.also) - len(subject.tasks)
    return subject.words("editor.reference.others", count=count) if count else ""


def _named(subject: EditorSubject, one: SubjectTask) -> str:
    return f"{numbered(one.task.number, one.task.title)} {_next_date(one)}".rstrip()


def _next_date(one: SubjectTask) -> str:
    return one.next_date.isoformat() if one.next_date else ""


def _requirement(subject: EditorSubject, task: Task) -> str:
    targets = [f"{item.indicator} {target_text(subject.words, item)}" for item in task.indicators]
    return one_line("  ".join([*targets, task.text or task.title]))


def _summary(subject: EditorSubject, last: Note | None) -> str:
    if last is None:
        return subject.words("editor.reference.none")
    status = note_status(subject.words, last.content)
    return one_line(f"{last.as_of.isoformat()} {status} {last.content.progress}")
