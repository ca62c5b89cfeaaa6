"""The blocks of a document as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from plantui.export.blocks import (
    Block,
    Chart,
    Figure,
    Heading,
    Paragraph,
    Table,
    TableCell,
    TableColumn,
    Text,
)
from plantui.words import Words

from .charts import chart_picture
from .markup import attribute, text


def block_markup(words: Words, blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the blocks of a document one by one."""
    numbers = count(1)
    for block in blocks:
        match block:
            case Heading():
                level = min(block.level + 1, 6)  # the title is the first
                yield f"<h{level}>{text(block.text)}</h{level}>\n"
            case Paragraph():
                yield f'<p class="{"note" if block.is_note else "body"}">{pieces(block.text)}</p>\n'
            case Table():
                yield table_markup(block)
            case Chart():
                yield chart_picture(words, block, next(numbers))


def pieces(written: Text) -> str:
    """Return a line or paragraph; a figure says its name, so that it can be found again."""
    return "".join(
        f'<data class="figure" value="{attribute(piece.name)}">{text(piece.text)}</data>'
        if isinstance(piece, Figure)
        else text(piece)
        for piece in written
    )


def table_markup(table: Table) -> str:
    """Return a table; the first column that is no figure names its rows."""
    naming = next((at for at, column in enumerate(table.columns) if not column.is_figure), -1)
    whole = sum(column.share for column in table.columns) or 1
    widths = "".join(f'<col style="width:{column.share * 100 / whole:.4g}%">' for column in table.columns)
    head = "".join(f'<th scope="col"{_kind(column)}>{text(column.heading)}</th>' for column in table.columns)
    caption = f"<caption>{text(table.title)}</caption>" if table.title else ""
    rows = "".join(_row(table.columns, row, naming) for row in table.rows)
    return (
        f'<div class="wide"><table>{caption}<colgroup>{widths}</colgroup>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody></table></div>\n"
    )


def _row(columns: Sequence[TableColumn], row: Sequence[TableCell], naming: int) -> str:
    cells: list[str] = []
    for at, (column, cell) in enumerate(zip(columns, row, strict=True)):
        if at == naming and cell.light is None:
            cells.append(f'<th scope="row">{pieces(cell.text)}</th>')
        else:
            colour = f"light-{cell.light.value}" if cell.light else ""
            cells.append(f"<td{_kind(column, colour)}>{pieces(cell.text)}</td>")
    return f"<tr>{''.join(cells)}</tr>\n"


def _kind(column: TableColumn, colour: str = "") -> str:
    """Return the class attribute of a cell; nothing where it has none."""
    names = [name for name in ("figure" if column.is_figure else "", colour) if name]
    return f' class="{" ".join(names)}"' if names else ""
