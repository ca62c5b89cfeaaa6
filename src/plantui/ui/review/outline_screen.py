"""The screen of a document in which no task was found: a person marks which lines are tasks."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from plantui.documents.overview.pieces import Piece
from plantui.documents.review import BadValue, Part, Review
from plantui.documents.review.structure import alike
from plantui.model.plan import Plan
from plantui.ui.fullwidth import twin_key
from plantui.ui.widgets.bars import KeyBar, TextBar
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .commands import OUTLINE_COMMANDS
from .decision_store import DecisionStore
from .outline_rows import Row, RowPainter, counts, outline_rows, row_lines
from .saved_review import unkept
from .screen import ReviewScreen


class OutlineScreen(Screen[Plan | None]):
    """The pieces of the document, and all about the one under the cursor. Every mark is on the disk before the next key."""

    DEFAULT_CSS = """
    OutlineScreen {
        #pieces { height: 1fr; }
        #detail { height: 5; background: $panel; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(command.keys), command.action, command.id, show=False)
            for command in OUTLINE_COMMANDS
        ),
        Binding("ctrl+q", "leave", show=False, priority=True),
    ]

    def __init__(self, words: Words, review: Review, store: DecisionStore) -> None:
        super().__init__()
        self.words = words
        self.review = review
        self._store = store
        self.leave: Callable[[Plan | None], object] = self.dismiss
        """Ends with the plan that is to be written, None where it was left before its end."""
        self.top_bar = TextBar(id="top")
        self.pieces: RowList[Row] = RowList(RowPainter(words, review), id="pieces")
        self.detail = LinesView(id="detail")
        self.detail.can_focus = False
        self.status_bar = TextBar(id="status")
        self.key_bar = KeyBar(id="keys")

    def compose(self) -> ComposeResult:
        yield self.top_bar
        yield self.pieces
        yield self.detail
        yield self.status_bar
        yield self.key_bar

    def on_mount(self) -> None:
        rows = outline_rows(self.review)
        marked = [at for at, row in enumerate(rows) if self.review.marked(row.piece.span)]
        self.pieces.show(
            rows, marked[-1] if marked else next((at for at, row in enumerate(rows) if row.seen), 0)
        )
        self.pieces.focus()
        footer = sorted((one for one in OUTLINE_COMMANDS if one.footer), key=lambda one: one.footer)
        self.key_bar.show([(one, self.words(one.title_key)) for one in footer])
        count = len(self.review.marks)
        resumed = self.words("review.outline.resumed", count=count) if count else ""
        self.say(resumed or self.words("review.outline.hint"))
        self._refresh()
        if self.review.reviewed:  # the fields of the marked lines are where the review stood
            self.action_check()

    def on_key(self, event: events.Key) -> None:
        """Take the full-width blank of an input method for the key that it stands for."""
        if twin_key(event.character) == "space":
            event.stop()
            self.action_mark()

    def say(self, sentence: str) -> None:
        """Show a sentence above the keys."""
        self.status_bar.say(sentence)

    def _refresh(self) -> None:
        name = self.review.imported.source.name.replace("\\", "/").rsplit("/", 1)[-1]
        marked = self.words("review.outline.counts", **counts(self.review.marks))
        self.top_bar.say(self.words("review.outline.title", file=name), [(marked, "")])
        self.pieces.show(self.pieces.rows, self.pieces.cursor, keep_scroll=True)
        self._show_current()

    def _show_current(self) -> None:
        row = self.pieces.current
        self.detail.show(
            lambda width: row_lines(self.words, self.review, row, max(width, 20)) if row is not None else []
        )

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        message.stop()
        self._show_current()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        message.stop()
        self.action_mark()

    async def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        await self.run_action(message.command.action)

    # -- marking ---------------------------------------------------------------------------------------------

    def action_mark(self, part: str = Part.TASK.value) -> None:
        """Mark the line as the first one of a task or section, or take that back."""
        row = self.pieces.current
        if row is not None:
            self._mark(Part(part), [row.piece])

    def action_alike(self) -> None:
        """Mark all lines that are numbered as this one is, or take that back."""
        row = self.pieces.current
        if row is not None:
            self._mark(Part.TASK, [*alike(self.review.pieces, row.piece)])

    def _mark(self, part: Part, pieces: list[Piece]) -> None:
        lines = [piece.span for piece in pieces]
        marked = [self.review.marked(line) for line in lines]
        try:
            if all(one is not None and one.part is part for one in marked):
                said = self.words("review.outline.unmarked", count=self.review.unmark(lines))
            else:
                said = self.words(f"review.outline.marked_{part.value}", count=self.review.mark(part, lines))
        except BadValue as error:
            said = self.words.error(error)
        self._decided(said)

    def _decided(self, said: str) -> None:
        """Keep what was decided, and show it."""
        self.say(unkept(self.words, self._store, self.review.decisions) or said)
        self._refresh()

    def action_undo(self) -> None:
        """Take the last step back."""
        done = self.review.undo() is not None
        self._decided(self.words("review.said.undone" if done else "review.said.nothing_to_undo"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        done = self.review.redo() is not None
        self._decided(self.words("review.said.redone" if done else "review.said.nothing_to_redo"))

    # -- moving and leaving ----------------------------------------------------------------------------------

    def action_seen(self) -> None:
        """Go to the next line that looks like something and is not marked."""
        rows, at = self.pieces.rows, self.pieces.cursor
        for step in range(1, len(rows) + 1):
            row = rows[(at + step) % len(rows)]
            if row.seen is not None and self.review.marked(row.piece.span) is None:
                self.pieces.cursor = (at + step) % len(rows)
                return
        self.say(self.words("review.outline.nothing_seen"))

    def action_check(self) -> None:
        """Go on to the fields that were read of the marked lines."""
        if not counts(self.review.marks)["tasks"]:
            self.say(self.words("review.outline.no_marks"))
            return
        self.app.push_screen(ReviewScreen(self.words, self.review, self._store), self._checked)

    def _checked(self, plan: Plan | None) -> None:
        """End with the plan that was written; without one the outline is there again."""
        if plan is not None:
            self.leave(plan)
        else:
            self.say("")
            self._refresh()

    def action_help(self) -> None:
        """List the keys."""
        from plantui.ui.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(self.words, OUTLINE_COMMANDS))

    def action_leave(self) -> None:
        """Leave with every mark kept."""
        self.leave(None)
