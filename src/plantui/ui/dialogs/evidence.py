"""The evidence that notes name: what has changed or vanished since is marked, and Enter opens one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from plantui.model.note import Note
from plantui.model.problem import PlantuiError
from plantui.model.text import one_line, visible
from plantui.store.evidence import EvidenceState, evidence_state
from plantui.store.ledger.said_details import NotedEvidence
from plantui.store.opening_files import open_with_system
from plantui.ui.lines import paragraph
from plantui.ui.painting import clip, fit
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from plantui.words.note_phrases import evidence_text, opened_text

from .base import Dialog, Hint

_NOTICED = frozenset({EvidenceState.CHANGED, EvidenceState.VANISHED, EvidenceState.UNREADABLE})


def evidence_of(note: Note) -> list[NotedEvidence]:
    """Return the pieces of evidence that one revision of a note names."""
    return [
        NotedEvidence(note.id, note.key, note.department, note.as_of, piece)
        for piece in note.content.evidence
    ]


class EvidencePage(Dialog[None]):
    """Lists pieces of evidence. Threads look what has become of them, and open them: a large file takes its time."""

    AUTO_FOCUS = "#pieces"
    DEFAULT_CSS = """
    EvidencePage #whole { height: 30%; min-height: 4; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "notes.evidence.key.open"),
        Hint(("escape",), "dialogs.key.close"),
    )

    @dataclass
    class Looked(Message):
        """A piece was looked at again."""

        place: int
        state: EvidenceState

    @dataclass
    class Told(Message):
        """Outcome of opening a piece, as a sentence."""

        sentence: str

    def __init__(self, words: Words, pieces: Sequence[NotedEvidence]) -> None:
        super().__init__(words, words("notes.evidence.title", count=len(pieces)))
        self._pieces = tuple(pieces)
        self._states: dict[int, EvidenceState] = {}
        """States of the pieces that were looked at, by their places."""
        self._rows: RowList[int] = RowList(self._paint, id="pieces")
        names = ("looking", *(state.value for state in EvidenceState))
        self._state_width = max(cell_len(words(f"notes.evidence.state.{name}")) for name in names) + 2

    def body(self) -> ComposeResult:
        yield self._rows
        yield LinesView(id="whole")

    def on_mount(self) -> None:
        self._rows.show(range(len(self._pieces)))
        self.run_worker(self._look_in_thread, group="look", thread=True, exclusive=True)

    def _look_in_thread(self) -> None:
        for place, one in enumerate(self._pieces):
            if not self.is_attached:
                return  # nobody waits any more
            self.post_message(self.Looked(place, evidence_state(one.evidence)))

    @on(Looked)
    def _looked(self, event: Looked) -> None:
        self._states[event.place] = event.state
        self._rows.refresh()
        self._show_whole()

    def _state_name(self, place: int) -> str:
        state = self._states.get(place)
        return self.words(f"notes.evidence.state.{state.value if state else 'looking'}")

    def _paint(self, place: int, width: int) -> Painted:
        piece, state = self._pieces[place].evidence, self._states.get(place)
        look = "notice" if state in _NOTICED else "muted"
        name = clip(one_line(piece.name), max(width - self._state_width - 1, 2))
        room = max(width - self._state_width - cell_len(name) - 3, 0)
        beside = clip(one_line(piece.place), room) if piece.place != piece.name else ""
        return [
            (fit(f" {self._state_name(place)}", self._state_width), look),
            (f"{name}  ", "head"),
            (beside, "muted"),
        ]

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()
        self.say("")
        self._show_whole()

    def _show_whole(self) -> None:
        place = self._rows.current
        if place is None:
            return
        one = self._pieces[place]
        facts = {"department": one.department, "day": one.as_of.isoformat()}
        said = (
            evidence_text(self.words, one.evidence),
            self.words("notes.evidence.named_by", **facts),
            self._state_name(place),
        )
        self.query_one(LinesView).show(
            lambda width: [line for part in said for line in paragraph(visible(part), width)]
        )

    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Open the piece under the cursor with the system's program, and say what has become of it since it was named."""
        if (place := self._rows.current) is not None:
            self.run_worker(partial(self._open_in_thread, self._pieces[place]), group="open", thread=True)

    def _open_in_thread(self, one: NotedEvidence) -> None:
        try:
            state = open_with_system(one.evidence)
            said = opened_text(self.words, one.evidence, has_changed=state is EvidenceState.CHANGED)
        except PlantuiError as error:
            said = self.words.error(error)
        self.post_message(self.Told(said))

    @on(Told)
    def _told(self, event: Told) -> None:
        self.say(event.sentence)
