"""Paints the rows of the tree and of the lists, in columns under one line of headings."""

from __future__ import annotations

from rich.cells import cell_len

from plantui.model.key import TaskKey
from plantui.model.terms import Light
from plantui.model.text import one_line
from plantui.query.cells import TaskCells, cells_of
from plantui.query.columns import Column
from plantui.query.department_rows import DepartmentRows
from plantui.query.outline import Branch, DepartmentBranch, Leaf, Outline, Row
from plantui.query.session import Listing, Session
from plantui.query.views import View
from plantui.words import Words
from plantui.words.phrases import department_term, light_count, numbered

from .column_layout import ColumnLayout, Placed
from .column_needs import ColumnLayouts, ListForm
from .hits import marked, marked_fit
from .meanings import badge_look
from .painting import clip, fit
from .row_cells import (
    FROM_LEDGER,
    OF_DEPARTMENTS,
    CellPainter,
    Piece,
    sorting_mark,
    to_the_right,
)
from .widgets.painted import Painted

_INDENT = 2
"""Cells by which each level of the tree is moved in."""

_PLAN_ROOM = 8
"""Cells that a plan's name behind the title needs: where there are fewer, the title keeps them."""

_TITLE_ROOM = 16
"""Cells of a title that the plan's name behind it leaves alone: fewer do not tell what the task is."""


class RowPainter:
    """Paints the rows of a session's list, and the headings above them."""

    def __init__(self, words: Words, session: Session, rows: Listing, layouts: ColumnLayouts) -> None:
        self._words = words
        self._session = session
        self._workspace = session.workspace
        self._sought = session.sought
        self._layouts = layouts
        is_warnings = session.view is View.WARNINGS
        self._names_plans = session.names_plans
        self._form = ListForm(_columns(session), _INDENT * _deepest(rows), self._names_plans, is_warnings)
        self._cells = CellPainter(words, with_role=is_warnings)
        self._number_width = layouts.number_width(self._form.indent)

    def layout(self, width: int) -> ColumnLayout:
        """Return the places of the columns in a width."""
        return self._layouts.layout(self._form, width)

    def __call__(self, row: Row, width: int) -> Painted:
        if isinstance(row, Leaf):
            return self._leaf(row, width)
        if isinstance(row, Branch):
            return self._branch(row, width)
        return self._department(row, width)

    # -- headings --------------------------------------------------------------------------------------------

    def headings(self, width: int) -> Painted:
        """Return the line of headings; the column that the rows are sorted by has a mark."""
        line = " "
        for place in self.layout(width).placed:
            line = fit(line, place.start) + self._heading(place)
        return [(fit(line, width), "muted")]

    def _heading(self, place: Placed) -> str:
        column = place.column
        mark = sorting_mark(self._session.sorting, column)
        name = self._words(f"columns.{column.value}")
        if column is Column.TASK:
            number = to_the_right(self._words("columns.number"), self._number_width)
            return clip(f"{number} {name}{mark}", place.width)
        # A mark behind a heading that fills its column stands in the gap.
        text = clip(name, place.width) + mark
        return to_the_right(text, place.width) if column.is_right_aligned else text

    # -- branches --------------------------------------------------------------------------------------------

    def _branch(self, row: Branch, width: int) -> Painted:
        name = numbered(row.section.number, row.section.title) if row.section else row.plan.short_title
        is_waiting = not self._session.knows_ledger
        figures = f"{'…' if is_waiting else row.done}/{row.total}"
        red = 0 if is_waiting else row.red
        return self._heading_row(row, name, figures, red, "head" if row.section is None else "", width)

    def _department(self, row: DepartmentBranch, width: int) -> Painted:
        session = self._session
        if row.department is None:
            name = self._words("columns.nobody")
        else:
            name = department_term(row.department, with_region=session.has_several_regions)
        return self._heading_row(row, name, str(row.total), row.red, "head", width)

    def _heading_row(
        self, row: Branch | DepartmentBranch, name: str, figures: str, red: int, look: str, width: int
    ) -> Painted:
        """Return a branch: its name where titles stand, its figures under the columns of light and status."""
        layout = self.layout(width)
        mark = "▾" if row.is_open else "▸"
        text = " " * _INDENT * row.depth + f"{mark} {one_line(name)}"
        place = layout.figures
        if place is None:
            return [(" " * layout.task.start, ""), (clip(text, width - layout.task.start), look)]
        reds = light_count(self._words, Light.RED, red) if red else ""
        end = place.end if place.start + cell_len(reds) + 1 + len(figures) <= place.end else place.limit
        counts: list[Piece] = [
            (reds, badge_look(Light.RED)),
            (to_the_right(figures, end - place.start - cell_len(reds)), "muted"),
        ]
        if place.start < layout.task.start:
            before = [(" " * place.start, ""), *counts, (" " * (layout.task.start - end), "")]
            return [*before, (clip(text, width - layout.task.start), look)]
        room = place.start - layout.task.start
        return [(" " * layout.task.start, ""), (fit(clip(text, room - 1), room), look), *counts]

    # -- tasks -----------------------------------------------------------------------------------------------

    def _leaf(self, row: Leaf, width: int) -> Painted:
        session, task = self._session, row.task
        cells = cells_of(self._workspace, task)
        is_known = session.knows_ledger or session.knows_reports_of(task.pk)
        key = TaskKey(cells.plan.id, task.id)
        pieces: list[Piece] = [("*" if key in session.marked else " ", "key")]
        at = 1
        layout = self.layout(width)
        for column, start, room in layout.placed:
            if start > at:
                pieces.append((" " * (start - at), ""))
            at = start + room
            if column is Column.TASK:
                names_plan = self._names_plans and not layout.shows(Column.PLAN)
                pieces += self._title(cells, key, is_known, names_plan, room)
            elif is_known or column not in FROM_LEDGER:
                text, look = self._cells(column, cells, room)
                pieces += marked(text, look, self._sought) if column in OF_DEPARTMENTS else [(text, look)]
            else:
                pieces.append((" " * room, ""))
        return pieces

    def _title(
        self, cells: TaskCells, key: TaskKey, is_known: bool, names_plan: bool, room: int
    ) -> list[Piece]:
        """Return number, marks and title of a task in its place, the number at the right end of its own."""
        number = to_the_right(one_line(cells.number), max(self._number_width, cell_len(cells.number)))
        marks = [self._words("screen.draft_mark")] if key in self._session.draft_keys else []
        if is_known and self._workspace.is_returned(cells.task):
            marks.append(self._words("screen.returned_mark"))
        if is_known and self._session.view is View.MINE and self._session.has_own_report(cells.task):
            marks.append(self._words("screen.reported_mark"))
        if is_known and cells.progress.others:
            marks.append(self._words("screen.others_mark"))
        if self._session.found_in_notes >> cells.task.pk & 1:
            marks.append(self._words("screen.note_mark"))
        before = " ".join([number, *marks, ""])
        title = one_line(cells.title)
        # Tasks of one wording stand in several cities' plans: the title is cut before the plan's name.
        part = min(room // 3, room - cell_len(before) - _TITLE_ROOM - 3) if names_plan else 0
        plan = f" · {clip(one_line(cells.plan.short_title), part)}" if part >= _PLAN_ROOM else ""
        wide = min(room - cell_len(before) - cell_len(plan), cell_len(title))
        if not self._sought or wide < 1:
            text = fit(before + clip(title, wide) + plan, room)
            return [(text, "")]
        end = " " * (room - cell_len(before) - wide - cell_len(plan))
        sought = self._session.sought_in(cells.task)
        return [
            *marked(number, "", self._sought),
            (before[len(number) :], ""),
            *marked_fit(title, "", sought, wide),
            (plan + end, ""),
        ]


def _columns(session: Session) -> tuple[Column, ...]:
    """Return the columns of the session's view: warnings begin with the light, how long overdue, and who."""
    if session.view is not View.WARNINGS:
        return session.columns
    first = (Column.LIGHT, Column.DAYS, Column.LEAD)
    return (*first, *(column for column in session.columns if column not in first))


def _deepest(rows: Listing) -> int:
    """Return the depth of the tasks, in levels that are moved in."""
    if isinstance(rows, Outline):
        return rows.deepest
    return 1 if isinstance(rows, DepartmentRows) else 0
