"""The working ledger as a page: a row for each task, the figures by department, the charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from plantui.export.cell_source import CellColumns, CellSource, whole_row
from plantui.export.charts import chart_blocks
from plantui.export.form_content import FormContent
from plantui.export.form_facts import form_facts
from plantui.export.ledger_column import CellKind, cell_text, cell_texts
from plantui.export.ledger_table import TableField, table_fields
from plantui.export.progress import Progress
from plantui.export.report.figure_table import department_table
from plantui.export.report.telling import Telling
from plantui.export.summary import SummaryRow

from .blocks import block_markup, table_markup
from .frame import Frame, Paper
from .markup import attribute, text, texts
from .widths import column_widths

_SAMPLE = 100
"""Number of rows from which the widths of the columns follow."""
_ROOM = {Paper.A4_LANDSCAPE: 102, Paper.A3_LANDSCAPE: 148}
"""Characters that a row of small type has room for on each paper."""
_FEW_COLUMNS = 12
"""Number of columns up to which A4 paper does."""
_AT_THE_RIGHT = frozenset({CellKind.NUMBER, CellKind.PERCENT, CellKind.DAYS_LEFT})
_NAMING = "task"
"""The column that names a row."""


@dataclass(frozen=True, slots=True)
class LedgerLayout:
    """The columns of the table with their widths."""

    fields: Sequence[TableField]
    widths: Sequence[float]
    """In characters as wide as a han."""
    paper: Paper
    """The paper on which the table can be read."""


def ledger_layout(content: FormContent) -> LedgerLayout:
    """Return the columns of a ledger, with room where its first rows need it."""
    fields = table_fields(content)
    paper = Paper.A4_LANDSCAPE if len(fields) <= _FEW_COLUMNS else Paper.A3_LANDSCAPE
    rows = [[cell_text(field.cell(row)) for field in fields] for row in islice(content.summary, _SAMPLE)]
    return LedgerLayout(fields, column_widths([field.heading for field in fields], rows, _ROOM[paper]), paper)


def ledger_page(
    content: FormContent, layout: LedgerLayout, frame: Frame, progress: Progress
) -> Iterator[str]:
    """Yield the page in pieces, a piece for each row."""
    words, summary = content.words, content.summary
    departments, charts = department_table(Telling(content)), [*chart_blocks(summary, words)]
    yield frame.start()
    if departments.rows:
        yield f'<a class="skip" href="#departments">{text(words("pages.skip"))}</a>\n'
    yield f"<header>\n<h1>{text(frame.title)}</h1>\n"
    yield from (f'<p class="note">{text(fact)}</p>\n' for fact in form_facts(content))
    yield "</header>\n<main>\n"
    yield from _tasks(content, layout, progress)
    if departments.rows:
        yield f'<h2 id="departments">{text(words("reports.departments"))}</h2>\n'
        yield table_markup(departments)
    if charts:
        yield f"<h2>{text(words('pages.charts'))}</h2>\n"
        yield from block_markup(words, charts)
    yield f"</main>\n{frame.end()}"


def _tasks(content: FormContent, layout: LedgerLayout, progress: Progress) -> Iterator[str]:
    words, summary, fields = content.words, content.summary, layout.fields
    title = words("export.tasks", count=len(summary))
    whole = sum(layout.widths)
    columns = "".join(f'<col style="width:{width * 100 / whole:.4g}%">' for width in layout.widths)
    heads = "".join(f'<th scope="col">{text(field.heading)}</th>' for field in fields)
    yield f"<h2>{text(title)}</h2>\n"
    yield f'<div class="wide" role="region" tabindex="0" aria-label="{attribute(title)}">'
    yield f'<table class="tasks" style="width:{whole:.1f}em"><colgroup>{columns}</colgroup>\n'
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>\n"
    cells = CellColumns([_markup(field) for field in fields])
    done = 0
    for rows in summary.portions():
        progress(done, len(summary))
        yield from (f"<tr>{''.join(line)}</tr>\n" for line in cells.of(rows))
        done += len(rows)
    progress(len(summary), len(summary))
    yield "</tbody></table></div>\n"


def _markup(field: TableField) -> CellSource[str]:
    """Return the cells of a column as elements."""
    if field.has_lights:
        return CellSource(whole_row, lambda row: _cell(field, row))
    kind = ' class="figure"' if field.kind in _AT_THE_RIGHT else ""
    start, end = ('<th scope="row">', "</th>") if field.name == _NAMING else (f"<td{kind}>", "</td>")
    return field.source.then_all(lambda cells: [f"{start}{one}{end}" for one in texts(cell_texts(cells))])


def _cell(field: TableField, row: SummaryRow) -> str:
    """Return the cell of one task in its light."""
    light = field.light(row)
    kind = f' class="light-{light.value}"' if light else ""
    return f"<td{kind}>{text(cell_text(field.cell(row)))}</td>"
