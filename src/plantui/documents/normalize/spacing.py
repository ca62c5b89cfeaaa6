"""Blanks that the page set and the language does not: Chinese is written without them."""

from __future__ import annotations

import re

from plantui.documents.languages.zh import _generated as zh
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

_WIDE = "\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef—…“”‘’·•Ⅰ-Ⅻ％"
_BLANK = r"[\s\u00a0\u3000]+"
_BESIDE_WIDE = compiled(rf"(?<=[{_WIDE}]){_BLANK}|(?<!\s){_BLANK}(?=[{_WIDE}])")
_IN_DECIMAL = compiled(rf"(?<=\d){_BLANK}(?=[.．]\s?\d)|(?<=\d[.．]){_BLANK}(?=\d)")
_BEFORE_MARK = compiled(rf"(?<=\d){_BLANK}(?=[%‰,;:)\]])|(?<=[(\[]){_BLANK}|(?<=[,;:]){_BLANK}(?=\d+[)\]])")
_AROUND_DASH = compiled(rf"(?<=\d){_BLANK}(?=[-–~～]\s?\d)|(?<=\d[-–~～]){_BLANK}(?=\d)")
_MANY = compiled(r"(?<=\s)\s+")
_FOREIGN = compiled(zh.SPACING_FOREIGN, re.IGNORECASE)
_FOREIGN_TWIN = {"and": "和", "or": "或", "及び": "及", "および": "及", "und": "和", "et": "和"}


@rule(Stage.REPAIR)
def without_blanks(text: TracedText) -> TracedText:
    """Blanks beside a Chinese character or full-width mark, around the point of a decimal (2. 45), before ％ and
    inside a range of figures (1 - 2) are dropped; between two Latin words one stays."""
    if " " not in text.text and "\u3000" not in text.text and not _BESIDE_WIDE.search(text.text):
        return text
    for pattern in (_BESIDE_WIDE, _IN_DECIMAL, _BEFORE_MARK, _AROUND_DASH, _MANY):
        text = text.without(pattern)
    return text


@rule(Stage.REPAIR)
def without_foreign_words(text: TracedText) -> TracedText:
    """A lone word of another language between two Chinese words, set off by blanks, was left by a converter; `and` and
    `or` become 和 and 或, any other is dropped."""
    parts: list[TracedText] = []
    at = 0
    for match in _FOREIGN.finditer(text.text):
        word = text[match.start() : match.end()].strip()
        twin = _FOREIGN_TWIN.get(match[1].lower(), "")
        parts += [text[at : match.start()], TracedText(twin, word.offsets[: len(twin)])]
        at = match.end()
    return TracedText.join([*parts, text[at:]]) if at else text
