"""A page of a PDF as pypdf gives it: its lines, what of them is struck out, and signs of tables and pictures on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ..source import MarkKind
from .content import Remark, words_of
from .printed import LEAST_OF_PAGE, Printed, PrintedLine, PrintedRemark, characters_of, width_of
from .ruled import BESIDE
from .strikes import Letter, Stroke, struck_letters

if TYPE_CHECKING:
    from pypdf import PageObject

_LEAST_SHAPES = 200
_SHAPES = {b"Do": _LEAST_SHAPES, b"INLINE IMAGE": _LEAST_SHAPES, b"c": 1, b"v": 1, b"y": 1}
"""Signs of words that are no text: a picture, or curves, in which some programs write every character."""
_STROKES = frozenset((b"re", b"l"))
_LEVEL = 0.5
"""Distance in points by which the ends of a level line may differ."""
_THIN = 2.0
"""Height in points of a box that is a line."""


class _Piece(NamedTuple):
    """Words that are drawn at once, the place where they begin and the height of their characters."""

    text: str
    x: float
    y: float
    size: float
    struck: str = ""
    """What of them is struck out, and no longer in the text."""


class PdfPage:
    """The lines of a page, how many strokes it draws, and whether it is only a picture."""

    def __init__(self, page: PageObject, number: int, *, is_recoded: bool = False) -> None:
        self.number = number
        self.is_recoded = is_recoded
        """Whether fonts of its file have another map by now than in the file."""
        self.strokes = 0
        self._shapes = 0
        self._level: list[Stroke] = []
        self._pen = (0.0, 0.0)
        pieces = _without_struck([*_drawn_once(_pieces(page, self._drawn))], self._level)
        self.parts = list(_parts(pieces, number))
        self.lines = [part for part in self.parts if isinstance(part, PrintedLine)]
        characters = characters_of(line.text for line in self.lines)
        self.is_scanned = characters < LEAST_OF_PAGE and self._shapes >= _LEAST_SHAPES
        self.has_words = characters > 0 and not self.is_scanned

    def _drawn(self, operator: Any, operands: Any, at: Any, inner: Any) -> None:
        """Count a stroke or a shape, and keep a level line."""
        self._shapes += _SHAPES.get(operator, 0)
        if operator not in _STROKES and operator != b"m":
            return
        self.strokes += operator != b"m"
        numbers = [float(operand) for operand in operands]
        x = numbers[0] * at[0] + numbers[1] * at[2] + at[4]
        y = numbers[0] * at[1] + numbers[1] * at[3] + at[5]
        if operator == b"re":
            width, height = numbers[2] * at[0] + numbers[3] * at[2], numbers[2] * at[1] + numbers[3] * at[3]
            if abs(height) <= _THIN < abs(width):
                self._level.append(Stroke(min(x, x + width), max(x, x + width), y + height / 2))
        elif operator == b"l" and abs(y - self._pen[1]) <= _LEVEL < abs(x - self._pen[0]):
            self._level.append(Stroke(min(x, self._pen[0]), max(x, self._pen[0]), y))
        self._pen = (x, y)


def _pieces(page: PageObject, drawn: Any) -> list[_Piece]:
    pieces: list[_Piece] = []

    def visit(text: str, at: Any, inner: Any, font: Any, size: Any) -> None:
        scale = abs(inner[0] * at[0]) or abs(inner[1] * at[1]) or 1.0
        x = inner[4] * at[0] + inner[5] * at[2] + at[4]
        y = inner[4] * at[1] + inner[5] * at[3] + at[5]
        pieces.append(_Piece(text, x, y, float(size or 0) * scale))

    whole = page.extract_text(visitor_text=visit, visitor_operand_before=drawn)
    if whole != "".join(piece.text for piece in pieces):
        return [
            _Piece(whole, 0.0, 0.0, 0.0)
        ]  # some texts are not shown to the visitor: then no place is known
    return pieces


def _drawn_once(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces without those that are drawn once more a hair's breadth beside themselves, to look bold."""
    last: _Piece | None = None
    for piece in pieces:
        is_again = (
            last is not None
            and piece.text.strip() == last.text.strip() != ""
            and max(abs(piece.x - last.x), abs(piece.y - last.y)) < BESIDE * piece.size
        )
        if not is_again:
            yield piece
        if piece.text.strip():
            last = piece


def _without_struck(pieces: list[_Piece], strokes: Sequence[Stroke]) -> list[_Piece]:
    """Return pieces whose struck characters are apart from their text."""
    if not strokes:
        return pieces
    letters: list[Letter] = []
    owners: list[tuple[int, int]] = []
    """The piece of each letter, and its place in the piece."""
    for at, piece in enumerate(pieces):
        text = piece.text.rstrip()
        if not text or not piece.size or "\n" in text:
            continue
        narrow = _room(pieces, at) / (width_of(text) * piece.size)
        x = piece.x
        for place, char in enumerate(text):
            end = x + width_of(char) * piece.size * narrow
            letters.append(Letter(x, end, piece.y, piece.size))
            owners.append((at, place))
            x = end
    struck: dict[int, set[int]] = {}
    for number in struck_letters(letters, strokes):
        at, place = owners[number]
        struck.setdefault(at, set()).add(place)
    return [_parted(piece, struck[at]) if at in struck else piece for at, piece in enumerate(pieces)]


def _room(pieces: Sequence[_Piece], at: int) -> float:
    """Return how wide a piece is: as its characters usually are, or up to the next one on its line where that is less."""
    piece = pieces[at]
    width = width_of(piece.text.rstrip()) * piece.size
    later = next((one for one in pieces[at + 1 : at + 4] if one.text.strip()), None)
    is_beside = later is not None and abs(later.y - piece.y) < _LEVEL and later.x > piece.x
    return min(width, later.x - piece.x) if later is not None and is_beside else width


def _parted(piece: _Piece, places: set[int]) -> _Piece:
    kept = "".join(char for at, char in enumerate(piece.text) if at not in places)
    struck = "".join(char for at, char in enumerate(piece.text) if at in places)
    return piece._replace(text=kept, struck=struck)


def _parts(pieces: Sequence[_Piece], number: int) -> Iterator[Printed]:
    """Yield the lines of a page, each with the place of its first word, and before it what of it is struck out."""
    text, struck, x, size = "", "", None, 0.0
    for piece, place, _, height, gone in pieces:
        struck += gone
        for at, part in enumerate(piece.split("\n")):
            if at:
                yield from _struck(struck, number)
                yield PrintedLine(words_of(text), number, x, size)
                text, struck, x, size = "", "", None, 0.0
            if part and not text.strip() and x is None and not at and height:
                x, size = place, height
            text += part
    yield from _struck(struck, number)
    yield PrintedLine(words_of(text), number, x, size)


def _struck(words: str, number: int) -> Iterator[Printed]:
    if words.strip():
        yield PrintedRemark(Remark(MarkKind.STRUCK, " ".join(words.split())), number)
