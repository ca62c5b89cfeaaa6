"""The screen of a review: the document on the left (above, where the terminal is narrow), its fields on the right."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.screen import Screen
from textual.widgets import Input

from plantui.documents.review import BadValue, Field, Kind, Review
from plantui.ui.widgets.bars import KeyBar, TextBar
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .commands import REVIEW_COMMANDS
from .correction import CorrectionInput
from .detail import detail_lines
from .keeping import Keeper, errors_of
from .rows import DOUBTFUL, Entry, EntryPainter, Heading, Row, RowMaker
from .source_view import SourceView
from .spelling import hint, shown_line, typed

SIDE_FROM = 100
"""Columns from which the document stands beside the fields."""


class ReviewScreen(Screen[None]):
    """Every decision is on the disk before the next key."""

    DEFAULT_CSS = """
    ReviewScreen {
        #panes { height: 1fr; layout: vertical; }
        #source { height: 2fr; width: 1fr; }
        #right { height: 3fr; width: 1fr; }
        #fields { height: 1fr; }
        #detail { height: 4; background: $panel; }
        &.side #panes { layout: horizontal; }
        &.side #source { height: 1fr; }
        &.side #right { height: 1fr; border-left: solid $panel; }
        &.side #detail { height: 8; }
        &.zoomed #right { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(command.keys), command.action, command.id, show=False)
            for command in REVIEW_COMMANDS
        ),
        Binding("shift+tab", "other", show=False),
        Binding("ctrl+q", "leave", show=False, priority=True),
    ]

    def __init__(self, words: Words, review: Review, keeper: Keeper) -> None:
        super().__init__()
        self.words = words
        self.review = review
        self._keeper = keeper
        self._maker = RowMaker(words, review)
        self.top_bar = TextBar(id="top")
        self.source_view = SourceView(review.imported.source, id="source")
        self.fields: RowList[Row] = RowList(EntryPainter(words, review), id="fields")
        self.detail = LinesView(id="detail")
        self.detail.can_focus = False
        self.correction = CorrectionInput(id="correction")
        self.status_bar = TextBar(id="status")
        self.key_bar = KeyBar(id="keys")
        self._with_blank = False
        self._warned = False

    def compose(self) -> ComposeResult:
        self.set_class(self.app.size.width >= SIDE_FROM, "side")
        yield self.top_bar
        with Container(id="panes"):
            yield self.source_view
            with Vertical(id="right"):
                yield self.fields
                yield self.detail
        yield self.correction
        yield self.status_bar
        yield self.key_bar

    def on_mount(self) -> None:
        done = len(self.review.decisions) - len(self.review.outdated)
        self._refresh_rows(key="")
        first = self._next_open(-1)
        self.fields.cursor = first if first is not None else 0
        self.fields.focus()
        if self.review.outdated:
            outdated = len(self.review.outdated)
            self.say(self.words("review.said.outdated", count=done, outdated=outdated))
        elif done:
            self.say(self.words("review.said.resumed", count=done))
        self._refresh_keys()

    def on_resize(self) -> None:
        self.set_class(self.app.size.width >= SIDE_FROM, "side")

    # -- what is shown ---------------------------------------------------------------------------------------

    @property
    def current(self) -> Field | None:
        """The field under the cursor."""
        row = self.fields.current
        return row.field if isinstance(row, Entry) else None

    def say(self, sentence: str) -> None:
        """One sentence above the keys."""
        self.status_bar.say(sentence)

    def _refresh_rows(self, key: str | None = None) -> None:
        """Make the list again, with the cursor where it was."""
        if key is None:
            key = self.current.key if self.current else ""
        rows = self._maker.rows(with_blank=self._with_blank)
        at = self.fields.cursor
        if key:
            at = next(
                (n for n, row in enumerate(rows) if isinstance(row, Entry) and row.field.key == key), at
            )
        self.fields.show(rows, at, keep_scroll=True)
        self._refresh_top()

    def _refresh_top(self) -> None:
        left, imported = self.review.left(), self.review.imported
        name = imported.source.name.replace("\\", "/").rsplit("/", 1)[-1]
        said = self.words("review.title", file=name, title=imported.plan.info.title)
        counts = self.words("review.left", doubtful=left.doubtful, open=left.open, fields=left.fields)
        self.top_bar.say(said, counts)

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        message.stop()
        self._show_current()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.action_correct()

    def _show_current(self) -> None:
        """Bring the document to the field under the cursor, and say all about it."""
        field = self.current
        if field is None:
            self.source_view.mark(())
            self.detail.show(lambda _width: [])
            return
        spans = self.review.spans(field)
        self.source_view.mark(spans, [self.review.sentence(span) for span in spans])
        group = self._maker.group_name(field)
        self.detail.show(lambda width: detail_lines(self.words, self.review, field, group, width))

    def _refresh_keys(self) -> None:
        shown = sorted((command for command in REVIEW_COMMANDS if command.footer), key=lambda c: c.footer)
        self.key_bar.show([(command, self.words(command.title_key)) for command in shown])

    async def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        await self.run_action(message.command.action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a line is corrected, only its own keys work."""
        if self.correction.is_open:
            return action not in {command.action for command in REVIEW_COMMANDS} - {"leave"}
        return super().check_action(action, parameters)

    # -- deciding --------------------------------------------------------------------------------------------

    def action_accept(self) -> None:
        """The field was read right."""
        field = self.current
        if field is None:
            self.action_accept_all()
            return
        if field.is_blank and not self.review.doubts(field) and not self.review.is_decided(field):
            self.action_next()
            return
        self.review.accept(field)
        self.say("")
        self._decided()
        self.action_next()

    def action_accept_all(self) -> None:
        """All fields of the task, the goals, the sections were read right."""
        row = self.fields.current
        group = row.group if isinstance(row, Heading) else row.field.group if row else ""
        if not group or group == DOUBTFUL:
            self.say(self.words("review.said.nothing_to_accept"))
            return
        count = self.review.accept_group(group)
        doubts = [field for field in self.review.doubtful if field.group == group]
        waiting = sum(not self.review.is_decided(field) for field in doubts)
        if waiting:
            self.say(self.words("review.said.doubts_remain", count=count, doubts=waiting))
        else:
            self.say(self.words("review.said.accepted", count=count))
        self._decided()
        self.action_next()

    def action_reopen(self) -> None:
        """Take the decision back."""
        field = self.current
        if field is not None and self.review.is_decided(field):
            self.review.reopen(field)
            self.say(self.words("review.said.reopened"))
            self._decided()

    def action_correct(self) -> None:
        """Correct the field in a line of its own."""
        field = self.current
        if field is None or field.kind is Kind.NOTE:
            self.say(self.words("review.said.nothing_to_correct"))
            return
        others = self.review.alternatives(field)
        self.correction.open(shown_line(self.words, self.review, field), others)
        said = hint(self.words, field)
        self.say(self.words("review.hint.others", hint=said) if others else said)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        field = self.current
        if field is None:
            return
        try:
            self.review.correct(field, typed(self.words, field, message.value))
        except BadValue as error:
            self.say(self.words.error(error))
            return
        self._close_correction()
        self.say(self.words("review.said.corrected") if self.review.is_corrected(field) else "")
        self._decided()
        self.action_next()

    def _close_correction(self) -> None:
        self.correction.close()
        self.fields.focus()

    def _decided(self) -> None:
        """Keep what was decided and show it."""
        self._warned = False
        self._refresh_rows()
        self._keep()

    def _keep(self) -> bool:
        try:
            self._keeper.write(self.review.decisions)
        except OSError as error:
            self.say(self.words("review.said.not_kept", reason=error.strerror or error))
            return False
        return True

    # -- moving and leaving ----------------------------------------------------------------------------------

    def _next_open(self, after: int) -> int | None:
        """The next row that wants a decision, from the top again behind the last one."""
        rows = self.fields.rows
        for step in range(1, len(rows) + 1):
            at = (after + step) % len(rows)
            row = rows[at]
            if isinstance(row, Entry) and self._is_open(row.field):
                return at
        return None

    def _is_open(self, field: Field) -> bool:
        return not self.review.is_decided(field) and (not field.is_blank or bool(self.review.doubts(field)))

    def action_next(self) -> None:
        """Go to the next open field."""
        at = self._next_open(self.fields.cursor)
        if at is None:
            self.say(self.words("review.said.all_done"))
        else:
            self._go_to(at)

    def _go_to(self, at: int) -> None:
        """Go to a row, with the rest of its group in view where there is room."""
        rows, list_view = self.fields.rows, self.fields
        first = next((n for n in range(at, -1, -1) if isinstance(rows[n], Heading)), 0)
        end = next((n for n in range(at, len(rows)) if isinstance(rows[n], Heading)), len(rows))
        height = max(1, list_view.size.height)
        list_view.cursor = at
        if end > list_view.scroll_offset.y + height:
            top = max(min(first, at), at + 2 - height)
            list_view.scroll_to(y=top, animate=False, immediate=True)

    def action_other(self) -> None:
        """Go to the document, and back."""
        if self.source_view.has_focus and not self.has_class("zoomed"):
            self.fields.focus()
        else:
            self.source_view.focus()

    def action_zoom(self) -> None:
        """Give all room to the document, and take it back."""
        self.toggle_class("zoomed")
        (self.source_view if self.has_class("zoomed") else self.fields).focus()

    def action_blank(self) -> None:
        """Show what was not found, to be filled in."""
        self._with_blank = not self._with_blank
        self._refresh_rows()

    def action_help(self) -> None:
        """List the keys."""
        from plantui.ui.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(self.words, (), REVIEW_COMMANDS))

    def action_write(self) -> None:
        """End the review: the plan is written."""
        plan = self.review.plan()
        problems = errors_of(plan)
        if problems and not self._warned:
            self._warned = True
            self.say(self.words("review.said.problem", problem=self.words.problem(problems[0])))
            return
        if self._keep():
            self.app.exit(plan)

    def action_leave(self) -> None:
        """Out of the line, out of the document's whole width, then out of the review with everything kept."""
        if self.correction.is_open:
            self._close_correction()
            self.say("")
        elif self.has_class("zoomed"):
            self.action_zoom()
        elif not self.review.left().open:
            self.action_write()
        elif self._keep():
            self.app.exit()
