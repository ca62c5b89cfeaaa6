"""`plantui show PLAN [TASK]`: one plan, or one task with its notes."""

from __future__ import annotations

from plantui.model.problem import ExitCode

from .command import Command, Values
from .context import Call
from .lookup import plan_named, task_named
from .options import argument, flag, json_option
from .output import write, write_json, write_text
from .startup import Startup


def build(startup: Startup) -> Command:
    """The command."""
    words = startup.words
    params = [
        argument("PLAN"),
        argument("TASK", required=False),
        flag(words, "--source"),
        json_option(words),
    ]
    return Command(startup, "show", _run, params)


def _run(call: Call, values: Values) -> int:
    if values["task"] is None:
        return _show_plan(call, values["plan"], with_source=values["source"])
    return _show_task(call, values["plan"], values["task"], with_source=values["source"])


def _show_plan(call: Call, name: str, *, with_source: bool) -> int:
    library = call.library()
    plan = plan_named(library, name)
    if call.is_json:
        from .planform import plan_pieces

        for piece in plan_pieces(library, plan):
            write(piece)
        return ExitCode.DONE
    from plantui.query.session import open_workspace

    from .plan_text import plan_lines

    for line in plan_lines(call.words, open_workspace(library, call.ledger(), call.today), plan):
        write_text(line)
    if with_source:
        from .source_text import plan_source_lines

        for line in plan_source_lines(call, library, plan):
            write_text(line)
    return ExitCode.DONE


def _show_task(call: Call, plan_name: str, task_name: str, *, with_source: bool) -> int:
    from plantui.export.rowform import row_dict
    from plantui.query.rows import task_rows

    from .note.told import revision_dict

    workspace = call.workspace()
    plan = plan_named(workspace.library, plan_name)
    row = next(task_rows(workspace, [task_named(workspace.library, plan, task_name)]))
    notes = call.ledger().notes(key=row.key, today=call.today)
    if call.is_json:
        data = row_dict(call.words, row)
        data["reported"] = list(row.progress.reported)
        data["missing"] = list(row.progress.missing)
        data["note_list"] = [revision_dict(note) for note in notes]
        write_json(data)
        return ExitCode.DONE
    from .task_text import task_lines

    for line in task_lines(call.words, call.today, row, notes):
        write_text(line)
    if with_source:
        from .source_text import task_source_lines

        for line in task_source_lines(call, workspace.library, row):
            write_text(line)
    return ExitCode.DONE
