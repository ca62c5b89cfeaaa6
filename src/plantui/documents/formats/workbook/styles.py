"""What of a cell's style a reader needs: its number format, and whether its words are struck through."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..markup import local
from .number_format import BUILT_IN
from .strings import is_struck

if TYPE_CHECKING:
    from lxml.etree import _Element


class CellStyle(NamedTuple):
    """A cell's style."""

    code: str = "General"
    is_struck: bool = False


PLAIN = CellStyle()


def cell_styles(root: _Element | None) -> list[CellStyle]:
    """Return the styles in the order in which cells name them."""
    if root is None:
        return []
    groups = {local(group): group for group in root}
    codes = dict(BUILT_IN)
    for one in groups.get("numFmts", ()):
        if (number := one.get("numFmtId", "")).isdecimal():
            codes[int(number)] = one.get("formatCode", "General")
    struck = [is_struck(font) for font in groups.get("fonts", ())]
    found = []
    for one in groups.get("cellXfs", ()):
        font = _number(one.get("fontId"))
        is_crossed = font < len(struck) and struck[font]
        found.append(CellStyle(codes.get(_number(one.get("numFmtId")), "General"), is_crossed))
    return found


def _number(written: str | None) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 10 else 0
