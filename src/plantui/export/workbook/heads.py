"""The rows above a table: title, what it is about, heads of the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.export.form_content import FormContent
from plantui.export.form_facts import selection_facts
from plantui.export.ledger_table import table_fields
from plantui.export.phrasing import form_title, left_out_text
from plantui.model.terms import LIGHTS_OF_FIGURES
from plantui.words.light_phrases import light_name

from .book import Cell, Sheet
from .looks import Look
from .measures import line_count, row_height, title_height


def add_heads(
    sheet: Sheet, title: str, facts: Sequence[str], heads: Sequence[str], widths: Sequence[int]
) -> int:
    """Add the title, the facts and the heads of the columns, each in one row; return the row of the heads."""
    add_title(sheet, title, facts, len(heads), sum(widths))
    head = sheet.next_row
    lines = max(line_count(text, width) for text, width in zip(heads, widths, strict=True))
    sheet.add_row([Cell(text, Look.HEAD) for text in heads], row_height(max(lines, 2)))
    return head


def add_title(sheet: Sheet, title: str, facts: Sequence[str], columns: int, width: int) -> None:
    """Add the title and the facts over so many columns that are so many cells wide in all."""
    sheet.add_band(title, Look.TITLE, columns, title_height(title, width))
    for fact in facts:
        sheet.add_band(fact, Look.FACT, columns, row_height(line_count(fact, width)))


def part_title(content: FormContent, part: str = "") -> str:
    """Return the title of a sheet; `part` names what it has beside the ledger."""
    words = content.words
    title = form_title(words, content.summary.heading, content.form.title.text(words.language))
    return words("workbook.title", title=title, part=part) if part else title


def head_facts(content: FormContent) -> Iterator[str]:
    """Yield what stands above the table: plans, selection with day and number of rows, notes left out, lights."""
    words, heading = content.words, content.summary.heading
    if len(heading.plans) > 1:
        yield words("workbook.plans", plans=words.listing([plan.title for plan in heading.plans]))
    join = words("workbook.join")
    yield join.join(selection_facts(content))
    if left_out := left_out_text(words, heading):
        yield left_out
    if content.before is None and any(one.name == "compared" for one in table_fields(content)):
        yield words("workbook.no_comparison")
    lights = [light_name(words, heading.rules, light) for light in LIGHTS_OF_FIGURES]
    yield words("workbook.legend", lights=join.join(lights))
