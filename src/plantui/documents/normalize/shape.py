"""How the lines of a document were cut: at a page's width, at the ends of paragraphs."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from plantui.documents.languages.zh import ZH
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numbering import number_of

from .lines import Line
from .role_signs import begins_with_label, ends_with_label

_EDGE = 0.94
"""Lines of at least so much of the widest one's width reach the edge of the page."""
_LEAST_CUT = 3
_WIDEST_PAGE = 160


class Shape(NamedTuple):
    """How the lines of a document were cut."""

    is_wrapped: bool
    full_cells: float
    """From this width on a line may have been cut by the page and not by its author."""
    exact: int
    """The number of characters at which every line was cut, 0 where they differ."""
    blanks_count: bool
    """A blank line means something: not every line, and not none, has one before it."""
    indents_count: bool = False
    """So do blanks before a line: it begins a paragraph."""

    def is_full(self, line: Line) -> bool:
        """Whether the page may have cut this line."""
        if self.exact:
            return len(line.text) >= self.exact - 1
        return line.cells >= self.full_cells


@rule(Stage.REPAIR)
def shape_of(lines: list[Line]) -> Shape:
    """A document is wrapped when its lines often break off in mid-sentence. The width from which on a line counts as cut
    by the page follows from those lines, so that any page width, and any unevenness, will do. A blank line tells
    paragraphs apart only where some lines have one before them and others do not."""
    widths = [line.cells for line in lines]
    top = sorted(widths)[int(len(widths) * 0.95)] if widths else 0
    cut = [
        line
        for line, after in pairwise(lines)
        if line.cells >= max(12, 0.4 * top) and _breaks_off(line.words) and not _may_start(after.words)
    ]
    broken = [line.cells for line in cut]
    size, times = Counter(len(line.text) for line in cut).most_common(1)[0] if cut else (0, 0)
    blanks = sum(line.after_blank for line in lines[1:])
    blanks_count = 0.02 < blanks / max(1, len(lines) - 1) < 0.85
    is_wrapped = len(broken) >= 0.3 * len(lines) and top < 260
    full = sorted(broken)[int(len(broken) * 0.06)] if broken else 0
    exact = size if is_wrapped and times >= 0.6 * len(cut) else 0
    if not is_wrapped and _cut_at_edge(lines, cut, [len(line.text) for line in lines]):
        is_wrapped, exact = True, size
    elif not is_wrapped and _cut_at_edge(lines, cut, widths):
        is_wrapped, full, exact = True, int(_EDGE * max(widths)), 0
    full_cells = max(full, 0.5 * top) if is_wrapped else float("inf")
    return Shape(is_wrapped, full_cells, exact, blanks_count, is_wrapped and _indents_count(lines))


@rule(Stage.REPAIR)
def _indents_count(lines: list[Line]) -> bool:
    """Blanks at the start of a line begin a paragraph where they nearly always follow a line that may end one."""
    pairs = [(line, after) for line, after in pairwise(lines) if after.is_indented]
    ended = sum(not _breaks_off(line.words) or number_of(after.words) is not None for line, after in pairs)
    return len(pairs) >= _LEAST_CUT and len(pairs) < 0.8 * len(lines) and ended >= 0.8 * len(pairs)


@rule(Stage.REPAIR)
def _cut_at_edge(lines: list[Line], cut: list[Line], sizes: list[int]) -> bool:
    """A document of short paragraphs is wrapped too where most of its widest lines, which are of one width or of one number
    of characters, break off; role lines, which may, are not counted."""
    widest = max(sizes, default=0)
    broken = {id(line) for line in cut}
    at_edge = [
        line
        for line, size in zip(lines, sizes, strict=True)
        if size >= _EDGE * widest and not begins_with_label(line.words)
    ]
    found = sum(id(line) in broken for line in at_edge)
    return found >= _LEAST_CUT and found >= 0.6 * len(at_edge) and widest <= _WIDEST_PAGE


def _breaks_off(text: str) -> bool:
    if number_of(text) and not ZH.ROLE_SIGNS_HEADING_STOP.search(text):
        return False
    is_whole = (
        ZH.ROLE_SIGNS_TERMINAL.search(text) or ZH.ROLE_SIGNS_CLAUSE_END.search(text) or ends_with_label(text)
    )
    return not is_whole and not ZH.ROLE_SIGNS_SIGNER.match(text.replace(" ", ""))


def _may_start(text: str) -> bool:
    return number_of(text) is not None or begins_with_label(text)
