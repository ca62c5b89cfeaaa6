"""Ages of reports in words: which have passed the target or the limit of their plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plantui.model.report_age import AgedReport, ReportAge, ReportMarks

from .catalogue import Words


class AgedPart(NamedTuple):
    """The reports that have passed one mark, in words."""

    passed: ReportAge
    label: str
    text: str


def aged_parts(words: Words, marks: ReportMarks, aged: Iterable[AgedReport]) -> Iterator[AgedPart]:
    """Yield each mark that was passed, and by whom: 报送超限 市水利局 80 天，上限 60 天."""
    found = [*aged]
    for passed in ReportAge:
        if said := [_aged(words, one) for one in found if one.passed is passed]:
            text = words(f"reporting.aged.{passed.value}", said=words.listing(said), days=marks.of(passed))
            yield AgedPart(passed, words(f"reporting.since_kind.{passed.value}"), text)


def _aged(words: Words, one: AgedReport) -> str:
    key = "reporting.aged.never" if one.is_never else "reporting.aged.reported"
    return words(key, department=one.department or words("columns.nobody"), days=one.days)


def age_words(words: Words, age: int | None, passed: ReportAge, marks: ReportMarks) -> str:
    """Return the age of a task's last report with the mark that some report on it has passed: 80 超限.

    Where the last report itself is younger, another department's has passed it: 3 部分超限.
    """
    mark = words(f"columns.value.{passed.value}")
    if age is None:
        return mark
    key = "aged" if marks.passed(age) is passed else "partly_aged"
    return words(f"columns.value.{key}", age=age, mark=mark)
