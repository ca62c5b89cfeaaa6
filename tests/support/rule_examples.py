"""Examples of rules: what the readers of fields make of each text, in one line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from plantui.documents.fields.deadlines import read_deadlines
from plantui.documents.fields.deadlines.english_deadlines import english_deadlines
from plantui.documents.fields.departments import DepartmentContext, document_context, read_departments
from plantui.documents.fields.departments.english_names import KnownNames, names_in
from plantui.documents.fields.goals import read_goals
from plantui.documents.fields.indicators import read_indicators
from plantui.documents.fields.indicators.english_figures import read_figures
from plantui.documents.period import Period
from plantui.documents.reading import Doubt, ReadDeadline, ReadIndicator
from plantui.documents.tokens.body_sentences import bodies_in_sentence
from plantui.documents.traced import TracedText
from plantui.model.plan import Goal
from plantui.model.terms import Role

PERIOD = Period(2024, 2026, date(2024, 3, 15))
"""The years and the day of issue of the document that the examples are taken from."""
ONE_YEAR = Period(2025, 2025, date(2025, 3, 15))
_ENGLISH = Period(2024, None, date(2024, 3, 15))
NOTHING = "—"


def _told(parts: list[str]) -> str:
    return "; ".join(parts) or NOTHING


def _dates(found: tuple[ReadDeadline, ...], doubts: tuple[Doubt, ...]) -> str:
    doubtful = {doubt.span for doubt in doubts}
    told = [f"{one.phrase} {one.due}{' ?' if one.span in doubtful else ''}" for one in found]
    known = {one.span for one in found}
    return _told(
        told + [f"{doubt.facts.get('phrase', doubt.read)} ?" for doubt in doubts if doubt.span not in known]
    )


def _departments(text: str) -> str:
    paragraphs = [TracedText.of(line) for line in text.split("\n")]
    context = document_context(paragraphs, PERIOD)
    read = read_departments(paragraphs, context)
    mark = " ?" if any(doubt.reason == "clauses.from_sentence" for doubt in read.doubts) else ""
    every = [f"{one.role} {one.name} in every task" for one in context.carried]
    return _told([*(f"{one.role} {one.name}{mark}" for one in read.departments), *every])


def _labelled_dates(text: str) -> str:
    paragraphs = [TracedText.of(line) for line in text.split("\n")]
    read = read_departments(paragraphs, DepartmentContext(PERIOD))
    return _dates(read.deadlines, read.doubts)


def _deadlines(text: str) -> str:
    return _dates(*read_deadlines(TracedText.of(text), PERIOD))


def _targets(found: list[ReadIndicator]) -> str:
    return _told(
        [
            f"{one.indicator} {one.op or ''} {one.value}{one.unit or ''}{f' by {one.due}' if one.due else ''}"
            + (f" since {one.baseline_year}" if one.baseline_year else "")
            + (" hoped" if one.force and one.force.value != "binding" else "")
            for one in found
        ]
    )


def _indicators(text: str) -> str:
    body = TracedText.of(text)
    return _targets([*read_indicators(body, read_deadlines(body, PERIOD)[0], PERIOD)])


def _goal(goal: Goal) -> str:
    measured = (
        f" {goal.op} {goal.value}{goal.unit or ''}"
        if goal.value is not None
        else goal.grade and f" {goal.grade}"
    )
    return f"{goal.text}:{measured or ''}{f' by {goal.due}' if goal.due else ''}"


def _goals(text: str) -> str:
    return _told([_goal(goal) for goal, _ in read_goals(TracedText.of(text), ONE_YEAR)])


def _english_dates(text: str) -> str:
    return _dates(*english_deadlines(TracedText.of(text), _ENGLISH))


def _english_names(text: str) -> str:
    known = KnownNames([text], [])
    return _told(
        [f"{role} {name.text}" for role, name in names_in(TracedText.of(text), known, Role.RESPONSIBLE)]
    )


def _english_figures(text: str) -> str:
    return _targets(read_figures(TracedText.of(text), _ENGLISH))


def _english_sentences(text: str) -> str:
    return _told([f"{role} {name.text}" for role, name in bodies_in_sentence(TracedText.of(text))])


READERS: dict[str, Callable[[str], str]] = {
    "departments": _departments,
    "departments.deadline_labels": _labelled_dates,
    "deadlines": _deadlines,
    "indicators": _indicators,
    "goals": _goals,
    "english.english_deadlines": _english_dates,
    "english.yearless_dates": _english_dates,
    "english.within_months": _english_dates,
    "english.dates_in": _english_dates,
    "english.names_in": _english_names,
    "english.read_figures": _english_figures,
    "english.bodies_in_sentence": _english_sentences,
}
"""Readers of examples, by the id of a rule or its stage."""


def read_example(rule: str, text: str) -> str:
    """Return what is read of an example."""
    return READERS[rule if rule in READERS else rule.partition(".")[0]](text)
