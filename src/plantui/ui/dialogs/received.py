"""Summary of what came in, and the choice between texts that two desks wrote for one note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from plantui.model.conflict import Settlement, can_join, join, take
from plantui.model.note import Note, RevisionKind
from plantui.model.text import one_line, visible
from plantui.ui.lines import paragraph
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.sentence import Sentence
from plantui.words import Words
from plantui.words.note_phrases import note_details
from plantui.words.phrases import note_status, side_text

from .base import Dialog, Hint
from .sentences import SentencesDialog

_SIDES = ("left", "right")


class ReceivedDialog(SentencesDialog):
    """Says what came in; its result is whether the conflicts are to be settled now."""

    def __init__(self, words: Words, sentences: Sequence[str], conflicts: int, *, heading: str = "") -> None:
        enter = "arrivals.key.settle" if conflicts else "arrivals.key.close"
        hints = (Hint(("enter",), enter), Hint(("escape",), "arrivals.key.close"))
        super().__init__(words, heading or words("arrivals.title"), sentences, hints)
        self._conflicts = conflicts

    def action_go_on(self) -> None:
        """Close, and go on to the conflicts."""
        self.dismiss(bool(self._conflicts))


class ConflictDialog(Dialog[Settlement | None]):
    """Shows the texts of one note side by side, two at a time; Left and Right mark one, Enter takes it, F2 joins all."""

    AUTO_FOCUS = "#left"
    DEFAULT_CSS = """
    ConflictDialog #what { padding: 0 1; height: auto; }
    ConflictDialog #texts { height: 1fr; }
    ConflictDialog .text { width: 1fr; padding: 0 1; }
    ConflictDialog .whose { height: auto; min-height: 2; }
    ConflictDialog .chosen .whose { text-style: bold reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "mark(-1)", show=False, priority=True),
        Binding("right", "mark(1)", show=False, priority=True),
        Binding("enter", "take", show=False),
        Binding("f2", "join", show=False),
    ]
    HINTS = (
        Hint(("left", "right"), "arrivals.key.mark"),
        Hint(("enter",), "arrivals.key.take"),
        Hint(("f2",), "arrivals.key.join"),
        Hint(("escape",), "arrivals.key.later"),
    )

    def __init__(self, words: Words, name: str, heads: Sequence[Note], zone: tzinfo | None = None) -> None:
        """Take the note's name, its texts, oldest first, and the zone of the office's clock, None for the one here."""
        super().__init__(words, words("arrivals.conflict_title"))
        self._zone = zone
        self._name = name
        self._heads = tuple(heads)
        # Of more than two the newest two are shown first; what is chosen takes all others along.
        self._first = len(self._heads) - 2
        """The number of the text on the left side, counted from 0."""
        self._marked: int | None = None
        """The number of the marked text."""

    def body(self) -> ComposeResult:
        said = [self.words("arrivals.conflict", note=self._name)]
        if len(self._heads) > len(_SIDES):
            said.append(self.words("arrivals.conflict_more", count=len(self._heads)))
        yield Sentence(one_line(self.words.sentences(said)), id="what")
        with Horizontal(id="texts"):
            for side in _SIDES:
                with Vertical(classes="text", id=f"side-{side}"):
                    yield Sentence(classes="whose")
                    yield LinesView(id=side)

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        """Show the two texts from the first one on, and which one is marked."""
        for at, side in enumerate(_SIDES, self._first):
            note, place = self._heads[at], self.query_one(f"#side-{side}")
            whose = side_text(self.words, note, self._zone)
            if len(self._heads) > len(_SIDES):
                whose = self.words("arrivals.side", number=at + 1, line=whose)
            place.query_one(Sentence).show(one_line(whose))
            place.query_one(LinesView).show(partial(self._text, note))
            place.set_class(at == self._marked, "chosen")

    def _text(self, note: Note, width: int) -> list[Painted]:
        if note.kind is RevisionKind.RETRACTED:
            return paragraph(self.words("arrivals.taken_back"), width)
        content = note.content
        parts = (
            note_status(self.words, content),
            content.progress,
            content.problems,
            content.next_steps,
            content.reason,
            *("\n".join(labelled) for labelled in note_details(self.words, content)),
        )
        return [line for part in parts if part for line in [*paragraph(visible(part), width), []]]

    def action_mark(self, step: int) -> None:
        """Mark the text on one side; from a marked one go on to the next, which comes on the screen."""
        if self._marked is None:
            self._marked = self._first + (step > 0)
        else:
            self._marked = min(max(self._marked + step, 0), len(self._heads) - 1)
        self._first = min(max(self._first, self._marked - 1), self._marked)
        self._show()
        self.query_one(f"#{_SIDES[self._marked - self._first]}", LinesView).focus()

    def action_take(self) -> None:
        """Take the marked text; without one say how to mark it."""
        if self._marked is None:
            self.say(self.words("arrivals.mark_first"))
            return
        self.dismiss(take(self._heads, self._heads[self._marked]))

    def action_join(self) -> None:
        """Take all texts, one behind the other, and all evidence; where several give a figure, the newest one's."""
        if can_join(self._heads):
            self.dismiss(join(self._heads))
        else:
            self.say(self.words("arrivals.nothing_to_join"))
