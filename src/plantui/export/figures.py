"""Tables of figures as files: Markdown to read, CSV to reckon with, JSON for programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plantui.model import csv_cell
from plantui.model.department import DepartmentRef
from plantui.model.funding import FundingSums
from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.terms import Light, Status
from plantui.model.text import escaped_json
from plantui.query.figure_order import COLUMNS_OF_FIGURES
from plantui.query.filter import Choice
from plantui.query.stats import By, Figures, Group
from plantui.words import Words
from plantui.words.phrases import funding_line

from .csvfile import BOM, CsvLine, scope_cells, scope_titles
from .formats import Format
from .heading import Heading
from .legend import legend_dict
from .markdown import document_foot, document_head, figure_names, figures_legend, figures_markdown
from .marks import text
from .phrasing import figure_cell, group_text


@dataclass(frozen=True, slots=True)
class FigureTables:
    """Figures over a set of tasks, and over its groups in the order in which to list them."""

    heading: Heading
    overall: Figures
    groups: Mapping[By, Sequence[Group]]
    money: FundingSums | None = None
    """The sums of the money for all the tasks; None where none is said of any."""


def export_figures(tables: FigureTables, form: Format, words: Words) -> Iterator[str]:
    """Yield the text of a file in pieces."""
    if form is Format.MARKDOWN:
        return _markdown(tables, words)
    if form is Format.CSV:
        return _csv(tables, words)
    return iter((f"{figures_json(tables)}\n",))


def tables_name(words: Words, groups: Sequence[By]) -> str:
    """Return what the tables are, for titles and file names."""
    if len(groups) != 1:
        return words("export.figures.all")
    return words(f"export.figures.{groups[0].value}")


def _markdown(tables: FigureTables, words: Words) -> Iterator[str]:
    heading = tables.heading
    yield document_head(words, heading, tables.overall, tables_name(words, list(tables.groups)))
    if tables.money:
        yield f"\n{text(funding_line(words, tables.money))}\n"
    for by, groups in tables.groups.items():
        rows = [([words("export.figures.overall")], tables.overall)]
        rows += [([group_text(words, heading, by, group.value)], group.figures) for group in groups]
        yield f"\n## {words(f'export.figures.{by.value}')}\n\n"
        yield figures_markdown(words, [words(f"export.group.{by.value}")], rows)
    yield f"\n{figures_legend(words, heading.rules)}\n"
    yield document_foot(words, heading)


def _csv(tables: FigureTables, words: Words) -> Iterator[str]:
    """Yield one table: the kind of each group first, so that several kinds can be filtered."""
    line, heading = CsvLine(), tables.heading
    writer = csv.writer(line)
    titles = [words("export.figures.kind"), words("export.figures.name"), *figure_names(words, heading.rules)]
    demo = [words("export.demo")] if heading.is_demo else []
    writer.writerow([*titles, *demo, *scope_titles(words)])
    yield BOM + line.text
    scope = [*demo, *scope_cells(words, heading)]
    rows = [("", words("export.figures.overall"), tables.overall)]
    rows += [
        (words(f"export.group.{by.value}"), group_text(words, heading, by, group.value), group.figures)
        for by, groups in tables.groups.items()
        for group in groups
    ]
    for kind, name, found in rows:
        figures = [figure_cell(found, column) for column in COLUMNS_OF_FIGURES]
        writer.writerow([kind, csv_cell.text_cell(name), *figures, *scope])
        yield line.text


def figures_json(tables: FigureTables) -> str:
    """Return the figures as one JSON object, indented: the form of `stats --json`."""
    heading = tables.heading
    data: JsonObject = {
        "today": heading.as_of.isoformat(),
        "counting_stage": heading.counting.value if heading.counting else "saved",
        "notes_left_out": heading.left_out,
        "light_rules": heading.rules.name,
        "legend": legend_dict(heading.rules),
        "overall": _figures_dict(tables.overall),
        **({"funding": _money_dict(tables.money)} if tables.money else {}),
    }
    for by, many in tables.groups.items():
        data[by.value] = [{**_value_dict(group.value), **_figures_dict(group.figures)} for group in many]
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=2))


def _figures_dict(figures: Figures) -> JsonObject:
    return {
        "tasks": figures.total,
        "done": figures.done,
        "rate": round(figures.rate, 4) if figures.rate is not None else None,
        "in_progress": figures.in_progress,
        "behind": figures.behind,
        "overdue": figures.overdue,
        "not_reported": figures.not_reported,
        "extensions": figures.extensions,
        "statuses": {status.value: count for status, count in figures.statuses.items()},
        "lights": {light.value: count for light, count in figures.lights.items()},
    }


def _money_dict(money: FundingSums) -> JsonObject:
    sums: list[Json] = [one._asdict() for one in money.sums]
    return {"sums": sums, "unknown": money.unknown, "without": money.without}


def _value_dict(value: Choice) -> JsonObject:
    if isinstance(value, DepartmentRef):
        return {"region": value.region, "value": value.name}
    if isinstance(value, Status | Light):
        return {"value": value.value}
    assert value is None or isinstance(value, str | int)  # figures are grouped by few kinds
    return {"value": value}
