"""What a web page puts around a document: its way there, its tools, its imprint."""

from __future__ import annotations

from typing import NamedTuple

from plantui.documents.languages.zh import ZH
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numbering import decimal_number, number_of

from .card_labels import card_labels, label_of
from .lines import Line
from .role_signs import has_clause

_HEAD_LINES = 40
_TAIL_LINES = 80
_LONGEST = 120


class WebFurniture(NamedTuple):
    """Lines around a document, by their places among all lines."""

    own: frozenset[int]
    """Lines that are a page's own."""
    between: frozenset[int]
    """Lines left out with those, though nothing says what they are."""


@rule(Stage.REPAIR)
def web_furniture(lines: list[Line], tables_end: int = 0) -> WebFurniture:
    """What a web page puts before a document (您的位置：首页 > …, its menu) and after it (【打印】【关闭】, 相关解读,
    主办单位 … ICP备) is no part of it: after it, from the first such line on where no text of a document follows, which
    is an item with a number, a line that says who or until when or has a label of cards, a sentence of some
    length, or a table of tasks (the last one ends at `tables_end`). A line of tools (字体：大 中 小, 责任编辑：…,
    浏览次数：…) is the page's wherever it stands. What stands between the lines of the foot and is none of them
    is not understood, and doubtful."""
    labels = card_labels(lines)
    text = [index for index, line in enumerate(lines) if _is_text(line) or label_of(line.words) in labels]
    own = (_before(lines) - set(text)) | _inside(lines, text)
    foot = _foot(lines, text[-1] if text else -1, tables_end)
    between = {index for index in foot if not _is_of_foot(lines[index].words)}
    return WebFurniture(frozenset((own | foot) - between), frozenset(between))


def _before(lines: list[Line]) -> set[int]:
    return {
        index
        for index, line in enumerate(lines[:_HEAD_LINES])
        if ZH.WEB_PLACE.match(line.words)
        or _is_menu(line.words)
        or (ZH.WEB_TOOLS.match(line.words) and not ZH.WEB_SAYS_SOMETHING.search(line.words))
    }


def _is_menu(text: str) -> bool:
    words = text.split()
    menu = sum(ZH.WEB_MENU.match(word) is not None for word in words)
    return (menu >= 2 and menu * 2 >= len(words)) or (menu > 0 and len(words) == 1)


def _inside(lines: list[Line], text: list[int]) -> set[int]:
    """Lines of tools between the first and the last text of the document."""
    return (
        {index for index in range(text[0], text[-1]) if ZH.WEB_OWN.match(lines[index].words)}
        if text
        else set()
    )


def _foot(lines: list[Line], last_text: int, tables_end: int) -> set[int]:
    """The lines from the first mark on behind which no part of the document comes; a role line is one only beside another."""
    first = max(last_text + 1, len(lines) - _TAIL_LINES)
    tail = [at for at in range(first, len(lines)) if lines[at].text.offsets[0] >= tables_end]
    marks = [at for at in tail if _marks_end(lines[at].words)]
    own = [at for at in marks if not ZH.WEB_OWNER.match(lines[at].words)]
    for start in marks:
        if any(start <= at <= start + 6 for at in own):
            return set(range(start, len(lines)))
    return set()


def _marks_end(text: str) -> bool:
    return len(text) <= _LONGEST and bool(
        ZH.WEB_IMPRINT.search(text) or ZH.WEB_AFTER.match(text) or ZH.WEB_TOOLS.match(text)
    )


def _is_of_foot(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    is_beside = ZH.WEB_LINK.search(text) or ZH.WEB_BESIDE_IMPRINT.match(text) or ZH.WEB_OWN.match(text)
    return _marks_end(text) or is_beside is not None or _is_menu(text)


def _is_text(line: Line) -> bool:
    """A line that only a document has: an item with a number, what says who does something or until when, and a
    sentence of some length."""
    text = line.words
    if ZH.WEB_OWN.match(text) or (len(text) <= _LONGEST and ZH.WEB_IMPRINT.search(text)):
        return False
    if number_of(text) is not None or decimal_number(text) is not None:
        return ZH.WEB_LINK.search(text) is None
    if ZH.WEB_DUE.search(text) or (has_clause(text) and not ZH.WEB_OWNER.match(text)):
        return True
    return len(text) > 20 and text.endswith("。") and not _marks_end(text)
