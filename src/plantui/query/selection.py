"""The tasks of a form and their order as one value, which finds them again in another state of the ledger, and as JSON."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from plantui.model.department import DepartmentRef
from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.key import TaskKey
from plantui.model.period import parse_period
from plantui.model.since import cut_of
from plantui.model.terms import Light, Measure, Op, Role, Status, TaskState, Waiting

from .columns import Column, Sorting
from .filter import Filter
from .order import Order
from .views import View, view_limits

if TYPE_CHECKING:
    from plantui.model.bound import Bound
    from plantui.model.since import Since

    from .workspace import Workspace

T = TypeVar("T")

NO_FILTER = Filter()


class RowOrder(NamedTuple):
    """The order of the rows of a form."""

    order: Order = Order.DOCUMENT
    """The order where no column decides."""
    sorting: Sorting | None = None
    """The column that decides; None for none."""
    is_tree: bool = False
    """True where the column sorts the tasks under each heading, and not all of them."""
    is_clerk: bool = False
    """True for a clerk's desk, whose view 待审核 begins with what was returned."""


DOCUMENT_ORDER = RowOrder()


class TaskSelection(NamedTuple):
    """A choice of tasks in an order."""

    filter: Filter = NO_FILTER
    view: View = View.TREE
    marked: tuple[TaskKey, ...] = ()
    """The tasks that were chosen one by one; none where filter and view choose."""
    order: RowOrder = DOCUMENT_ORDER
    by_all_notes: bool = False
    """True where all notes choose and sort the tasks, as on the screen, whichever the form counts."""

    def rows(self, workspace: Workspace) -> array[int]:
        """Return the row numbers of the tasks in their order."""
        by = self.order
        if self.marked:
            tasks = workspace.library.task_set(self.marked)
        else:
            tasks = workspace.matching(self.filter) & view_limits(workspace, self.view, is_clerk=by.is_clerk)
        if by.sorting is not None:
            return _sorted(workspace, tasks, by.sorting, is_tree=by.is_tree)
        first = workspace.waiting("returned") if self.view is View.TO_CHECK and by.is_clerk else 0
        return workspace.rows(tasks & first, by.order) + workspace.rows(tasks & ~first, by.order)


def _sorted(workspace: Workspace, tasks: int, sorting: Sorting, *, is_tree: bool) -> array[int]:
    from .sorting import order_of

    order = order_of(workspace, sorting)
    if not is_tree:
        return order.all_of(tasks)
    from .outline import Folding, Outline

    return Outline(workspace, tasks, Folding(all_open=True), order).task_rows()


def selection_json(selection: TaskSelection) -> JsonObject:
    """Return the selection as values of JSON; what is as usual is left out."""
    by, sorting = selection.order, selection.order.sorting
    return _said(
        filter=filter_json(selection.filter),
        view="" if selection.view is View.TREE else selection.view.value,
        marked=[[*key] for key in selection.marked],
        order="" if by.order is Order.DOCUMENT else by.order.value,
        sort=[sorting.column.value, sorting.descending] if sorting else [],
        is_tree=by.is_tree,
        is_clerk=by.is_clerk,
        by_all_notes=selection.by_all_notes,
    )


def selection_from(data: Json) -> TaskSelection:
    """Return the selection that values of JSON say. Raises ValueError for what none was made from."""
    table = object_in(data)
    sort = list_in(table.get("sort", []))
    sorting = Sorting(Column(text_in(sort[0])), sort[1] is True) if sort else None
    return TaskSelection(
        filter_from(table.get("filter", {})),
        View(text_in(table.get("view") or View.TREE.value)),
        tuple(TaskKey(*_pair(key)) for key in list_in(table.get("marked", []))),
        RowOrder(
            Order(text_in(table.get("order") or Order.DOCUMENT.value)),
            sorting,
            table.get("is_tree") is True,
            table.get("is_clerk") is True,
        ),
        table.get("by_all_notes") is True,
    )


def filter_json(chosen: Filter) -> JsonObject:
    """Return a filter as values of JSON; what is not chosen is left out."""
    return _said(
        plans=[*chosen.plans],
        departments=[[ref.region, ref.name] for ref in chosen.departments],
        role=chosen.role.value if chosen.role else "",
        years=[*chosen.years],
        tags=[*chosen.tags],
        statuses=[status.value for status in chosen.statuses],
        lights=[light.value for light in chosen.lights],
        text=chosen.words,
        changed_since="" if chosen.changed_since is None else str(chosen.changed_since),
        within=filter_json(chosen.within) if chosen.within else {},
        periods=[period.name for period in chosen.periods],
        states=[state.value for state in chosen.states],
        waiting=[one.value for one in chosen.waiting],
        bounds=[[bound.measure.value, bound.op.value, bound.number] for bound in chosen.bounds],
    )


def filter_from(data: Json) -> Filter:
    """Return the filter that values of JSON say. Raises ValueError for what none was made from."""
    table = object_in(data)

    def chosen(name: str, value: Callable[[Json], T]) -> tuple[T, ...]:
        return tuple(value(one) for one in list_in(table.get(name, [])))

    role, since, within = table.get("role"), table.get("changed_since"), table.get("within")
    return Filter(
        plans=chosen("plans", text_in),
        departments=chosen("departments", lambda pair: DepartmentRef(*_pair(pair))),
        role=Role(text_in(role)) if role else None,
        years=chosen("years", _year),
        tags=chosen("tags", text_in),
        statuses=chosen("statuses", lambda one: Status(text_in(one))),
        lights=chosen("lights", lambda one: Light(text_in(one))),
        words=text_in(table.get("text", "")),
        changed_since=since_from(text_in(since)) if since else None,
        within=filter_from(within) if within else None,
        periods=chosen("periods", lambda one: parse_period(text_in(one))),
        states=chosen("states", lambda one: TaskState(text_in(one))),
        waiting=chosen("waiting", lambda one: Waiting(text_in(one))),
        bounds=chosen("bounds", _bound),
    )


def since_from(text: str) -> Since:
    """Return the day or the state of the ledger in its stored form. Raises ValueError for what is none."""
    return cut_of(text) or date.fromisoformat(text)


# -- values of JSON in their types ---------------------------------------------------------------------------


def text_in(value: Json) -> str:
    """Return a text. Raises ValueError for another value."""
    if isinstance(value, str):
        return value
    raise ValueError(f"{value!r} is no text")


def list_in(value: Json) -> Sequence[Json]:
    """Return a list. Raises ValueError for another value."""
    if isinstance(value, list):
        return value
    raise ValueError(f"{value!r} is no list")


def object_in(value: Json) -> Mapping[str, Json]:
    """Return an object. Raises ValueError for another value."""
    if isinstance(value, dict):
        return value
    raise ValueError(f"{value!r} is no object")


def _pair(value: Json) -> tuple[str, str]:
    first, second = list_in(value)
    return text_in(first), text_in(second)


def _bound(value: Json) -> Bound:
    measure, op, number = list_in(value)
    if type(number) is not int:
        raise ValueError(f"{number!r} is no number")
    from plantui.model.bound import Bound

    return Bound(Measure(text_in(measure)), Op(text_in(op)), number)


def _year(value: Json) -> int | None:
    if value is None or type(value) is int:
        return value
    raise ValueError(f"{value!r} is no year")


def _said(**values: Json) -> JsonObject:
    return {name: value for name, value in values.items() if value not in ("", [], {}, False)}
