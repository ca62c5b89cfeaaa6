"""Printed lines put together to the paragraphs that they were cut from, as far as the page itself shows them.

Where first lines are indented, a line at the left margin after a full one goes on with its paragraph, also across a
page break. Where nothing is indented, lines stay as they are: whether a sentence goes on is then for its words to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from plantui.documents.patterns import compiled

from .content import Cell, Remark

_PAGE_NUMBER = compiled(
    r"[-–—―－·•~\s]{0,6}(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*\d{1,4}\s*页?)?[-–—―－·•~\s]{0,6}"
)
_NUMBER_ALONE = compiled(
    r"\d{1,3}[.．、]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、"
)
"""An item's number that a justified line left alone, its text being too long to stand beside it."""
_PIECE = compiled(r"[A-Za-z0-9.%]+|.[，。、；：！？）〕》”’,.;:!?)]*")
"""What a page cannot break: a number, a word, a character with the sign after it."""
_LEAST_INDENT, _MOST_INDENT = 1.2, 4.5
"""How far first lines are indented, in characters."""
_AT_MARGIN = 0.6
_SLACK = 1.3
"""By how many characters an estimated width may be wrong."""
_LEAST_SHARE = 0.1
"""Share of a document's lines that are indented, and that are not, if it indents first lines."""
_LEAST_WIDE = 0.5
"""Share of characters that are as wide as high: of others the width cannot be told."""
LEAST_OF_PAGE = 10
"""Characters below which a page with a picture is a scan with a few words on it."""


def characters_of(texts: Iterable[str]) -> int:
    """Return how many characters stand in texts, blanks apart."""
    return sum(len("".join(text.split())) for text in texts)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it stands on its page."""

    text: str
    page: int
    x: float | None = None
    """Where it begins, None where the file does not say."""
    size: float = 0.0
    remarks: tuple[Remark, ...] = ()
    """What is to be said of it."""

    @property
    def start(self) -> float:
        """Where its first character stands, blanks skipped."""
        blank = self.text[: len(self.text) - len(self.text.lstrip())]
        return (self.x or 0.0) + width_of(blank) * self.size

    @property
    def end(self) -> float:
        """About where it ends."""
        return (self.x or 0.0) + width_of(self.text.rstrip()) * self.size


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table, or the part of one that a page holds."""

    rows: list[list[Cell]]
    page: int
    columns: int


@dataclass(frozen=True, slots=True)
class PrintedRemark:
    """What is to be said of a place on a page, where words of it are not read."""

    remark: Remark
    page: int


Printed = PrintedLine | PrintedTable | PrintedRemark


@dataclass(slots=True)
class PrintedParagraph:
    """A paragraph, and the page numbers that stood inside it."""

    lines: list[PrintedLine]
    numbers: list[PrintedLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Page:
    """The margins of the text, and its usual size."""

    left: float
    right: float
    size: float


def paragraphs(lines: Sequence[PrintedLine]) -> Iterator[PrintedParagraph]:
    """The paragraphs of a document, each a line or several."""
    margins = _margins(lines)
    current: PrintedParagraph | None = None
    for at, line in enumerate(lines):
        if current and margins and _is_page_number(lines, at):
            current.numbers.append(line)
        elif current and _belongs(current, line, margins):
            current.lines.append(line)
        else:
            if current:
                yield current
            current = PrintedParagraph([line])
    if current:
        yield current


def is_page_number(text: str) -> bool:
    """Whether a line holds a number and nothing else."""
    return bool(_PAGE_NUMBER.fullmatch(text.strip()))


def _belongs(paragraph: PrintedParagraph, line: PrintedLine, margins: _Page | None) -> bool:
    last = paragraph.lines[-1]
    if len(paragraph.lines) == 1 and _NUMBER_ALONE.fullmatch(last.text.strip()):
        return True
    return margins is not None and _goes_on(last, line, margins)


def _is_page_number(lines: Sequence[PrintedLine], at: int) -> bool:
    """Whether a line is the first or last of its page and holds only a number."""
    neighbours = (lines[at - 1].page if at else -1, lines[at + 1].page if at + 1 < len(lines) else -1)
    is_edge = any(page != lines[at].page for page in neighbours)
    return is_edge and is_page_number(lines[at].text)


def _margins(lines: Sequence[PrintedLine]) -> _Page | None:
    """The margins of a document that indents first lines; None for one that does not, or whose widths are unknown."""
    placed = [line for line in lines if line.x is not None and line.size and line.text.strip()]
    text = "".join(line.text for line in placed)
    if not placed or sum(width_of(char) == 1 for char in text) < _LEAST_WIDE * len(text):
        return None
    size = Counter(round(line.size, 1) for line in placed).most_common(1)[0][0]
    usual = [line for line in placed if abs(line.size - size) < 0.5]
    starts = Counter(round(line.start) for line in usual)
    often = [
        at for at in starts if sum(starts[near] for near in (at - 1, at, at + 1)) >= _LEAST_SHARE * len(usual)
    ]
    if not often:
        return None
    left = min(often)
    indented = sum(_LEAST_INDENT * size <= line.start - left <= _MOST_INDENT * size for line in usual)
    if indented < _LEAST_SHARE * len(usual):
        return None
    ends = sorted(line.end for line in usual)
    return _Page(left, ends[int(len(ends) * 0.98)], size)


def _goes_on(before: PrintedLine, line: PrintedLine, page: _Page) -> bool:
    if (
        before.x is None
        or line.x is None
        or abs(before.size - line.size) >= 0.5
        or abs(line.size - page.size) >= 0.5
    ):
        return False
    if abs(line.start - page.left) > _AT_MARGIN * page.size:
        return False
    if before.start - page.left > _MOST_INDENT * page.size:
        return False  # a cell of a table, or a line set to the right
    room = page.right - before.end
    return room < (width_of(first_piece(line.text.strip())) + _SLACK) * page.size


def first_piece(text: str) -> str:
    """What a page must take into a line as a whole, from the start of a text on."""
    piece = _PIECE.match(text)
    return piece[0] if piece else ""


def width_of(text: str) -> float:
    """The width of a text in characters: Chinese ones count whole, others half."""
    return sum(1.0 if char in "“”‘’—…·" or east_asian_width(char) in "WF" else 0.5 for char in text)


_HAN = compiled(r"[\u2e80-\uffef]")
_WORDS = compiled(r"[A-Za-z]{2}")
_LATIN = compiled(r"(?!\d\d)[,;.:)&\w][\w(&]")
"""The last character of a line and the first of the next between which a blank stood: `October 31,⏎2025`."""


def has_han(text: str) -> bool:
    """Whether a text has Chinese characters or full-width marks."""
    return _HAN.search(text) is not None


def parts_words(before: str, after: str, *, is_latin: bool) -> bool:
    """Whether the end of a line parts two words, between which a blank stands where they are joined. In a text without
    Chinese characters it does so but within a number and behind a hyphen."""
    ends = before[-1:] + after[:1]
    return bool(_WORDS.fullmatch(ends) or (is_latin and _LATIN.fullmatch(ends)))
