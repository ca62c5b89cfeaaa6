"""The rows of a summary as text parted by tabs, as a spreadsheet takes it from the clipboard."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.model import csv_cell
from plantui.words import Words

from .csvfile import table_rows
from .summary import Summary

SUFFIX = "tsv"
"""The suffix of a file in this form."""


def tab_lines(summary: Summary, words: Words) -> Iterator[str]:
    """Yield the lines: the head, then one per task, each ending in a line break."""
    for cells in table_rows(summary, words, csv_cell.tab_text_cell, csv_cell.tab_figure_cell):
        yield "\t".join(cells) + "\n"
