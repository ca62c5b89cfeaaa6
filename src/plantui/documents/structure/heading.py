"""What a numbered paragraph says first: its title, with or without a full stop, and the text in the same line."""

from __future__ import annotations

from dataclasses import dataclass

from plantui.documents.languages.zh import ZH
from plantui.documents.normalize.role_signs import ROLE_LABEL, begins_with_clause, ends_with_clause, is_clause
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

_LONGEST_TITLE = 60
_LONGEST_BARE = 45
_LONGEST_WORDS = 30


@dataclass(frozen=True, slots=True, eq=False)
class Heading:
    """A title and the text that follows it in the same paragraph."""

    title: TracedText
    text: TracedText
    is_own: bool = True
    """False where the title is only the first words of the text."""


@rule(Stage.OUTLINE)
def heading_of(text: TracedText, *, goes_on: bool = False) -> Heading:
    """The title goes up to the first full stop and the text follows; a short paragraph without a full stop is a title
    and nothing else; a short run of words before a colon or a dash (学校建设——建成6所学校) is a title too. Where the
    first sentence is all there is before the departments, is too long for a title, or is alone and gives a date, a
    figure or several clauses, the item has no title of its own; where a line below it goes on (整改措施：…), it has.
    Departments in front are passed over and close the text."""
    dash = ZH.HEADING_LEADING_DASH.match(text.text)
    text = text[dash.end() :] if dash else text
    opening = begins_with_clause(text.text)
    if opening:
        behind = heading_of(text[opening:])
        return Heading(behind.title, TracedText.join([behind.text, text[:opening].strip()]), behind.is_own)
    if compiled(r"【[^【】]{2,40}】").fullmatch(text.text):
        return Heading(text[1:-1], text[len(text) :])
    stop = _first_stop(text.text)
    mark = _mark_behind_title(text.text, stop)
    if mark is not None:
        return Heading(text[: mark[0]].strip(), text[mark[1] :].strip())
    if stop is None:
        return _without_stop(text)
    end = stop + 1
    rest = text[end:].strip()
    if ends_with_clause(text.text[:end]):
        return untitled(text)
    if stop > _LONGEST_TITLE or "；" in text.text[:stop]:
        return untitled(text)
    if not rest.text and not goes_on:
        is_all = (
            stop > _LONGEST_BARE
            or ZH.HEADING_SAYS_WHEN_OR_HOW_MUCH.search(text.text)
            or text.text.count("，") > 1
        )
        return untitled(text) if is_all else Heading(text[:stop].strip(), rest)
    if is_clause(rest.text):
        return untitled(text)
    return Heading(text[:stop].strip(), rest)


@rule(Stage.OUTLINE)
def section_heading(text: TracedText) -> Heading:
    """What has items below it is headed by its first sentence, also where departments follow it."""
    stop = _first_stop(text.text)
    if stop is None or stop > _LONGEST_TITLE:
        return untitled(text)
    clause = ends_with_clause(text.text[: stop + 1])
    if clause:
        return Heading(text[:clause].strip(), text[clause:].strip())
    return Heading(text[:stop].strip(), text[stop + 1 :].strip())


def _first_stop(text: str) -> int | None:
    """The first full stop outside brackets, titles and quotations."""
    depth = 0
    for at, char in enumerate(text[:400]):
        if char in "（(《“〔":
            depth += 1
        elif char in "）)》”〕" and depth:
            depth -= 1
        elif char in "。！？" and (not depth or at > 160):
            return at
    found = ZH.HEADING_STOP.search(text)
    return found.start() if found and depth else None


def _without_stop(text: TracedText) -> Heading:
    start = ends_with_clause(text.text)
    if start:
        words = text[:start].strip()
        if len(words) > _LONGEST_BARE or "；" in words.text:
            return untitled(text)
        return Heading(words, text[start:].strip(), is_own=True)
    if len(text) > _LONGEST_TITLE:
        return untitled(text)
    return Heading(text.strip("：:；;。 " if "【" in text.text else "：:；;。 】"), text[len(text) :])


def _mark_behind_title(text: str, stop: int | None) -> tuple[int, int] | None:
    """The range of the colon or dash behind a short run of words."""
    head = text[: min(40, stop if stop is not None else 40)]
    for pattern, least in ((ZH.HEADING_COLON, 4), (ZH.HEADING_DASH, 2)):
        match = pattern.search(head)
        if not match or match.end() == len(text) or ROLE_LABEL.search(text[: match.end()]):
            continue
        words = text[: match.start()]
        if not ZH.HEADING_NO_TITLE.search(compiled(r"“[^“”]*”").sub("", words)) and least <= len(words) <= 26:
            return match.span()
    return None


@rule(Stage.OUTLINE)
def untitled(text: TracedText) -> Heading:
    """An item without a title of its own takes the first words of its text as its title, up to the first pause
    that does not only end a date, and keeps them in the text; this is marked in the plan's provenance."""
    limit = min(len(text), _LONGEST_WORDS)
    end = limit
    dated = ZH.HEADING_DATED.match(text.text)
    for match in ZH.HEADING_PAUSE.finditer(
        text.text, max(6, dated.end() if dated else 0), min(len(text), _LONGEST_WORDS + 1)
    ):
        if match.group() in "（(" or not _is_quoted(text.text[: match.start()]):
            end = match.start()
        if match.group() in "，；。！？：" and end == match.start():
            break
    return Heading(text[: _outside_quotation(text.text, end)].strip().strip("。；"), text, is_own=False)


def _is_quoted(before: str) -> bool:
    """Whether a quotation or a title is open at the end of a text."""
    return before.count("“") > before.count("”") or before.count("《") > before.count("》")


def _outside_quotation(text: str, end: int) -> int:
    """Where the first words end without cutting through a quotation: behind it where it is short, else before it."""
    if not _is_quoted(text[:end]):
        return end
    mark = "”" if text[:end].count("“") > text[:end].count("”") else "》"
    close = text.find(mark, end, end + _LONGEST_WORDS)
    start = max(text.rfind("“", 0, end), text.rfind("《", 0, end))
    return close + 1 if close >= 0 else start if start > 0 else end
