"""`plantui due --since DAY`: what fell due since a day, for scheduled runs: the exit code says whether there is something."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plantui.model.day import days_since
from plantui.model.problem import ExitCode, UsageError
from plantui.query.fallen_due import DueKind, FallenDue, fallen_due
from plantui.words.phrases import numbered

from .context import CommandContext, day_of
from .output import say, write_json
from .table import Column, write_table

if TYPE_CHECKING:
    from plantui.model.department import DepartmentRef
    from plantui.model.jsonvalue import JsonObject
    from plantui.query.workspace import Workspace
    from plantui.words.catalogue import Words


def list_fallen_due(
    context: CommandContext, workspace: Workspace, written: str, department: DepartmentRef | None
) -> int:
    """List what fell due since the day that is written, for one department or for all; return the exit code.

    Raises UsageError for a day to come.
    """
    words = context.words
    since = day_of(words, written, "--since", context.today)
    if since > context.today:
        raise UsageError("reporting.since_ahead", since=since, today=context.today)
    found = fallen_due(workspace, since, department)
    if context.is_json:
        rows = [_dict(workspace, one) for one in found]
        write_json({"since": since.isoformat(), "department": department and str(department), "due": rows})
    else:
        _write(words, workspace, found)
    counts = Counter(one.kind for one in found)
    facts = {kind.value: counts[kind] for kind in DueKind}
    say(words("reporting.since_counted", since=since, today=context.today, **facts))
    return ExitCode.DATA if found else ExitCode.DONE


def _write(words: Words, workspace: Workspace, found: list[FallenDue]) -> None:
    columns = [
        Column(words("reporting.since_column.kind")),
        Column(words("reporting.since_column.day")),
        Column(words("cli.column.department"), is_elastic=True),
        Column(words("cli.column.plan"), is_elastic=True),
        Column(words("cli.column.last_report"), leaves=1),
        Column(words("cli.column.title"), is_elastic=True),
    ]
    cells = [
        (
            words(f"reporting.since_kind.{one.kind.value}"),
            one.day.isoformat(),
            one.department.name if one.department else words("reporting.nobody"),
            workspace.library.plan_at[one.task.plan].id,
            one.last_day.isoformat() if one.last_day else words("reporting.never") if one.is_never else "",
            numbered(one.task.number, one.task.title),
        )
        for one in found
    ]
    write_table(columns, cells)


def _dict(workspace: Workspace, one: FallenDue) -> JsonObject:
    return {
        "kind": one.kind.value,
        "day": one.day.isoformat(),
        "department": one.department.name if one.department else None,
        "region": one.department.region if one.department else None,
        "plan": workspace.library.plan_at[one.task.plan].id,
        "task": one.task.id,
        "number": one.task.number,
        "title": one.task.title,
        "never_reported": one.is_never,
        "last_as_of": one.last_day.isoformat() if one.last_day else None,
        "age": days_since(one.last_day, workspace.today),
    }
