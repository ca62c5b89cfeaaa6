"""The summary as Markdown: figures first, then what is late, then every task with its latest notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from plantui.model.light_rules import LightRules
from plantui.model.terms import Light, Status
from plantui.query.cells import cells_of
from plantui.query.figure_order import COLUMNS_OF_FIGURES, LIGHT_COLUMNS, FigureColumn
from plantui.query.filter import Facet
from plantui.query.stats import Figures
from plantui.words import Words
from plantui.words.light_phrases import light_name, lights_legend
from plantui.words.phrases import (
    term,
    year_term,
)

from .cell_source import CellColumns
from .columns import cell_words, column_heading
from .heading import Heading
from .markdown_labels import named
from .markdown_tasks import task_parts
from .marks import aligned_table, cell, table, text
from .phrasing import (
    choice_text,
    figure_cell,
    filter_text,
    left_out_text,
    percent_text,
)
from .summary import Summary

if TYPE_CHECKING:
    pass


def markdown_lines(summary: Summary, words: Words) -> Iterator[str]:
    """Yield the document in pieces."""
    yield document_head(words, summary.heading, summary.overall)
    if summary.columns:
        yield _chosen(summary, words)
        yield document_foot(words, summary.heading)
        return
    yield _overall(summary, words)
    yield from _groups(summary, words)
    yield _overdue(summary, words)
    yield f"\n## {cell(words('export.tasks', count=len(summary)))}\n"
    several = len(summary.heading.plans) > 1
    parts = CellColumns(task_parts(words, several_plans=several))
    for rows in summary.portions():
        yield from map("".join, parts.of(rows))
    yield document_foot(words, summary.heading)


def _chosen(summary: Summary, words: Words) -> str:
    """Return the tasks as a table of the columns that were chosen, each as the screen says it."""
    columns = summary.columns
    found = (cells_of(summary.workspace, row.task.entry) for row in summary)
    rows = [[cell_words(words, cells, column) for column in columns] for cells in found]
    titles = [column_heading(words, column) for column in columns]
    at_the_right = [column.is_right_aligned for column in columns]
    title = cell(words("export.tasks", count=len(summary)))
    return f"\n## {title}\n\n{aligned_table(titles, rows, at_the_right)}"


def document_head(words: Words, heading: Heading, overall: Figures, kind: str = "") -> str:
    """Return the title and the facts about the tasks; `kind` names what follows where it is not the summary."""
    if kind:
        is_one = len(heading.plans) == 1
        title = words("export.labelled", label=kind, text=heading.plans[0].title) if is_one else kind
    elif len(heading.plans) == 1:
        title = words("export.title", plan=heading.plans[0].title)
    else:
        title = words("export.title.several", count=len(heading.plans))
    if heading.is_demo:
        title = words("export.demo.title", title=title)
    facts = [
        ("plan", words.listing([plan.title for plan in heading.plans])),
        ("filter", filter_text(words, heading)),
        ("as_of", heading.as_of.isoformat()),
        ("count", f"{heading.count}/{heading.everything}"),
        (
            "totals",
            words(
                "export.totals",
                done=overall.done,
                rate=percent_text(overall.rate),
                overdue=overall.overdue,
            ),
        ),
    ]
    if heading.cut:
        facts.insert(3, ("cut", heading.cut))
    lines = [f"- {named(words, f'export.heading.{name}', cell(said))}\n" for name, said in facts]
    return f"# {cell(title)}\n\n{''.join(lines)}"


def document_foot(words: Words, heading: Heading) -> str:
    """Return what stands below all: the notes that do not count yet, nothing where all do."""
    said = left_out_text(words, heading)
    return f"\n{text(said)}\n" if said else ""


def _overall(summary: Summary, words: Words) -> str:
    overall = summary.overall
    figures = figures_markdown(words, [], [([], overall)])
    statuses = table(
        [term(words, status) for status in Status],
        [[str(overall.statuses[status]) for status in Status]],
        numbers_from=0,
    )
    return f"\n## {words('export.overall')}\n\n{figures}\n{statuses}\n{figures_legend(words, summary.heading.rules)}\n"


def figures_legend(words: Words, rules: LightRules) -> str:
    """Return which rules the lights follow, and what each light means by them."""
    return text(lights_legend(words, rules))


def figure_names(words: Words, rules: LightRules) -> list[str]:
    """Return the headings of the columns of figures: tasks, done, rate and other counts, then the lights."""
    return [
        light_name(words, rules, LIGHT_COLUMNS[column])
        if column in LIGHT_COLUMNS
        else words(f"export.figure.{column.value}")
        for column in COLUMNS_OF_FIGURES
    ]


def figures_markdown(
    words: Words, header: Sequence[str], rows: Iterable[tuple[Sequence[str], Figures]]
) -> str:
    """Return figures as two tables that a page has room for: tasks and progress, then the lights.

    `header` and what stands before the figures of a row are what the rows are about; the legend says what a light means.
    """
    found = list(rows)

    def part(columns: Sequence[FigureColumn], names: Sequence[str]) -> str:
        lines = [[*about, *(_figure_text(figures, column) for column in columns)] for about, figures in found]
        return table([*header, *names], lines, numbers_from=len(header))

    progress = [column for column in COLUMNS_OF_FIGURES if column not in LIGHT_COLUMNS]
    names = [words(f"export.figure.{column.value}") for column in progress]
    lights = [
        year_term(words, None) if light is Light.NONE else term(words, light)
        for light in LIGHT_COLUMNS.values()
    ]
    return f"{part(progress, names)}\n{part([*LIGHT_COLUMNS], lights)}"


def _figure_text(figures: Figures, column: FigureColumn) -> str:
    return figure_cell(figures, column) or percent_text(None)


def _groups(summary: Summary, words: Words) -> Iterator[str]:
    role = summary.heading.filter.role
    said_role = term(words, role) if role else words("terms.role.any")
    tables = [
        ("department", words("export.by_department", role=said_role), summary.departments),
        ("year", words("export.by_year"), summary.years),
    ]
    if len(summary.heading.plans) > 1:
        tables.insert(0, ("plan", words("export.by_plan"), summary.plans))
    for name, title, groups in tables:
        named = ((choice_text(words, summary.heading, Facet(name), one.value), one.figures) for one in groups)
        rows = [([value], figures) for value, figures in named]
        said = figures_markdown(words, [words(f"export.group.{name}")], rows) if rows else none_text(words)
        yield f"\n## {cell(title)}\n\n{said}"


def _table_or_none(words: Words, header: list[str], rows: Iterable[list[str]], numbers_from: int) -> str:
    found = list(rows)
    return table(header, found, numbers_from) if found else none_text(words)


def none_text(words: Words) -> str:
    """Return the line that stands where a table would have no row."""
    return f"{words('export.none')}\n"


def _overdue(summary: Summary, words: Words) -> str:
    header = [words(f"export.late.{name}") for name in ("position", "task", "accountable", "due", "days")]
    several = len(summary.heading.plans) > 1
    if several:
        header.insert(1, words("export.column.plan"))
    rows: list[list[str]] = []
    for late in summary.overdue:
        title = words("export.task", number=late.entry.number, title=late.entry.title)
        names = words.listing(late.entry.accountable)
        row = [str(late.position), title, names, late.due.isoformat(), str(late.days)]
        if several:
            row.insert(1, late.plan.short_title)
        rows.append(row)
    title = cell(words("export.overdue", count=len(summary.overdue)))
    return f"\n## {title}\n\n{_table_or_none(words, header, rows, len(header) - 1)}"
