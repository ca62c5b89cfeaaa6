"""滞后和逾期事项: the tasks themselves, the longest overdue first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.export.blocks import Block, Heading, Piece, Table, TableCell, TableColumn
from plantui.model.light import LightReason
from plantui.model.terms import TaskState
from plantui.query.order import Order
from plantui.store.index.library import TaskEntry
from plantui.words.light_phrases import light_label
from plantui.words.phrases import status_text

from .telling import NOT_KNOWN, Telling

_SHARES = {"number": 8, "task": 30, "accountable": 24, "due": 20, "days": 11, "status": 19, "light": 18}
_WORDED = ("task", "accountable")
"""The columns of words, which begin at the left."""


def lagging(telling: Telling) -> Iterator[Block]:
    """Yield the overdue tasks and those behind elapsed time, each with a sentence and a table."""
    if not telling.overdue and not telling.behind:
        yield telling.paragraph([telling.say("reports.lagging.none")])
    if telling.overdue:
        yield Heading(telling.words("reports.lagging.overdue"), 2)
        yield telling.paragraph(
            [
                telling.say(
                    "reports.overdue.count",
                    count=telling.count("overdue_tasks", telling.overdue),
                    days=telling.longest_overdue,
                )
            ]
        )
        yield lagging_table(telling, "overdue", overdue_rows(telling))
    if telling.behind:
        far = telling.tasks & telling.workspace.states[TaskState.FAR_BEHIND]
        yield Heading(telling.words("reports.lagging.behind"), 2)
        yield telling.paragraph(
            [
                telling.say(
                    "reports.behind.count",
                    count=telling.count("behind_tasks", telling.behind),
                    far=telling.count("far_behind", far),
                )
            ]
        )
        yield lagging_table(telling, "behind", telling.workspace.rows(telling.behind, Order.WORST_FIRST))


def overdue_rows(telling: Telling) -> Sequence[int]:
    """Return the row numbers of the overdue tasks, the longest overdue first."""
    return telling.content.summary.overdue.rows


def warned_table(telling: Telling, rows: Sequence[int]) -> Table:
    """Return a table of tasks with their lights, whatever they are late or behind by."""
    return lagging_table(telling, "warned", rows)


def lagging_table(telling: Telling, kind: str, rows: Sequence[int], first: int = 1) -> Table:
    """Return a table of tasks; `kind` is `overdue` with the days since the date, `behind` with the points, or `warned`."""
    names = [name for name in _SHARES if not telling.drops(name) and (name != "days" or kind != "warned")]
    columns = [
        TableColumn.wide_enough(
            telling.words(f"reports.column.{_heading(name, kind)}"), _SHARES[name], name not in _WORDED
        )
        for name in names
    ]
    cells = []
    for at, entry in enumerate(telling.entries(rows), first):
        whole = _cells(telling, kind, at, entry)
        cells.append([whole[name] for name in names])
    return Table(telling.words(f"reports.{kind}.table"), columns, cells)


def _heading(name: str, kind: str) -> str:
    return "points" if name == "days" and kind == "behind" else name


def _cells(telling: Telling, kind: str, at: int, entry: TaskEntry) -> dict[str, TableCell]:
    reason = telling.workspace.light(entry)
    return {
        "number": TableCell((str(at),)),
        "task": telling.task_cell(entry),
        "accountable": TableCell((telling.words.listing(entry.accountable) or NOT_KNOWN,)),
        "due": TableCell((_due(telling, reason),)),
        "days": TableCell((_late_by(telling, kind, at, entry, reason),)),
        "status": TableCell((status_text(telling.words, telling.workspace.expected(entry)),)),
        "light": TableCell((light_label(telling.words, reason),), reason.light),
    }


def _due(telling: Telling, reason: LightReason) -> str:
    if reason.due is None:
        return NOT_KNOWN
    if reason.first:
        return telling.words("reports.due.first", due=reason.due.isoformat(), first=reason.first.isoformat())
    return reason.due.isoformat()


def _late_by(telling: Telling, kind: str, at: int, entry: TaskEntry, reason: LightReason) -> Piece:
    late = -reason.days if kind == "overdue" and reason.days is not None else reason.points_behind
    return NOT_KNOWN if late is None else telling.figure(f"{kind}{at}_by", str(late), 1 << entry.pk)
