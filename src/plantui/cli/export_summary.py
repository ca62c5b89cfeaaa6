"""`plantui export`: the status summary as a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plantui.model.problem import ExitCode
from plantui.planfile.search_path import at_home

from .columns import columns_of, ordered
from .command import Command
from .context import CommandContext
from .filters import filter_of
from .forms import STDOUT, chosen_form
from .light_rules import rules_asked_for
from .options import column_options, filter_options, flag, option, order_option, rules_option
from .output import say, write_pieces
from .startup import Startup
from .values import Values


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        option(words, "-f", "--format", metavar="md|csv|json"),
        option(words, "-o", "--output", metavar="FILE", default=STDOUT),
        flag(words, "--force"),
        *filter_options(words),
        rules_option(words),
        order_option(words),
        *column_options(words),
        flag(words, "--json"),
    ]
    return Command(startup, "export", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.export.csvfile import CutCell, cut_cells_sentence
    from plantui.export.formats import Format, export
    from plantui.export.phrasing import left_out_text
    from plantui.export.summary import summary
    from plantui.export.writing import save
    from plantui.query.circular import circular_workspace

    target: str = values.text("output")
    form = chosen_form(context, values.optional("format"), target) or Format.MARKDOWN
    asked = rules_asked_for(context, values)
    workspace = circular_workspace(context.workspace(asked), context.ledger())
    active_filter = filter_of(context, workspace.library, values)
    columns = columns_of(context.words, values)
    rows = ordered(context.words, workspace, workspace.matching(active_filter), values)
    cut: list[CutCell] = []
    made = replace(summary(workspace, rows, active_filter, context.ledger()), columns=columns)
    pieces = export(made, form, context.words, cut.append)
    if target != STDOUT:
        path = save(pieces, at_home(Path(target)), force=values.flag("force"))
        say(context.words("cli.export.written", path=path, count=len(rows)))
    else:
        write_pieces(pieces)
    if left_out := left_out_text(context.words, made.heading):
        say(left_out)
    if cut:
        say(cut_cells_sentence(context.words, cut))
    return ExitCode.DONE
