"""The years that a document is about."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from plantui.documents.languages.zh import ZH
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numerals import whole_number


class Years(NamedTuple):
    """First and last year of a plan, None where nothing names one."""

    start: int | None = None
    end: int | None = None


_LONGEST = 15


@rule(Stage.FRONT)
def period_of(title: str, issued: date | str | None, text: str, given: int | None = None) -> Years:
    """The period stands in the title (2023—2025年, 2024年, “十四五”); else it is the year that the user names. 三年行动计划
    counts from the year of issue; else it runs from the year of issue to the last year by which the plan wants something,
    and without such a year from the first to the last year of its dates (到2025年, 2025-12-31), or of all years that it
    names but those of other documents and baselines. A document that names none is about no known year."""
    if in_title := _years_in_title(title):
        return in_title
    if given is not None:
        return Years(given, given)
    targets = [whole_number(match[1] or match[2]) for match in ZH.YEARS_TARGET.finditer(text)]
    if issued is None:
        targets += [int(match[1]) for match in ZH.YEARS_IN_FIGURES.finditer(text)]
        years = targets or [
            whole_number(match[1]) for match in ZH.YEARS_YEAR.finditer(ZH.YEARS_OTHERS.sub("", text))
        ]
        return Years(min(years), max(years)) if years else Years()
    first = issued.year if isinstance(issued, date) else int(issued[:4])
    if match := ZH.YEARS_COUNT.search(title):
        length = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}[match[1]]
        return Years(first, first + length - 1)
    later = [target for target in targets if first <= target <= first + _LONGEST]
    return Years(first, max(later, default=first))


def _years_in_title(title: str) -> Years | None:
    for pattern in (ZH.YEARS_SPAN, ZH.YEARS_SHORT_SPAN):
        if match := pattern.search(title):
            end = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
            return Years(int(match[1]), int(end))
    if match := ZH.YEARS_FIVE.search(title):
        first = 2006 + 5 * ("一二三四五六".index(match[1]))
        return Years(first, first + 4)
    if match := ZH.YEARS_YEAR.search(title):
        return Years(whole_number(match[1]), whole_number(match[1]))
    return None
