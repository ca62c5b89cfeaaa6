"""The state of the main screen. Panels are handed what they show; whatever changes the state ends in `refresh_rows`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, cast

from textual.reactive import reactive
from textual.screen import Screen

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.terms import Light, Role, Status
from plantui.query.choices import CountedChoice, choices
from plantui.query.filter import Choice, Facet, Filter
from plantui.query.launch import Launch
from plantui.query.outline import Branch, Folding, Leaf, NodeKey, Outline, Row, TaskRows
from plantui.query.views import View, view_filter, view_limits, view_tasks
from plantui.query.workspace import Workspace
from plantui.store.index.library import Library, TaskEntry
from plantui.ui.commands import COMMANDS, Command
from plantui.ui.row_painter import RowPainter
from plantui.ui.widgets.bars import Chip, FilterBar, KeyBar, TextBar
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from plantui.words.phrases import department_term, light_count, numbered, term, year_term

if TYPE_CHECKING:
    from textual.widgets import Input

    from plantui.store.ledger import Ledger
    from plantui.ui.app import PlantuiApp

_FOOTER = sorted((command for command in COMMANDS if command.footer), key=lambda command: command.footer)
"""The commands of the footer in their order."""


class PlanScreen(Screen[None]):
    """Holds what is shown and why: plans and progress, view, filter, open branches, own department."""

    wanted: reactive[Filter] = reactive(Filter(), init=False)
    view: reactive[View] = reactive(View.TREE, init=False)
    message: reactive[str] = reactive("", init=False)

    def __init__(self, launch: Launch, words: Words, library: Library, ledger: Ledger | None = None) -> None:
        super().__init__()
        self.launch = launch
        self.words = words
        self.library = library
        if ledger is not None:
            self.ledger = ledger
        self.workspace = Workspace(library, launch.today, {})
        self.ledger_read = False
        """Whether the workspace knows the ledger; until then no light is shown."""
        self.folding = Folding()
        """Which branches are open without a filter: this is remembered."""
        self.filtered_folding = Folding(all_open=True)
        """Which are open under the filter of now: at first all, so that its hits are seen."""
        self.chosen_in_turn: list[tuple[Facet, Choice]] = list(launch.filter.choices())
        """The choices of the filter in the order in which they were made."""
        self.drafts: frozenset[TaskKey] = frozenset()
        self.own = self._own_department()
        self.tasks = 0
        """The tasks shown, as a set."""
        # The parts of the screen by name: looking them up costs more than painting a row.
        self.rows: RowList[Row] = RowList(RowPainter(words, self.workspace), id="rows")
        self.pane = LinesView(id="pane")
        self.top_bar, self.status_bar = TextBar(id="top"), TextBar(id="status")
        self.filter_bar, self.key_bar = FilterBar(id="filter"), KeyBar(id="keys")
        self.search_line: Input | None = None
        """Made when first asked for: a start need not pay for it."""
        self.problems_seen = False
        """Whether the user has looked at what is wrong in the plan files."""
        self.said_at = 0
        """Where the cursor stood when something was said."""
        self.notice = ""
        """What the status line says when there is nothing else to say."""

    @property
    def plantui(self) -> PlantuiApp:
        """The application."""
        return cast("PlantuiApp", self.app)

    @cached_property
    def ledger(self) -> Ledger:
        """The user's notes. Loaded when first asked for: without any, a start need not wait for it."""
        from plantui.store.ledger import Ledger

        return Ledger(self.launch.ledger_path, self.launch.author)

    def _own_department(self) -> DepartmentRef | None:
        if not self.launch.department:
            return None
        known = self.library.registry.find(self.launch.department)
        if known:
            return known[0]
        region, _, name = self.launch.department.rpartition("/")
        return DepartmentRef(region, name)

    @property
    def current_task(self) -> TaskEntry | None:
        """The task under the cursor."""
        row = self.rows.current
        return row.task if isinstance(row, Leaf) else None

    def key_of(self, task: TaskEntry) -> TaskKey:
        """What a task's notes hang on."""
        return TaskKey(self.library.plan_at[task.plan].id, task.id)

    def task_name(self, key: TaskKey) -> str:
        """A task as messages name it."""
        plan = self.library.plan(key.plan)
        pk = self.library.row_of(plan, key.task) if plan else None
        if plan is None or pk is None:
            return f"{key.plan} {key.task}"
        task = self.library.tasks([pk])[0]
        return numbered(task.number, task.title)

    def refresh_rows(self) -> None:
        """Show what view, filter and open branches ask for, with the cursor on the same row where it is still there."""
        row = self.rows.current
        self.tasks = view_tasks(self.workspace, self.view, self.wanted, self.own)
        painter = RowPainter(self.words, self.workspace, self.drafts)
        painter.waiting = not self.ledger_read
        painter.with_plan = self.view is not View.TREE and not self._of_one_plan(self.tasks)
        self.rows.painter = painter
        rows: Outline | TaskRows
        if self.view is View.TREE:
            rows = Outline(self.workspace, self.tasks, self.current_folding)
        else:
            rows = TaskRows(self.workspace, self.workspace.rows(self.tasks, self.view.order))
        self.rows.show(rows, _position(rows, row), keep_scroll=True)
        self.refresh_bars()

    def _of_one_plan(self, tasks: int) -> bool:
        first, last = (tasks & -tasks).bit_length() - 1, tasks.bit_length() - 1
        return any(p.first <= first and last < p.first + p.tasks for p in self.library.plans)

    @property
    def current_folding(self) -> Folding:
        """Which branches are open now."""
        return self.folding if self.wanted.is_empty else self.filtered_folding

    def refresh_bars(self) -> None:
        """Say what is shown, by which filter, and how it stands."""
        words, lights = self.words, self.workspace.lights
        shown, every = self.tasks.bit_count(), self.library.live.bit_count()
        count = words("screen.count", shown=shown, all=every)
        if self.ledger_read:
            figures = [
                light_count(words, light, found)
                for light in (Light.RED, Light.YELLOW, Light.GREEN, Light.BLUE, Light.NONE)
                if (found := (self.tasks & lights[light]).bit_count())
            ]
            count = f"{' '.join(figures)}  {count}"
        day = words("screen.as_of", day=self.launch.today.isoformat())
        title = words(f"screen.view.{self.view.value}")
        if self.view is View.MINE and self.own:
            title = f"{title} {self.own.name}"
        self.top_bar.say(f"plantui  {title}  {day}", count)
        empty = words("screen.no_filter") if every else words("screen.no_plans")
        if self.view is View.MINE and self.own is None:
            empty = words("screen.no_department")
        self.filter_bar.show([self.chip(*choice) for choice in self.wanted.choices()], empty)
        if every and not shown:
            self.say(words("screen.nothing_here" if self.wanted.is_empty else "screen.nothing"))

    def chip(self, facet: Facet, value: Choice) -> Chip:
        """A choice of the filter in words."""
        return Chip(
            facet, value, self.words(f"screen.chip.{facet.value}", value=self.choice_words(facet, value))
        )

    def choice_words(self, facet: Facet, value: Choice) -> str:
        """A chosen value as the user reads it."""
        if isinstance(value, DepartmentRef):
            return department_term(value, with_region=len({plan.region for plan in self.library.plans}) > 1)
        if facet is Facet.YEAR and (value is None or isinstance(value, int)):
            return year_term(self.words, value)
        if facet is Facet.PLAN:
            plan = self.library.plan(str(value))
            return plan.short_title if plan else str(value)
        return term(self.words, value, long=True) if isinstance(value, Role | Status | Light) else str(value)

    def facet_choices(self, facet: Facet) -> Sequence[CountedChoice]:
        """What can be chosen, each with the number of tasks that it would show."""
        within = view_limits(self.workspace, self.view)
        return choices(self.workspace, facet, view_filter(self.view, self.wanted, self.own), within)

    def say(self, text: str) -> None:
        """Tell the user something on the status line, until the cursor moves on."""
        self.said_at = self.rows.cursor
        self.message = text

    def remind(self, notice: str) -> None:
        """Have the status line say this whenever there is nothing else to say."""
        self.notice = notice
        self.watch_message(self.message)

    def watch_message(self, text: str) -> None:
        bar = self.status_bar
        text = text or self.notice
        bar.set_class(bool(text), "said")
        bar.say(text)

    def watch_wanted(self, old: Filter, new: Filter) -> None:
        before, now = old.choices(), new.choices()
        kept = [choice for choice in self.chosen_in_turn if choice in now]
        self.chosen_in_turn = kept + [choice for choice in now if choice not in before]
        self.message = ""
        self.filtered_folding = Folding(all_open=True)
        self.refresh_rows()

    def watch_view(self) -> None:
        self.message = ""
        self.refresh_rows()
        if self.view is View.MINE and self.own is None:
            self.say(self.words("screen.no_department"))

    def leave_pane(self) -> None:
        """Go back to the list."""

    def applies(self, command: Command) -> bool:
        """Whether a command would do something where the cursor is."""
        return True

    def refresh_keys(self) -> None:
        """Show the keys that matter here."""
        shown = [(command, self.words(command.title_key)) for command in _FOOTER if self.applies(command)]
        self.key_bar.show(shown)


def _position(rows: Outline | TaskRows, row: Row | None) -> int:
    """Where the row stands in other rows; its branch where it is folded away; the top where neither is there."""
    if isinstance(row, Leaf):
        return rows.position_of_task(row.task.pk) or 0
    if isinstance(row, Branch) and isinstance(rows, Outline):
        return rows.position_of_branch(row.key) or rows.position_of_branch(NodeKey(row.key.plan)) or 0
    return 0
