"""Text, Markdown and delimited tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plantui.documents.patterns import compiled
from plantui.model.problem import DataError

from .content import Builder, Cell, Content, clean, words_of
from .decoding import decoded
from .limits import MOST_CHARACTERS

_PIPE_ROW = compiled(r"\s*\|.*\|\s*")
_PIPE_RULE = compiled(r"\s*\|(\s*:?-+:?\s*\|)+\s*")
_PIPE = compiled(r"(?<!\\)\|")
_DELIMITERS = ",\t;，"
_SAMPLE_LINES = 50


def read_text(content: bytes) -> Content:
    """A text file as it stands. A form feed begins a page."""
    pages = decoded(content).split("\f")
    if len(pages) == 1:
        return Content(words_of(pages[0]))
    builder = Builder()
    for page in pages:
        builder.page()
        builder.line(clean(page).removesuffix("\n"))
    return builder.content()


def read_markdown(content: bytes) -> Content:
    """A Markdown file as it stands, but for its tables."""
    lines = clean(decoded(content)).split("\n")
    rules = [
        at for at, line in enumerate(lines) if at and _PIPE_RULE.fullmatch(line) and _is_row(lines[at - 1])
    ]
    builder = Builder()
    at = 0
    for rule in rules:
        if rule <= at:
            continue  # a rule inside the table before
        for line in lines[at : rule - 1]:
            builder.line(line)
        end = rule + 1
        while end < len(lines) and _is_row(lines[end]):
            end += 1
        builder.table([_pipe_cells(line) for line in (lines[rule - 1], *lines[rule + 1 : end])])
        at = end
    for line in lines[at:]:
        builder.line(line)
    return builder.content()


def read_delimited(content: bytes) -> Content:
    """A .csv or .tsv file: one table."""
    import csv
    from io import StringIO

    from plantui.model.csv_cell import plain_text

    text = decoded(content)
    csv.field_size_limit(MOST_CHARACTERS)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise DataError("formats.damaged", reason=str(error)) from error
    builder = Builder()
    builder.table([[Cell(plain_text(cell)) for cell in row] for row in rows])
    return builder.content()


def _is_row(line: str) -> bool:
    return bool(_PIPE_ROW.fullmatch(line))


def _pipe_cells(line: str) -> Sequence[Cell]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [Cell(piece.replace("\\|", "|").strip()) for piece in _PIPE.split(inner)]


def _delimiter(text: str) -> str:
    """The sign that parts the cells: the one by which the most rows have as many cells as others have.

    Rows are counted and not lines: a cell may hold line ends, and sentences with any of these signs.
    """
    sample = "".join(text.splitlines(keepends=True)[:_SAMPLE_LINES])
    return max(_DELIMITERS, key=lambda sign: _evenness(sample, sign))


def _evenness(text: str, sign: str) -> tuple[float, int]:
    """Return the number of rows with the commonest number of cells, if that is more than one, and it."""
    import csv
    from io import StringIO

    try:
        rows = [row for row in csv.reader(StringIO(text, newline=""), delimiter=sign) if any(row)]
    except csv.Error:
        return 0.0, 0
    width, count = max(Counter(map(len, rows)).items(), key=lambda one: (one[0] > 1, one[1]), default=(0, 0))
    return (count / len(rows), width) if width > 1 else (0.0, 0)
