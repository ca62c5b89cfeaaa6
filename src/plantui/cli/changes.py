"""`plantui changes`: what was stored in the ledger since a day or since one of its states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantui.model.event import Extension, Stage
from plantui.model.jsonvalue import JsonObject
from plantui.model.note import Note, RevisionKind
from plantui.model.problem import ExitCode
from plantui.words.phrases import term

from .command import Command
from .context import CommandContext
from .filters import since_of
from .options import json_option, option
from .output import say, write_json
from .startup import Startup
from .table import Column, write_table
from .values import Values

if TYPE_CHECKING:
    from plantui.model.event import Event
    from plantui.query.workspace import Workspace

_COLUMNS = {
    "change": "cli.column.change",
    "plan": "cli.column.plan",
    "task": "cli.column.task",
    "department": "cli.column.department",
    "as_of": "cli.column.as_of",
    "author": "cli.column.author",
    "light": "cli.column.light",
}
"""The columns of the table, by the keys of a row, with their headings."""


def build(startup: Startup) -> Command:
    """Return the command."""
    params = [
        option(startup.words, "--since", metavar="DAY|ACTION", required=True),
        json_option(startup.words),
    ]
    return Command(startup, "changes", _run, params, only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    words, ledger, workspace = context.words, context.ledger(), context.workspace()
    since = since_of(context, values.text("since"), "--since")
    notes, events = ledger.changes_since(since)
    rows = [*_rows(workspace, [*notes, *events])]
    if context.is_json:
        write_json({"since": str(since), "cut": ledger.cut(), "changes": rows})
        return ExitCode.DONE
    columns = [Column(words(key), is_elastic=name == "plan") for name, key in _COLUMNS.items()]
    cells = [
        (
            words(f"reporting.change.{row['change']}"),
            *(str(row[name] or "") for name in [*_COLUMNS][1:-1]),
            str(row["light_word"] or ""),
        )
        for row in _with_words(context, workspace, rows)
    ]
    write_table(columns, cells)
    say(words("reporting.changed", count=len(rows), since=str(since)))
    return ExitCode.DONE


def _rows(workspace: Workspace, revisions: list[Note | Event]) -> Iterator[JsonObject]:
    for one in revisions:
        plan = workspace.library.plan(one.key.plan) if one.key else None
        row = workspace.library.row_of(plan, one.key.task) if plan and one.key else None
        task = None if row is None else workspace.library.tasks([row])[0]
        yield {
            "change": _change(one),
            "plan": one.key.plan if one.key else None,
            "task": one.key.task if one.key else None,
            "department": one.department or None,
            "as_of": one.as_of.isoformat(),
            "author": one.author,
            "written_at": one.written_at.isoformat(),
            "id": one.id,
            "light": workspace.light(task).light.value if task else None,
        }


def _with_words(
    context: CommandContext, workspace: Workspace, rows: list[JsonObject]
) -> Iterator[JsonObject]:
    from plantui.model.terms import Light

    for row in rows:
        light = row["light"]
        yield {**row, "light_word": term(context.words, Light(str(light))) if light else ""}


def _change(one: Note | Event) -> str:
    """Return the kind of a change: of a note whether it is new, edited or retracted; of an event its subject."""
    if one.kind is not RevisionKind.WRITTEN:
        return "retracted"
    if isinstance(one, Note):
        return "edited" if one.supersedes else "new"
    if isinstance(one.content, Stage):
        return "stage"
    return "extension" if isinstance(one.content, Extension) else "choice"
