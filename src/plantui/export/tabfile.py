"""The rows of a summary as text parted by tabs, as a spreadsheet takes it from the clipboard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.model import csv_cell
from plantui.words import Words

from .csvfile import table_rows
from .summary import Summary

SUFFIX = "tsv"
"""The suffix of a file in this form."""


def tab_lines(summary: Summary, words: Words) -> Iterator[str]:
    """Yield the lines: the head, then one per task, each ending in a line break."""
    for rows in table_rows(summary, words, _texts, _figures):
        yield from ["\t".join(cells) + "\n" for cells in rows]


def _texts(column: Sequence[str]) -> list[str]:
    return [*map(csv_cell.tab_text_cell, column)]


def _figures(column: Sequence[str]) -> list[str]:
    return [*map(csv_cell.tab_figure_cell, column)]
