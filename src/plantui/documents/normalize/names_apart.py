"""Names of departments that only blanks keep apart, before the blanks of the page are dropped."""

from __future__ import annotations

from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.body_names import Likeness, likeness
from plantui.documents.traced import TracedText


@rule(Stage.REPAIR)
def names_apart(text: TracedText) -> TracedText:
    """责任单位：市水利局 市财政局, （市水利局牵头 市财政局配合）: blanks are the commas of a list behind a role's label, or
    of a bracket that ends in a role's verb."""
    if not ZH.NAMES_APART_BLANK.search(text.text):
        return text
    places = [
        match.start("names") + place
        for pattern in (ZH.NAMES_APART_LIST, ZH.NAMES_APART_BRACKET)
        for match in pattern.finditer(text.text)
        for place in _places(_without_label(match["names"], text.text[match.end("names") :]))
    ]
    return text.replaced(dict.fromkeys(places, "、"))


def list_apart(names: TracedText) -> TracedText:
    """A list of names with commas for the blanks that part them."""
    return names.replaced(dict.fromkeys(_places(names.text), "、"))


def _without_label(names: str, behind: str) -> str:
    """A list without the words at its end that are the label of the next one: 市水利局 配合单位：…"""
    return names[: max(names.rfind(" "), names.rfind("　"), 0)] if behind[:1] in ("：", ":") else names


@rule(Stage.REPAIR)
def _places(names: str) -> list[int]:
    """A blank parts two names where a whole one stands before it and another begins behind it: 市公安局　城东区人民政府.
    In 市 财 政 局, 市自然资源和 规划局, 市政府 办公室 and 市委 宣传部 it stands within one. Among other marks it parts
    only what begins with a level (市水利局、市财政局 市林业局)."""
    has_marks = ZH.NAMES_APART_MARK.search(names) is not None
    blanks = [*ZH.NAMES_APART_BLANK.finditer(names)]
    found: list[int] = []
    start = 0
    for index, blank in enumerate(blanks):
        before = _last(names[start : blank.start()])
        after = _following(names, [one.span() for one in blanks[index:]])
        is_spaced = (
            names[blank.start() - 2 : blank.start() - 1].isspace()
            or names[blank.end() + 1 : blank.end() + 2].isspace()
        )
        if is_spaced and not (ZH.NAMES_APART_BODY_END.search(before) and ZH.NAMES_APART_LEVEL.match(after)):
            continue
        if has_marks and not ZH.NAMES_APART_BARE_LEVEL.match(after):
            continue
        if _is_whole(before) and _begins(before, after):
            found.append(blank.start())
            start = blank.end()
    return found


def _last(before: str) -> str:
    """The last name of a list, without its verb, its note and the blanks within it."""
    last = ZH.NAMES_APART_MARK.split(before)[-1]
    return ZH.NAMES_APART_NOTE.sub("", ZH.NAMES_APART_SAID.sub("", compiled(r"\s").sub("", last)))


def _following(names: str, blanks: list[tuple[int, int]]) -> str:
    """The words behind the first blank: as many as it takes to be a name."""
    words = ""
    ends = [*(start for start, _ in blanks[1:]), len(names)]
    for (_, begin), end in zip(blanks, ends, strict=True):
        words += names[begin:end]
        first = ZH.NAMES_APART_MARK.split(words)[0]
        words_alone = ZH.NAMES_APART_NOTE.sub("", ZH.NAMES_APART_SAID.sub("", first))
        if first != words or _is_whole(words_alone):
            return words_alone
    return ZH.NAMES_APART_NOTE.sub("", ZH.NAMES_APART_SAID.sub("", words))


def _is_whole(name: str) -> bool:
    like = Likeness.STRONG if ZH.NAMES_APART_COUNCIL.search(name) else likeness(name)
    return like is Likeness.STRONG or (like is Likeness.WEAK and len(name) > 3)


def _begins(before: str, after: str) -> bool:
    """Whether a name begins, and not only the rest of the one before."""
    if not _is_whole(after) or ZH.NAMES_APART_PART.match(after):
        return False
    return ZH.NAMES_APART_LEVEL.match(after) is not None or not ZH.NAMES_APART_SEAT.search(before)
