"""`plantui missing` and `plantui due`: reports that are missing in a period, of all departments or of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantui.export.office import period_dict
from plantui.model.day import days_since
from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.problem import ExitCode, UsageError
from plantui.model.terms import Light
from plantui.query.missing import Missing, MissingReport, missing_in
from plantui.words.phrases import due_text, period_name, term

from .command import Command
from .context import CommandContext
from .filters import filter_of, period_of
from .lights import light_colours
from .lookup import departments_named
from .options import filter_options, json_option, option
from .output import say, write_json
from .startup import Startup
from .table import Column, write_table
from .values import Values

if TYPE_CHECKING:
    from plantui.model.department import DepartmentRef
    from plantui.query.workspace import Workspace
    from plantui.words.catalogue import Words


def build_missing(startup: Startup) -> Command:
    """Return the command `missing`."""
    words = startup.words
    params = [option(words, "--period", metavar="PERIOD"), *filter_options(words), json_option(words)]
    return Command(startup, "missing", _missing, params, only_reads=True)


def build_due(startup: Startup) -> Command:
    """Return the command `due`."""
    words = startup.words
    params = [
        option(words, "--department", metavar="NAME", text="due_department"),
        option(words, "--period", metavar="PERIOD"),
        option(words, "--since", metavar="DAY", text="due_since"),
        json_option(words),
    ]
    return Command(startup, "due", _due, params, only_reads=True)


def missing_of(context: CommandContext, workspace: Workspace, written: str | None) -> Missing:
    """Return the reports missing in the period that `--period` names, the current one without. Raises UsageError."""
    return missing_in(workspace, context.ledger(), None if written is None else period_of(context, written))


def _missing(context: CommandContext, values: Values) -> int:
    workspace, words = context.workspace(), context.words
    missing = missing_of(context, workspace, values.optional("period"))
    active_filter = filter_of(context, workspace.library, values)
    tasks = missing.workspace.matching(active_filter)
    rows = [*missing.rows(tasks)]
    if active_filter.departments:
        rows = [row for row in rows if row.department in active_filter.departments]
    if context.is_json:
        write_json(
            {
                "period": period_dict(workspace.office, missing.period),
                "missing": _dicts(missing, rows),
                "not_in_force": not_in_force_dicts(missing, tasks),
            }
        )
    else:
        _write(context, missing, rows)
    never = sum(row.last_day is None for row in rows)
    groups = len({row.department for row in rows})
    facts = {"departments": groups, "tasks": len(rows), "never": never, "all": tasks.bit_count()}
    say(words("reporting.missing_counted", period=period_name(words, missing.period), **facts))
    tell_not_in_force(words, missing, tasks)
    return ExitCode.DONE


def _due(context: CommandContext, values: Values) -> int:
    workspace, words = context.workspace(), context.words
    since, named = values.optional("since"), values.optional("department")
    if since is not None:
        from .due_since import list_fallen_due

        if values.optional("period") is not None:
            raise UsageError("reporting.since_or_period")
        is_of_one = named or context.settings().department
        return list_fallen_due(
            context, workspace, since, _department(context, workspace, named) if is_of_one else None
        )
    department = _department(context, workspace, named)
    missing = missing_of(context, workspace, values.optional("period"))
    rows = [*missing.due(department)]
    reported = missing.reported(department)
    if context.is_json:
        write_json(
            {
                "department": str(department),
                "period": period_dict(workspace.office, missing.period),
                "due": _dicts(missing, rows),
                "reported": [
                    {"plan": workspace.library.plan_at[task.plan].id, "task": task.id}
                    for task in workspace.library.tasks(missing.workspace.rows(reported))
                ],
                "not_in_force": not_in_force_dicts(missing, missing.accountable(department)),
            }
        )
    else:
        _write(context, missing, rows)
    closing = workspace.office.reporting.closing_day(missing.period)
    say(due_text(words, department.name, missing.period, len(rows), reported.bit_count(), closing))
    tell_not_in_force(words, missing, missing.accountable(department))
    return ExitCode.DONE


def tell_not_in_force(words: Words, missing: Missing, tasks: int) -> None:
    """Say of which plans with tasks of a set no report is missing since they were issued after the period."""
    period = period_name(words, missing.period)
    for plan in missing.not_in_force(tasks):
        say(
            words(
                "reporting.not_in_force",
                plan=plan.title,
                issued=plan.in_force_from,
                period=period,
            )
        )


def not_in_force_dicts(missing: Missing, tasks: int) -> list[Json]:
    """Return the plans with tasks of a set that were issued after the period."""
    return [{"plan": plan.id, "issued": plan.issued or None} for plan in missing.not_in_force(tasks)]


def _department(context: CommandContext, workspace: Workspace, written: str | None) -> DepartmentRef:
    """Return the department asked for, else the own one. Raises UsageError where neither is there, or several are."""
    named = written or context.settings().department
    if not named:
        raise UsageError("reporting.no_own_department")
    found = departments_named(workspace.library, named)
    if len(found) > 1:
        raise UsageError("cli.config.which_region", name=named, names=" | ".join(map(str, found)))
    return found[0]


def _write(context: CommandContext, missing: Missing, rows: Sequence[MissingReport]) -> None:
    words, workspace = context.words, missing.workspace
    columns = [
        Column(words("cli.column.department"), is_elastic=True),
        Column(words("cli.column.plan"), is_elastic=True),
        Column(words("cli.column.task")),
        Column(
            words("cli.column.light"),
            colours=light_colours(words),
        ),
        Column(words("cli.column.last_report"), leaves=1),
        Column(words("cli.column.due"), leaves=2),
        Column(words("cli.column.title"), is_elastic=True),
    ]
    lights = {light: term(words, light) for light in Light}
    cells = [
        (
            row.department.name if row.department else words("reporting.nobody"),
            workspace.library.plan_at[row.task.plan].id,
            row.task.id,
            lights[row.light],
            row.last_day.isoformat() if row.last_day else words("reporting.never"),
            row.task.due,
            row.task.title,
        )
        for row in rows
    ]
    write_table(columns, cells)


def _dicts(missing: Missing, rows: Sequence[MissingReport]) -> list[JsonObject]:
    workspace = missing.workspace
    return [
        {
            "department": row.department.name if row.department else None,
            "region": row.department.region if row.department else None,
            "plan": workspace.library.plan_at[row.task.plan].id,
            "task": row.task.id,
            "number": row.task.number,
            "title": row.task.title,
            "status": workspace.progress_of(row.task.pk).status.value,
            "light": row.light.value,
            "due": row.task.due or None,
            "never_reported": row.last_day is None,
            "last_as_of": row.last_day.isoformat() if row.last_day else None,
            "age": days_since(row.last_day, workspace.today),
        }
        for row in rows
    ]
