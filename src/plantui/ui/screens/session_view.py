"""The parts of the main screen that show a session: the head, the filter bar, the list."""

from __future__ import annotations

from plantui.query.outline import Row
from plantui.query.session import Listing, Session, position_in
from plantui.ui.column_needs import ColumnLayouts
from plantui.ui.commands import VIEWS, by_id
from plantui.ui.row_painter import RowPainter
from plantui.ui.widgets.bars import FilterBar, TextBar
from plantui.ui.widgets.head_line import HeadLine
from plantui.ui.widgets.row_list import RowList
from plantui.ui.widgets.view_strip import ViewStrip
from plantui.words import Words

from . import describing


class SessionView:
    """Hands a session down to the head, the filter bar and the list with its headings."""

    def __init__(self, words: Words, session: Session) -> None:
        self._words = words
        # The parts by name: looking them up costs more than painting a row.
        self.view_strip = ViewStrip(id="views")
        self.top_bar = TextBar(id="top")
        self.filter_bar = FilterBar(id="filter")
        self._layouts = ColumnLayouts(words, session.library)
        self.rows: RowList[Row] = RowList(lambda row, width: (), id="rows")
        # Not in a container with the list: each further level of the screen costs every start several milliseconds.
        self.head_line = HeadLine(self.rows, id="headings")
        self.rows.when_resized = self.head_line.refresh

    def painter_of(self, session: Session) -> tuple[RowPainter, Listing]:
        """Return the rows of a session and what paints them, without showing them."""
        rows = session.rows()
        return RowPainter(self._words, session, rows, self._layouts), rows

    def show(self, session: Session) -> None:
        """Show what the session asks for, with the cursor on the same row where it is still there."""
        words, row = self._words, self.rows.current
        painter, rows = self.painter_of(session)
        self.rows.painter = painter
        self.head_line.show(painter.headings, lambda width, x: painter.layout(width).column_at(x))
        self.rows.show(rows, position_in(rows, row), keep_scroll=True)
        self.top_bar.say(
            describing.heading(words, session),
            describing.count(words, session),
        )
        self.view_strip.show_view(
            [(command, words(f"screen.strip.{command.id}")) for command in VIEWS],
            by_id(f"view_{session.view.value}"),
            words("screen.as_of", day=session.today.isoformat()),
        )
        self.filter_bar.show(describing.chips(words, session), describing.empty_filter(words, session))
