"""下一步措施: what follows from the figures, and the steps that departments announce for tasks with a warning."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.export.blocks import Block, Heading, Text
from plantui.model.indicator_state import IndicatorState
from plantui.model.light import WARNED_STATES
from plantui.model.terms import TaskState
from plantui.store.index import bits

from .problems import in_points, quoted
from .telling import Telling


def next_steps(telling: Telling) -> Iterator[Block]:
    """Yield the steps that follow from the figures, in a circular as demands, then those that departments announce."""
    manner = "ask" if telling.content.form.is_downward else "step"
    following = [*_following(telling, manner)]
    yield from in_points(telling, following or [telling.say(f"reports.{manner}.none")])
    states = telling.workspace.states
    warned = telling.tasks & bits.union(states[state] for state in WARNED_STATES)
    told = [*quoted(telling, warned, lambda content: content.next_steps)]
    if not told:
        return
    yield Heading(telling.words("reports.next_steps.told"), 2)
    yield from told
    others = (notes for pk, notes in telling.noted.items() if not warned >> pk & 1)
    if any(note.content.next_steps.strip() for notes in others for note in notes):
        yield telling.paragraph([telling.say("reports.steps.rest")])


def _following(telling: Telling, manner: str) -> Iterator[Text]:
    if telling.overdue:
        yield telling.say(f"reports.{manner}.overdue", count=telling.count("step_overdue", telling.overdue))
    if telling.behind:
        yield telling.say(f"reports.{manner}.behind", count=telling.count("step_behind", telling.behind))
    if near := telling.tasks & telling.workspace.states[TaskState.DUE_SOON]:
        yield telling.say(f"reports.{manner}.due_soon", count=telling.count("step_due_soon", near))
    if telling.owing:
        yield telling.say(
            f"reports.{manner}.missing",
            departments=telling.figure("step_owing", str(len(telling.owing)), telling.owed),
            period=telling.period(telling.workspace.period),
        )
    if telling.indicators.states()[IndicatorState.NOT_REPORTED]:
        count = telling.indicator_count(IndicatorState.NOT_REPORTED)
        yield telling.say(f"reports.{manner}.no_value", count=count)
