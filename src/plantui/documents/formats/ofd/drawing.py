"""What a page draws, found by walking through its objects: words, rules and pictures, each at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plantui.model.problem import DataError

from ..box import Box
from ..drawn.drawing import Drawing, Glyph, Picture, Run
from ..limits import MOST_OBJECTS
from ..markup import local
from ..symbols import is_symbol_font, sign_of
from .document import PageParts, Resources
from .numbers import Matrix, matrix, rectangle
from .rules import rules_of
from .text import runs_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_POINTS = 72 / 25.4
"""Points in a millimetre, in which OFD measures."""
_PLACEHOLDERS = "\ufffd¤"
"""What stands where a program knew a glyph and not its character."""


class Artist:
    """Draws pages one after the other, and counts what they draw."""

    def __init__(self) -> None:
        self._objects = 0

    def drawn(self, page: PageParts) -> Drawing:
        """Return what a page draws. Raises DataError for more than any document has."""
        left, top, width, height = page.area
        drawing = Drawing(width * _POINTS, height * _POINTS)
        place = Matrix(_POINTS, 0.0, 0.0, _POINTS, -left * _POINTS, -top * _POINTS)
        for root in page.contents:
            for part in root:
                if local(part) == "Content":
                    self._block(part, place, _Sight(drawing, page.resources))
        _set_apart_what_is_off(drawing)
        return drawing

    def _block(self, block: _Element, place: Matrix, sight: _Sight) -> None:
        """Draw the objects of a layer or block, however blocks stand in each other."""
        for element in block:
            match local(element):
                case "TextObject" | "PathObject" | "ImageObject" | "CompositeObject":
                    self._object(element, place, sight)
                case "Layer" | "PageBlock" | "Content":
                    is_hidden = sight.is_hidden or element.get("Visible") == "false"
                    self._block(element, place, sight._replace(is_hidden=is_hidden))

    def _object(self, element: _Element, outer: Matrix, sight: _Sight) -> None:
        self._objects += 1
        if self._objects > MOST_OBJECTS:
            raise DataError("formats.too_many_objects", most=f"{MOST_OBJECTS:,}")
        left, top, width, height = rectangle(element.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
        corner = outer.moved(left, top)
        transformed = element.get("CTM")
        place = corner.after(matrix(transformed)) if transformed else corner
        is_hidden = sight.is_hidden or _is_unseen(element)
        drawing = sight.drawing
        match local(element):
            case "TextObject":
                for run in runs_of(element, place):
                    readable = _readable(run, element.get("Font") or "", sight)
                    (drawing.unseen if is_hidden else drawing.runs).append(readable)
            case "PathObject" if not is_hidden:
                drawing.rules += rules_of(element, place)
            case "ImageObject" if not is_hidden:
                (x0, y0), (x1, y1) = corner.at(0, 0), corner.at(width, height)
                box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                drawing.pictures.append(Picture(box, element.get("ResourceID") or ""))
            case "CompositeObject":
                ident = element.get("ResourceID") or ""
                if ident in sight.through:
                    raise DataError("formats.refers_to_itself", part=ident)
                if (shared := sight.resources.drawing(ident)) is not None:
                    through = (*sight.through, ident)
                    self._block(shared, place, sight._replace(is_hidden=is_hidden, through=through))


class _Sight(NamedTuple):
    """What is known on the way into nested blocks."""

    drawing: Drawing
    resources: Resources
    is_hidden: bool = False
    through: tuple[str, ...] = ()
    """The shared drawings in which a block stands."""


def _set_apart_what_is_off(drawing: Drawing) -> None:
    """Take words that lie beside the page for words that are not shown, unless most do: then the page's size is wrong."""
    off = [run for run in drawing.runs if not any(_is_on(glyph, drawing) for glyph in run.glyphs)]
    if off and len(off) * 2 < len(drawing.runs):
        gone = {id(run) for run in off}
        drawing.runs = [run for run in drawing.runs if id(run) not in gone]
        drawing.unseen += off


def _is_on(glyph: Glyph, drawing: Drawing) -> bool:
    across = -glyph.width <= glyph.x <= drawing.width
    return across and 0 <= glyph.y <= drawing.height + glyph.size


def _is_unseen(element: _Element) -> bool:
    if element.get("Visible") == "false" or element.get("Alpha") == "0":
        return True
    is_text = local(element) == "TextObject"
    return is_text and element.get("Fill") == "false" and element.get("Stroke") != "true"


def _readable(run: Run, font: str, sight: _Sight) -> Run:
    """Return a run with the signs of symbol fonts as characters; what no character is known for is noted."""
    if not any(_is_private(glyph.text) for glyph in run.glyphs):
        return run
    name = sight.resources.font(font)
    glyphs = []
    for glyph in run.glyphs:
        if _is_private(glyph.text):
            sign = sign_of(name, ord(glyph.text)) if is_symbol_font(name) else None
            if sign is None:
                sight.drawing.unread.append(name)
                sign = "\ufffd"
            glyph = glyph._replace(text=sign)
        glyphs.append(glyph)
    return run._replace(glyphs=glyphs)


def _is_private(text: str) -> bool:
    return len(text) == 1 and (text in _PLACEHOLDERS or "\ue000" <= text <= "\uf8ff")
