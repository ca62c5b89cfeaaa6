"""The summary as Markdown: figures first, then what is late, then every task with its latest notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from plantui.model.dates import former_extensions
from plantui.model.light_rules import LightRules
from plantui.model.note import Note
from plantui.model.requirement_progress import RequirementProgress
from plantui.model.stages import StageState
from plantui.model.terms import Light, Role, Status
from plantui.query.cells import cells_of
from plantui.query.figure_order import COLUMNS_OF_FIGURES, LIGHT_COLUMNS, FigureColumn
from plantui.query.filter import Facet
from plantui.query.stats import Figures
from plantui.words import Words
from plantui.words.light_phrases import light_label, light_name, light_reason, lights_legend
from plantui.words.note_phrases import note_details
from plantui.words.phrases import (
    extended_text,
    former_extension_text,
    note_reason,
    stage_text,
    status_text,
    term,
    year_term,
)
from plantui.words.requirement_phrases import former_text, standing_text

from .cell_source import CellColumns, CellSource, Reuse, whole_row
from .columns import cell_words, column_heading
from .heading import Heading
from .marks import aligned_table, cell, paragraph, table, text
from .phrasing import (
    choice_text,
    departments_of,
    figure_cell,
    filter_text,
    indicator_text,
    left_out_text,
    percent_text,
)
from .summary import Summary, SummaryRow

if TYPE_CHECKING:
    from plantui.model.light import LightReason
    from plantui.model.plan import Task


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
    parts = CellColumns(_task_parts(words, several))
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
    lines = [f"- {_named(words, f'export.heading.{name}', cell(said))}\n" for name, said in facts]
    return f"# {cell(title)}\n\n{''.join(lines)}"


def document_foot(words: Words, heading: Heading) -> str:
    """Return what stands below all: the notes that do not count yet, nothing where all do."""
    said = left_out_text(words, heading)
    return f"\n{text(said)}\n" if said else ""


def _named(words: Words, key: str, marked: str) -> str:
    """Return a label of the catalogue in bold and Markdown behind it."""
    return _labelled(words, words(key), marked)


def _labelled(words: Words, label: str, marked: str) -> str:
    """Return a label in bold and Markdown behind it."""
    before, after = _around(words, label)
    return f"{before}{marked}{after}"


@lru_cache
def _around(words: Words, label: str) -> tuple[str, str]:
    """Return what stands before and after Markdown that has a label."""
    before, _, after = words("export.labelled", label=f"**{cell(label)}**", text=_PLACE).partition(_PLACE)
    return before, after


_PLACE = "\0"
"""Place of a text in a sentence; no text that was made Markdown has this sign."""


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


def _task_parts(words: Words, several: bool) -> list[CellSource[str]]:
    """Return the parts of a task, one after the other; each is empty where it has nothing to say."""
    plan, headings, whole = attrgetter("task.plan"), attrgetter("headings"), attrgetter("task.whole")
    progress, reason = attrgetter("task.progress"), attrgetter("task.reason")

    def light(reason: LightReason) -> str:
        return words("export.labelled", label=light_label(words, reason), text=light_reason(words, reason))

    def title(row: SummaryRow) -> str:
        entry = row.task.entry
        said = cell(words("export.task", number=entry.number, title=entry.title))
        return f"\n### {row.position}. {said}\n\n"

    item, items = partial(_item, words), partial(_items, words)
    return [
        CellSource(whole_row, title),
        *([CellSource(plan, item("plan", attrgetter("title")), Reuse.SAME)] if several else []),
        CellSource(headings, item("section", " › ".join), Reuse.SAME),
        CellSource(progress, item("status", partial(status_text, words)), Reuse.SAME),
        CellSource(reason, item("light", light), Reuse.SAME),
        *(
            CellSource(partial(departments_of, role=role), item(role.value, words.listing), Reuse.EQUAL)
            for role in Role
        ),
        CellSource(whole_row, items("deadlines", partial(_deadlines, words))),
        CellSource(whole, items("indicators", partial(_indicators, words))),
        CellSource(whole, item("content", attrgetter("text"))),
        CellSource(attrgetter("task.owing"), item("missing", words.listing), Reuse.EQUAL),
        CellSource(progress, item("never_reported", lambda one: words.listing(one.missing)), Reuse.SAME),
        CellSource(whole_row, partial(_notes, words)),
    ]


def _item(words: Words, column: str, said: Callable[[Any], str]) -> Callable[[Any], str]:
    """Return what makes an item of a list of what is said of a part, under the heading of a column."""
    before, after = _around(words, words(f"export.column.{column}"))

    def item(part: object) -> str:
        text = said(part)
        return f"- {before}{paragraph(text, 2)}{after}\n" if text else ""

    return item


def _items(words: Words, column: str, said: Callable[[Any], list[str]]) -> Callable[[Any], str]:
    """Return what makes an item with a list of its own of what is said of a part."""
    head = f"- {_named(words, f'export.column.{column}', '').rstrip()}\n"

    def items(part: object) -> str:
        found = said(part)
        return "".join([head, *[f"  - {paragraph(one, 4)}\n" for one in found]]) if found else ""

    return items


def _indicators(words: Words, task: Task) -> list[str]:
    return [indicator_text(words, one) for one in task.indicators]


def _notes(words: Words, row: SummaryRow) -> str:
    late = row.late or ()
    staged = zip(row.notes, row.stages, strict=True)
    return "".join([_note(note, stage, words, is_late=note.id in late) for note, stage in staged])


def _deadlines(words: Words, row: SummaryRow) -> list[str]:
    task = row.task
    ordered = sorted(task.requirements, key=lambda one: one.dates.first)
    former = former_extensions(task.whole.deadlines, task.extensions)
    return [
        *(_deadline(words, one, task.workspace.today) for one in ordered),
        *(former_extension_text(words, extension) for extension in former),
        *(former_text(words, one) for one in task.former_words),
    ]


def _deadline(words: Words, one: RequirementProgress, today: date) -> str:
    """Return a dated requirement, with what is reported of it where something is."""
    dates, deadline = one.dates, one.requirement
    phrase = deadline.phrase
    if dates.is_extended:
        now = words("export.deadline.now", due=dates.current.isoformat())
        phrase = words.listing([now, extended_text(words, dates), phrase])
    said = words(
        "export.deadline" if deadline.clause else "export.deadline.bare",
        due=dates.current.isoformat(),
        phrase=phrase,
        clause=deadline.clause,
    )
    standing = standing_text(words, one, today, settled=True)
    return words("export.deadline.standing", said=said, standing=standing) if standing else said


def _note(note: Note, stage: StageState | None, words: Words, *, is_late: bool) -> str:
    content = note.content
    facts = [note.as_of.isoformat(), term(words, content.status)]
    if content.percent is not None:
        facts.append(f"{content.percent}%")
    if is_late:
        facts.append(words("terms.report.late"))
    head = words("export.note", department=note.department, facts=words.listing(facts))
    lines = [f"- **{cell(head)}**\n"]
    texts = {
        "stage": stage_text(words, stage) if stage else "",
        "reason": note_reason(words, content),
        "progress": content.progress,
        "problems": content.problems,
        "next_steps": content.next_steps,
    }
    for name, said in texts.items():
        if said:
            lines.append(f"  - {_named(words, f'export.column.{name}', paragraph(said, 4))}\n")
    for label, said in note_details(words, content):
        lines.append(f"  - {_labelled(words, label, paragraph(said, 4))}\n")
    return "".join(lines)
