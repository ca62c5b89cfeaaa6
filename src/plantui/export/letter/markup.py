"""WordprocessingML as text: runs, paragraphs, bookmarks. Whatever a text holds, it stays text."""

from __future__ import annotations

import re

from plantui.model.text import TURNING_CLASS, with_visible_controls

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_AMBIGUOUS = re.compile("[“”‘’…—–·×°±§→①-⑳Ⅰ-ⅿ]")
"""Characters that a word processor takes from the Latin font unless it is told that the text is Chinese."""
_HINT = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
_LAYOUT = re.compile("[\t\n]")
_MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NO_CHARACTERS = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
"""Codes that XML cannot hold, though they are no control characters."""
_PLAIN = re.compile(rf"[^\x00-\x1f&<>\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff{TURNING_CLASS}]*")
"""Nearly every text, which needs no more looking at."""


def escaped(text: str) -> str:
    """Return a text for the content of an element; control characters come as visible signs."""
    if _PLAIN.fullmatch(text):
        return text
    return printable(text).translate(_MARKS)


def printable(text: str) -> str:
    """Return a text with what XML cannot hold as visible signs."""
    return with_visible_controls(text).translate(_NO_CHARACTERS)


def attribute(text: str) -> str:
    """Return a text for the value of an attribute, between double quotes."""
    return escaped(text).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


def run(text: str, *, is_chinese: bool, properties: str = "") -> str:
    """Return a text as a run; line ends and tabs stay what they are.

    `properties` is the run's own markup of properties; `is_chinese` tells from which font quotation marks come.
    """
    if not text:
        return ""
    if not properties and is_chinese and _AMBIGUOUS.search(text):
        properties = _HINT
    body = escaped(text)
    if not _LAYOUT.search(body):
        return f'<w:r>{properties}<w:t xml:space="preserve">{body}</w:t></w:r>'
    pieces = re.split("([\t\n])", body)
    inner = "".join(
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces if piece
    )
    return f"<w:r>{properties}{inner}</w:r>"


_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def paragraph(style: str, runs: str, properties: str = "") -> str:
    """Return a paragraph in a style, named by its id."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def bookmarked(runs: str, name: str, number: int) -> str:
    """Return runs between the two ends of a bookmark; names and numbers are unique in a document."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{attribute(name)}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
    )
