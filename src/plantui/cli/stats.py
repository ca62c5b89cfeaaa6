"""`plantui stats`: figures over the tasks that pass a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode
from plantui.model.terms import LIGHTS_OF_FIGURES, Light, Status
from plantui.words.catalogue import Words
from plantui.words.phrases import department_term, term, year_term

from .command import Command
from .context import CommandContext
from .filters import filter_of
from .options import filter_options, json_option, option
from .output import say, write, write_json
from .startup import Startup
from .table import Column, is_terminal, write_table
from .values import Values
from .vocabulary import group_vocabulary

if TYPE_CHECKING:
    from plantui.query.filter import Choice
    from plantui.query.stats import By, Figures, Group
    from plantui.query.workspace import Workspace

_OVERALL = "overall"


def build(startup: Startup) -> Command:
    """Build the command."""
    words = startup.words
    by = option(words, "--by", metavar="GROUP")
    return Command(startup, "stats", _run, [by, *filter_options(words), json_option(words)], only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.query.stats import can_be_rated, figures, grouped

    groups = _wanted(context.words, values.optional("by"))
    workspace = context.workspace()
    active_filter = filter_of(context, workspace.library, values)
    tasks = workspace.matching(active_filter)
    has_rate = can_be_rated(active_filter)
    overall = figures(workspace, tasks, has_rate=has_rate)
    found = {by: grouped(workspace, tasks, by, active_filter.role, has_rate=has_rate) for by in groups}
    if context.is_json:
        data: JsonObject = {"today": context.today.isoformat(), _OVERALL: _figures_dict(overall)}
        for by, many in found.items():
            data[by.value] = [{**_value_dict(group.value), **_figures_dict(group.figures)} for group in many]
        write_json(data)
    else:
        _write_tables(context.words, workspace, overall, found)
    say(context.words("cli.counted", shown=overall.total, all=workspace.library.live.bit_count()))
    return ExitCode.DONE


def _wanted(words: Words, by: str | None) -> tuple[By, ...]:
    from plantui.query.stats import By

    return tuple(By) if by is None else (group_vocabulary().find(words, by),)


def _figures_dict(figures: Figures) -> JsonObject:
    return {
        "tasks": figures.total,
        "done": figures.done,
        "rate": round(figures.rate, 4) if figures.rate is not None else None,
        "overdue": figures.overdue,
        "statuses": {status.value: count for status, count in figures.statuses.items()},
        "lights": {light.value: count for light, count in figures.lights.items()},
    }


def _value_dict(value: Choice) -> JsonObject:
    if isinstance(value, DepartmentRef):
        return {"region": value.region, "value": value.name}
    return {"value": value.value if isinstance(value, Status | Light) else value}


def _write_tables(words: Words, workspace: Workspace, overall: Figures, found: dict[By, list[Group]]) -> None:
    """Write one table per group on a terminal; for a pipe one table whose first column names the group."""
    with_region = len({plan.region for plan in workspace.library.plans}) > 1
    tables = {_OVERALL: [_cells(words("cli.stats.all"), overall)]}
    for by, groups in found.items():
        tables[by.value] = [_cells(_name(words, group.value, with_region), group.figures) for group in groups]
    if not is_terminal():
        for kind, rows in tables.items():
            write_table([], [(kind, *row) for row in rows])
        return
    for kind, rows in tables.items():
        if kind != _OVERALL:
            write("")
        write_table(_columns(words, words(f"cli.stats.by.{kind}")), rows)


def _columns(words: Words, first: str) -> list[Column]:
    names = [words(f"cli.stats.{name}") for name in ("tasks", "done", "rate")]
    figures = [Column(name, is_number=True) for name in names]
    # On a narrow terminal the last go first: red stays longest.
    lights = [
        Column(term(words, light), is_number=True, leaves=turn)
        for light, turn in zip(LIGHTS_OF_FIGURES, range(len(LIGHTS_OF_FIGURES), 0, -1), strict=True)
    ]
    return [Column(first, is_elastic=True), *figures, *lights]


def _cells(name: str, figures: Figures) -> tuple[str, ...]:
    from plantui.export.phrasing import percent_text

    rate = "" if figures.rate is None else percent_text(figures.rate)
    lights = (str(figures.lights[light]) for light in LIGHTS_OF_FIGURES)
    return name, str(figures.total), str(figures.done), rate, *lights


def _name(words: Words, value: Choice, with_region: bool) -> str:
    if isinstance(value, DepartmentRef):
        return department_term(value, with_region=with_region)
    if isinstance(value, Status):
        return term(words, value)
    if isinstance(value, Light):
        return term(words, value, long=True)
    return year_term(words, value) if value is None or isinstance(value, int) else str(value)
