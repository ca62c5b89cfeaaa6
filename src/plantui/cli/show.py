"""`plantui show PLAN [TASK]`: one plan, or one task with its notes."""

from __future__ import annotations

from plantui.model.light_rules import LightRules
from plantui.model.problem import ExitCode

from .command import Command
from .context import CommandContext
from .light_rules import rules_asked_for
from .lookup import plan_named
from .options import argument, flag, json_option, rules_option
from .output import write, write_json, write_text
from .startup import Startup
from .task_names import TaskNames
from .values import Values


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        argument("PLAN"),
        argument("TASK", required=False),
        flag(words, "--source"),
        rules_option(words),
        json_option(words),
    ]
    return Command(startup, "show", _run, params, only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    plan, task, with_source = values.text("plan"), values.optional("task"), values.flag("source")
    rules = rules_asked_for(context, values)
    if task is None:
        return _show_plan(context, plan, rules, with_source=with_source)
    return _show_task(context, plan, task, rules, with_source=with_source)


def _show_plan(context: CommandContext, name: str, rules: LightRules | None, *, with_source: bool) -> int:
    library = context.library()
    plan = plan_named(library, name)
    if context.is_json:
        from .planform import plan_pieces

        for piece in plan_pieces(library, plan):
            write(piece)
        return ExitCode.DONE
    from plantui.query.opening import open_workspace

    from .plan_text import plan_lines

    workspace = open_workspace(library, context.ledger(), context.today, rules)
    for line in [*plan_lines(context.words, workspace, plan)]:  # nothing is put out before all of it is read
        write_text(line)
    if with_source:
        from .source_text import plan_source_lines

        for line in plan_source_lines(context, library, plan):
            write_text(line)
    return ExitCode.DONE


def _show_task(
    context: CommandContext, plan_name: str, task_name: str, rules: LightRules | None, *, with_source: bool
) -> int:
    from plantui.export.noteform import assessed_dict
    from plantui.export.notekeys import assignment_dict, late_dict, stage_dict
    from plantui.export.rowform import actual_values, report_dict, row_dict
    from plantui.model.indicator_state import values_in
    from plantui.query.lateness import late_notes
    from plantui.query.reporting import department_reports
    from plantui.query.rows import task_rows

    from .note.note_output import revision_dict

    workspace = context.workspace(rules)
    plan = plan_named(workspace.library, plan_name)
    row = next(task_rows(workspace, [TaskNames(workspace.library, plan).find(task_name)]))
    notes = context.ledger().notes(key=row.key, today=context.today)
    stages = context.ledger().stages(row.key, context.today)
    late = late_notes(context.ledger(), notes, workspace.office.reporting)
    reports = department_reports(workspace.library.registry, plan, row.whole, notes)
    if context.is_json:
        data = row_dict(context.words, row)
        data["reported"] = list(row.progress.reported)
        data["missing"] = list(row.owing)
        data["never_reported"] = list(row.progress.missing)
        data["department_reports"] = [report_dict(report) for report in reports]
        data["assignments"] = [assignment_dict(one) for one in workspace.assignment_standings(row.entry)]
        data["assessments"] = [assessed_dict(one) for one in workspace.assessed(row.entry)]
        data["note_list"] = [
            {**revision_dict(note), **stage_dict(stages.get(note.id)), **late_dict(note, late)}
            for note in notes
        ]
        data["actual_values"] = actual_values(row, values_in(notes), context.today)
        write_json(data)
        return ExitCode.DONE
    from .task_text import task_lines

    for line in task_lines(context.words, context.today, row, reports, notes, stages, late or ()):
        write_text(line)
    if with_source:
        from .source_text import task_source_lines

        for line in task_source_lines(context, workspace.library, row):
            write_text(line)
    return ExitCode.DONE
