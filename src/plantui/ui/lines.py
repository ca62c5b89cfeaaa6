"""Read-only text as painted lines: what the panes and long dialogs are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantui.export.wrapping import wrap_spans
from plantui.model.search_text import hits
from plantui.model.text import visible

from .hits import HIT
from .widgets.painted import Painted


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text with a look of its own."""

    start: int
    end: int
    look: str


def paragraph(
    text: str, width: int, look: str = "", *, indent: int = 0, marks: Sequence[Mark] = (), sought: str = ""
) -> list[Painted]:
    """Return a text wrapped to a width, each line moved in by `indent` cells, with its marks and the words sought.

    The marks count in the text as given, so it must hold no character that `visible` makes longer.
    """
    shown = visible(text)
    if sought:
        marks = _over(marks, [Mark(start, end, HIT) for start, end in hits(shown, sought)])
    pad = [(" " * indent, "")] if indent else []
    return [
        [*pad, *_pieces(shown, start, end, look, marks)] for start, end in wrap_spans(shown, width - indent)
    ]


def labelled(label: str, text: str, width: int, look: str = "", *, sought: str = "") -> list[Painted]:
    """Return a label and its value, the value's further lines under its first."""
    from rich.cells import cell_len

    indent = cell_len(label) + 1
    lines = paragraph(text, width, look, indent=indent, sought=sought)
    return [[(f"{label} ", "muted"), *lines[0][1:]], *lines[1:]] if lines else [[(label, "muted")]]


def _over(marks: Sequence[Mark], above: Sequence[Mark]) -> list[Mark]:
    """Return both kinds of marks in order, without what lies under those above."""
    rest = [*marks]
    for one in above:
        rest = [
            Mark(start, end, mark.look)
            for mark in rest
            for start, end in ((mark.start, min(mark.end, one.start)), (max(mark.start, one.end), mark.end))
            if start < end
        ]
    return sorted([*rest, *above], key=lambda mark: (mark.start, mark.end))


def _pieces(text: str, start: int, end: int, look: str, marks: Sequence[Mark]) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    at = start
    for mark in marks:
        low, high = max(mark.start, at), min(mark.end, end)
        if low < high:
            pieces += [(text[at:low], look), (text[low:high], mark.look)]
            at = high
    pieces.append((text[at:end], look))
    return [piece for piece in pieces if piece[0]]
