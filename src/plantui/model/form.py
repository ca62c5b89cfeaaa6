"""A form (报表) as an office defines it: what kind of document, in which formats, with which columns and parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from .problem import Problem
from .terms import Language


class FormKind(StrEnum):
    """Kinds of forms; each has its writers."""

    SUMMARY = "summary"
    """The status summary as text (md, csv, json)."""
    LEDGER = "ledger"
    """The working ledger (工作台账): a row for each task."""
    REPORT = "report"
    """A narrative report, upward (情况汇报) or downward (情况通报)."""
    ONE_PAGE = "one_page"
    """A summary for leaders on a single page (一页纸)."""
    REMINDER = "reminder"
    """A letter to each department that has not reported or is red (催办通知, 督办单)."""
    CALENDAR = "calendar"
    """The open deadlines as days of a calendar."""
    EXCHANGE = "exchange"
    """A plan with its newest notes as a file of another system."""
    BUNDLE = "bundle"
    """Several forms that are written together, all or none."""


class ReportPart(StrEnum):
    """Parts of reports and letters, as a form chooses and orders them; a profile may drop them."""

    OVERALL = "overall"
    """总体情况."""
    DEPARTMENTS = "departments"
    """各单位完成情况."""
    INDICATORS = "indicators"
    """指标完成情况."""
    LAGGING = "lagging"
    """滞后和逾期事项."""
    PROBLEMS = "problems"
    """存在问题."""
    NEXT_STEPS = "next_steps"
    """下一步措施, of a circular 下一步要求."""
    MISSING = "missing"
    """The reports that a department owes, in a letter to it (催办通知)."""
    RED = "red"
    """The tasks of a department under a red light, in a letter to it (督办单)."""


REPORT_PARTS = (
    ReportPart.OVERALL,
    ReportPart.DEPARTMENTS,
    ReportPart.INDICATORS,
    ReportPart.LAGGING,
    ReportPart.PROBLEMS,
    ReportPart.NEXT_STEPS,
)
"""The parts of a report."""
LETTER_PARTS = (ReportPart.MISSING, ReportPart.RED)
"""The parts of a letter to a department."""


class InLanguages(NamedTuple):
    """A text in both languages."""

    zh: str
    en: str = ""
    """The English text; empty where the Chinese one serves both."""

    def text(self, language: Language) -> str:
        """Return the text in a language."""
        return self.en or self.zh if language is Language.EN else self.zh


NO_TEXT = InLanguages("")


class Profile(NamedTuple):
    """A variant of a form for certain readers, such as the public, without some columns and parts."""

    name: str
    title: InLanguages
    drop: tuple[str, ...]
    """The names of columns and parts that are left out; the form says so."""


class FormNames(NamedTuple):
    """The names that a definition may use."""

    columns: tuple[str, ...]
    """The columns of the working ledger."""
    parts: tuple[str, ...]
    """The parts of reports and letters."""
    formats: tuple[str, ...]
    """The suffixes of files."""
    places: tuple[str, ...]
    """The desks and views that a form may be meant for."""


@dataclass(frozen=True, slots=True)
class Form:
    """The definition of a form."""

    name: str
    """Its name on the command line."""
    kind: FormKind
    formats: tuple[str, ...]
    """Formats of the files that it can be, the usual one first: xlsx, docx, html, ics, md, csv, json, stratml …"""
    title: InLanguages
    """The name of the form for readers, such as 工作台账."""
    columns: tuple[str, ...] = ()
    """Names of the columns of a ledger, in their order; empty for those of the kind."""
    headings: Mapping[str, InLanguages] = field(default_factory=dict)
    """An office's own headings of columns, by the columns' names."""
    parts: tuple[str, ...] = ()
    """Names of the parts of a report, in their order; empty for all of the kind."""
    is_downward: bool = False
    """True for a report to the departments below (通报), false for one to those above (汇报)."""
    addressee: InLanguages = NO_TEXT
    """The addressee (主送); empty for none."""
    sender: InLanguages = NO_TEXT
    """The office that issues it; empty for none."""
    template: str = ""
    """The path of an own .docx whose page, styles and head are taken; empty for the bundled one."""
    reply_days: int | None = None
    """Calendar days from the as-of day within which a letter asks for a reply; None where it names no day."""
    members: tuple[str, ...] = ()
    """The files of a bundle: each a form's name and a suffix, such as `ledger.xlsx`."""
    profiles: tuple[Profile, ...] = ()
    first_for: tuple[str, ...] = ()
    """Names of the desks at which it is offered first, and of the views beside whose rows it is offered."""
    file: str = ""
    """The path of the definition; empty for bundled ones."""
    sha256: str = ""
    """The checksum of the definition; empty for the summary, which has none."""
    problem: Problem | None = None
    """The mistake in the definition; None where there is none."""

    def profile(self, name: str) -> Profile | None:
        """Return the profile of a name; None where there is none."""
        return next((profile for profile in self.profiles if profile.name == name), None)
