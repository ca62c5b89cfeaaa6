"""Figures over the tasks shown, overall and by department, year, status, light or plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from plantui.export.phrasing import filter_text, percent_text
from plantui.export.summary import heading_of
from plantui.model.department import DepartmentRef
from plantui.model.terms import LIGHTS_OF_FIGURES, Light, Role, Status
from plantui.model.text import one_line
from plantui.query.filter import Choice, Facet, Filter
from plantui.query.stats import By, Figures, Group, can_be_rated, figures, grouped
from plantui.query.views import View
from plantui.query.workspace import Workspace
from plantui.ui.painting import clip
from plantui.ui.widgets.chooser import Chooser
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from plantui.words.phrases import department_term, term, year_term

from .base import Dialog, Hint

_LONGEST_RATE = len("100.0%")


class _Columns:
    """Figures in columns of fixed width, all left of the name: free text can shift none of them."""

    def __init__(self, words: Words, widest: int) -> None:
        digits = len(str(widest))
        heads = [words("dialogs.stats.total"), words("dialogs.stats.done"), words("dialogs.stats.rate")]
        heads += [term(words, light) for light in LIGHTS_OF_FIGURES]
        room = [max(cell_len(head), digits) + 2 for head in heads]
        room[2] = max(cell_len(heads[2]), _LONGEST_RATE) + 2
        self._room = room
        self.head = "".join(" " * (width - cell_len(h)) + h for h, width in zip(heads, room, strict=True))

    @property
    def width(self) -> int:
        """Cells of all columns."""
        return sum(self._room)

    def paint(self, found: Figures) -> list[tuple[str, str]]:
        """Return the cells of a row of figures; a zero stays in the background."""
        rate = "" if found.rate is None else percent_text(found.rate)
        cells = [(str(found.total), ""), (str(found.done), ""), (rate, "")]
        cells += [(str(found.lights[light]), light.value) for light in LIGHTS_OF_FIGURES]
        return [
            (f"{text:>{width}}", "muted" if text == "0" else look)
            for (text, look), width in zip(cells, self._room, strict=True)
        ]


class StatsScreen(Dialog[Filter | None]):
    """Dialog of the figures; Enter on a group gives the filter that shows just its tasks."""

    DEFAULT_CSS = """
    StatsScreen #scope { height: auto; max-height: 3; padding: 0 1; color: $text-muted; }
    StatsScreen #by { margin: 0 0 1 0; }
    StatsScreen .line { height: 1; text-wrap: nowrap; }
    StatsScreen #head { color: $text-muted; }
    StatsScreen #overall { text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,shift+tab", "step(-1)", show=False),
        Binding("right,tab", "step(1)", show=False),
        *(Binding(str(place), f"group({place - 1})", show=False) for place in range(1, len(By) + 1)),
        Binding("enter", "drill", show=False),
    ]
    HINTS = (
        Hint(("left", "right"), "dialogs.key.group"),
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "dialogs.key.drill"),
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
    ) -> None:
        super().__init__(words, words("dialogs.stats.title", count=tasks.bit_count()))
        self._workspace = workspace
        self._tasks = tasks
        self._active_filter = active_filter
        self._own = own
        self._scope = heading_of(workspace, tasks, active_filter, view)
        self._has_rate = can_be_rated(active_filter, view)
        self._overall = figures(workspace, tasks, has_rate=self._has_rate)
        self._columns = _Columns(words, self._overall.total)
        self._groups: dict[By, list[Group]] = {}
        self._by = By.DEPARTMENT
        """Kind of the groups on the screen: they change together, whatever the line above says already."""

    def body(self) -> ComposeResult:
        scope = self.words("dialogs.stats.scope", scope=filter_text(self.words, self._scope))
        yield Static(one_line(scope), id="scope", markup=False)
        chooser = Chooser([self.words(f"dialogs.stats.{by.value}") for by in By], id="by")
        chooser.can_focus = False
        yield chooser
        name = self.words("dialogs.stats.name")
        yield Static(f"{self._columns.head}  {name}", id="head", classes="line", markup=False)
        overall = "".join(text for text, _ in self._columns.paint(self._overall))
        name = self.words("dialogs.stats.overall")
        yield Static(f"{overall}  {name}", id="overall", classes="line", markup=False)
        yield RowList[Group](self._paint, id="groups")

    def on_mount(self) -> None:
        self._show(By.DEPARTMENT)

    def _remarks(self) -> Iterator[str]:
        """Yield what the figures on the screen would let a reader take wrong."""
        if not self._tasks:
            yield self.words("dialogs.stats.none")
        elif not self._has_rate:
            yield self.words("dialogs.stats.no_rate")
        if sum(group.figures.total for group in self._groups[self._by]) > self._overall.total:
            yield self.words("dialogs.stats.several")

    def _show(self, by: By) -> None:
        if by not in self._groups:
            self._groups[by] = grouped(
                self._workspace, self._tasks, by, self._active_filter.role, has_rate=self._has_rate
            )
        groups = self._groups[by]
        self._by = by
        own = next((i for i, group in enumerate(groups) if group.value == self._own), 0)
        self.query_one("#groups", RowList).show(groups, own if by is By.DEPARTMENT else 0)
        self.say(" ".join(self._remarks()))

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

    def _paint(self, group: Group, width: int) -> Painted:
        name = clip(one_line(self._named(group.value)), width - self._columns.width - 2)
        return [*self._columns.paint(group.figures), (f"  {name}", "" if group.figures.total else "muted")]

    def _named(self, value: Choice) -> str:
        if isinstance(value, DepartmentRef):
            own = self.words("dialogs.picker.own") if value == self._own else ""
            return department_term(value, with_region=self._scope.several_regions) + own
        if isinstance(value, Role | Status | Light):
            return term(self.words, value, long=True)
        if isinstance(value, str):
            plan = self._workspace.library.plan(value)
            return plan.short_title if plan else value
        return year_term(self.words, value)

    @on(RowList.Chosen)
    def action_drill(self) -> None:
        """Give back the filter narrowed to the group under the cursor."""
        group = self.query_one("#groups", RowList).current
        if isinstance(group, Group):
            facet = Facet(self._by.value)
            self.dismiss(self._active_filter.with_choices(facet, (group.value,)))
