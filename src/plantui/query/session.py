"""The state of the interface: what is shown and why, and the next state after each change."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.progress import TaskReports
from plantui.model.search_text import are_letters, search_terms
from plantui.model.terms import LIGHTS_OF_FIGURES, Light
from plantui.store.index import bits
from plantui.store.index.library import Library, TaskEntry

from .columns import DEFAULT_COLUMNS, Column, ColumnChoice, Sorting
from .department_rows import DepartmentRows, Group
from .filter import Choice, Facet, Filter
from .order import TaskOrder
from .outline import Branch, DepartmentBranch, Folding, Leaf, NodeKey, Outline, Row, TaskRows
from .sorting import order_of
from .views import View, view_filter, view_limits, view_tasks
from .workspace import Workspace

if TYPE_CHECKING:
    from plantui.model.note import Draft
    from plantui.model.roles import DeskRole
    from plantui.model.since import Since

    from .beside import Beside
    from .choices import CountedChoice
    from .office import OfficeChoices

Listing = Outline | TaskRows | DepartmentRows
"""The rows of a list."""

NO_FILTER = Filter()
ALL_CLOSED, ALL_OPEN = Folding(), Folding(all_open=True)
_LOOK_AHEAD = 500
"""Rows searched for the next task to report on."""
_FIRST_ROWS = 200
"""Rows that a first start unfolds, about."""


class Selection(NamedTuple):
    """The part of a session that says which tasks are shown, to come back to."""

    view: View
    active_filter: Filter
    choice_order: tuple[tuple[Facet, Choice], ...]
    filtered_folding: Folding


@dataclass(frozen=True, eq=False, repr=False)  # each generated method would cost every start 0.1 ms
class Session:
    """State of the interface: what it shows and why. A session never changes: every change gives the next one."""

    workspace: Workspace
    knows_ledger: bool = True
    """True once the workspace holds all that the ledger says; until then a light is known of `first_tasks` only."""
    first_tasks: int = 0
    """The tasks whose reports were read before all others, as a task set: those on the screen at a start."""
    view: View = View.TREE
    active_filter: Filter = NO_FILTER
    choice_order: tuple[tuple[Facet, Choice], ...] = ()
    """The choices of the filter in the order in which they were made."""
    folding: Folding = ALL_CLOSED
    """Branches that are open without a filter: these are remembered."""
    filtered_folding: Folding = ALL_OPEN
    """Branches that are open under the active filter: at first all, so that its hits are seen."""
    folded_groups: frozenset[Group] = frozenset()
    """The departments of the view 未报送 whose tasks are folded away."""
    own_department: DepartmentRef | None = None
    role: str | None = None
    """The role of the desk, one of `model.roles.DeskRole`; None for one that may do everything."""
    drafts: tuple[Draft, ...] = ()
    """The unsaved notes, newest first."""
    marked: frozenset[TaskKey] = frozenset()
    """The tasks that the user has marked, shown or not."""
    marked_tasks: int = 0
    """The marked tasks that the plans still have, as a task set."""
    columns: tuple[Column, ...] = DEFAULT_COLUMNS
    """The columns shown, in their order."""
    sorting: Sorting | None = None
    """The column that the rows are sorted by, None for the order of the view."""

    @classmethod
    def started(
        cls,
        library: Library,
        today: date,
        active_filter: Filter,
        own: str | None,
        folding: Folding | None,
        *,
        is_demo: bool = False,
    ) -> Session:
        """Return the state at a start: the own department's tasks, or the tree under a filter given.

        `own` is the own department as configured, `folding` what is remembered of the last run; `is_demo` tells
        that the ledger is the demonstration.
        """
        department = department_named(library, own)
        return cls(
            Workspace(library, today, {}, is_demo=is_demo),
            knows_ledger=False,
            view=View.MINE if department is not None and active_filter.is_empty else View.TREE,
            active_filter=active_filter,
            choice_order=active_filter.choices(),
            folding=folding or _first_folding(library),
            own_department=department,
        )

    # -- questions -------------------------------------------------------------------------------------------

    @property
    def library(self) -> Library:
        """The plans."""
        return self.workspace.library

    @property
    def today(self) -> date:
        """The as-of day."""
        return self.workspace.today

    @property
    def office(self) -> OfficeChoices:
        """The office-wide choices that hold on the as-of day."""
        return self.workspace.office

    @cached_property
    def tasks(self) -> int:
        """The tasks shown, as a task set."""
        return view_tasks(
            self.workspace, self.view, self.active_filter, self.own_department, is_clerk=self.is_clerk
        )

    @property
    def desk_role(self) -> DeskRole | None:
        """The role of the desk; None for one that may do everything."""
        from plantui.model.roles import DeskRole

        return DeskRole(self.role) if self.role else None

    @property
    def is_clerk(self) -> bool:
        """True where the desk is a reporting clerk's."""
        return self.role == "clerk"

    @property
    def shown_filter(self) -> Filter:
        """The active filter with what the view adds to it."""
        return view_filter(self.view, self.active_filter, self.own_department)

    @property
    def current_folding(self) -> Folding:
        """The branches that are open now."""
        return self.folding if self.active_filter.is_empty else self.filtered_folding

    def rows(self) -> Listing:
        """Return the rows of the list: the tree, sorted under each heading, or the tasks of a view in its order."""
        if self.view is View.TREE:
            return Outline(self.workspace, self.tasks, self.current_folding, self._order)
        if self.view is View.UNREPORTED:
            return self._department_rows()
        return TaskRows(self.workspace, self.task_rows())

    def task_rows(self, tasks: int | None = None) -> array[int]:
        """Return the row numbers of the tasks shown, or of other ones, each once, in the order of the rows.

        Tasks that are folded away are among them.
        """
        tasks = self.tasks if tasks is None else tasks
        if self.view is View.TREE and self._order:
            return Outline(self.workspace, tasks, ALL_OPEN, self._order).task_rows()
        return self._in_order(tasks)

    def _in_order(self, tasks: int) -> array[int]:
        """Return the row numbers of a task set in the order of a list: sorted, else in that of the view."""
        if self._order:
            return self._order.all_of(tasks)
        first = self.workspace.waiting("returned") if self.view is View.TO_CHECK and self.is_clerk else 0
        rows = self.workspace.rows(tasks & ~first, self.view.order)
        return self.workspace.rows(tasks & first, self.view.order) + rows if tasks & first else rows

    @property
    def _order(self) -> TaskOrder | None:
        return order_of(self.workspace, self.sorting) if self.sorting else None

    def _department_rows(self) -> DepartmentRows:
        own = (self.own_department,) if self.own_department else ()
        return DepartmentRows(
            self.workspace,
            self.tasks,
            self._in_order,
            self.folded_groups,
            (*self.active_filter.departments, *own),
        )

    @property
    def chosen_columns(self) -> tuple[Column, ...]:
        """Return the columns where the user has chosen them, none where they are the usual ones."""
        return self.column_choice.chosen

    @property
    def names_plans(self) -> bool:
        """Return whether each row must name its plan: in a list of tasks of several plans."""
        if self.view is View.TREE:
            return False
        first, last = (self.tasks & -self.tasks).bit_length() - 1, self.tasks.bit_length() - 1
        return not any(p.first <= first and last < p.first + p.tasks for p in self.library.plans)

    def light_counts(self) -> dict[Light, int]:
        """Return how many of the tasks shown are under each light, those under none left out."""
        lights = self.workspace.lights
        counts = {light: (self.tasks & lights[light]).bit_count() for light in LIGHTS_OF_FIGURES}
        return {light: count for light, count in counts.items() if count}

    def choices(self, facet: Facet) -> list[CountedChoice]:
        """Return what can be chosen, each with the number of tasks that it would show."""
        limits = view_limits(self.workspace, self.view, is_clerk=self.is_clerk)
        from .choices import choices  # which no start asks for

        return choices(self.workspace, facet, self.shown_filter, limits)

    def count_without(self, facet: Facet) -> int:
        """Return how many tasks the view shows when nothing of one kind is chosen: what 不限 stands for."""
        return self.with_choices(facet, ()).tasks.bit_count()

    @property
    def has_several_regions(self) -> bool:
        """Return whether a department's name alone may be ambiguous."""
        return len({plan.region for plan in self.library.plans}) > 1

    def key_of(self, task: TaskEntry) -> TaskKey:
        """Return the key that a task's notes hang on."""
        return self.library.key_of(task)

    def row_of(self, key: TaskKey) -> int | None:
        """Return a task's row number, None where no plan has it any more."""
        plan = self.library.plan(key.plan)
        return self.library.row_of(plan, key.task) if plan else None

    def task_of(self, key: TaskKey) -> TaskEntry | None:
        """Return the task behind a key, None where no plan has it any more."""
        pk = self.row_of(key)
        return None if pk is None else self.library.tasks([pk])[0]

    @property
    def asks_for_progress(self) -> bool:
        """Return whether the filter or the sorting needs what the ledger says of all tasks."""
        by_progress = self.sorting is not None and self.sorting.column.asks_for_progress
        chosen = self.active_filter
        return by_progress or chosen.asks_for_progress or bool(chosen.changed_since)

    @property
    def asked_changes(self) -> tuple[Since, ...]:
        """The times since when changed tasks were asked for: they have to be found again once the ledger is another."""
        chosen = self.active_filter.changed_since
        return tuple(dict.fromkeys((*self.workspace.changed.asked, *((chosen,) if chosen else ()))))

    @property
    def unsearched_terms(self) -> tuple[str, ...]:
        """The words of the filter for which the notes have still to be searched, once what they say is known."""
        return self.workspace.unsearched_terms(self.active_filter.words) if self.knows_ledger else ()

    @cached_property
    def found_in_notes(self) -> int:
        """The tasks shown that the words of the filter find only by their notes, as a task set."""
        words = self.active_filter.words
        return self.tasks & ~self.workspace.plan_sets.of_words(words) if words else 0

    @cached_property
    def sought(self) -> str:
        """The words of the filter, and the names of departments that they find otherwise: what is marked as found."""
        words = self.active_filter.words
        if not words:
            return ""
        names = self.workspace.plan_sets.names_otherwise(words)
        # A name of several words would have each of them marked, wherever it stands.
        return " ".join([words, *(name for name in names if len(name.split()) == 1)])

    def sought_in(self, task: TaskEntry) -> str:
        """Return what is marked as found of one task: also what letters stand for in its title."""
        letters = [*filter(are_letters, search_terms(self.active_filter.words))]
        if not letters or not (heard := self._heard_in(task, letters)):
            return self.sought
        return " ".join([self.sought, *heard])

    def _heard_in(self, task: TaskEntry, letters: Iterable[str]) -> list[str]:
        from plantui.model.letters import heard, may_be_initials, may_be_syllables

        enough = [one for one in letters if may_be_initials(one) or may_be_syllables(one)]
        ways = self.library.title_spellings(task) if enough else []
        return [piece for one in enough for way in ways for piece in heard(task.title, way, one)]

    @property
    def best_match(self) -> int | None:
        """The row number of the task that the words of the filter find best, None where they find none."""
        parts = self.workspace.by_match(self.active_filter.words, self.tasks)
        best = next((part for part in parts if part), 0)
        return next(iter(self.task_rows(best))) if best else None

    def knows_reports_of(self, pk: int) -> bool:
        """Return whether the workspace holds what the ledger says of a task."""
        return self.knows_ledger or bool(self.first_tasks >> pk & 1)

    @cached_property
    def draft_keys(self) -> frozenset[TaskKey]:
        """The tasks with an unsaved note."""
        return frozenset(draft.key for draft in self.drafts)

    def drafts_of(self, key: TaskKey) -> list[Draft]:
        """Return the unsaved notes on a task."""
        return [draft for draft in self.drafts if draft.key == key]

    def reporters(self, task: TaskEntry) -> tuple[str, ...]:
        """Return the departments that may report on a task: first those that decide its status, the own included."""
        plan = self.library.plan_at[task.plan]
        registry, own = self.library.registry, self.own_department
        names: dict[str, None] = {}
        given = (name for _, name in self.library.task(task.pk).departments.pairs())
        for name in (*task.accountable, *given, *plan.responsible):
            ref = registry.resolve(plan.region, name)
            if own and own in registry.members_of(ref):
                names[own.name] = None
            names[ref.name] = None
        if own and own.region == plan.region and not names:
            names[own.name] = None
        return tuple(names)

    def beside_own(self, task: TaskEntry, names: Iterable[str]) -> tuple[str, ...]:
        """Return those departments of a task's plan of which the user is told that they are not the own one."""
        from plantui.model.roles import is_beside_own

        role, own = self.desk_role, self.own_department
        region, resolve = self.library.plan_at[task.plan].region, self.library.registry.resolve
        return tuple(name for name in names if is_beside_own(role, own, resolve(region, name)))

    def reporter(self, task: TaskEntry) -> str | None:
        """Return the department that a new note is for: one with a draft, else the own, else the first; None for nobody."""
        departments = self.reporters(task)
        if not departments:
            return None
        if drafts := self.drafts_of(self.key_of(task)):
            return drafts[0].department
        own = self.own_department
        is_own = own and own.region == self.library.plan_at[task.plan].region and own.name in departments
        return own.name if own and is_own else departments[0]

    def awaits_report(self, task: TaskEntry) -> bool:
        """Return whether a task awaits a report in the current period; of the own ones, whether ours is awaited."""
        if self.workspace.is_ahead(task.pk):
            return False
        progress = self.workspace.period_workspace.expected(task)
        owing = progress.owing(self.workspace.period)
        own, plan = self.own_department, self.library.plan_at[task.plan]
        if own and own.region == plan.region and own.name in progress.reported:
            return own.name in owing
        return bool(owing) or not progress.notes

    def has_own_report(self, task: TaskEntry) -> bool:
        """Return whether the own department decides a task's status, or its group, and owes no report in this period."""
        own, region = self.own_department, self.library.plan_at[task.plan].region
        if own is None or own.region != region or self.workspace.is_ahead(task.pk):
            return False
        registry = self.library.registry

        def names_own(names: Iterable[str]) -> bool:
            named = (registry.resolve(region, name) for name in names)
            return any(one == own or own in registry.members_of(one) for one in named)

        return names_own(task.accountable) and not names_own(self.workspace.owing(task))

    def next_to_report(self, rows: Sequence[Row], after: int) -> int | None:
        """Return where the next task that awaits a report stands below a row, None where none is near."""
        for index in range(after + 1, min(len(rows), after + _LOOK_AHEAD)):
            row = rows[index]
            if isinstance(row, Leaf) and self.awaits_report(row.task):
                return index
        return None

    # -- next states -----------------------------------------------------------------------------------------

    def narrowed(self, active_filter: Filter) -> Session:
        """Return the session under another filter, with all branches of its hits open."""
        if active_filter == self.active_filter:
            return self
        before, now = self.active_filter.choices(), active_filter.choices()
        kept = [choice for choice in self.choice_order if choice in now]
        order = (*kept, *(choice for choice in now if choice not in before))
        return replace(
            self,
            active_filter=active_filter,
            choice_order=order,
            filtered_folding=ALL_OPEN,
        )

    def toggled(self, facet: Facet, value: Choice) -> Session:
        """Return the session with one choice added to the filter, or taken out where it was chosen."""
        return self.narrowed(self.active_filter.toggled(facet, value))

    def with_choices(self, facet: Facet, values: tuple[Choice, ...]) -> Session:
        """Return the session with just these values chosen of one kind."""
        return self.narrowed(self.active_filter.with_choices(facet, values))

    def without_last_choice(self) -> Session:
        """Return the session without the choice that was made last."""
        return self.toggled(*self.choice_order[-1]) if self.choice_order else self

    def with_view(self, view: View) -> Session:
        """Return the session in another view."""
        return self if view is self.view else replace(self, view=view)

    @property
    def selection(self) -> Selection:
        """The choice of the tasks shown."""
        return Selection(self.view, self.active_filter, self.choice_order, self.filtered_folding)

    def with_selection(self, selection: Selection) -> Session:
        """Return the session that shows the tasks of an earlier one, with what has become known since."""
        return replace(self, **selection._asdict())

    def with_task_unfolded(self, task: TaskEntry) -> Session:
        """Return the session with the branches open under which a task stands in the tree."""
        folding = self.current_folding
        for key in _branches_over(self.library, task):
            if not folding.is_open(key):
                folding = folding.toggled(key)
        return self if folding == self.current_folding else self.with_folding(folding)

    def with_own_department(self, own: DepartmentRef) -> Session:
        """Return the session of a user of this department, showing its tasks."""
        return replace(self, own_department=own, view=View.MINE)

    def with_folding(self, folding: Folding) -> Session:
        """Return the session with the branches folded so; what is remembered stays while a filter is active."""
        if self.active_filter.is_empty:
            return replace(self, folding=folding)
        return replace(self, filtered_folding=folding)

    def with_branch_toggled(self, key: NodeKey) -> Session:
        """Return the session with one branch folded or unfolded."""
        return self.with_folding(self.current_folding.toggled(key))

    def with_group_toggled(self, group: Group) -> Session:
        """Return the session with the tasks under one department folded away or shown."""
        return replace(self, folded_groups=self.folded_groups ^ {group})

    def with_all_toggled(self) -> Session:
        """Return the session with everything unfolded, or folded where everything is unfolded."""
        if self.view is View.UNREPORTED:
            groups = frozenset(self._department_rows().groups)
            return replace(self, folded_groups=frozenset() if self.folded_groups & groups else groups)
        now = self.current_folding
        return self.with_folding(Folding(all_open=not (now.all_open and not now.others)))

    def with_ledger(self, workspace: Workspace, drafts: tuple[Draft, ...]) -> Session:
        """Return the session with what the whole ledger says, as of the workspace's day."""
        found = workspace.with_changed(workspace.changed.beside(self.workspace.changed))
        return replace(self, workspace=found, drafts=drafts, knows_ledger=True)

    def with_first_reports(self, reports: Mapping[TaskKey, TaskReports]) -> Session:
        """Return the session that knows the reports of the tasks on the screen, while the others are still being read.

        Only for the tree: the order of a list follows from the reports of all its tasks.
        """
        first = self.library.task_set(reports)
        return replace(self, workspace=self.workspace.with_reports(reports), first_tasks=first)

    def with_reports(
        self,
        reports: Mapping[TaskKey, TaskReports],
        drafts: tuple[Draft, ...],
        office: OfficeChoices | None = None,
        period_reports: Mapping[TaskKey, TaskReports] | None = None,
        beside: Beside | None = None,
    ) -> Session:
        """Return the session in which these tasks have these reports instead, under other choices where given.

        `period_reports` are those as of the end of the period that is being reported, where it has ended.
        """
        is_other = office is not None and office != self.office
        workspace = self.workspace.with_reports(reports, office) if reports or is_other else self.workspace
        if period_reports is not None:
            workspace = workspace.with_period_reports(period_reports)
        if beside is not None:
            workspace = workspace.with_beside(beside)
        return replace(self, workspace=workspace, drafts=drafts)

    def with_note_hits(self, term: str, tasks: int) -> Session:
        """Return the session that knows which tasks have notes that hold a term."""
        return replace(self, workspace=self.workspace.with_note_hits(term, tasks))

    def with_changed(self, since: Since, tasks: int) -> Session:
        """Return the session that shows only the tasks of which something was said since then: these."""
        workspace = self.workspace.with_changed(self.workspace.changed.with_since(since, tasks))
        return replace(self, workspace=workspace).with_choices(Facet.CHANGED, (since,))

    def on_day(self, today: date) -> Session:
        """Return the session on another as-of day, with the reports known so far."""
        return self if today == self.today else replace(self, workspace=self.workspace.on_day(today))

    def with_marks_toggled(self, tasks: int) -> Session:
        """Return the session with the tasks of a set marked, or no longer marked where all of them were."""
        missing = tasks & ~self.marked_tasks
        changed = self.library.keys_of(bits.rows_of(missing or tasks))
        if missing:
            return replace(self, marked=self.marked.union(changed), marked_tasks=self.marked_tasks | missing)
        return replace(self, marked=self.marked.difference(changed), marked_tasks=self.marked_tasks & ~tasks)

    def with_columns(self, columns: tuple[Column, ...]) -> Session:
        """Return the session that shows just these columns in their order, each once."""
        return replace(self, columns=tuple(dict.fromkeys(columns)))

    def with_sorting(self, sorting: Sorting | None) -> Session:
        """Return the session sorted by a column, or with None in the order of its view."""
        return replace(self, sorting=sorting)

    @property
    def column_choice(self) -> ColumnChoice:
        """The columns and the sorting together, as they are chosen and remembered."""
        return ColumnChoice(self.columns, self.sorting)

    def with_column_choice(self, choice: ColumnChoice) -> Session:
        """Return the session with these columns and this sorting."""
        return self.with_columns(choice.columns).with_sorting(choice.sorting)

    def with_marks(self, keys: Collection[TaskKey]) -> Session:
        """Return the session with just these tasks marked."""
        rows = self.library.rows_of(keys).values()
        return replace(self, marked=frozenset(keys), marked_tasks=bits.from_rows(rows))

    def without_marks(self, keys: Collection[TaskKey]) -> Session:
        """Return the session without marks on these tasks, itself where none has one."""
        return self if self.marked.isdisjoint(keys) else self.with_marks(self.marked.difference(keys))


def department_named(library: Library, named: str | None) -> DepartmentRef | None:
    """Return the department behind a name as configured (`region/name`), whether or not a plan names it."""
    if not named:
        return None
    known = library.registry.find(named)
    if known:
        return known[0]
    region, _, name = named.rpartition("/")
    return DepartmentRef(region, name)


def position_in(rows: Listing, row: Row | None) -> int:
    """Return where a row stands in other rows: its branch where it is folded away, the top where neither is there."""
    if isinstance(rows, DepartmentRows):
        return _position_in_groups(rows, row)
    if isinstance(row, Leaf):
        there = rows.position_of_task(row.task.pk)
        if there is None and isinstance(rows, Outline):
            places = map(rows.position_of_branch, _branches_over(rows.workspace.library, row.task))
            there = next((place for place in places if place is not None), None)
        return there or 0
    if isinstance(row, Branch) and isinstance(rows, Outline):
        return rows.position_of_branch(row.key) or rows.position_of_branch(NodeKey(row.key.plan)) or 0
    return 0


def _branches_over(library: Library, task: TaskEntry) -> Iterator[NodeKey]:
    """Yield the branches over a task, the innermost first."""
    plan = library.plan_at[task.plan]
    sections = library.sections(plan)
    at = task.section
    while at >= 0:
        yield NodeKey(plan.id, sections[at].id)
        at = sections[at].parent
    yield NodeKey(plan.id)


def _position_in_groups(rows: DepartmentRows, row: Row | None) -> int:
    if isinstance(row, DepartmentBranch):
        return rows.position_of_group(row.department) or 0
    if not isinstance(row, Leaf):
        return 0
    there = rows.position_under(row.department, row.task.pk)
    if there is None and row.department is not None:
        there = rows.position_of_group(row.department)  # folded, or reported on meanwhile
    return (rows.position_of_task(row.task.pk) or 0) if there is None else there


def _first_folding(library: Library) -> Folding:
    """Return what a first start shows: the first plan down to its tasks, the others below it."""
    if not library.plans:
        return Folding()
    plan = library.plans[0]
    keys = {NodeKey(plan.id)}
    shown = 0
    for section in library.sections(plan):
        keys.add(NodeKey(plan.id, section.id))
        shown += section.own + 1
        if shown > _FIRST_ROWS:
            break
    return Folding(others=frozenset(keys))
