"""The choices of an office as the ledger has them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plantui.model.event import Choice
from plantui.model.period import ClosingDay, PeriodKind, ReportingRules
from plantui.model.roles import USUAL_ROLES
from plantui.model.stages import NoteStage
from plantui.query.office import NO_CHOICES, OfficeChoice, OfficeChoices, is_choice, office_of, usual_form
from plantui.store.ledger import Ledger, NewEvent

JUNE = date(2024, 6, 1)


def choose(ledger: Ledger, name: str, value: str, day: date = JUNE) -> None:
    """Record a choice."""
    ledger.record([NewEvent(Choice(name, value), day)])


def test_an_office_that_has_chosen_nothing_reports_by_month() -> None:
    assert NO_CHOICES.reporting == ReportingRules(PeriodKind.MONTH)
    assert NO_CHOICES.counting_stage is NoteStage.SAVED
    assert NO_CHOICES.roles == USUAL_ROLES
    assert NO_CHOICES.light_rules == "default"
    assert NO_CHOICES.unreadable == ()


def test_the_newest_choice_of_a_name_holds_from_its_day_on(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.db", "王芳")
    choose(ledger, "period", "month")
    choose(ledger, "closing_day", "+5")
    choose(ledger, "period", "quarter", date(2024, 7, 1))

    assert office_of(ledger, date(2024, 5, 31)) == NO_CHOICES
    assert office_of(ledger, date(2024, 6, 30)).reporting == ReportingRules(PeriodKind.MONTH, ClosingDay(5))
    assert office_of(ledger, date(2024, 7, 1)).reporting.kind is PeriodKind.QUARTER


def test_a_choice_can_be_taken_back(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.db", "王芳")
    choose(ledger, "period", "quarter")
    ledger.undo()

    assert office_of(ledger, JUNE) == NO_CHOICES


def test_a_value_that_this_version_cannot_read_counts_as_not_chosen_and_is_named() -> None:
    office = OfficeChoices(
        (("period", "week"), ("roles", "king=clerk"), ("song", "x"), ("counting_stage", "sung"))
    )

    assert office.reporting.kind is PeriodKind.MONTH
    assert office.roles == USUAL_ROLES
    assert office.counting_stage is NoteStage.SAVED
    assert office.unreadable == (OfficeChoice.PERIOD, OfficeChoice.ROLES, OfficeChoice.COUNTING_STAGE)


@pytest.mark.parametrize(
    ("name", "written", "stored"),
    [
        (OfficeChoice.PERIOD, " month ", "month"),
        (OfficeChoice.PERIOD, "dates:12-25,06-25", "dates:06-25,12-25"),
        (OfficeChoice.CLOSING_DAY, "次月5日前", "+5"),
        (OfficeChoice.CLOSING_DAY, "每月25日前", "25"),
        (OfficeChoice.CLOSING_DAY, "none", "none"),
        (OfficeChoice.COUNTING_STAGE, "checked", "checked"),
        (OfficeChoice.ROLES, "required closed=supervision", "required closed=supervision"),
        (OfficeChoice.LIGHT_RULES, "own", "own"),
    ],
)
def test_values_are_stored_in_one_form(name: OfficeChoice, written: str, stored: str) -> None:
    assert usual_form(name, written) == stored


@pytest.mark.parametrize("name", OfficeChoice)
def test_nothing_is_no_value(name: OfficeChoice) -> None:
    assert not is_choice(name, " ")
