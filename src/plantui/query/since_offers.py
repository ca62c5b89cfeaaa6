"""Days since which changes are asked for most: since the last report, since it was closed, of late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .workspace import Workspace

_WEEK = 7
"""Days of a week."""


class SinceKind(StrEnum):
    """Reasons why a day is offered."""

    REPORT = "report"
    """The day after the last period that was reported ended."""
    CLOSING = "closing"
    """The day after that period was closed."""
    WEEK = "week"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class SinceOffer:
    """A day since which changes can be asked for."""

    kind: SinceKind
    since: date


def since_offers(workspace: Workspace) -> tuple[SinceOffer, ...]:
    """Return the days that are offered, each once: first the beginning of the period that is being reported."""
    today, rules, period = workspace.today, workspace.office.reporting, workspace.period
    closing = rules.closing_day(rules.before(period))
    offers = [SinceOffer(SinceKind.REPORT, period.first)]
    if closing is not None and period.first <= closing < today:
        offers.append(SinceOffer(SinceKind.CLOSING, closing + timedelta(days=1)))
    if today.toordinal() > _WEEK:
        offers.append(SinceOffer(SinceKind.WEEK, today - timedelta(days=_WEEK)))
    offers.append(SinceOffer(SinceKind.TODAY, today))
    found: dict[date, SinceOffer] = {}
    for offer in offers:
        found.setdefault(offer.since, offer)
    return tuple(found.values())
