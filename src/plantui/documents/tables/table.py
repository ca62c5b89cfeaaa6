"""The rows of a table, wherever they were found: every cell knows where its characters stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain
from typing import Protocol

from plantui.documents.field_kind import FieldKind
from plantui.documents.languages.compiling import Patterns
from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.lines import LINE_ENDS
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.source import TableRow
from plantui.documents.traced import TracedText

from .heads import Head, HeadOf, column_of, head_at, head_of

NOTHING = TracedText.of("")
_FILLER = compiled(r"^(?:[Nn]aN|NaT|<NA>|Unnamed: \d+(?:_level_\d+)?)$")
_NUMBER = compiled(r"\d{1,4}[.．、]?$")

_GAP, _WIDE_GAP = compiled(r"\s{2,}"), compiled(r"\s{2,}|[^\S ]")
"""What parts the cells of a line; in Chinese a wide blank or a tab alone does, too."""

PageOf = Callable[[int], int | None]


class Guess(StrEnum):
    """What was guessed of a row; the value is the name of the doubt."""

    MERGED = "row_merged"
    """It has no department of its own."""
    SHORT = "row_short"
    """It lacks cells: they are empty, or merged with those above."""
    LONG = "row_long"
    """It has more cells than the head."""
    PARTED = "row_parted"
    """The line ends between two columns of departments could be another."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row; a merged cell counts for every place that it covers."""

    cells: tuple[TracedText, ...]
    guess: Guess | None = None

    @classmethod
    def of_source(cls, row: TableRow) -> Row:
        """Return a row that the format itself has."""
        return cls(tuple(map(TracedText.of, row.cells, row.starts)))

    @property
    def words(self) -> tuple[str, ...]:
        """The cells as plain text."""
        return tuple(cell.text for cell in self.cells)

    @property
    def filled(self) -> list[TracedText]:
        """The cells that say something."""
        return [cell for cell in self.cells if cell.text.strip()]

    @property
    def once(self) -> list[TracedText]:
        """The cells that say something, a merged one only once."""
        return [*{cell.offsets[0]: cell for cell in self.filled}.values()]

    @property
    def start(self) -> int:
        """Where its own words begin: behind those of cells that were merged with a row above."""
        return max((cell.offsets[0] for cell in self.filled), default=0)


class TableLine(Protocol):
    """A line of a text in which a table may stand."""

    @property
    def text(self) -> TracedText:
        """What stands in it."""

    @property
    def after_blank(self) -> bool:
        """True where a blank line stands before it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between wide gaps, and the column of the page where they begin."""

    text: TracedText
    column: int


@dataclass(slots=True)
class TableText:
    """The lines of a text in which tables are looked for, and what the language knows of them."""

    lines: Sequence[TableLine]
    of: HeadOf
    patterns: Patterns = ZH
    """Patterns of the language."""
    join: Callable[[Sequence[TracedText]], TracedText] = TracedText.join
    """Makes one text of the lines of a cell."""
    is_english: bool = False
    ends: Set[int] = frozenset()
    """Lines that end a table: headings."""
    starts_head: Callable[[int], bool] = lambda _: False
    """Tells whether a line begins like a numbered heading."""
    is_dated: Callable[[str], bool] = lambda _: False
    """Tells whether words hold a date."""
    column_of: Callable[[TracedText], int] = lambda _: 0
    """Tells how far right words begin."""
    figures: Sequence[TracedText] = ()
    """Numbers alone on a line that were left out as those of pages; in a table they may be those of rows."""
    done: int = 0
    """The line behind the last table."""
    _pieces: dict[int, list[Piece]] = field(default_factory=dict)

    def pieces(self, at: int) -> list[Piece]:
        """Return what stands between the wide gaps of a line; nothing behind the last line."""
        if at not in self._pieces:
            gap = _GAP if self.is_english else _WIDE_GAP
            parts = self.lines[at].text.split(gap) if at < len(self.lines) else ()
            self._pieces[at] = [Piece(part, self.column_of(part)) for part in parts if part.text.strip()]
        return self._pieces[at]

    def goes_on(self, at: int) -> bool:
        """Return whether a line follows without a blank one before it."""
        return at < len(self.lines) and not self.lines[at].after_blank


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a table, its head among them, and the lines that it takes."""

    rows: Sequence[Row]
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it was printed, with its blanks: in a table they mean something."""

    text: TracedText
    after_blank: bool


def printed_lines(text: str, outside: Iterable[range] = ()) -> Iterator[PrintedLine]:
    """Yield the lines that hold something, but those inside these ranges (tables that the format itself has)."""
    at, after_blank = 0, False
    ranges = iter(sorted(outside, key=lambda places: places.start))
    places = next(ranges, range(0))
    for end in (*(match.start() for match in LINE_ENDS.finditer(text)), len(text)):
        while places and places.stop <= at:
            places = next(ranges, range(0))
        if at not in places:
            is_blank = not text[at:end].strip()
            if not is_blank:
                yield PrintedLine(TracedText.of(text[at:end], at), after_blank)
            after_blank = is_blank
        at = end + 1


def in_words(text: TracedText, after: str = "", before: str = "") -> TracedText:
    """Return a text with words that the table leaves out before and after it, each at the place that it belongs to."""
    first, last = text.offsets[0], text.offsets[-1]
    return TracedText.join([TracedText.implied(before, first), text, TracedText.implied(after, last)])


def as_lines(parts: Sequence[TracedText]) -> TracedText:
    """Return texts as one cell, each on a line of its own."""
    ends = (TracedText.implied("\n", part.offsets[0]) for part in parts[1:])
    return TracedText.join([*parts[:1], *chain.from_iterable(zip(ends, parts[1:], strict=True))])


def padded(cells: Sequence[TracedText], size: int) -> tuple[TracedText, ...]:
    """Return as many cells as the head has; words behind the last column are lines of its cell."""
    if len(cells) > size:
        cells = [*cells[: size - 1], as_lines([cell for cell in cells[size - 1 :] if cell.text])]
    return (*cells, *(NOTHING for _ in range(size - len(cells))))


@rule(Stage.TABLES)
def fitted(row: Row, head: Sequence[str]) -> Row:
    """A row with fewer cells than the head lacks the first ones where a number stands first in it and in the head just
    so many places further (a group that is named once); else it lacks the last ones. Words behind the last column
    belong to it. Either is doubtful."""
    cells = row.cells
    missing = len(head) - len(cells)
    if missing > 0 and _NUMBER.match(cells[0].text) and column_of(head[missing]) is FieldKind.NUMBER:
        cells = (*(NOTHING for _ in range(missing)), *cells)
    guess = Guess.SHORT if missing > 0 else Guess.LONG if missing < 0 else None
    return Row(padded(cells, len(head)), guess)


@rule(Stage.TABLES)
def without_fillers(row: Row) -> Row:
    """NaN, NaT and Unnamed: 1 are how a converter writes a cell with nothing in it."""
    return replace(row, cells=tuple(cell[:0] if _FILLER.match(cell.text) else cell for cell in row.cells))


def as_converted(rows: Iterable[Row]) -> list[Row]:
    """Return rows that a converter wrote, those below the head fitted to it."""
    emptied = [*map(without_fillers, rows)]
    head = next((at for at, row in enumerate(emptied) if head_of(row.words)), len(emptied))
    return [
        fitted(row, emptied[head].words) if at > head and len(row.cells) > 1 else row
        for at, row in enumerate(emptied)
    ]


@rule(Stage.TABLES)
def whole_rows(rows: Sequence[Row], page_of: PageOf, of: HeadOf = head_of) -> list[Row]:
    """The first row of a page goes on with the last one of the page before, cell by cell, where the table numbers its
    rows and it has neither a number nor a title. A head that comes again is left out."""
    words = [row.words for row in rows]
    whole: list[Row] = []
    head: Head | None = None
    last: int | None = None
    at = 0
    while at < len(rows):
        if found := head_at(words, at, of):
            whole += rows[at : at + found[1]] if found[0] != head else []
            head = found[0]
            at += found[1]
            continue
        page = page_of(rows[at].start)
        if last not in {None, page} and _is_rest(rows[at], whole[-1], head):
            pairs = zip(whole[-1].cells, rows[at].cells, strict=True)
            whole[-1] = Row(tuple(as_lines([cell for cell in pair if cell.text.strip()]) for pair in pairs))
        else:
            whole.append(rows[at])
        last = page
        at += 1
    return whole


def _is_rest(row: Row, above: Row, head: Head | None) -> bool:
    number = head.index(FieldKind.NUMBER) if head else None
    if head is None or number is None or not len(row.cells) == len(above.cells) == len(head.columns):
        return False
    keys = [index for index in (number, head.index(FieldKind.TITLE)) if index is not None]
    return bool(row.filled) and not any(row.cells[index].text.strip() for index in keys)
