"""Reporting periods and the choices of an office, in words and in the JSON form."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.query.office import OfficeChoice, OfficeChoices
from plantui.words.catalogue import Words
from plantui.words.phrases import period_name

if TYPE_CHECKING:
    from plantui.model.period import ClosingDay, Period, ReportingRules


def choice_text(words: Words, office: OfficeChoices, name: OfficeChoice) -> str:
    """Return what a choice of the office means."""
    if name is OfficeChoice.PERIOD:
        return _kind_text(words, office.reporting)
    if name is OfficeChoice.CLOSING_DAY:
        return _closing_text(words, office.reporting.closing)
    if name is OfficeChoice.COUNTING_STAGE:
        return words(f"reporting.counting_stage.{office.counting_stage.value}")
    value = office.value(name)
    if name is OfficeChoice.ROLES:
        return (
            words("reporting.roles.none") if value == "none" else words("reporting.roles.rules", rules=value)
        )
    if value == "default":
        return words("reporting.light_rules.default")
    return words("reporting.light_rules.named", name=value)


def _kind_text(words: Words, reporting: ReportingRules) -> str:
    days = words.listing([one.written for one in reporting.dates])
    return words(f"reporting.period.{reporting.kind.value}", days=days)


def _closing_text(words: Words, closing: ClosingDay | None) -> str:
    if closing is None:
        return words("reporting.closing.none")
    if closing.is_day_of_month:
        return words("reporting.closing.day_of_month", day=closing.days)
    if closing.days == 0:
        return words("reporting.closing.at_end")
    return words(
        "reporting.closing.after" if closing.days > 0 else "reporting.closing.before", days=abs(closing.days)
    )


def current_text(words: Words, office: OfficeChoices, today: date) -> str:
    """Return the sentence on the period that is being reported."""
    period = office.reporting.period_to_report(today)
    closing = office.reporting.closing_day(period)
    facts = {"period": period_name(words, period), "first": period.first, "last": period.last}
    if closing is None:
        return words("reporting.current", **facts)
    return words("reporting.current_closing", **facts, closing=closing)


def period_dict(office: OfficeChoices, period: Period) -> JsonObject:
    """Return a period in the JSON form, with its closing day where the office has chosen one."""
    closing = office.reporting.closing_day(period)
    return {
        "name": period.name,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "closing_day": closing.isoformat() if closing else None,
    }
