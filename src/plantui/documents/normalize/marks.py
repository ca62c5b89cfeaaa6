"""Signs at the edges of lines: what ends a sentence, what begins a role, what stands alone."""

from __future__ import annotations

from plantui.documents.languages.own_words import OpenPattern
from plantui.documents.languages.zh import _generated as zh
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule

TERMINAL = compiled(
    r"[。！？；：!?;:…][”’\"）〕)】]*$|(?:[。；]|^)[（(【\[［〔](?:[^（()）]|（[^（）]*）){0,200}[）)】\]］〕][。；]?$"
)
CLAUSE_END = compiled(zh.MARKS_CLAUSE_END)
ROLE_LABEL = OpenPattern(zh.MARKS_ROLE_LABEL, "完成时限", lambda own: tuple(word for word, _ in own.labels))
HEADING_STOP = compiled(r"[。；，;!?！？]")
_HAN = "[〇○零一二三四五六七八九十]"
DATE_LINE = compiled(zh.MARKS_DATE_LINE)
NUMBER_LINE = compiled(r"^[\u4e00-\u9fff]{1,14}\s?[〔\[(（【](?:19|20)\d\d[〕\])）】]\s?第?\s?\d{1,4}\s?号$")
SIGNER = compiled(zh.MARKS_SIGNER)

_LAST_SENTENCE = compiled(r"[。；！？]\s*([^。；！？]+)$")
LONGEST_END = 500
"""How far before its end the close of a paragraph can begin."""


@rule(Stage.REPAIR)
def ends_with_label(text: str) -> bool:
    """A role label begins the paragraph or its last sentence: …建设。责任单位：市科技局. Its list needs no full stop."""
    last = _LAST_SENTENCE.search(text, max(0, len(text) - LONGEST_END))
    return bool(ROLE_LABEL.match(text) or (last and ROLE_LABEL.match(last[1].lstrip("—－- "))))
