"""总体情况: how many tasks stand where, under which light, and what changed."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.export.blocks import Bar, Block, Chart, Piece, Text
from plantui.model.terms import DONE, LIGHTS_OF_FIGURES, Light, Status, TaskState
from plantui.query.stats import Figures, figures
from plantui.store.index import bits

from .figure_table import plan_table
from .telling import Telling

_OTHERS = (Status.IN_PROGRESS, Status.NOT_STARTED, Status.ONGOING, Status.DEFERRED, Status.STOPPED)
_ALWAYS_SAID = (Light.RED, Light.YELLOW)
"""Lights whose number is news though it is 0."""


def overall(telling: Telling, *, has_charts: bool) -> Iterator[Block]:
    """Yield the narrative on all tasks, and the figures of each plan where there are several."""
    yield telling.paragraph(total_sentences(telling))
    yield telling.paragraph([light_sentence(telling), *late_sentences(telling)])
    if said := [*owed_sentences(telling), *_extended(telling), *compared_sentences(telling)]:
        yield telling.paragraph(said)
    if has_charts:
        yield _chart(telling)
    if telling.has_several_plans:
        yield plan_table(telling)


def total_sentences(telling: Telling) -> Iterator[Text]:
    """Yield the sentences on how many tasks there are and how many of them are done."""
    workspace, found = telling.workspace, telling.content.summary.overall
    heading = telling.content.summary.heading
    day = telling.day(heading.as_of)
    if not found.total:
        yield telling.say("reports.total.none", day=day, subject=telling.subject)
        return
    whole = bits.union(workspace.plan_sets.of_plan(plan) for plan in heading.plans)
    key = "total" if whole == telling.tasks else "total.chosen" if found.has_rate else "total.unrated"
    done = telling.tasks & workspace.done
    yield telling.say(
        f"reports.{key}",
        day=day,
        subject=telling.subject,
        total=telling.count("total", telling.tasks),
        done=telling.count("done", done),
        rate=telling.share("rate", found.rate, done),
    )
    if closed := telling.tasks & workspace.statuses[Status.CLOSED]:
        yield telling.say("reports.closed", count=telling.count("closed", closed))
    others = [
        telling.say(f"reports.others.{status.value}", count=telling.count(f"status_{status.value}", tasks))
        for status in _OTHERS
        if (tasks := telling.tasks & workspace.statuses[status])
    ]
    if others:
        yield telling.say("reports.others", parts=telling.enumerated(others))


def light_sentence(telling: Telling) -> Text:
    """Return the sentence on how many tasks are under which light."""
    lights = telling.workspace.lights
    parts = [
        telling.say(f"reports.light.{light.value}", count=telling.count(f"light_{light.value}", tasks))
        for light in LIGHTS_OF_FIGURES
        if (tasks := telling.tasks & lights[light]) or light in _ALWAYS_SAID
    ]
    return telling.say("reports.lights", parts=telling.enumerated(parts))


def late_sentences(telling: Telling) -> Iterator[Text]:
    """Yield how many tasks are overdue and behind, and of how many nobody can say whether they are behind."""
    overdue = telling.count("overdue", telling.overdue)
    with_percent, without_years = telling.workspace.with_percent, telling.workspace.without_years
    untimed = telling.still_open & with_percent & without_years & ~telling.overdue
    if telling.content.summary.overall.behind is None:
        yield telling.say("reports.late.no_years" if untimed else "reports.late.unknown", overdue=overdue)
        return
    yield telling.say("reports.late", overdue=overdue, behind=telling.count("behind", telling.behind))
    unknown = telling.still_open & ~with_percent & ~telling.overdue
    if unknown:
        yield telling.say("reports.late.some_unknown", count=telling.count("no_percent", unknown))
    if untimed:
        yield telling.say("reports.late.some_no_years", count=telling.count("no_years", untimed))


def owed_sentences(telling: Telling) -> Iterator[Text]:
    """Yield what remains to be reported for the current period, and on which plans nothing does yet."""
    workspace = telling.workspace
    period = telling.period(workspace.period)
    owed, nobody = telling.owed, telling.owed_by_nobody
    if not owed and not nobody and telling.tasks & ~workspace.ahead:
        yield telling.say("reports.owed.none", period=period)
    if owed:
        yield telling.say(
            "reports.owed",
            period=period,
            count=telling.count("owed", owed),
            departments=telling.figure("owing_departments", str(len(telling.owing)), owed),
        )
    if nobody:
        key = "owed.nobody" if owed else "owed.only_nobody"
        yield telling.say(f"reports.{key}", count=telling.count("owed_by_nobody", nobody))
    for plan in telling.plans_ahead:
        facts = {"plan": plan.title, "issued": plan.in_force_from}
        yield telling.say("reporting.not_in_force", **facts, period=period)


def _extended(telling: Telling) -> Iterator[Text]:
    times = telling.content.summary.overall.extensions
    if not times:
        return
    tasks = telling.tasks & bits.union(telling.workspace.extended.values())
    yield telling.say(
        "reports.extended",
        count=telling.figure("extensions", str(times), tasks),
        tasks=telling.count("extended", tasks),
    )


def compared_sentences(telling: Telling) -> Iterator[Text]:
    """Yield what has changed since the time that the report compares with (较上期)."""
    before = telling.content.before
    if before is None:
        return
    then, now = figures(before.then, telling.tasks), telling.content.summary.overall
    sets = {
        "done": (before.then.done, telling.workspace.done),
        "overdue": (before.then.states[TaskState.OVERDUE], telling.workspace.states[TaskState.OVERDUE]),
        "red": (before.then.lights[Light.RED], telling.workspace.lights[Light.RED]),
    }
    parts: list[Text] = []
    for name, (earlier, later) in sets.items():
        change = _number(now, name) - _number(then, name)
        how = "same" if not change else "more" if change > 0 else "fewer"
        changed = (earlier ^ later) & telling.tasks
        facts: dict[str, Piece] = (
            {"count": telling.figure(f"{name}_change", str(abs(change)), changed)} if change else {}
        )
        parts.append(telling.say(f"reports.{how}.{name}", **facts))
    yield telling.say("reports.compared", day=telling.day(before.day), parts=telling.enumerated(parts))


def _number(found: Figures, name: str) -> int:
    if name == "done":
        return sum(found.statuses[status] for status in DONE)
    return found.overdue if name == "overdue" else found.lights[Light.RED]


def _chart(telling: Telling) -> Chart:
    lights = telling.workspace.lights
    bars = [
        Bar(telling.words(f"export.light.{light.value}"), count, str(count), light)
        for light in LIGHTS_OF_FIGURES
        if (count := (telling.tasks & lights[light]).bit_count())
    ]
    return telling.chart("reports.chart.lights", bars)
