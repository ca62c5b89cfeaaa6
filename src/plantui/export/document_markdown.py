"""A report as Markdown: headings, paragraphs, tables; of a chart its bars as a table."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.words import Words

from .blocks import Block, Chart, Document, Heading, Paragraph, Table, plain
from .marks import aligned_table, cell, paragraph


def document_markdown(words: Words, document: Document) -> Iterator[str]:
    """Yield the document in pieces, each with a blank line before it but the first."""
    yield f"# {cell(document.title)}\n"
    for line in (document.subtitle, document.addressee):
        if line:
            yield f"\n{paragraph(line, 0)}\n"
    for block in document.blocks:
        yield f"\n{_block(words, block)}"
    for line in document.signature:
        yield f"\n{paragraph(line, 0)}\n"
    if document.notes:
        yield "\n---\n\n"
        yield from (f"- {paragraph(note, 2)}\n" for note in document.notes)


def _block(words: Words, block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {cell(block.text)}\n"
        case Paragraph():
            return f"{paragraph(plain(block.text), 0)}\n"
        case Table():
            rows = [[plain(one.text) for one in row] for row in block.rows]
            figures = [column.is_figure for column in block.columns]
            return _titled(block.title, [column.heading for column in block.columns], rows, figures)
        case Chart():
            return _titled(
                block.title,
                chart_headings(words, block),
                [[bar.label, bar.text] for bar in block.bars],
                [False, False],
            )


def chart_headings(words: Words, chart: Chart) -> list[str]:
    """Return the headings of labels and values where the bars of a chart are a table."""
    return [
        chart.label_heading or words("pages.chart.label"),
        chart.value_heading or words("pages.chart.value"),
    ]


def _titled(title: str, headings: list[str], rows: list[list[str]], figures: list[bool]) -> str:
    head = f"**{cell(title)}**\n\n" if title else ""
    return f"{head}{aligned_table(headings, rows, figures)}"
