"""Names of departments that only blanks keep apart, before the blanks of the page are dropped."""

from __future__ import annotations

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

_LIST = compiled(r"(?:^|[；;\s])[\u4e00-\u9fff]{2,4}(?:单位|部门|主体)\s?[：:]\s*(?P<names>[^：:；;。]+)")
_MARK = compiled(r"[、，,]")
_BLANK = compiled(r"(?<=[局委办厅部署会院所站队校社司行团）)])[ \u00a0\u3000\t]+(?=[\u4e00-\u9fff]{2})")
_BODY = compiled(r"(?:局|委|办|厅|部|署|会|院|所|站|队|校|社|公司|行|团)(?:[（(][^（()）]*[）)])?$")
_LEAST = 3
"""A list of two names may be one name that the page cut."""


@rule(Stage.REPAIR)
def names_apart(text: TracedText) -> TracedText:
    """责任单位：市水利局 市财政局 市林业局: where a role's list has no other mark, and all that stands between its blanks
    ends like a body, the blanks are its commas."""
    places: list[int] = []
    for match in _LIST.finditer(text.text):
        names = match["names"].strip()
        if _MARK.search(names):
            continue
        parts = _BLANK.split(names)
        if len(parts) >= _LEAST and all(_BODY.search(part) for part in parts):
            places += [match.start("names") + at.start() for at in _BLANK.finditer(match["names"])]
    if not places:
        return text
    pieces: list[TracedText] = []
    at = 0
    for place in places:
        pieces += [text[at:place], TracedText.implied("、", text.offsets[place])]
        at = place + 1
    return TracedText.join([*pieces, text[at:]])
