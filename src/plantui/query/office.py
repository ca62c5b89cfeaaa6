"""Office-wide choices: reporting period, closing day, light rules, roles, and which stage of a note counts.

They are events of the ledger, so every desk has the same, and an earlier day has those of that day.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from plantui.model.event import Event
    from plantui.model.period import ReportingRules
    from plantui.model.roles import RoleRules
    from plantui.model.stages import NoteStage
    from plantui.store.ledger import Ledger


class OfficeChoice(StrEnum):
    """Names of the choices, as the ledger keeps them."""

    PERIOD = "period"
    CLOSING_DAY = "closing_day"
    LIGHT_RULES = "light_rules"
    ROLES = "roles"
    COUNTING_STAGE = "counting_stage"


USUAL_VALUES = {
    OfficeChoice.PERIOD: "month",
    OfficeChoice.CLOSING_DAY: "none",
    OfficeChoice.LIGHT_RULES: "default",
    OfficeChoice.ROLES: "none",
    OfficeChoice.COUNTING_STAGE: "saved",
}
"""The value of each choice where the office has made none."""


class OfficeChoices(NamedTuple):
    """The choices of an office that hold on a day. What is made of them is made when first asked for."""

    made: tuple[tuple[str, str], ...] = ()
    """The choices made, by name; a name of a later version stays here and has no effect."""

    def value(self, name: OfficeChoice) -> str:
        """Return the value of a choice as written; the usual one where none was made."""
        return dict(self.made).get(name.value) or USUAL_VALUES[name]

    def is_made(self, name: OfficeChoice) -> bool:
        """Return whether the office has made the choice."""
        return any(made == name.value and value for made, value in self.made)

    @property
    def reporting(self) -> ReportingRules:
        """The periods in which the office reports. A value that this version cannot read counts as not chosen."""
        return _reporting(self.value(OfficeChoice.PERIOD), self.value(OfficeChoice.CLOSING_DAY))

    @property
    def light_rules(self) -> str:
        """The name of the light rules."""
        return self.value(OfficeChoice.LIGHT_RULES)

    @property
    def roles(self) -> RoleRules:
        """The rules on who may take which step. A value that this version cannot read counts as not chosen."""
        return _roles(self.value(OfficeChoice.ROLES))

    @property
    def counting_stage(self) -> NoteStage:
        """The stage from which on notes count in circulars."""
        from plantui.model.stages import NoteStage

        written = self.value(OfficeChoice.COUNTING_STAGE)
        readable = is_choice(OfficeChoice.COUNTING_STAGE, written)
        return NoteStage(written) if readable else NoteStage.SAVED

    @property
    def unreadable(self) -> tuple[OfficeChoice, ...]:
        """The choices whose values this version cannot read; the usual ones hold for them."""
        return tuple(name for name in OfficeChoice if not is_choice(name, self.value(name)))


@lru_cache(8)
def _reporting(period: str, closing_day: str) -> ReportingRules:
    from plantui.model.period import USUAL_REPORTING, parse_reporting

    try:
        return parse_reporting(period, closing_day)
    except ValueError:
        return USUAL_REPORTING


@lru_cache(8)
def _roles(written: str) -> RoleRules:
    from plantui.model.roles import USUAL_ROLES, role_rules

    try:
        return role_rules(_or_nothing(written))
    except ValueError:
        return USUAL_ROLES


NO_CHOICES = OfficeChoices()
"""The choices of an office that has made none."""


def office_choices(events: Iterable[Event]) -> OfficeChoices:
    """Return the choices in events, oldest first: the newest of a name counts."""
    contents = [event.content for event in events]
    if not contents:
        return NO_CHOICES
    from plantui.model.event import Choice

    return OfficeChoices(tuple({one.name: one.value for one in contents if isinstance(one, Choice)}.items()))


def is_choice(name: OfficeChoice, value: str) -> bool:
    """Return whether a value can be chosen. Whether light rules of a name exist is not looked up here."""
    try:
        usual_form(name, value)
    except ValueError:
        return False
    return True


def usual_form(name: OfficeChoice, value: str) -> str:
    """Return a value in the one form that is stored: 次月5日前 is `+5`. Raises ValueError for one that is none."""
    value = value.strip()
    if not value:
        raise ValueError(value)
    if name is OfficeChoice.PERIOD:
        from plantui.model.period import parse_reporting

        return parse_reporting(value).period_written
    if name is OfficeChoice.CLOSING_DAY:
        from plantui.model.period import parse_closing

        closing = parse_closing(value)
        return closing.written if closing else "none"
    if name is OfficeChoice.ROLES:
        from plantui.model.roles import role_rules

        role_rules(_or_nothing(value))
    if name is OfficeChoice.COUNTING_STAGE:
        from plantui.model.stages import NoteStage

        if value == NoteStage.RETURNED:
            raise ValueError(value)  # no note gets that far by going on
        return NoteStage(value).value
    return value


def _or_nothing(value: str) -> str:
    return "" if value == "none" else value


def office_of(ledger: Ledger, today: date) -> OfficeChoices:
    """Return the office-wide choices that hold as of `today`. Raises DataError as every reading of the ledger."""
    return office_choices(ledger.events("choice", today=today))
