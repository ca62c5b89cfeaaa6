"""Sentences on dated requirements: the date that holds beside the first one, and how far each is."""

from __future__ import annotations

from datetime import date

from plantui.model.requirement_progress import FormerWord, RequirementProgress

from .catalogue import Words
from .phrases import mean_text


def standing_text(words: Words, one: RequirementProgress, today: date, *, settled: bool = False) -> str:
    """Return how far a requirement is: done and when, or the days left, its percent and who has not done it.

    `settled` leaves out the days where the dates are not held against the task.
    """
    if one.is_done:
        return (
            words("lights.requirement.done_on", day=one.done_on.isoformat())
            if one.done_on
            else words("lights.requirement.done")
        )
    days = (one.dates.current - today).days
    key = (
        "lights.requirement.today"
        if days == 0
        else "lights.requirement.left"
        if days > 0
        else "lights.requirement.late"
    )
    facts = [] if settled else [words(key, days=abs(days))]
    if one.percent is not None:
        facts.append(mean_text(words, one.percent, one.percent_from, one.accountable))
    if one.missing:
        facts.append(words("lights.requirement.missing", departments=words.listing(list(one.missing))))
    return words("lights.requirement.join").join(facts)


def former_text(words: Words, former: FormerWord) -> str:
    """Return what a department said of a requirement that the plan has in other words by now, or no more."""
    word = former.word
    percent = "" if word.percent is None else words("terms.percent", percent=word.percent)
    said = {
        True: words("lights.requirement.done"),
        False: words("lights.requirement.open"),
        None: percent,
    }[word.is_done]
    return words(
        "lights.requirement.former",
        department=former.department,
        due=word.requirement.due.isoformat(),
        phrase=word.requirement.phrase,
        clause=word.requirement.clause,
        said=said,
    )
