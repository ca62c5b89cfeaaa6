"""A head whose columns stand one blank apart: the rows show how many there are, and where they begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from plantui.documents.field_kind import ROLES
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .gaps import Piece
from .heads import HeadOf
from .heads_en import kind_of_column

_MOST_WORDS, _MOST_HIDDEN, _MOST_COLUMNS = 12, 4, 10
_INDENT = 8
_FIGURE = compiled(r"\d")
_WORD = compiled(r"\S+")


@rule(Stage.ENGLISH)
def parted_head(head: Sequence[Piece], rows: Iterable[Sequence[Piece]], of: HeadOf) -> list[Piece] | None:
    """Where the rows have more cells than the head has words between gaps (Responsible Party Time Frame), the head is cut
    into as many names of columns as they have cells: of all ways to do so the one whose names begin nearest to the
    cells. The names of the columns, each where its cells begin."""
    cells = _with_first(rows)
    size = max((len(row) for row in cells), default=0)
    hidden = size - len(head)
    if not 0 < hidden <= _MOST_HIDDEN or size > _MOST_COLUMNS:
        return None
    places = [min(places) for places in zip(*(row for row in cells if len(row) == size), strict=True)]
    ways = [way for counts in _counts(len(head), hidden) for way in _ways(head, counts)]
    ways = [way for way in ways if of([piece.text.text for piece in way])]
    best = min(ways, key=lambda way: _distance(way, places), default=None)
    if best is None:
        return None
    return [Piece(piece.text, place) for piece, place in zip(best, places, strict=True)]


def may_be_head(pieces: Sequence[Piece]) -> bool:
    """Return whether words between gaps can be names of columns: written with capitals, without figures, a role among
    them."""
    texts = [piece.text.text for piece in pieces]
    if len(texts) < 2 or not all(text[:1].isupper() and _FIGURE.search(text) is None for text in texts):
        return False
    return any(kind_of_column(word) in ROLES for text in texts for word in text.split())


def _with_first(rows: Iterable[Sequence[Piece]]) -> list[list[int]]:
    """Return where the cells of each row begin; a first one whose words stand in the lines around it is put in."""
    starts = [[piece.column for piece in row] for row in rows if row]
    first = min((row[0] for row in starts), default=0)
    return [[first, *row] if row[0] > first + _INDENT and len(row) > 1 else row for row in starts]


def _counts(size: int, hidden: int) -> Iterator[list[int]]:
    """Yield every way to deal out names of columns to the pieces of a head, at least one to each."""
    for bars in combinations(range(size + hidden - 1), size - 1):
        ends = [-1, *bars, size + hidden - 1]
        yield [after - before for before, after in pairwise(ends)]


def _ways(head: Sequence[Piece], counts: Sequence[int]) -> Iterator[list[Piece]]:
    """Yield every way to cut the pieces of a head into so many names each."""
    if not head:
        yield []
        return
    for names in _cut(head[0], counts[0]):
        for rest in _ways(head[1:], counts[1:]):
            yield [*names, *rest]


def _cut(piece: Piece, count: int) -> Iterator[list[Piece]]:
    """Yield every way to cut a piece between two words into names that columns have."""
    if count == 1:
        yield [piece]
        return
    words = [*_WORD.finditer(piece.text.text)]
    if not count <= len(words) <= _MOST_WORDS:
        return
    for cuts in combinations(range(1, len(words)), count - 1):
        starts = [0, *(words[at].start() for at in cuts), len(piece.text)]
        names = [
            Piece(piece.text[start:end].strip(), piece.column + start) for start, end in pairwise(starts)
        ]
        if all(kind_of_column(name.text.text) is not None for name in names):
            yield names


def _distance(names: Sequence[Piece], places: Sequence[int]) -> int:
    return sum(abs(name.column - place) for name, place in zip(names, places, strict=True))
