"""The notes of one task with all their revisions, and what each revision changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Static

from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent, RevisionKind
from plantui.model.problem import PlantuiError
from plantui.model.stages import StageState
from plantui.model.text import one_line
from plantui.store.ledger import Ledger, RevisionAction
from plantui.store.ledger.effective import by_chain
from plantui.ui.commands import Command
from plantui.ui.modal import GuardedModal
from plantui.ui.painting import clip, fit
from plantui.ui.widgets.bars import KeyBar
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from plantui.words.phrases import office_moment, stage_name, stage_text, term

from .commands import CHANGE_COMMANDS, HISTORY_COMMANDS, bindings
from .history_page import Revision, day_text, page, percent_text
from .status_line import EditorStatus

if TYPE_CHECKING:
    from datetime import tzinfo

    from plantui.model.period import ReportingRules


_DEEDS = (
    *("add", "edit", "retract", "settle", "joined", "unsaved"),
    *("undo_add", "undo_edit", "undo_retract", "undo_settle"),
    *("redo_add", "redo_edit", "redo_retract", "redo_settle"),
)
"""The names in the catalogue of everything that a revision may have been."""
_NARROW = 100
"""Cells of a row below which the reason of a stage stands only below the list."""


@dataclass(frozen=True, slots=True)
class HistorySubject:
    """The task and the notes that the history is opened on."""

    words: Words
    ledger: Ledger
    key: TaskKey
    heading: str
    """Plan, number and title of the task, as plain text."""
    department: str = ""
    """Department whose notes to begin with, empty for the newest of all."""
    revises: str | None = None
    """The revision that an open editor would follow."""
    unsaved: NoteContent | None = None
    """Content of an open editor."""
    reporting: ReportingRules | None = None
    """The office's periods, by which a note is late; None where they are not known."""
    retract: Callable[[Note], str] | None = None
    """Takes a note back and returns the sentence that tells of it, called from a thread; None where nothing may change."""

    @property
    def may_change(self) -> bool:
        """True where a note may be picked to be edited or taken back."""
        return self.retract is not None


class NoteHistory(GuardedModal[Note | None]):
    """Lists every revision of a task's notes, oldest first, and shows the one under the cursor.

    Gives the newest revision of the note that is to be edited, None when the user left.
    """

    DEFAULT_CSS = """
    NoteHistory { background: $surface; }
    NoteHistory #heading { height: 1; padding: 0 1; background: $primary-darken-2; color: auto 95%; text-style: bold;
        text-wrap: nowrap; text-overflow: ellipsis; }
    NoteHistory RowList { height: 1fr; min-height: 4; max-height: 12; }
    NoteHistory LinesView { height: 2fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(HISTORY_COMMANDS)

    @dataclass
    class Loaded(Message):
        """The ledger was read."""

        notes: list[Note]
        actions: dict[str, RevisionAction]
        stages: dict[str, StageState]
        """The stages that revisions have reached, by their ids."""
        late: Collection[str] = ()
        """The revisions whose note came after its period was closed, by their ids."""
        zone: tzinfo | None = None
        """The zone of the office's clock; None for the one here."""
        said: str = ""
        """Sentence that tells what was done before."""
        chain: str = ""
        """The note to which it was done."""

    @dataclass
    class NotLoaded(Message):
        """The ledger could not be read."""

        error: PlantuiError

    def __init__(self, subject: HistorySubject) -> None:
        super().__init__()
        self._subject = subject
        self._words = subject.words
        self._said = ""
        """Sentence for the row that the list shows next."""
        self._notes: Sequence[Note] = ()
        self._actions: Mapping[str, RevisionAction] = {}
        self._deeds = {deed: self._words(f"editor.history.kind.{deed}") for deed in _DEEDS}
        self._room = (0, 0, 0)
        """Cells of the columns of deeds, statuses and moments: as many as those of these notes take."""
        self._list: RowList[Revision] = RowList(self._paint, id="revisions")
        self._text = RevisionText(id="revision")

    def compose(self) -> ComposeResult:
        heading = self._words("editor.history.heading", task=self._subject.heading)
        yield Static(one_line(heading), id="heading", markup=False)
        yield self._list
        yield self._text
        yield EditorStatus(id="said")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        hidden = () if self._subject.may_change else CHANGE_COMMANDS
        self._show_keys([one for one in HISTORY_COMMANDS if one.footer and one not in hidden])
        self._list.focus()
        self.run_worker(self._load_in_thread, group="history", thread=True, exclusive=True)

    def _show_keys(self, commands: Sequence[Command]) -> None:
        self.query_one(KeyBar).show([(one, self._words(one.title_key)) for one in commands])

    def _load_in_thread(self, taken_back: Note | None = None) -> None:
        """Read the notes, after one was taken back where the user wants it."""
        said, retract = "", self._subject.retract
        try:
            if taken_back and retract:
                said = retract(taken_back)
            notes = self._subject.ledger.notes(key=self._subject.key, all_revisions=True)
            actions = self._subject.ledger.revision_actions(self._subject.key)
            stages = self._subject.ledger.stages(self._subject.key)
            late, zone = self._late(notes), self._subject.ledger.zone()
        except PlantuiError as error:
            self.post_message(self.NotLoaded(error))
        else:
            self.post_message(
                self.Loaded(notes, actions, stages, late, zone, said, taken_back.chain if taken_back else "")
            )

    def _late(self, notes: Sequence[Note]) -> Collection[str]:
        from plantui.query.lateness import late_notes

        subject = self._subject
        return (late_notes(subject.ledger, notes, subject.reporting) if subject.reporting else None) or ()

    @on(NotLoaded)
    def _not_loaded(self, event: NotLoaded) -> None:
        self.query_one(EditorStatus).say(self._words.error(event.error))

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        self._notes, self._actions = event.notes, event.actions
        revisions = revisions_of(event.notes, event.actions, event.stages, event.late, event.zone)
        subject = self._subject
        if subject.unsaved:
            base = next((one.content for one in revisions if one.id == subject.revises), None)
            revisions.append(Revision(subject.department, subject.unsaved, before=base))
        if revisions:
            last = next(
                (chain[-1].id for chain in by_chain(event.notes) if chain[-1].chain == event.chain), ""
            )
            there = [place for place, one in enumerate(revisions) if one.id == last]
            self._fit_columns(revisions)
            self._list.show(revisions, there[-1] if last and there else _first_place(revisions, subject))
            self._said = event.said
        else:
            self._show_keys([one for one in HISTORY_COMMANDS if one.action == "close"])
            empty = "empty_write" if subject.may_change else "empty"
            self.query_one(EditorStatus).say(self._words(f"editor.history.{empty}"))

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()
        self.query_one(EditorStatus).say(self._said)
        self._said = ""
        revision = self._list.current
        if revision:
            self._text.show(partial(page, self._words, revision))

    def _fit_columns(self, revisions: Sequence[Revision]) -> None:
        """Give deeds and statuses the cells that they take here, so that who wrote and how far it is has room."""
        deeds = [cell_len(self._deeds[one.deed]) for one in revisions]
        statuses = [cell_len(term(self._words, one.content.status)) for one in revisions]
        moments = (len(one.written) for one in revisions)
        self._room = (max(deeds, default=0) + 2, max(statuses, default=0) + 2, max(moments, default=0) + 2)

    def _paint(self, revision: Revision, width: int) -> Painted:
        words, content = self._words, revision.content
        is_gone = revision.kind is RevisionKind.RETRACTED
        kinds, statuses, moments = self._room
        state, is_narrow = revision.stage, width < _NARROW
        stage = (stage_name if is_narrow else stage_text)(words, state) if state else ""
        late = words("terms.report.late") if revision.is_late else ""
        about = (stage, revision.department) if is_narrow else (revision.department, stage)
        parts = (late, *about, revision.author)
        text = one_line("  ".join(part for part in parts if part))
        return [
            (fit(f" {day_text(content)}", 12), ""),
            (fit(self._deeds[revision.deed], kinds), "notice" if is_gone else ""),
            (fit(term(words, content.status), statuses), ""),
            (fit(percent_text(content), 6), ""),
            (fit(revision.written, moments), "muted"),
            (clip(text, width - kinds - statuses - moments - 18), ""),
        ]

    def action_move(self, rows: int) -> None:
        """Go to an older or newer revision."""
        self._list.action_move(rows)

    def action_scroll(self, pages: int) -> None:
        """Turn the pages of the text."""
        self._text.action_scroll_pages(pages)

    def _chosen(self) -> Note | None:
        """The newest revision of the note under the cursor, where it may be changed; else the user is told."""
        row = self._list.current
        here = next((note for note in self._notes if row and note.id == row.id), None)
        if here is None or not self._subject.may_change:
            return None
        ((*_, newest),) = by_chain(note for note in self._notes if note.chain == here.chain)
        if newest.kind is RevisionKind.WRITTEN:
            return newest
        action = self._actions.get(newest.id)
        why = "is_undone" if action and action.undoes_adding else "is_retracted"
        self.query_one(EditorStatus).say(self._words(f"editor.history.{why}"))
        return None

    def action_revise(self) -> None:
        """Edit the note: what is saved is a new revision."""
        if note := self._chosen():
            self.dismiss(note)

    def action_retract(self) -> None:
        """Take the note back; its revisions stay, and so does the history."""
        if note := self._chosen():
            work = partial(self._load_in_thread, note)
            self.run_worker(work, group="history", thread=True, exclusive=True)

    def action_evidence(self) -> None:
        """List the evidence of the revision under the cursor, to open it."""
        from plantui.ui.dialogs.evidence import EvidencePage, evidence_of

        row = self._list.current
        here = next((note for note in self._notes if row and note.id == row.id), None)
        if here and (pieces := evidence_of(here)):
            self.app.push_screen(EvidencePage(self._words, pieces))
        else:
            self.query_one(EditorStatus).say(self._words("notes.evidence.none_in_revision"))

    def action_explain(self) -> None:
        """List the keys of the history; lights and statuses are explained below."""
        from plantui.ui.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(self._words, HISTORY_COMMANDS))

    def action_close(self) -> None:
        """Go back to where the history was opened."""
        self.dismiss(None)

    @on(KeyBar.Pressed)
    async def _key_clicked(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.command.action)


class RevisionText(LinesView):
    """The page on a revision. Characters that changed are underlined, so no colour is needed to see them."""

    can_focus = False


def revisions_of(
    notes: Iterable[Note],
    actions: Mapping[str, RevisionAction] = MappingProxyType({}),
    stages: Mapping[str, StageState] = MappingProxyType({}),
    late: Collection[str] = (),
    zone: tzinfo | None = None,
) -> list[Revision]:
    """The revisions note by note, oldest first; the notes in the order of the days they speak of.

    `zone` is that of the office's clock, None for the one here.
    """
    ordered = sorted(by_chain(notes), key=lambda chain: (chain[-1].as_of, chain[0].written_at))
    return [revision for chain in ordered for revision in _revisions(chain, actions, stages, late, zone)]


def _revisions(
    chain: Sequence[Note],
    actions: Mapping[str, RevisionAction],
    stages: Mapping[str, StageState],
    late: Collection[str],
    zone: tzinfo | None,
) -> list[Revision]:
    content = {note.id: note.content for note in chain}
    return [
        Revision(
            note.department,
            note.content._replace(as_of=note.as_of),
            note.kind,
            note.id,
            actions[note.id].author if note.id in actions else note.author,
            office_moment(note.written_at, zone),
            content.get(note.supersedes or ""),
            actions.get(note.id),
            stages.get(note.id),
            note.id in late,
        )
        for note in chain
    ]


def _first_place(revisions: Sequence[Revision], subject: HistorySubject) -> int:
    """The line to begin with: what is not saved, or the revision being edited, or the department's newest."""
    wanted = (
        lambda one: one.id is None,
        lambda one: one.id == subject.revises,
        lambda one: one.department == subject.department,
    )
    for fits in wanted:
        places = [place for place, one in enumerate(revisions) if fits(one)]
        if places:
            return places[-1]
    return len(revisions) - 1
