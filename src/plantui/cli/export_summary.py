"""`plantui export`: the status summary as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import ExitCode, UsageError
from plantui.planfile.search_path import at_home

from .command import Command
from .context import CommandContext
from .filters import filter_of
from .options import filter_options, flag, option, order_option
from .output import say
from .startup import Startup
from .table import is_terminal
from .values import Values
from .vocabulary import ORDERS

if TYPE_CHECKING:
    from plantui.export.formats import Format

STDOUT = "-"
"""Value of --output that means standard output."""


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        option(words, "-f", "--format", metavar="md|csv|json"),
        option(words, "-o", "--output", metavar="FILE", default=STDOUT),
        flag(words, "--force"),
        *filter_options(words),
        order_option(words),
        flag(words, "--json"),
    ]
    return Command(startup, "export", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.export.csvfile import CutCell, cut_cells_sentence
    from plantui.export.formats import export
    from plantui.export.summary import summary
    from plantui.export.writing import emit, save

    target: str = values.text("output")
    form = _form(context, values.optional("format"), target)
    workspace = context.workspace()
    active_filter = filter_of(context, workspace.library, values)
    rows = workspace.rows(workspace.matching(active_filter), ORDERS.find(context.words, values.text("order")))
    cut: list[CutCell] = []
    pieces = export(
        summary(workspace, rows, active_filter, context.ledger()), form, context.words, cut.append
    )
    if target != STDOUT:
        path = save(pieces, at_home(Path(target)), force=values.flag("force"))
        say(context.words("cli.export.written", path=path, count=len(rows)))
    elif is_terminal():
        from plantui.model.text import visible

        sys.stdout.writelines(map(visible, pieces))
    else:
        sys.stdout.flush()
        emit(pieces, sys.stdout.buffer)
    if cut:
        say(cut_cells_sentence(context.words, cut))
    return ExitCode.DONE


def _form(context: CommandContext, written: str | None, target: str) -> Format:
    """Return the format asked for, else the one that the file's name ends in, else Markdown."""
    from plantui.export.formats import Format

    names = {form.value: form for form in Format}
    if context.is_json:
        if written not in (None, Format.JSON.value):
            raise UsageError("cli.export.two_formats", format=written)
        return Format.JSON
    if written is None:
        return names.get(Path(target).suffix.lower().removeprefix("."), Format.MARKDOWN)
    if written not in names:
        from .nearest import unknown

        raise unknown("format", written, list(names))
    return names[written]
