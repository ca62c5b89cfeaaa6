"""Found words in painted text: marked, and kept in sight where a text is longer than its place."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from plantui.model.search_text import Span, hits

from .painting import clip, fit

HIT = "hit"
"""The look of a found word."""

Piece = tuple[str, str]
"""Text and its look."""


def marked(text: str, look: str, sought: str) -> list[Piece]:
    """Return a text in its look, with the words sought in theirs."""
    return _pieces(text, look, hits(text, sought)) if sought else [(text, look)]


def marked_fit(text: str, look: str, sought: str, width: int) -> list[Piece]:
    """Return a text in exactly `width` cells with the words sought marked; a cut one shows the first of them."""
    found = hits(text, sought) if sought and width > 0 else []
    if found and cell_len(text) > width:
        text = _from_near(text, found[0], width)
    return marked(fit(text, width), look, sought) if found else [(fit(text, width), look)]


def _from_near(text: str, hit: Span, width: int) -> str:
    """Return the text, without its beginning where that would leave no room for the hit."""
    if cell_len(text[: hit.end]) < width:
        return text
    start = hit.start
    # The hit stands about two thirds along, or where the rest just has room, so that something of that is seen, too.
    room = max(cell_len(text[start : hit.end]), (width - 2) * 2 // 3, width - 1 - cell_len(text[hit.end :]))
    while start and cell_len(text[start - 1 : hit.end]) <= room:
        start -= 1
    return clip(f"…{text[start:]}", width)


def _pieces(text: str, look: str, found: Sequence[Span]) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    for start, end in found:
        pieces += [(text[at:start], look), (text[start:end], HIT)]
        at = end
    pieces.append((text[at:], look))
    return [piece for piece in pieces if piece[0]]
