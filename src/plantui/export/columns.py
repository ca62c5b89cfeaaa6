"""The values of chosen columns as text: in words for a reader, as figures for what reckons with them."""

from __future__ import annotations

from datetime import date

from plantui.model.funding import Money
from plantui.model.terms import Light, Status
from plantui.query.cells import TaskCells
from plantui.query.columns import Column
from plantui.words import Words
from plantui.words.phrases import days_text, funding_text, numbered, term


def column_heading(words: Words, column: Column) -> str:
    """Return the heading of a column, as over the list on the screen."""
    return words(f"columns.{column.value}")


def cell_words(words: Words, cells: TaskCells, column: Column) -> str:
    """Return a value as the screen says it, never shortened; empty where there is none."""
    if column is Column.AGE and (passed := cells.passed_age):
        from plantui.words.report_age_phrases import age_words

        return age_words(words, cells.age, passed, cells.plan.report_marks)
    value = cells.value(column)
    if isinstance(value, int) and column in (Column.PERCENT, Column.DAYS):
        return words("terms.percent", percent=value) if column is Column.PERCENT else days_text(words, value)
    return cell_figure(words, cells, column)


def cell_figure(words: Words, cells: TaskCells, column: Column) -> str:
    """Return a value with bare figures, such as 40 for 40%, and -180 for 180 days overdue; empty where there is none."""
    if column is Column.STAGE:
        return term(words, cells.stage) if cells.stage else ""
    if column is Column.ASSESSMENT:
        return words(f"assessments.agreement.{cells.assessment}") if cells.assessment else ""
    if column is Column.ASSIGNMENT:
        from plantui.words.assignment_phrases import assignment_state

        return assignment_state(words, cells.assignment)
    value = cells.value(column)
    match value:
        case None:
            return ""
        case Light() | Status():
            return term(words, value)
        case tuple():
            return words.listing(value)
        case Money():
            return funding_text(words, value.parts)
        case date() | int():
            return str(value)
    return numbered(cells.number, value) if column is Column.TASK else value
