"""The layout of a review, and where its cursor goes; what the keys do is in plantui.ui.review.screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.screen import Screen

from plantui.documents.review import Field, Review
from plantui.model.plan import Plan
from plantui.ui.widgets.bars import KeyBar, TextBar
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .commands import REVIEW_COMMANDS
from .correction import CorrectionInput
from .detail import detail_lines
from .rows import Entry, EntryPainter, Heading, Row, RowMaker
from .source_view import SourceView

_IN_DOCUMENT = ("add_task", "add_section", "mark", "leave", "zoom")
"""The commands that the footer shows first while lines of the document are chosen."""
ABOUT_FIELDS = frozenset({"accept", "correct", "accept_all", "reopen", "drop"})
"""The actions on the field under the list's cursor, which is not what the user looks at in the document."""
SIDE_FROM = 100
"""Columns from which the document stands beside the fields."""


class ShownReview(Screen[Plan | None]):
    """The document, the fields, all about one field, and the bars around them."""

    def __init__(self, words: Words, review: Review) -> None:
        super().__init__()
        self.words = words
        self.review = review
        self._maker = RowMaker(words, review)
        self.top_bar = TextBar(id="top")
        self.source_view = SourceView(review.imported.source, id="source")
        self.fields: RowList[Row] = RowList(EntryPainter(words, review), id="fields")
        self.detail = LinesView(id="detail")
        self.detail.can_focus = False
        self.correction = CorrectionInput(id="correction")
        self.status_bar = TextBar(id="status")
        self.key_bar = KeyBar(id="keys")
        self.with_blank = False

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

    def on_resize(self) -> None:
        self.set_class(self.app.size.width >= SIDE_FROM, "side")

    def on_descendant_focus(self) -> None:
        self.refresh_keys()

    @property
    def current(self) -> Field | None:
        """The field under the cursor."""
        row = self.fields.current
        return row.field if isinstance(row, Entry) else None

    def say(self, sentence: str) -> None:
        """Show a sentence above the keys."""
        self.status_bar.say(sentence)

    def refresh_rows(self, key: str | None = None) -> None:
        """Make the list again, with the cursor where it was."""
        if key is None:
            key = self.current.key if self.current else ""
        rows = self._maker.rows(with_blank=self.with_blank)
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
        self.top_bar.say(said, [(counts, "")])

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        message.stop()
        self._show_current()

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

    def refresh_keys(self) -> None:
        """Show the key hints for the focused panel."""
        footer = sorted((one for one in REVIEW_COMMANDS if one.footer), key=lambda one: one.footer)
        titles = {one.id: self.words(one.title_key) for one in footer}
        if self.correction.is_open:
            footer = [one for one in footer if one.id in ("accept", "leave")]
            titles |= {"accept": self.words("review.take"), "leave": self.words("review.drop_line")}
        elif self.source_view.has_focus:
            order = {name: at for at, name in enumerate(_IN_DOCUMENT)}
            footer = [one for one in footer if one.action not in ABOUT_FIELDS]
            footer.sort(key=lambda one: order.get(one.id, len(order)))
            titles["leave"] = self.words("review.back")
        self.key_bar.show([(one, titles[one.id]) for one in footer])

    def action_zoom(self) -> None:
        """Give all room to the document, and take it back."""
        self.toggle_class("zoomed")
        (self.source_view if self.has_class("zoomed") else self.fields).focus()

    def next_open(self, after: int) -> int | None:
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
        at = self.next_open(self.fields.cursor)
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
