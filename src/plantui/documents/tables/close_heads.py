"""A head whose columns stand one blank apart: the rows show how many there are, and where they begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from plantui.documents.field_kind import ROLES
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

from .gaps import table_below
from .heads import HeadOf
from .heads_en import kind_of_column
from .table import Found, Piece, TableText

_MOST_WORDS, _MOST_HIDDEN, _MOST_COLUMNS = 12, 4, 10
_INDENT, _LOOKED_AT = 8, 40
_FIGURE = compiled(r"\d")
_BLANK = compiled(r"\s+(?=\S)")


def close_head_table(text: TableText, at: int) -> Found | None:
    """Read what stands below a head whose columns are one blank apart."""
    head = text.pieces(at)
    near = range(at + 1, min(len(text.lines), at + _LOOKED_AT))
    names = _parted_head(head, map(text.pieces, near), text.of) if _may_be_head(head) else None
    return table_below(text, names, at, at + 1, is_centred=True) if names else None


@rule(Stage.ENGLISH)
def _parted_head(head: Sequence[Piece], rows: Iterable[Sequence[Piece]], of: HeadOf) -> list[Piece] | None:
    """Where the rows have more cells than the head has words between gaps (Responsible Party Time Frame), the head is cut
    into as many names of columns as they have cells: of all ways to do so the one whose names begin nearest to the
    cells. The names of the columns, each where its cells begin."""
    cells = _with_first(rows)
    size = max((len(row) for row in cells), default=0)
    hidden = size - len(head)
    if not 0 < hidden <= _MOST_HIDDEN or size > _MOST_COLUMNS:
        return None
    places = [min(places) for places in zip(*(row for row in cells if len(row) == size), strict=True)]
    ways = [way for way in _ways(head, hidden) if of([name.text.text for name in way])]

    def distance(way: list[Piece]) -> int:
        return sum(abs(name.column - place) for name, place in zip(way, places, strict=True))

    best = min(ways, key=distance, default=None)
    return best and [Piece(name.text, place) for name, place in zip(best, places, strict=True)]


def _may_be_head(pieces: Sequence[Piece]) -> bool:
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


def _ways(head: Sequence[Piece], hidden: int) -> Iterator[list[Piece]]:
    """Yield every way to cut the pieces of a head at so many blanks between two words; what is cut are names of columns."""
    blanks = [
        (at, blank.end()) for at, piece in enumerate(head) for blank in _BLANK.finditer(piece.text.text)
    ]
    short = [(at, end) for at, end in blanks if len(head[at].text.text.split()) <= _MOST_WORDS]
    for cuts in combinations(short, hidden):
        way: list[Piece] = []
        for at, piece in enumerate(head):
            ends = [0, *(end for place, end in cuts if place == at), len(piece.text)]
            names = [
                Piece(piece.text[start:end].strip(), piece.column + start) for start, end in pairwise(ends)
            ]
            if len(names) > 1 and any(kind_of_column(name.text.text) is None for name in names):
                break
            way += names
        else:
            yield way
