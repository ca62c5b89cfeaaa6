"""Parts of a report as values, which the writers of each format lay out: what it says is decided in one place.

Every text is plain text; the writers make it safe for their format. A figure knows its name and the tasks behind it, so
that a report which came back from a word processor can be read again, figure by figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from plantui.model.terms import Light


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a report that follows from tasks."""

    name: str
    """Its name within the report: small ASCII letters, digits and `_`, at most 30 characters, such as `d3_overdue`."""
    text: str
    """The figure as printed, such as `12` or `46.2%`."""
    tasks: int
    """The tasks behind it, as a task set."""


Piece = str | Figure
"""A piece of a line."""
Text = tuple[Piece, ...]
"""A line or a paragraph in pieces; in a cell of a table it may hold line ends."""


def plain(text: Text) -> str:
    """Return a text as printed."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a part; level 1 is 一、, level 2 （一）."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    text: Text
    is_note: bool = False
    """True for what stands smaller: legends, sources, what was left out."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table; with a light it is coloured too, while the text says the light in words."""

    text: Text
    light: Light | None = None


_LETTER_SHARE, _HAN_SHARE = 2.1, 3.4
"""Shares of a width of 120 that a letter and a han character of a heading need, in the fonts of a letter."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table."""

    heading: str
    share: int
    """Its share of the width, in any unit."""
    is_figure: bool = False
    """True for figures, which stand at the right or centred."""

    @classmethod
    def wide_enough(cls, heading: str, share: int, is_figure: bool = False) -> TableColumn:
        """Return a column of at least this share, wide enough for the longest word of its heading.

        The share is one of about 120: what a letter and a han character of a head ask for is reckoned by that.
        """
        letter = _LETTER_SHARE if heading.isascii() else _HAN_SHARE
        word = max(map(len, heading.split()), default=0)
        return cls(heading, max(share, round(word * letter)), is_figure)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title above it."""

    title: str
    columns: Sequence[TableColumn]
    rows: Sequence[Sequence[TableCell]]
    """Rows as long as `columns`."""


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of a bar that is put together of several, such as its tasks under one light."""

    value: float
    light: Light | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart."""

    label: str
    value: float
    """Its length."""
    text: str
    """The value as printed behind it; it says the parts in words too."""
    light: Light | None = None
    parts: Sequence[BarPart] = ()
    """Its parts from the left, together as long as `value`; empty for a bar of one piece."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of bars, of which the longest fills the room. Formats without pictures print its title and bars as a table."""

    title: str
    bars: Sequence[Bar]
    description: str
    """Its content in a sentence, for those who do not see it."""
    mark: float | None = None
    """The value that a line across the bars marks, such as the target; None for none."""
    label_heading: str = ""
    """The heading of the labels where the bars are a table."""
    value_heading: str = ""
    """The heading of the values where the bars are a table."""


Block = Heading | Paragraph | Table | Chart
"""A part of the body."""


@dataclass(frozen=True, slots=True)
class Document:
    """A report as a whole."""

    title: str
    subtitle: str
    """The line below the title, such as the as-of day in brackets; empty for none."""
    addressee: str
    """The line before the body that says to whom it goes (主送); empty for none."""
    blocks: Sequence[Block]
    signature: Sequence[str] = ()
    """The lines at the end, at the right: the office, the day."""
    notes: Sequence[str] = ()
    """The small lines below all: filter, number of tasks, state of the ledger, light rules, what was left out."""

    def figures(self) -> Iterator[Figure]:
        """Yield the figures in the order of the text."""
        for block in self.blocks:
            texts = [cell.text for row in block.rows for cell in row] if isinstance(block, Table) else []
            texts += [block.text] if isinstance(block, Paragraph) else []
            yield from (piece for text in texts for piece in text if isinstance(piece, Figure))


def written_parts(document: Document, held: Callable[[Table | Chart], Iterable[str]]) -> Iterator[str]:
    """Yield what a document says below its title, the lines of its signature and its notes as one part each; `held` gives
    what stands in a table or a chart."""
    parts = [document.subtitle, document.addressee]
    for block in document.blocks:
        match block:
            case Heading():
                parts.append(block.text)
            case Paragraph():
                parts.append(plain(block.text))
            case _:
                parts += [block.title, *held(block)]
    yield from filter(None, (*parts, "\n".join(document.signature), "\n".join(document.notes)))
