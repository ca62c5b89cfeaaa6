"""What is due by a date: the words of the document after it, or around it."""

from __future__ import annotations

from plantui.documents.languages.zh import ZH
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.dates import DatedPhrase

_LONGEST = 1000
"""A clause is never longer, so a text without marks is not searched to its end for each date."""


@rule(Stage.DEADLINES)
def clause_range(text: str, found: DatedPhrase, following: int) -> tuple[int, int]:
    """What is due runs from behind the date to the end of the sentence, to a semicolon, or to the next date. Where the
    date stands inside its clause (…工程要于2023年年底前建成) it is the whole clause with its subject."""
    end = _sentence_end(text, found.end)
    listed = ZH.DUE_CLAUSES_LISTED.match(text[found.end : end])
    head = found.end + (listed.end() if listed else 0)
    if head < following < end:
        comma = max(text.rfind("，", head, following), text.rfind("、", head, following))
        end = comma if comma > head else following
    piece = _behind_mark(text, found.start, "。；：，")
    before = ZH.DUE_CLAUSES_LISTED_BEFORE.sub("", text[piece : found.start].strip())
    if (
        before
        and not ZH.DUE_CLAUSES_HOPE.fullmatch(before)
        and before not in ("在", "于", "并", "其中", "要")
    ):
        first = _behind_mark(text, found.start, "。；：")
        if ZH.DUE_CLAUSES_WITHIN.search(before) is None:
            first = piece
        lead_in = ZH.DUE_CLAUSES_LEAD_IN.match(text[first:])
        return first + (lead_in.end() if lead_in else 0), end
    margin = ZH.DUE_CLAUSES_MARGIN.match(text[head:])
    return min(head + (margin.end() if margin else 0), end), end


def _behind_mark(text: str, at: int, marks: str) -> int:
    """Where the words begin that lead up to a place without any of these marks."""
    first = max(0, at - _LONGEST)
    return max(max(text.rfind(mark, first, at) for mark in marks) + 1, first)


def _sentence_end(text: str, at: int) -> int:
    last = min(len(text), at + _LONGEST)
    return min(
        (end for end in (text.find("。", at, last), text.find("；", at, last)) if end >= 0), default=last
    )
