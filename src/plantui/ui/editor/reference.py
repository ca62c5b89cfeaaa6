"""The task's requirement and the department's last note, in sight while one writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from plantui.model.note import Note
from plantui.model.plan import Task
from plantui.model.text import one_line
from plantui.ui.modal import GuardedModal
from plantui.ui.painting import clip, fit
from plantui.ui.task_lines import indicator_target, note_lines, target_lines, text_lines
from plantui.ui.widgets.bars import KeyBar
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.words.phrases import note_status

from .commands import REFERENCE_COMMANDS, bindings
from .entry import EditorSubject

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
    ReferencePage #heading { height: 1; padding: 0 1; background: $primary; color: $text; text-style: bold;
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
    """Return the dates and targets, the last note in at most so many lines, and the text of the task."""
    words, task = subject.words, subject.task
    width = max(width, 20)
    note = [*_last_note(subject, last, width)]
    if most is not None and len(note) > most:
        note[max(most - 1, 1) :] = [[(words("editor.reference.cut"), "muted")]]
    targets = [*target_lines(words, task, subject.light, subject.today, width)]
    return [*targets[1:], *note, *text_lines(words, task, width)]


def _last_note(subject: EditorSubject, last: Note | None, width: int) -> Iterator[Painted]:
    yield []
    yield [(subject.words("editor.reference.last"), "head")]
    if last is None:
        yield [(subject.words("editor.reference.none"), "muted")]
    else:
        yield from note_lines(subject.words, last, width)


def glance(subject: EditorSubject, last: Note | None, width: int) -> Painted:
    """Return one line: the next date, the targets and the text, then the last note; what does not fit ends in …."""
    words = subject.words
    label, said = f"{words('editor.reference.last')} ", _summary(subject, last)
    due, task = _next_date(subject.task, subject.today), _requirement(subject)
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


def _next_date(task: Task, today: date) -> str:
    """Return the first date that has not passed, or else the last one."""
    days = [deadline.due for deadline in task.deadlines]
    day = next((day for day in days if day >= today), days[-1] if days else None)
    return f"{day.isoformat()} " if day else ""


def _requirement(subject: EditorSubject) -> str:
    task = subject.task
    targets = [f"{item.indicator} {indicator_target(subject.words, item)}" for item in task.indicators]
    return one_line("  ".join([*targets, task.text or task.title]))


def _summary(subject: EditorSubject, last: Note | None) -> str:
    if last is None:
        return subject.words("editor.reference.none")
    status = note_status(subject.words, last.content)
    return one_line(f"{last.as_of.isoformat()} {status} {last.content.progress}")
