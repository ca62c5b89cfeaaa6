"""A paragraph of an OpenDocument file as it is shown: its words, and what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plantui.documents.patterns import compiled

from ...source import MarkKind
from ..content import Remark
from .parts import DRAW, LINK, OFFICE, TEXT, OpenDocument, whole
from .styles import PLAIN, Look, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = re.compile(r"[ \t\r\n]+")
_HARD_HYPHEN = "\u2011"
"""A hyphen at which no line breaks: the page shows it as any other."""
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}non-breaking-hyphen": "-"}
_NO_WORDS = frozenset(
    (f"{OFFICE}annotation", f"{TEXT}ruby-text", f"{TEXT}tracked-changes", f"{TEXT}number", f"{DRAW}image")
)
"""Remarks, readings above characters, deleted words, numbers that stand before the paragraph."""
_SIZE = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_LENGTH = compiled(r"(\d+(?:\.\d+)?)(mm|cm|in|pt)")
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}
_LEAST_SIDE = 30.0
"""Millimetres across and down from which on a picture may show words."""
_OBJECTS = (f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin")
_MOST_BLANKS = 200


@dataclass(slots=True)
class Paragraph:
    """What a paragraph holds."""

    text: str = ""
    remarks: list[Remark] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    """Text boxes and shapes anchored in it."""
    notes: list[_Element] = field(default_factory=list)
    """The bodies of the footnotes and endnotes that it refers to."""


class ParagraphReader:
    """Reads the paragraphs of a document."""

    def __init__(self, document: OpenDocument, styles: Styles) -> None:
        self._document = document
        self._styles = styles

    def read(self, paragraph: _Element, around: Look = PLAIN) -> Paragraph:
        """Return what is shown of a paragraph; `around` is the look of what it stands in."""
        look = self._styles.look("paragraph", paragraph.get(f"{TEXT}style-name")).over(around)
        walk = _Walk(self._document, self._styles)
        walk.into(paragraph, look)
        return walk.ended()


class _Walk:
    def __init__(self, document: OpenDocument, styles: Styles) -> None:
        self._document = document
        self._styles = styles
        self._found = Paragraph()
        self._pieces: list[str] = []
        self._is_hidden = False
        """Whether a field hides the paragraph as a whole."""
        self._after_blank = True
        self._left_out = -1
        """How many words had been kept when some were left out: those left out next to each other are one remark."""

    def ended(self) -> Paragraph:
        """Return what was found."""
        found = self._found
        found.text = "".join(self._pieces)
        if self._is_hidden and found.text.strip():
            found.remarks.append(Remark(MarkKind.HIDDEN, found.text))
            found.text = ""
        return found

    def into(self, element: _Element, look: Look) -> None:
        """Take what stands in an element."""
        self._words(element.text, look)
        for child in element:
            self._take(child, look)
            self._words(child.tail, look)

    def _take(self, child: _Element, look: Look) -> None:
        tag = child.tag
        if tag in _SIGNS:
            self._say(_SIGNS[tag], look)
        elif tag == f"{TEXT}s":
            self._say(" " * min(whole(child.get(f"{TEXT}c"), 1), _MOST_BLANKS), look)
        elif tag == f"{TEXT}span":
            self.into(child, self._styles.look("text", child.get(f"{TEXT}style-name")).over(look))
        elif tag == f"{TEXT}note":
            self._found.notes += child.iterfind(f"{TEXT}note-body")
        elif tag == f"{TEXT}hidden-text":
            is_hidden = child.get(f"{TEXT}is-hidden") == "true"
            words = child.get(f"{TEXT}string-value") or child.text or ""
            self._say(words, Look(hidden=True) if is_hidden else look)
        elif tag == f"{TEXT}hidden-paragraph":
            self._is_hidden = self._is_hidden or child.get(f"{TEXT}is-hidden") == "true"
        elif isinstance(tag, str) and tag.startswith(DRAW):
            self._drawn(child)
        elif tag not in _NO_WORDS and isinstance(tag, str):
            self.into(child, look)

    def _drawn(self, child: _Element) -> None:
        """Take a drawing: its words are a box beside the paragraph, an object in it cannot be read."""
        objects = list(child.iter(*_OBJECTS))
        if objects:
            words = _formula(objects[0], self._document) or str(objects[0].get(LINK) or "").removeprefix("./")
            self._found.remarks.append(Remark(MarkKind.NOT_READ, words or "object"))
        elif next(child.iter(f"{TEXT}p", f"{TEXT}h"), None) is not None:
            self._found.boxes.append(child)
        elif child.find(f"{DRAW}image") is not None and _is_large(child):
            self._found.remarks.append(Remark(MarkKind.PICTURE))

    def _words(self, text: str | None, look: Look) -> None:
        """Take written words: blanks and line ends of the file are one blank, at the beginning none."""
        words = _SPACE.sub(" ", text or "").replace(_HARD_HYPHEN, "-")
        self._say(words[1:] if self._after_blank and words.startswith(" ") else words, look)

    def _say(self, words: str, look: Look) -> None:
        if not words:
            return
        self._after_blank = words.endswith((" ", "\n"))
        kind = look.kind
        if kind is None:
            self._pieces.append(words)
            return
        remarks, place = self._found.remarks, len(self._pieces)
        if remarks and remarks[-1].kind is kind and self._left_out == place:
            remarks[-1] = remarks[-1]._replace(words=remarks[-1].words + words)
        elif words.strip():
            remarks.append(Remark(kind, words))
        self._left_out = place


def _is_large(frame: _Element) -> bool:
    """Return whether a picture may show words."""
    sides = [_LENGTH.fullmatch(str(frame.get(f"{_SIZE}{side}") or "")) for side in ("width", "height")]
    return all(side and float(side[1]) * _MILLIMETRES[side[2]] >= _LEAST_SIDE for side in sides)


def _formula(element: _Element, document: OpenDocument) -> str:
    """Return a formula in the words in which it was typed; empty for an object that is none, or that has none."""
    root: _Element | None = element
    if document.parts is not None:
        path = str(element.get(LINK) or "").removeprefix("./").rstrip("/")
        root = document.parts.tree(f"{path}/content.xml")
    typed = next(root.iter("{*}annotation"), None) if root is not None else None
    return " ".join((typed.text or "").split()) if typed is not None else ""
