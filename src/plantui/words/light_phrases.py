"""Sentences on warning lights: the meaning of each by the rules, and why a task has its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from plantui.model.light import LightReason
from plantui.model.light_rules import EscalationStep, LightRules
from plantui.model.terms import DONE, LIGHTS_OF_FIGURES, NEVER_LATE, Language, Light, Status, TaskState

from .catalogue import Words
from .phrases import mean_text, term

_REASONS = 1_024
"""Reasons whose sentences are remembered: very many tasks have one of a few."""
_TOGETHER = (
    ("lights.states.done", (TaskState.COMPLETED, TaskState.CLOSED)),
    ("lights.states.never_late", (TaskState.STANDING, TaskState.DEFERRED, TaskState.STOPPED)),
    ("lights.states.on_schedule", (TaskState.NOT_STARTED, TaskState.ON_SCHEDULE)),
)
"""States that have one short name where they have one colour."""


def state_term(words: Words, state: TaskState) -> str:
    """Return the field's word for a state."""
    return words(f"lights.state.{state.value}")


def light_label(words: Words, reason: LightReason) -> str:
    """Return a task's light with the state that it stands for: 红（逾期）, 黄（滞后）."""
    if reason.light is Light.NONE:
        return state_term(words, reason.state)
    return words("lights.labelled", light=term(words, reason.light), meaning=state_term(words, reason.state))


def light_name(words: Words, rules: LightRules, light: Light) -> str:
    """Return a light with the states that it stands for by the rules: 红（逾期、严重滞后）."""
    meaning = words.listing(_short_names(words, rules, light))
    if light is Light.NONE or not meaning:
        return meaning or term(words, light)
    return words("lights.labelled", light=term(words, light), meaning=meaning)


def light_meanings(words: Words, rules: LightRules, light: Light) -> list[str]:
    """Return what a light means by the rules, a sentence for each of its states and steps."""
    states = [state for state, colour in rules.lights if colour is light]
    steps = [step for step in rules.steps if step.light is light]
    return [
        *(
            words("lights.labelled", light=state_term(words, one), meaning=state_meaning(words, rules, one))
            for one in states
        ),
        *(_step_text(words, rules, step) for step in steps),
    ]


def state_meaning(words: Words, rules: LightRules, state: TaskState) -> str:
    """Return when a task is in a state by the rules."""
    key = f"lights.meaning.{state.value}"
    if state is TaskState.DUE_SOON and rules.in_working_days:
        key = "lights.meaning.due_soon.working"
    return words(key, days=rules.notice_days, behind=rules.behind_points, far=rules.far_behind_points)


def rules_name(words: Words, rules: LightRules) -> str:
    """Return the title of the rules, with their file where they are the office's own."""
    title = rules.en if words.language is Language.EN and rules.en else rules.zh
    title = title or (words("lights.default") if rules.name == "default" else rules.name)
    if rules.problem:
        return words("lights.rules.instead", name=title, problem=words.problem(rules.problem))
    return words("lights.rules.file", name=title, file=rules.file) if rules.file else title


def lights_legend(words: Words, rules: LightRules, shown: Collection[Light] = LIGHTS_OF_FIGURES) -> str:
    """Return which rules hold and what each light that is shown means, as one paragraph for exports."""
    join = words("lights.legend.join")
    lights = [
        words("lights.legend.light", light=term(words, light), meanings=words.listing(meanings))
        for light in LIGHTS_OF_FIGURES
        if light in shown and (meanings := light_meanings(words, rules, light))
    ]
    return words("lights.legend", rules=rules_name(words, rules), lights=join.join(lights))


@lru_cache(_REASONS)
def light_reason(words: Words, reason: LightReason) -> str:
    """Return why a light is what it is, as one sentence of facts."""
    head = words(
        _reason_key(reason),
        status=term(words, reason.status),
        due=reason.due.isoformat() if reason.due else "",
        days=abs(reason.days) if reason.days is not None else "",
    )
    return words("lights.fact.join").join([head, *_facts(words, reason)])


@lru_cache(_REASONS)
def schedule_text(words: Words, reason: LightReason) -> str:
    """Return the reported percent beside elapsed time (序时进度); empty where the date is not held against the task."""
    if reason.status in DONE or reason.status in NEVER_LATE or reason.due is None:
        return ""
    return words("lights.fact.join").join(_pace_facts(words, reason))


def _facts(words: Words, reason: LightReason) -> Iterator[str]:
    """Yield what else decided: the first date, working days, the step, and progress against elapsed time."""
    if reason.status in DONE:
        return
    if reason.first:
        yield words("lights.fact.first", first=reason.first.isoformat())
    if reason.status in NEVER_LATE or reason.due is None:
        return
    if reason.working:
        yield words("lights.fact.working", days=abs(reason.working.days))
        if reason.working.unknown_years:
            yield words("lights.fact.unknown_years", years=_years_text(words, reason.working.unknown_years))
    if reason.step:
        yield step_name(words, reason.step)
    yield from _pace_facts(words, reason)


def _years_text(words: Words, years: Sequence[int]) -> str:
    """Return ascending years in words, those that follow one another as a span."""
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][1] + 1:
            spans[-1][1] = year
        else:
            spans.append([year, year])
    told = [
        str(first) if first == last else words("lights.fact.years", first=first, last=last)
        for first, last in spans
    ]
    return words.listing(told)


def _pace_facts(words: Words, reason: LightReason) -> Iterator[str]:
    if reason.pace is None:
        if reason.status is Status.IN_PROGRESS:
            yield words("lights.fact.no_percent")
        return
    if reason.elapsed is None:
        yield words("lights.fact.pace.no_years", percent=reason.pace.percent)
        return
    pace, elapsed = reason.pace, reason.elapsed
    if pace.requirement:
        done = mean_text(words, pace.percent, pace.percent_from, pace.accountable)
        yield words(
            "lights.fact.pace.requirement", phrase=pace.requirement.phrase, elapsed=elapsed, percent=done
        )
    else:
        yield words("lights.fact.pace", elapsed=elapsed, percent=pace.percent)
    if reason.state in (TaskState.BEHIND, TaskState.FAR_BEHIND) and reason.points_behind:
        yield words("lights.fact.behind", points=reason.points_behind)


def step_name(words: Words, step: EscalationStep) -> str:
    """Return the name of a step of warning."""
    return step.en if words.language is Language.EN and step.en else step.zh


def _step_text(words: Words, rules: LightRules, step: EscalationStep) -> str:
    kind = "before" if step.days < 0 else "after" if step.days else "on"
    tail = ".working" if rules.in_working_days and step.days else ""
    when = words(f"lights.step.{kind}{tail}", days=abs(step.days))
    return words("lights.step", name=step_name(words, step), when=when)


def _short_names(words: Words, rules: LightRules, light: Light) -> list[str]:
    states = [state for state, colour in rules.lights if colour is light]
    names: list[str] = []
    for key, together in _TOGETHER:
        if set(together) <= set(states):
            names.append(words(key))
            states = [state for state in states if state not in together]
    return names + [state_term(words, state) for state in states]


def _reason_key(reason: LightReason) -> str:
    """Return the key of the sentence that tells of a reason."""
    if reason.status in DONE:
        return "terms.reason.completed"
    if reason.status in NEVER_LATE:
        if reason.days is None:
            return "terms.reason.never_late"
        return "terms.reason.never_late_passed" if reason.days < 0 else "terms.reason.never_late_ahead"
    if reason.state is TaskState.NO_DATE:
        return "terms.reason.no_date"
    if reason.state is TaskState.OVERDUE:
        return "terms.reason.overdue"
    if reason.days == 0:
        return "terms.reason.due_today"
    return "terms.reason.due_soon" if reason.state is TaskState.DUE_SOON else "terms.reason.on_schedule"
