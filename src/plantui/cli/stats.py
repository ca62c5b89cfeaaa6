"""`plantui stats`: figures over the tasks that pass a filter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.problem import ExitCode
from plantui.planfile.search_path import at_home
from plantui.words.catalogue import Words
from plantui.words.phrases import funding_line, term

from .command import Command
from .context import CommandContext
from .filters import filter_of
from .forms import STDOUT, chosen_form
from .light_rules import rules_asked_for
from .options import filter_options, flag, json_option, option, rules_option
from .output import say, write, write_pieces
from .startup import Startup
from .table import Column, is_terminal, write_table
from .values import Values
from .vocabulary import figure_vocabulary, group_vocabulary

if TYPE_CHECKING:
    from plantui.export.figures import FigureTables
    from plantui.export.formats import Format
    from plantui.query.figure_order import FigureSorting
    from plantui.query.filter import Choice
    from plantui.query.stats import By, Figures

_OVERALL = "overall"


def build(startup: Startup) -> Command:
    """Build the command."""
    words = startup.words
    params = [
        option(words, "--by", metavar="GROUP"),
        option(words, "--sort", metavar="FIGURE", text="stats-sort"),
        flag(words, "--matrix"),
        option(words, "-f", "--format", metavar="md|csv|json"),
        option(words, "-o", "--output", metavar="FILE", default=STDOUT),
        flag(words, "--force"),
        *filter_options(words),
        rules_option(words),
        json_option(words),
    ]
    return Command(startup, "stats", _run, params, only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.export.figures import FigureTables
    from plantui.export.heading import heading_of
    from plantui.export.phrasing import left_out_text
    from plantui.query.circular import circular_workspace
    from plantui.query.figure_order import in_order
    from plantui.query.funding import sums_of
    from plantui.query.stats import can_be_rated, figures, grouped

    if values.flag("matrix"):
        from .matrix import write_matrix

        return write_matrix(context, values)
    groups = _wanted(context.words, values.optional("by"))
    sorting = _sorting(context.words, values.optional("sort"))
    target = values.text("output")
    form = chosen_form(context, values.optional("format"), target)
    asked = rules_asked_for(context, values)
    workspace = circular_workspace(context.workspace(asked), context.ledger())
    active_filter = filter_of(context, workspace.library, values)
    tasks = workspace.matching(active_filter)
    has_rate = can_be_rated(active_filter)
    tables = FigureTables(
        heading_of(workspace, tasks, active_filter),
        figures(workspace, tasks, has_rate=has_rate),
        {
            by: in_order(grouped(workspace, tasks, by, active_filter.role, has_rate=has_rate), sorting)
            for by in groups
        },
        sums_of(workspace.library, tasks),
    )
    if target != STDOUT or form is not None:
        _export(context, tables, form, target, force=values.flag("force"))
    else:
        _write_tables(context.words, tables)
    counted = context.words("cli.counted", shown=tables.overall.total, all=tables.heading.everything)
    say(counted)
    if tables.money:
        say(funding_line(context.words, tables.money))
    if left_out := left_out_text(context.words, tables.heading):
        say(left_out)
    return ExitCode.DONE


def _export(
    context: CommandContext, tables: FigureTables, form: Format | None, target: str, *, force: bool
) -> None:
    """Write the tables in a form, Markdown where none was asked for, to a file or to standard output."""
    from plantui.export.figures import export_figures
    from plantui.export.formats import Format
    from plantui.export.writing import save

    pieces = export_figures(tables, form or Format.MARKDOWN, context.words)
    if target == STDOUT:
        write_pieces(pieces)
    else:
        path = save(pieces, at_home(Path(target)), force=force)
        say(context.words("cli.stats.written", path=path))


def _sorting(words: Words, written: str | None) -> FigureSorting | None:
    """Return the order by the column named, the other way round behind a minus; None for worst first."""
    from plantui.query.figure_order import usual_sorting

    if written is None:
        return None
    sorting = usual_sorting(figure_vocabulary().find(words, written.removeprefix("-")))
    return sorting.reversed if written.startswith("-") else sorting


def _wanted(words: Words, by: str | None) -> tuple[By, ...]:
    from plantui.query.stats import By

    return tuple(By) if by is None else (group_vocabulary().find(words, by),)


def _write_tables(words: Words, tables: FigureTables) -> None:
    """Write one table per group on a terminal; for a pipe one table whose first column names the group."""
    found = {_OVERALL: [_cells(words("cli.stats.all"), tables.overall)]}
    for by, groups in tables.groups.items():
        found[by.value] = [_cells(_name(words, tables, by, group.value), group.figures) for group in groups]
    if not is_terminal():
        for kind, rows in found.items():
            write_table([], [(kind, *row) for row in rows])
        return
    for kind, rows in found.items():
        if kind != _OVERALL:
            write("")
        write_table(_columns(words, words(f"cli.stats.by.{kind}")), rows)


def _columns(words: Words, first: str) -> list[Column]:
    from plantui.query.figure_order import COLUMNS_OF_FIGURES, LEAVING, LIGHT_COLUMNS

    figures = [
        Column(
            term(words, LIGHT_COLUMNS[column])
            if column in LIGHT_COLUMNS
            else words(f"cli.stats.{column.value}"),
            is_number=True,
            leaves=LEAVING.index(column) + 1 if column in LEAVING else 0,
        )
        for column in COLUMNS_OF_FIGURES
    ]
    return [Column(first, is_elastic=True), *figures]


def _cells(name: str, figures: Figures) -> tuple[str, ...]:
    from plantui.export.phrasing import figure_cell
    from plantui.query.figure_order import COLUMNS_OF_FIGURES

    return name, *(figure_cell(figures, column) for column in COLUMNS_OF_FIGURES)


def _name(words: Words, tables: FigureTables, by: By, value: Choice) -> str:
    """Return a group's name; a plan's is its id, which other commands take."""
    from plantui.export.phrasing import group_text
    from plantui.query.stats import By

    return str(value) if by is By.PLAN else group_text(words, tables.heading, by, value)
