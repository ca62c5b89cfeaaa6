"""The parts of the main screen that show a session: the head, the filter bar, the list."""

from __future__ import annotations

from plantui.query.outline import Row
from plantui.query.session import Session, position_in
from plantui.ui.row_painter import RowPainter
from plantui.ui.widgets.bars import FilterBar, TextBar
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from . import describing


class SessionView:
    """Hands a session down to the head, the filter bar and the list."""

    def __init__(self, words: Words, session: Session) -> None:
        self._words = words
        # The parts by name: looking them up costs more than painting a row.
        self.top_bar = TextBar(id="top")
        self.filter_bar = FilterBar(id="filter")
        self.rows: RowList[Row] = RowList(RowPainter(words, session.workspace), id="rows")

    def show(self, session: Session) -> None:
        """Show what the session asks for, with the cursor on the same row where it is still there."""
        words, row = self._words, self.rows.current
        painter = RowPainter(words, session.workspace, session.draft_keys)
        painter.is_waiting = not session.knows_ledger
        painter.knows_reports_of = session.knows_reports_of
        painter.with_plan = session.names_plans
        self.rows.painter = painter
        rows = session.rows()
        self.rows.show(rows, position_in(rows, row), keep_scroll=True)
        self.top_bar.say(
            describing.heading(words, session),
            describing.count(words, session),
            kept=describing.as_of(words, session),
        )
        self.filter_bar.show(describing.chips(words, session), describing.empty_filter(words, session))
