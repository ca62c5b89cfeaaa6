"""`plantui list`: the tasks that pass a filter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import Json
from plantui.model.problem import ExitCode, UsageError
from plantui.model.terms import Light, Status
from plantui.query.order import Order
from plantui.words.catalogue import Words
from plantui.words.phrases import percent_text, term

from .columns import columns_of, ordered
from .command import Command
from .context import CommandContext
from .filters import filter_of
from .light_rules import rules_asked_for
from .lights import light_colours
from .options import (
    column_options,
    filter_options,
    flag,
    json_option,
    option,
    order_option,
    rules_option,
    view_option,
)
from .output import say, write_json_array
from .startup import Startup
from .table import Column, is_terminal, write_table
from .values import Values

if TYPE_CHECKING:
    from plantui.query.filter import Filter
    from plantui.query.workspace import Workspace

    from .saved_views import SelectedView

_PORTION = 500


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        *filter_options(words),
        view_option(words),
        rules_option(words),
        flag(words, "--not-reported"),
        option(words, "--period", metavar="PERIOD"),
        order_option(words),
        *column_options(words),
        json_option(words),
    ]
    return Command(startup, "list", _run, params, only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    workspace = context.workspace(rules_asked_for(context, values))
    columns = columns_of(context.words, values)
    active_filter = filter_of(context, workspace.library, values)
    saved = None
    if values.optional("view"):
        from .saved_views import selected_view

        saved = selected_view(context, workspace.library, values)
    if saved is None:
        tasks = workspace.matching(active_filter)
    else:
        active_filter = saved.narrowed(active_filter)
        tasks = workspace.matching(active_filter) & saved.limits(workspace)
        columns = columns or saved.choice.chosen
    period = values.optional("period")
    if values.flag("not_reported"):
        from .missing import missing_of, tell_not_in_force

        missing = missing_of(context, workspace, period)
        tell_not_in_force(context.words, missing, tasks)
        tasks &= missing.tasks_of(active_filter.departments)
    elif period is not None:
        raise UsageError("reporting.period_of_what")
    rows = _in_order(context.words, workspace, tasks, active_filter, values, saved)
    if context.is_json:
        write_json_array(_lines(context.words, workspace, rows))
    elif columns:
        from .chosen_columns import write_chosen

        write_chosen(context.words, workspace, rows, columns)
    else:
        _write(context.words, list(_rows(context.words, workspace, rows)))
    say(context.words("cli.counted", shown=len(rows), all=workspace.library.live.bit_count()))
    if columns:
        from .chosen_columns import say_sums

        say_sums(context.words, workspace, tasks, columns)
    return ExitCode.DONE


def _in_order(
    words: Words,
    workspace: Workspace,
    tasks: int,
    active_filter: Filter,
    values: Values,
    saved: SelectedView | None,
) -> Sequence[int]:
    """Return the rows in the order asked for, else of the saved view; what a line finds stands best first without one."""
    is_asked = values.optional("sort") is not None or values.text("order") != Order.DOCUMENT
    if saved is not None and not is_asked:
        return saved.ordered(workspace, tasks)
    if values.optional("find") and not is_asked:
        parts = workspace.by_match(active_filter.words, tasks)
        return [row for part in parts for row in workspace.rows(part)]
    return ordered(words, workspace, tasks, values)


def _lines(words: Words, workspace: Workspace, rows: Sequence[int]) -> Iterator[str]:
    from plantui.export.rowform import row_json
    from plantui.query.rows import task_rows

    more: dict[str, Json] = {"demo": True} if workspace.is_demo else {}
    return (row_json(words, row, more) for row in task_rows(workspace, rows))


def _write(words: Words, rows: list[tuple[str, ...]]) -> None:
    columns = _columns(words)
    if is_terminal() and len({row[0] for row in rows}) == 1:
        # The one plan was asked for: on a narrow terminal its name would only take the titles' room.
        columns, rows = columns[1:], [row[1:] for row in rows]
    write_table(columns, rows)


def _columns(words: Words) -> list[Column]:
    return [
        Column(words("cli.column.plan"), is_elastic=True),
        Column(words("cli.column.task")),
        Column(words("cli.column.light"), colours=light_colours(words)),
        Column(words("cli.column.status"), leaves=4),
        Column(words("cli.column.percent"), is_number=True, leaves=1),
        Column(words("cli.column.due"), leaves=3),
        Column(words("cli.column.title"), is_elastic=True),
        Column(words("cli.column.departments"), is_elastic=True, leaves=2),
    ]


def _rows(words: Words, workspace: Workspace, rows: Sequence[int]) -> Iterator[tuple[str, ...]]:
    library = workspace.library
    lights = {light: term(words, light) for light in Light}
    statuses = {status: term(words, status) for status in Status}
    for start in range(0, len(rows), _PORTION):
        for task in library.tasks(rows[start : start + _PORTION]):
            progress, reason = workspace.progress_of(task.pk), workspace.light(task)
            yield (
                library.plan_at[task.plan].id,
                task.id,
                lights[reason.light],
                statuses[progress.status],
                percent_text(words, progress),
                str(reason.due or ""),
                task.title,
                words.listing(task.accountable),
            )
