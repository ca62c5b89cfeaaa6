"""The layouts of the columns, from what each column needs: measured on a few tasks and on the words for its values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from rich.cells import cell_len

from plantui.model.terms import Light, Status
from plantui.query.columns import Column
from plantui.store.index.library import Library
from plantui.words import Words
from plantui.words.phrases import term

from .column_layout import IMPORTANCE, ColumnLayout, Need, lay_out
from .row_cells import badge

_WHO = (Column.LIGHT, Column.DAYS, Column.LEAD)
WARNINGS_FIRST = (*_WHO, *(column for column in IMPORTANCE if column not in _WHO))
"""The columns of the warnings by their importance: who, and how long overdue."""
_KEPT = 64
"""Layouts kept at the most: a window that is being resized asks for many."""
_LOOKED_AT = 64
"""Tasks that are measured, spread over all of them."""
_NUMBER = range(4, 11)
"""Cells that the column of numbers may take: at the least its heading."""
_TITLE = range(20, 37)
"""Cells of the title between which the length of most decides how many columns stand beside it."""
_PLAN_BEHIND = 6
"""Cells for the plan behind a title, so that it is seen to be there."""
_ROLE = 10
"""Cells for the role before the names of those who are accountable."""
_ASSIGNED = ("to_confirm", "appealed", "to_adjust", "confirmed")
"""The states of an assignment, by their names: measuring a column need not load what they are."""
_NAMES = Need(16, 60)
"""The cells of a column of names, where nothing else is known."""


class ListForm(NamedTuple):
    """Properties of a list that its columns follow from, besides its width."""

    columns: tuple[Column, ...]
    indent: int
    """Cells before a task's number, for the headings above it."""
    names_plans: bool
    """True where the plan stands behind each title."""
    is_warnings: bool
    """True where who is accountable, in which role, and how long a task is overdue go before all else."""


class ColumnLayouts:
    """The layouts of lists of tasks in a library. Each is worked out once."""

    def __init__(self, words: Words, library: Library) -> None:
        self._words = words
        self._library = library
        self._known: dict[tuple[ListForm, int], ColumnLayout] = {}

    @cached_property
    def _measure(self) -> TaskMeasure:
        return measured(self._library)

    def layout(self, form: ListForm, width: int) -> ColumnLayout:
        """Return the layout of a list in a width."""
        found = self._known.get((form, width))
        if found is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            needs = column_needs(self._words, self._measure, form)
            ranks = WARNINGS_FIRST if form.is_warnings else IMPORTANCE
            found = self._known[form, width] = lay_out(form.columns, width, needs, ranks)
        return found

    def number_width(self, indent: int) -> int:
        """Return the cells in which a task's number ends, the indent included."""
        return number_width(self._measure, indent)


class TaskMeasure(NamedTuple):
    """The sizes of a library's tasks in cells, as a few of them show."""

    number: int
    title: int
    """Cells in which three of four titles fit."""
    longest: int
    names: int
    """Cells of the longest list of accountable departments."""


def measured(library: Library) -> TaskMeasure:
    """Return the sizes of a library's tasks, from a few of each plan, the last included: numbers grow."""
    plans = [plan for plan in library.plans if plan.tasks]
    share = max(2, _LOOKED_AT // max(1, len(plans)))
    rows = {plan.first + at * (plan.tasks - 1) // max(1, share - 1) for plan in plans for at in range(share)}
    tasks = library.tasks(sorted(rows))
    titles = sorted(cell_len(task.title) for task in tasks) or [0]
    return TaskMeasure(
        min(max((cell_len(task.number) for task in tasks), default=0), _NUMBER[-1]),
        titles[len(titles) * 3 // 4],
        titles[-1],
        max((cell_len("".join(task.accountable)) + 2 * len(task.accountable) for task in tasks), default=0),
    )


def column_needs(words: Words, measure: TaskMeasure, form: ListForm) -> Mapping[Column, Need]:
    """Return what each column needs in a list of this form."""
    head = {column: cell_len(words(f"columns.{column.value}")) for column in Column}

    def fixed(column: Column, *texts: str) -> Need:
        width = max(head[column], *(cell_len(text) for text in texts))
        return Need(width, width)

    task = number_width(measure, form.indent) + 1 + (_PLAN_BEHIND if form.names_plans else 0)
    day = "0000-00-00"
    days = [words(f"columns.value.{key}", days=1000) for key in ("late", "left")]
    role = _ROLE if form.is_warnings else 0
    names = Need(_NAMES.least + role, max(_NAMES.least, min(_NAMES.most, measure.names)) + role)
    return {
        **dict.fromkeys(Column, _NAMES),
        Column.LIGHT: fixed(Column.LIGHT, *(badge(term(words, light)) for light in Light)),
        Column.STATUS: fixed(Column.STATUS, *(term(words, status) for status in Status)),
        Column.PERCENT: fixed(Column.PERCENT, words("terms.percent", percent=100)),
        Column.DUE: fixed(Column.DUE, day),
        Column.REPORTED: fixed(Column.REPORTED, day),
        Column.AGE: fixed(Column.AGE, *(_aged(words, passed) for passed in ("too_old", "over_target"))),
        Column.FIRST_DUE: fixed(Column.FIRST_DUE, day),
        Column.STAGE: fixed(Column.STAGE, words("terms.stage.submitted"), words("terms.stage.returned")),
        Column.ASSIGNMENT: fixed(
            Column.ASSIGNMENT, *(words(f"assignments.state.{one}") for one in _ASSIGNED)
        ),
        Column.ASSESSMENT: fixed(Column.ASSESSMENT, words("assessments.agreement.disputed")),
        Column.EXTENSIONS: fixed(Column.EXTENSIONS, "00"),
        Column.DAYS: fixed(Column.DAYS, *days, words("columns.value.today")),
        Column.NUMBER: fixed(Column.NUMBER, "0" * measure.number),
        Column.TASK: Need(
            task + min(max(measure.title, _TITLE[0]), _TITLE[-1]), task + max(measure.longest, _TITLE[-1])
        ),
        Column.LEAD: names,
        Column.ACCOUNTABLE: names,
        Column.MISSING: names,
    }


def _aged(words: Words, passed: str) -> str:
    """Return the longest text of an age that has passed a mark."""
    return words("columns.value.partly_aged", age=1000, mark=words(f"columns.value.{passed}"))


def number_width(measure: TaskMeasure, indent: int) -> int:
    """Return the cells in which a task's number ends, the indent included."""
    return indent + max(_NUMBER[0] - indent, measure.number)
