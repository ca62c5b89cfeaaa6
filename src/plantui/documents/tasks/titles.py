"""What a task's own title says of when and how much, beside its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plantui.documents.fields.deadlines import read_deadlines
from plantui.documents.fields.indicators import read_indicators
from plantui.documents.period import Period
from plantui.documents.reading import Doubt, ReadDeadline, ReadIndicator
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.tasks import FoundTask
from plantui.documents.traced import TracedText


@dataclass(frozen=True, slots=True)
class TitleRead:
    """The dates and targets of a title that its task's text does not repeat, and what is doubtful about them."""

    deadlines: tuple[ReadDeadline, ...] = ()
    indicators: tuple[ReadIndicator, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def title_of_its_own(found: FoundTask, body: TracedText) -> TracedText | None:
    """The title of a task where it stands outside the task's text; None where it is a part of that or all there is."""
    return found.heading.title if found.heading.is_own and body.text else None


@rule(Stage.INDICATORS)
def read_title(
    title: TracedText,
    deadlines: Sequence[ReadDeadline],
    indicators: Sequence[ReadIndicator],
    period: Period,
) -> TitleRead:
    """新建自行车道30公里。到2025年6月底前完成。: the title says how much (and perhaps when), as the text would. What the text
    says too is said once; a figure without a date of its own takes the only day of the task."""
    dated, doubts = read_deadlines(title, period)
    days = {one.due for one in deadlines}
    own = tuple(one for one in dated if one.due not in days)
    days |= {one.due for one in own}
    measured, more = read_indicators(title, dated, period)
    only_day = days.pop() if len(days) == 1 else None
    said = {(one.value, one.unit) for one in indicators}
    targets = tuple(
        replace(one, due=one.due or only_day) for one in measured if (one.value, one.unit) not in said
    )
    return TitleRead(own, targets, (*doubts, *more))
