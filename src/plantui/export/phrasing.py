"""Parts of a task as the cells and lines of a summary say them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.plan import Indicator
from plantui.model.terms import Light, Role, Status
from plantui.query.figure_order import FigureColumn, figure
from plantui.query.filter import Choice, Facet, Filter
from plantui.query.stats import By, Figures
from plantui.query.views import View
from plantui.words import Words
from plantui.words.find_phrases import sought_text
from plantui.words.light_phrases import light_name
from plantui.words.phrases import department_term, since_text, target_text, term, year_term

from .heading import Heading

if TYPE_CHECKING:
    from .summary import SummaryRow


def form_title(words: Words, heading: Heading, kind: str) -> str:
    """Return the title of a form; `kind` names the form: 某市行动计划工作台账."""
    if len(heading.plans) == 1:
        title = words("export.form.title", plan=heading.plans[0].title, form=kind)
    else:
        title = words("export.form.title.several", count=len(heading.plans), form=kind)
    return words("export.demo.title", title=title) if heading.is_demo else title


def percent_text(share: float | None) -> str:
    """Return a share of 0 to 1 as a percentage with one decimal, `–` for none. Never 100.0% before all is done."""
    if share is None:
        return "–"
    rounded = round(share * 100, 1)
    return f"{rounded if share == 1 else min(rounded, 99.9):.1f}%"


def figure_cell(figures: Figures, column: FigureColumn) -> str:
    """Return a figure as printed; nothing where it is not known."""
    found = figure(figures, column)
    if found is None:
        return ""
    return percent_text(found) if column is FigureColumn.RATE else str(found)


def departments_in(role: Role) -> Callable[[SummaryRow], tuple[str, ...]]:
    """Return the part of a row that has the departments in one role, as printed, with those that carry the whole plan."""
    return _responsible if role is Role.RESPONSIBLE else attrgetter(f"task.whole.departments.{role.value}")


def _responsible(row: SummaryRow) -> tuple[str, ...]:
    names, carrying = row.task.whole.departments.responsible, row.task.plan.responsible
    return tuple(dict.fromkeys((*names, *carrying))) if carrying else names


def due_dates(row: SummaryRow) -> tuple[tuple[date, date], ...]:
    """Return the dates of a task, each once: the first one and the one that holds now, by the first."""
    task = row.task
    if not task.found.extensions:
        found = tuple([(one.due, one.due) for one in task.whole.deadlines])
    else:
        found = tuple([(dates.first, dates.current) for dates in task.dates])
    return found if len(found) < 2 else tuple(sorted({*found}))


def indicator_text(words: Words, indicator: Indicator) -> str:
    """Return a target in words: what, in which direction, how much, by when; without a figure the plan's clause."""
    target = target_text(words, indicator)
    if not target:
        return indicator.clause or indicator.indicator
    said = f"{indicator.indicator} {target}"
    details = _indicator_details(words, indicator)
    return words("export.indicator.details", said=said, details=words.listing(details)) if details else said


def _indicator_details(words: Words, indicator: Indicator) -> list[str]:
    details: list[str] = []
    if indicator.due:
        details.append(indicator.due.isoformat())
    if indicator.baseline_year:
        details.append(words("export.indicator.baseline", year=indicator.baseline_year))
    if indicator.force:
        details.append(words(f"terms.force.{indicator.force.value}"))
    return details


def left_out_text(words: Words, heading: Heading) -> str:
    """Return the sentence on the notes that do not count yet; empty where all do."""
    if heading.counting is None or not heading.left_out:
        return ""
    return words(f"reporting.left_out.{heading.counting.value}", count=heading.left_out)


def filter_text(words: Words, heading: Heading) -> str:
    """Return the view and the filter as one line, or that all tasks are meant."""
    parts = [words("export.filter.marked", count=heading.count)] if heading.marked else []
    parts += [] if heading.view is View.TREE else [words(f"screen.view.{heading.view.value}")]
    own, *around = heading.filter.parts
    parts += _parts(words, heading, own)
    more = (part for one in around for part in _parts(words, heading, one._replace(role=None)))
    parts += [words("export.filter.within", part=part) for part in more]
    return words("export.filter.join").join(parts) or words("export.filter.none")


def _parts(words: Words, heading: Heading, active_filter: Filter) -> list[str]:
    """Return what is chosen, a part for each kind, without the filter around it."""
    return [
        words(
            "export.labelled",
            label=words(f"export.facet.{facet.value}"),
            text=words.listing(_chosen(words, heading, active_filter, facet)),
        )
        for facet in Facet
        if active_filter.chosen(facet)
    ]


def _chosen(words: Words, heading: Heading, active_filter: Filter, facet: Facet) -> list[str]:
    texts = [choice_text(words, heading, facet, value) for value in active_filter.chosen(facet)]
    # Whoever reads an export later does not see where the word stood.
    return [words("export.filter.searched", words=text) for text in texts] if facet is Facet.WORDS else texts


def choice_text(words: Words, heading: Heading, facet: Facet, value: Choice) -> str:
    """Return one choice of a filter as an export names it."""
    if isinstance(value, DepartmentRef):
        return department_term(value, with_region=heading.several_regions)
    if isinstance(value, Light):
        return light_name(words, heading.rules, value)
    if isinstance(value, Role | Status):
        return term(words, value)
    if facet is Facet.CHANGED and isinstance(value, date | str):
        return since_text(words, value)
    if facet is Facet.PLAN:
        return next((plan.short_title for plan in heading.plans if plan.id == value), str(value))
    if facet is Facet.YEAR and (value is None or isinstance(value, int)):
        return year_term(words, value)
    return sought_text(words, value)


def group_text(words: Words, heading: Heading, by: By, value: Choice) -> str:
    """Return the name of a group as the user reads it."""
    return choice_text(words, heading, Facet(by.value), value)
