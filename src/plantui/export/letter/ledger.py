"""The working ledger as a document of a word processor: a row for each task, written as it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from plantui.export.blocks import Document
from plantui.export.form_content import FormContent, FormFile
from plantui.export.form_facts import form_facts
from plantui.export.ledger_column import CellKind, cell_text
from plantui.export.ledger_table import TableField, table_fields
from plantui.export.progress import Progress
from plantui.export.report.telling import Telling
from plantui.export.summary import SummaryRow
from plantui.model.terms import Language

from .markup import paragraph, run
from .own_template import laid_out, paper_for
from .paper import Paper
from .styles import StyleName
from .table import TableMarkup, head_cells, ink_of, widths_of
from .template import ledger_template
from .writing import finish

_USUAL = (
    *(
        "position",
        "plan",
        "section",
        "task",
        "content",
        "indicators",
        "lead",
        "shared",
        "support",
        "responsible",
    ),
    *("due", "progress", "problems", "next_steps", "status", "light", "remarks"),
)
"""The columns where nobody has chosen some: a page has no room for all that there are."""
_MOST_ROWS = 30_000
"""Rows of one table; a word processor takes 32,767 at the most, so a longer ledger goes on in another table."""
_LONG = 250
"""Characters of a cell from which on a page may break its row."""
_AT_ONCE = 100
"""Rows after which progress is told."""
_SHARES = {
    "position": 4,
    "number": 5,
    "light": 5,
    "status": 6,
    "extensions": 4,
    "age": 5,
    "percent": 5,
    "closed": 4,
    "content": 24,
    "progress": 24,
    "problems": 14,
    "next_steps": 14,
    "indicators": 14,
    "remarks": 14,
    "due": 9,
    "first_due": 9,
    "days": 9,
    "task": 12,
    "requirements": 14,
    "actuals": 14,
    "evidence": 12,
}
"""Shares of the width, of others `_SHARE`."""
_SHARE = 9
_CENTRED = frozenset({CellKind.NUMBER, CellKind.PERCENT, CellKind.DAYS_LEFT, CellKind.DATE})


def ledger_file(content: FormContent, name: str) -> FormFile:
    """Return the file of a ledger. No task is read before it is written."""

    def write(stream: BinaryIO, progress: Progress) -> None:
        fields, left_out = ledger_fields(content)
        language = content.words.language
        paper = paper_for(content, ledger_template(language, len(fields)))
        telling = Telling(content)
        heading, form = content.summary.heading, content.form.title.text(language)
        title = content.words("reports.title", subject=telling.subject, form=form)
        if heading.is_demo:
            title = content.words("export.demo.title", title=title)
        facts = [*form_facts(content), *_left_out(content, left_out)]
        table = _LedgerTable(paper, content, fields)
        head = Document(
            title, content.words("reports.as_of", day=telling.day(heading.as_of)), "", [], (), facts
        )
        body = chain(laid_out(paper, content, head), table.pieces(progress))
        finish(paper, content, title, body, stream)

    return FormFile(name, write)


def ledger_fields(content: FormContent) -> tuple[list[TableField], list[str]]:
    """Return the columns of the table, and the headings of those that a page has no room for."""
    fields = table_fields(content)
    if content.form.columns or content.summary.columns:
        return list(fields), []
    usual = [field for field in fields if field.name in _USUAL]
    if len(content.summary.heading.plans) < 2:
        usual = [field for field in usual if field.name != "plan"]
    return usual, [field.heading for field in fields if field not in usual]


def _left_out(content: FormContent, headings: Sequence[str]) -> Iterator[str]:
    if headings:
        yield content.words("reports.ledger.left_out", names=content.words.listing(list(headings)))


class _LedgerTable:
    """The table of a ledger, a row at a time."""

    def __init__(self, paper: Paper, content: FormContent, fields: Sequence[TableField]) -> None:
        self._content, self._fields = content, fields
        self._is_chinese = content.words.language is Language.ZH
        self._styles = paper.styles
        shares = [_SHARES.get(field.name, _SHARE) for field in fields]
        self._markup = TableMarkup(widths_of(shares, paper.width))
        self._of_cells = [
            self._styles[StyleName.TABLE_FIGURE if field.kind in _CENTRED else StyleName.TABLE_TEXT]
            for field in fields
        ]

    def pieces(self, progress: Progress) -> Iterator[str]:
        """Yield the table in pieces, and tell how far it is."""
        total = len(self._content.summary)
        style = self._styles[StyleName.TABLE_HEADING]
        heads = (paragraph(style, run(field.heading, is_chinese=self._is_chinese)) for field in self._fields)
        start = self._markup.begin("".join(head_cells(self._markup, heads)))
        progress(0, total)
        yield start
        for row in self._content.summary:
            done = row.position - 1
            if done and done % _MOST_ROWS == 0:
                yield f"{self._markup.end()}{paragraph(self._styles[StyleName.NOTE], '')}{start}"
            if done % _AT_ONCE == 0:
                progress(done, total)
            yield self._row(row)
        yield f"{self._markup.end()}{paragraph(self._styles[StyleName.NOTE], '')}"
        progress(total, total)

    def _row(self, row: SummaryRow) -> str:
        cells, longest = [], 0
        for at, field in enumerate(self._fields):
            light, text = field.light(row), cell_text(field.cell(row))
            said = run(text, is_chinese=self._is_chinese, properties=ink_of(light))
            cells.append(self._markup.cell(at, paragraph(self._of_cells[at], said), light))
            longest = max(longest, len(text))
        return self._markup.row(cells, may_break=longest > _LONG)
