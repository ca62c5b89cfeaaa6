"""`plantui stats --matrix`: where each of several accountable departments stands on a task."""

from __future__ import annotations

from pathlib import Path

from plantui.export.formats import Format
from plantui.export.heading import heading_of
from plantui.export.matrix import MatrixFile, cell_text, department_names, export_matrix, legend
from plantui.export.writing import save
from plantui.model.problem import ExitCode, UsageError
from plantui.planfile.search_path import at_home
from plantui.query.circular import circular_workspace
from plantui.query.matrix import matrix
from plantui.query.stats import figures

from .context import CommandContext
from .filters import filter_of
from .forms import STDOUT, chosen_form
from .light_rules import rules_asked_for
from .output import say, write_pieces
from .table import Column, write_table
from .values import Values


def write_matrix(context: CommandContext, values: Values) -> int:
    """Write the matrix of the tasks that pass the filter, in the form that was asked for."""
    if values.optional("by") or values.optional("sort"):
        raise UsageError("cli.stats.matrix_alone")
    words, target = context.words, values.text("output")
    form = chosen_form(context, values.optional("format"), target)
    workspace = circular_workspace(context.workspace(rules_asked_for(context, values)), context.ledger())
    active_filter = filter_of(context, workspace.library, values)
    tasks = workspace.matching(active_filter)
    file = MatrixFile(
        heading_of(workspace, tasks, active_filter),
        figures(workspace, tasks),
        matrix(workspace, tasks),
        workspace.period,
    )
    if target != STDOUT:
        pieces = export_matrix(file, form or Format.MARKDOWN, words)
        say(words("cli.stats.written", path=save(pieces, at_home(Path(target)), force=values.flag("force"))))
    elif form is not None:
        write_pieces(export_matrix(file, form, words))
    else:
        columns = [
            Column(words("cli.column.plan"), is_elastic=True),
            Column(words("cli.column.task")),
            Column(words("cli.column.title"), is_elastic=True),
            *(Column(name, is_elastic=True) for name in department_names(file)),
        ]
        write_table(
            columns,
            [
                (
                    row.plan.id,
                    row.task.id,
                    row.task.title,
                    *(cell_text(words, row.cells.get(ref)) for ref in file.matrix.departments),
                )
                for row in file.matrix.rows
            ],
        )
    say(legend(words, file))
    return ExitCode.DONE
