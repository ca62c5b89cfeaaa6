"""Figures over the tasks shown, overall and by department, year, status, light or plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from plantui.export.heading import heading_of
from plantui.export.phrasing import filter_text, group_text, left_out_text
from plantui.model.department import DepartmentRef
from plantui.model.funding import FundingSums
from plantui.model.terms import Light
from plantui.model.text import one_line
from plantui.query.figure_order import FigureSorting, in_order, next_sorting
from plantui.query.filter import Choice, Facet, Filter
from plantui.query.funding import sums_of
from plantui.query.stats import By, Figures, Group, can_be_rated, figures, grouped
from plantui.query.views import View
from plantui.query.workspace import Workspace
from plantui.ui.looks import look_style
from plantui.ui.widgets.chooser import Chooser
from plantui.ui.widgets.painted import PLACE_WIDTH, Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from plantui.words.phrases import funding_line

from .base import Dialog, Hint
from .figure_columns import FigureColumns
from .sort_menu import SortChoice, SortMenu

if TYPE_CHECKING:
    from plantui.export.figures import FigureTables


@dataclass(frozen=True, slots=True)
class StatsPlace:
    """Place of the user in the statistics: the grouping, the order, the group under the cursor."""

    by: By = By.DEPARTMENT
    sorting: FigureSorting | None = None
    """The order by a column, None for worst first."""
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class StatsResult:
    """The place at which the statistics were left, and the filter that shows the tasks of a group, None after Esc."""

    place: StatsPlace
    filter: Filter | None = None


Export = Callable[["FigureTables", Callable[[str], None]], None]
"""Opens the export of tables; is given what tells the user of it."""


class StatsScreen(Dialog[StatsResult]):
    """Dialog of the figures; Enter on a group gives the filter that shows just its tasks."""

    DEFAULT_CSS = """
    StatsScreen #scope { height: auto; max-height: 3; padding: 0 1; color: $text-muted; }
    StatsScreen #by { margin: 0 0 1 0; }
    StatsScreen .line { height: 1; text-wrap: nowrap; }
    StatsScreen #overall { text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,shift+tab", "step(-1)", show=False),
        Binding("right,tab", "step(1)", show=False),
        *(Binding(str(place), f"group({place - 1})", show=False) for place in range(1, len(By) + 1)),
        Binding("enter", "drill", show=False),
        Binding("ctrl+k", "choose_sorting", show=False),
        Binding("f8", "export", show=False),
    ]
    HINTS = (
        Hint(("left", "right"), "dialogs.key.group"),
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "dialogs.key.drill"),
        Hint(("ctrl+k",), "dialogs.key.sort"),
        Hint(("f8",), "dialogs.key.export"),
        Hint(("escape",), "dialogs.key.close"),
    )

    def __init__(
        self,
        words: Words,
        workspace: Workspace,
        tasks: int,
        active_filter: Filter,
        own: DepartmentRef | None = None,
        view: View = View.TREE,
        *,
        place: StatsPlace | None = None,
        export: Export | None = None,
    ) -> None:
        super().__init__(words, words("dialogs.stats.title", count=tasks.bit_count()))
        self._workspace = workspace
        self._tasks = tasks
        self._active_filter = active_filter
        self._own = own
        self._scope = heading_of(workspace, tasks, active_filter, view)
        self._has_rate = can_be_rated(active_filter, view)
        self._groups: dict[By, list[Group]] = {}
        self._export = export
        self._start = place or StatsPlace()
        self._by = self._start.by
        """Kind of the groups on the screen: they change together, whatever the line above says already."""
        self._sorting = self._start.sorting
        self._columns = self._columns_of(self._by)

    @cached_property
    def _overall(self) -> Figures:
        """The figures of all the tasks counted."""
        return figures(self._workspace, self._tasks, has_rate=self._has_rate)

    @property
    def place(self) -> StatsPlace:
        """The place of the user, to come back to."""
        group = self.query_one("#groups", RowList).current
        return StatsPlace(self._by, self._sorting, group if isinstance(group, Group) else None)

    def body(self) -> ComposeResult:
        scope = self.words("dialogs.stats.scope", scope=filter_text(self.words, self._scope))
        yield Static(one_line(scope), id="scope", markup=False)
        labels = [self.words(f"dialogs.stats.{by.value}") for by in By]
        chooser = Chooser(labels, tuple(By).index(self._by), id="by")
        chooser.can_focus = False
        yield chooser
        yield Static(id="head", classes="line", markup=False)
        yield Static(id="overall", classes="line", markup=False)
        yield RowList[Group](self._paint, id="groups")

    def on_mount(self) -> None:
        # What counts many thousands of tasks in hundreds of groups comes behind the first picture.
        self.call_after_refresh(self._show, self._by, self._start.group)

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    @cached_property
    def _money(self) -> FundingSums | None:
        """The sums of the money for all the tasks counted."""
        return sums_of(self._workspace.library, self._tasks)

    def _remarks(self) -> Iterator[str]:
        """Yield the money, and what the figures on the screen would let a reader take wrong."""
        if self._money:
            yield funding_line(self.words, self._money)
        if not self._tasks:
            yield self.words("dialogs.stats.none")
        elif not self._has_rate:
            yield self.words("dialogs.stats.no_rate")
        if sum(group.figures.total for group in self._groups.get(self._by, ())) > self._tasks.bit_count():
            yield self.words("dialogs.stats.several")
        if left_out := left_out_text(self.words, self._scope):
            yield left_out
        if hidden := self._columns.hidden:
            yield self.words("dialogs.stats.hidden", columns=self.words.listing(hidden))

    def _columns_of(self, by: By) -> FigureColumns:
        names = (self._named(by, group.value) for group in self._groups.get(by, ()))
        longest = max(map(cell_len, names), default=0)
        return FigureColumns(self.words, self._tasks.bit_count(), longest)

    def _show(self, by: By, under_cursor: Group | None = None) -> None:
        """Show the groups of one kind, the cursor on the same group, on the own department, or on the first."""
        if by not in self._groups:
            self._groups[by] = grouped(
                self._workspace, self._tasks, by, self._active_filter.role, has_rate=self._has_rate
            )
        if by is not self._by or not self._columns.width:
            self._columns = self._columns_of(by)
        self._by = by
        groups = in_order(self._groups[by], self._sorting)
        value: Choice = self._own if by is By.DEPARTMENT else None
        wanted = under_cursor.value if under_cursor else value
        places = (i for i, group in enumerate(groups) if group.value == wanted)
        start = next(places, 0) if under_cursor or by is By.DEPARTMENT else 0
        self.query_one("#groups", RowList).show(groups, start)
        self._fit()

    def _fit(self) -> None:
        """Show the columns that have room, their headings, and what follows from them."""
        groups = self.query_one("#groups", RowList)
        self._columns.fit((groups.size.width or self.app.size.width) - PLACE_WIDTH)
        self._show_head(self.query_one("#head", Static))
        line = self._columns.line(self._overall, self.words("dialogs.stats.overall"))
        self.query_one("#overall", Static).update("".join(text for text, _ in line))
        groups.refresh()
        self.say(self.words.sentences(self._remarks()))

    def _show_head(self, head: Static) -> None:
        variables, base = self.app.theme_variables, head.rich_style
        painted = self._columns.head(self._sorting)
        looks = ((text, look_style(look, variables, base)) for text, look in painted)
        head.update(Text.assemble(*looks))

    @on(Chooser.Chosen)
    def regroup(self, event: Chooser.Chosen) -> None:
        """Show the groups chosen."""
        event.stop()
        self._regroup()

    def _regroup(self) -> None:
        by = tuple(By)[self.query_one(Chooser).chosen]
        if by is not self._by:
            self._show(by)

    def action_step(self, by: int) -> None:
        self.query_one(Chooser).action_step(by)
        self._regroup()

    def action_group(self, index: int) -> None:
        self.query_one(Chooser).choose(index)
        self._regroup()

    def action_export(self) -> None:
        """Write the table shown, in its order and with all its columns, to a file."""
        if self._export is not None:
            from plantui.export.figures import FigureTables

            groups = in_order(self._groups[self._by], self._sorting)
            tables = FigureTables(self._scope, self._overall, {self._by: groups}, self._money)
            self._export(tables, self.say)

    def action_choose_sorting(self) -> None:
        """Ask for the order of the groups."""
        self.app.push_screen(SortMenu(self.words, self._sorting), self._take_sorting)

    def _take_sorting(self, choice: SortChoice | None) -> None:
        if choice is not None:
            self._sort(choice.sorting)

    @on(events.Click, "#head")
    def sort_by_column(self, event: events.Click) -> None:
        """Sort by the column whose heading was clicked; a second click turns the order round."""
        event.stop()
        column = self._columns.column_at(event.x)
        if column is not None:
            self._sort(next_sorting(self._sorting, column))

    def _sort(self, sorting: FigureSorting | None) -> None:
        self._sorting = sorting
        self._show(self._by, self.place.group)

    def _paint(self, group: Group, width: int) -> Painted:
        light = group.value if isinstance(group.value, Light) else None
        return self._columns.line(group.figures, self._named(self._by, group.value), light=light)

    def _named(self, by: By, value: Choice) -> str:
        own = by is By.DEPARTMENT and value == self._own
        name = group_text(self.words, self._scope, by, value)
        return one_line(name + (self.words("dialogs.picker.own") if own else ""))

    @on(RowList.Chosen)
    def action_drill(self) -> None:
        """Give back the filter narrowed to the group under the cursor."""
        place = self.place
        if place.group is not None:
            narrowed = self._active_filter.narrowed_to(Facet(self._by.value), place.group.value)
            self.dismiss(StatsResult(place, narrowed))

    def action_cancel(self) -> None:
        self.dismiss(StatsResult(self.place))
