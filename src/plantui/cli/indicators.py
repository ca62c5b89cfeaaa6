"""`plantui indicators`: targets against reported values, over the tasks that pass a filter."""

from __future__ import annotations

from pathlib import Path

from plantui.model.problem import ExitCode
from plantui.planfile.search_path import at_home

from .command import Command
from .context import CommandContext
from .filters import filter_of
from .forms import STDOUT, chosen_form
from .options import filter_options, flag, json_option, option
from .output import say, write_pieces
from .startup import Startup
from .table import Column, write_table
from .values import Values


def build(startup: Startup) -> Command:
    """Build the command."""
    words = startup.words
    params = [
        option(words, "-f", "--format", metavar="md|csv|json"),
        option(words, "-o", "--output", metavar="FILE", default=STDOUT),
        flag(words, "--force"),
        *filter_options(words),
        json_option(words),
    ]
    return Command(startup, "indicators", _run, params, only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.export.formats import Format
    from plantui.export.heading import heading_of
    from plantui.export.indicators import (
        IndicatorReportFile,
        column_titles,
        counts_lines,
        export_indicators,
        row_cells,
    )
    from plantui.export.writing import save
    from plantui.query.indicators import indicator_table
    from plantui.query.stats import figures

    words, target = context.words, values.text("output")
    form = chosen_form(context, values.optional("format"), target)
    workspace = context.workspace()
    active_filter = filter_of(context, workspace.library, values)
    tasks = workspace.matching(active_filter)
    table = indicator_table(workspace, tasks, context.ledger().reported_values(context.today))
    report = IndicatorReportFile(
        heading_of(workspace, tasks, active_filter), figures(workspace, tasks), table
    )
    if target != STDOUT:
        path = save(
            export_indicators(report, form or Format.MARKDOWN, words),
            at_home(Path(target)),
            force=values.flag("force"),
        )
        say(words("cli.stats.written", path=path))
    elif form is not None:
        write_pieces(export_indicators(report, form, words))
    else:
        columns = [Column(title, is_elastic=True) for title in column_titles(words)]
        write_table(columns, [row_cells(words, row) for row in table.rows])
    for line in counts_lines(words, table):
        say(line)
    return ExitCode.DONE
