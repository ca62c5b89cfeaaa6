"""What a cell says, once the breaks of its lines, the marks of its format and the signs for nothing are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.lines import without_markup
from plantui.documents.normalize.names_apart import list_apart
from plantui.documents.normalize.typography import typeset
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import Likeness, likeness
from plantui.documents.tokens.widths import folded
from plantui.documents.traced import TracedText

from .table import in_words

_BREAK = compiled(r"\s*(?:\n|\\n(?![A-Za-z])|<br\s*/?>)\s*")
"""A line end, also as converters write it into one line."""


@rule(Stage.TABLES)
def says_nothing(text: str) -> bool:
    """无, a dash or a slash alone leave a cell empty."""
    return ZH.TABLES_NOTHING.match(text) is not None


@rule(Stage.TABLES)
def is_ditto(text: str) -> bool:
    """同上, 〃 and ″ say again what stands above in the same column."""
    return ZH.TABLES_DITTO.match(text) is not None


def plain(cell: TracedText) -> TracedText:
    """A cell of words: line ends are wraps, but for those before the next item of an enumeration."""
    return _cleaned(cell, _items_stay)


def names(cell: TracedText) -> TracedText:
    """A cell of departments: a line end or a blank parts two names where one is whole before it and one begins behind it."""
    return _cleaned(list_apart(cell), parts_names)


def dates(cell: TracedText) -> TracedText:
    """A cell of time limits: a line end parts two dates."""
    return _cleaned(cell, parts_dates)


def _cleaned(cell: TracedText, separates: Callable[[str, str], str]) -> TracedText:
    text = without_markup(_joined([piece.strip() for piece in cell.split(_BREAK)], separates))
    text = typeset(text).strip()
    return text[:0] if says_nothing(text.text) else text


def _joined(lines: Sequence[TracedText], separates: Callable[[str, str], str]) -> TracedText:
    parts: list[TracedText] = []
    before = ""
    for line in lines:
        if not line.text:
            continue
        mark = separates(before, line.text) if parts else ""
        if mark:
            line = in_words(line, before=mark)
        parts.append(line)
        before += line.text
    return TracedText.join(parts)


def _items_stay(before: str, after: str) -> str:
    """A mark between the items of an enumeration whose lines end without one; a blank between Latin words."""
    if ZH.TABLES_ITEM.match(after) and not ZH.TABLES_MARK_LAST.search(before):
        return "；"
    return " " if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() else ""


@rule(Stage.TABLES)
def parts_names(before: str, after: str) -> str:
    """A line end in a cell of departments parts names (市财政局⏎市民政局) where the line before ends with a whole name or a
    role verb and the next begins like a name; else the page cut a name in two (市人⏎社局) and it is joined."""
    if ZH.TABLES_MARK_LAST.search(before) or ZH.TABLES_MARK_FIRST.match(after):
        return ""
    if ZH.TABLES_CELL_LABEL.match(after):
        return "；"
    last = ZH.TABLES_VERB_BEHIND.sub("", compiled(r"[、，；。：\s]").split(folded(before))[-1])
    bare = compiled(r"（[^（）]*）$").sub("", last)
    following = compiled(r"[、，；。：（\s]").split(folded(after))[0]
    whole = likeness(bare) is Likeness.STRONG or (likeness(bare) is Likeness.WEAK and len(bare) > 3)
    begins = likeness(ZH.TABLES_VERB_BEHIND.sub("", following)) is not Likeness.NONE and (
        len(following) > 2 or following.startswith("各")
    )
    if not whole or not begins:
        return ""
    glued = likeness(bare + following) is Likeness.STRONG and not ZH.TABLES_LEVEL.match(following)
    return "" if glued and len(following) < 4 else "、"


@rule(Stage.TABLES)
def parts_dates(before: str, after: str) -> str:
    """A line end in a cell of time limits parts two dates (6月底前…⏎12月底前…) and no others."""
    if ZH.TABLES_MARK_LAST.search(before) or ZH.TABLES_MARK_FIRST.match(after):
        return ""
    is_cut = ZH.TABLES_DATE_CUT.search(before) and not (before.endswith("年") and after.startswith("20"))
    return "；" if ZH.TABLES_DATE_START.match(after) and not is_cut else ""
