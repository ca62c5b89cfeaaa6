"""Tasks and sections of which a person marks the first lines: each goes on up to the next one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plantui.documents.overview.pieces import Piece
from plantui.documents.traced import Span

from .structure import Added, Part


def with_ends(added: Iterable[Added], pieces: Sequence[Piece]) -> Iterator[Added]:
    """Yield the parts; those whose first line was marked with all that belongs to them."""
    parts = [*added]
    starts = {one.span.start for one in parts}
    places = [piece.span.start for piece in pieces]
    for one in parts:
        if one.line is None or one.part is Part.SECTION:
            yield one
        else:
            at = bisect_left(places, one.line.start)
            yield replace(one, span=Span(one.line.start, max(one.line.end, _end(pieces, at, starts))))


def _end(pieces: Sequence[Piece], at: int, starts: set[int]) -> int:
    """Return where a task that begins with a piece ends: before the next part, before the next heading that ranks as high
    as its own (without a number: as the last one above it, or a chapter), or with its row."""
    if at >= len(pieces):
        return 0
    first, end = pieces[at], pieces[at].span.end
    rank = next((one.rank for one in reversed(pieces[: at + 1]) if one.rank is not None), None)
    for piece in pieces[at + 1 :]:
        if first.row is not None or piece.span.start in starts or _ranks_above(piece, rank):
            break
        end = piece.span.end
    return end


def _ranks_above(piece: Piece, rank: int | None) -> bool:
    if piece.rank is None:
        return False
    return piece.is_chapter if rank is None else piece.rank <= rank


def alike(pieces: Sequence[Piece], one: Piece) -> Iterator[Piece]:
    """Yield the pieces that are numbered as one is, of rows those of its table without the head, else that one alone."""
    for piece in pieces:
        if one.row is not None:
            is_alike = piece.row is not None and piece.row.table == one.row.table and piece.index > 1
        else:
            is_alike = one.rank is not None and piece.rank == one.rank
        if is_alike or piece is one:
            yield piece
