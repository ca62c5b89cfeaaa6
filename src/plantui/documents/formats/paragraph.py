"""A paragraph of a Word document as it is printed: words, signs, formulas, fields, and what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..source import MarkKind
from .content import Remark
from .equations import M, equation_text, field_text
from .symbols import is_symbol_font, sign_of
from .text_looks import TextLooks, is_on, is_on_value, paragraph_style
from .word_styles import W, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DROPPED = frozenset((f"{W}del", f"{W}moveFrom", f"{_COMPATIBLE}Fallback", f"{W}rPr", f"{W}pPr"))
"""Deleted by a tracked change, or a second form of what stands beside it."""
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_TEXT_BOX = f"{W}txbxContent"
_EQUATION = f"{M}oMath"
_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
"""A document of another program, of which this one holds a picture: a sheet, a formula of an older Word."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DRAWINGS = (f"{_DRAWING}inline", f"{_DRAWING}anchor")
_LEAST_AREA = 30 * 30 * 36_000**2
"""Area of a picture from which on it may show words: 30 mm by 30 mm, in square units of a drawing."""
_NOTES = (f"{W}footnoteReference", f"{W}endnoteReference")
_BRACKETS = {"round": ("（", "）"), "square": ("[", "]"), "angle": ("〈", "〉"), "curly": ("{", "}")}
"""What Word puts around words that it sets as two lines in one."""
_NAME = re.compile(r"[局委厅办院会司处队室校]$")
_READING = f"{W}rt"
"""The reading above the characters of a ruby."""


@dataclass(slots=True)
class Paragraph:
    """What a paragraph holds."""

    text: str = ""
    remarks: list[Remark] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    """Text boxes anchored in it."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The footnotes and endnotes that it refers to: the element's name and the note's id."""

    def begin_with(self, before: Paragraph) -> None:
        """Let another paragraph go on with this one."""
        self.text = before.text + self.text
        self.remarks = [*before.remarks, *self.remarks]
        self.boxes = [*before.boxes, *self.boxes]
        self.notes = [*before.notes, *self.notes]


class ParagraphReader:
    """Reads paragraphs, each once and in their order: a field may reach over several runs."""

    def __init__(self, looks: TextLooks) -> None:
        self._looks = looks

    def read(self, paragraph: _Element) -> Paragraph:
        """Return what is printed of a paragraph."""
        return _Walk(self._looks, paragraph_style(paragraph)).through(paragraph)


class _Walk:
    def __init__(self, looks: TextLooks, style: str) -> None:
        self._looks = looks
        self._style = style
        self._found = Paragraph()
        self._pieces: list[str] = []
        self._left_out: MarkKind | None = None
        """Why the words at hand do not count."""
        self._instructions: list[str] = []
        """What the fields at hand are to show, the innermost last; empty for one whose result has begun."""
        self._last = -1
        """How many words had been kept when some were left out: those left out next to each other are one remark."""

    def through(self, paragraph: _Element) -> Paragraph:
        waiting = list(reversed(paragraph))
        while waiting:
            child = waiting.pop()
            if child.tag == f"{W}r":
                self._left_out = self._looks.kind_of(child, self._style)
            self._take(child, waiting)
        self._found.text = "".join(self._pieces)
        return self._found

    def _take(self, child: _Element, waiting: list[_Element]) -> None:
        tag = str(child.tag)
        if tag == f"{W}t":
            self._say(_on_two_lines(child, _in_font(child, self._found)))
        elif tag in _SIGNS:
            self._say(_SIGNS[tag])
        elif tag == _EQUATION:
            self._left_out = (
                None  # it stands beside the runs: what the one before looks like says nothing of it
            )
            self._say(equation_text(child))
        elif tag == f"{W}sym":
            self._say(_sign(child, self._found))
        elif tag == f"{W}fldChar":
            self._field(child)
        elif tag == f"{W}instrText":
            if self._instructions:
                self._instructions[-1] += child.text or ""
        elif tag == _TEXT_BOX:
            self._found.boxes.append(child)
        elif tag in _NOTES:
            self._found.notes.append((tag.removeprefix(W), str(child.get(f"{W}id") or "")))
        elif tag in _DRAWINGS and _is_large_picture(child):
            self._found.remarks.append(Remark(MarkKind.PICTURE))
        elif tag == _OBJECT:
            self._found.remarks.append(Remark(MarkKind.NOT_READ, str(child.get("ProgID") or "object")))
        elif tag not in DROPPED and tag != _READING:
            waiting += reversed(child)

    def _field(self, child: _Element) -> None:
        kind = child.get(f"{W}fldCharType")
        if kind == "begin":
            self._say(_filled_in(child))
            self._instructions.append("")
        elif kind == "separate" and self._instructions:
            self._instructions[-1] = ""
        elif kind == "end" and self._instructions:
            instruction = self._instructions.pop()
            shown = field_text(instruction)
            if shown is None:
                self._found.remarks.append(Remark(MarkKind.NOT_READ, instruction.strip()))
            else:
                self._say(shown)

    def _say(self, words: str) -> None:
        if self._left_out is None:
            self._pieces.append(words)
            return
        remarks = self._found.remarks
        place = len(self._pieces)
        if words.strip() and remarks and remarks[-1].kind is self._left_out and self._last == place:
            remarks[-1] = remarks[-1]._replace(words=remarks[-1].words + words)
        elif words.strip():
            remarks.append(Remark(self._left_out, words))
        self._last = place


def _filled_in(field: _Element) -> str:
    """Return what somebody has chosen in a field of a form: a box with or without its tick, an entry of a list."""
    box = field.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        chosen = box.find(f"{W}checked")
        return "☑" if is_on(chosen if chosen is not None else box.find(f"{W}default")) else "☐"
    choice = field.find(f"{W}ffData/{W}ddList")
    if choice is None:
        return ""
    entries = [value_of(one) for one in choice.iter(f"{W}listEntry")]
    number = value_of(choice.find(f"{W}result")) or value_of(choice.find(f"{W}default")) or "0"
    return entries[int(number)] if number.isdecimal() and int(number[:4]) < len(entries) else ""


def _is_large_picture(drawing: _Element) -> bool:
    """Return whether a drawing has no words of its own and may show some: a picture, a chart, a diagram."""
    if next(drawing.iter(_TEXT_BOX), None) is not None:
        return False
    size = drawing.find(f"{_DRAWING}extent")
    sides = [str(size.get(side) or "") if size is not None else "" for side in ("cx", "cy")]
    return all(side.isdecimal() for side in sides) and int(sides[0]) * int(sides[1]) >= _LEAST_AREA


def _in_font(element: _Element, found: Paragraph) -> str:
    """Return the words of a run, in the font that it is written in."""
    text = element.text or ""
    run = element.getparent()
    font = run.find(f"{W}rPr/{W}rFonts") if run is not None else None
    if font is None:
        return text
    name = str(font.get(f"{W}ascii") or font.get(f"{W}hAnsi") or "")
    if not is_symbol_font(name):
        return text
    return "".join(_known(name, ord(sign), found) for sign in text)


def _on_two_lines(element: _Element, text: str) -> str:
    """Return the words of a run that is set as two small lines in one (双行合一), with the brackets that stand around them;
    two names, one to a line, are told apart."""
    run = element.getparent()
    layout = run.find(f"{W}rPr/{W}eastAsianLayout") if run is not None else None
    if run is None or layout is None or not is_on_value(layout.get(f"{W}combine")):
        return text
    middle = len(text) // 2
    if len(text) % 2 == 0 and all(_NAME.search(half) for half in (text[:middle], text[middle:])):
        text = f"{text[:middle]} {text[middle:]}"
    opening, closing = _BRACKETS.get(str(layout.get(f"{W}combineBrackets") or "none"), ("", ""))
    words = run.findall(f"{W}t")
    return (opening if element is words[0] else "") + text + (closing if element is words[-1] else "")


def _sign(element: _Element, found: Paragraph) -> str:
    written = str(element.get(f"{W}char") or "")
    try:
        return _known(str(element.get(f"{W}font") or ""), int(written, 16), found)
    except ValueError:
        return ""


def _known(font: str, place: int, found: Paragraph) -> str:
    """Return a sign; one that is not known is said, and the usual sign for it stands there."""
    sign = sign_of(font, place)
    if sign is None and place > 0xFF and not 0xE000 <= place <= 0xF8FF:
        return chr(place)  # a character of its own: the font has no part in it
    if sign is None:
        found.remarks.append(Remark(MarkKind.NOT_READ, f"{font} {place:04X}"))
        return "\ufffd"
    return sign
