"""The one table of the file formats: what checks a file is also what documents it.

What a key means is said in `words/planformat.py` under `<table>.<key>`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from plantui.model.form import FormKind
from plantui.model.terms import PLACED, Force, Op, PlanStatus, Role


class Kind(StrEnum):
    """The kinds of values that a key may have."""

    TEXT = "text"
    LABEL = "label"  # text; a whole number is read as text, since `number = 7` is what hands type
    YEAR = "year"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    DATE_OR_MONTH = "date_or_month"
    CHOICE = "choice"
    SWITCH = "switch"
    TEXTS = "texts"
    RANGE = "range"  # characters of the document: 120-135
    RANGES = "ranges"
    TABLE = "table"
    TABLES = "tables"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a table. A required text must not be empty; an optional key is simply left out."""

    name: str
    kind: Kind
    required: bool = False
    choices: tuple[str, ...] = ()
    """The allowed values of a choice."""
    table: Table | None = None
    """The form of the table or of each table in the array."""


@dataclass(frozen=True)
class Table:
    """A table of a file with its keys, in the order in which they are written."""

    name: str
    """Dotted: `tasks.deadlines`; empty for the top level."""
    keys: tuple[Key, ...]

    @cached_property
    def by_name(self) -> dict[str, Key]:
        """Return the keys by their names."""
        return {key.name: key for key in self.keys}

    @cached_property
    def required(self) -> frozenset[str]:
        """Return the names of the keys that must be there."""
        return frozenset(key.name for key in self.keys if key.required)


def _measure() -> tuple[Key, ...]:
    return (
        Key("op", Kind.CHOICE, choices=tuple(Op)),
        Key("value", Kind.NUMBER),
        Key("unit", Kind.TEXT),
        Key("due", Kind.DATE),
    )


PLACE = Table(
    "place",
    (Key("line", Kind.INTEGER, required=True), Key("page", Kind.INTEGER), Key("range", Kind.RANGE)),
)

SOURCE = Table(
    "plan.source",
    (
        Key("file", Kind.TEXT, required=True),
        Key("sha256", Kind.TEXT),
        Key("with_hidden", Kind.SWITCH),
        Key("attachment", Kind.TEXT),
        *(Key(name, Kind.TABLE, table=PLACE) for name in PLACED),
    ),
)

PLAN_INFO = Table(
    "plan",
    (
        Key("id", Kind.TEXT, required=True),
        Key("title", Kind.TEXT, required=True),
        Key("short_title", Kind.TEXT, required=True),
        Key("region", Kind.TEXT, required=True),
        Key("document_number", Kind.TEXT),
        Key("issuer", Kind.TEXT),
        Key("issued", Kind.DATE_OR_MONTH),
        Key("start_year", Kind.YEAR),
        Key("end_year", Kind.YEAR),
        Key("status", Kind.CHOICE, choices=tuple(PlanStatus)),
        Key("responsible", Kind.TEXTS),
        Key("report_target_days", Kind.INTEGER),
        Key("report_limit_days", Kind.INTEGER),
        Key("source", Kind.TABLE, table=SOURCE),
    ),
)

GOAL = Table(
    "goals",
    (
        Key("text", Kind.TEXT, required=True),
        Key("indicator", Kind.TEXT),
        *_measure(),
        Key("grade", Kind.TEXT),
        Key("force", Kind.CHOICE, choices=tuple(Force)),
        Key("source", Kind.TABLE, table=PLACE),
    ),
)

SECTION = Table(
    "sections",
    (
        Key("id", Kind.TEXT, required=True),
        Key("number", Kind.LABEL, required=True),
        Key("title", Kind.TEXT, required=True),
        Key("parent", Kind.TEXT),
        Key("source", Kind.TABLE, table=PLACE),
    ),
)

DEPARTMENTS = Table("tasks.departments", tuple(Key(role.value, Kind.TEXTS) for role in Role))

DEADLINE = Table(
    "tasks.deadlines",
    (
        Key("phrase", Kind.TEXT, required=True),
        Key("due", Kind.DATE, required=True),
        Key("clause", Kind.TEXT),
    ),
)

INDICATOR = Table(
    "tasks.indicators",
    (
        Key("indicator", Kind.TEXT, required=True),
        *_measure(),
        Key("baseline_year", Kind.YEAR),
        Key("clause", Kind.TEXT),
        Key("grade", Kind.TEXT),
        Key("force", Kind.CHOICE, choices=tuple(Force)),
    ),
)

FUNDING = Table(
    "tasks.funding",
    (Key("amount", Kind.NUMBER), Key("unit", Kind.TEXT), Key("source", Kind.TEXT)),
)

TASK_SOURCE = Table(
    "tasks.source",
    (
        Key("line", Kind.INTEGER, required=True),
        Key("page", Kind.INTEGER),
        Key("title", Kind.RANGE),
        Key("text", Kind.RANGE),
        Key("departments", Kind.RANGES),
        Key("deadlines", Kind.RANGES),
        Key("indicators", Kind.RANGES),
        Key("title_from_text", Kind.SWITCH),
    ),
)

TASK = Table(
    "tasks",
    (
        Key("id", Kind.TEXT, required=True),
        Key("section", Kind.TEXT, required=True),
        Key("number", Kind.LABEL, required=True),
        Key("title", Kind.TEXT, required=True),
        Key("text", Kind.TEXT),
        Key("tags", Kind.TEXTS),
        Key("superseded_by", Kind.TEXT),
        Key("merged_into", Kind.TEXT),
        Key("departments", Kind.TABLE, table=DEPARTMENTS),
        Key("deadlines", Kind.TABLES, table=DEADLINE),
        Key("indicators", Kind.TABLES, table=INDICATOR),
        Key("funding", Kind.TABLES, table=FUNDING),
        Key("source", Kind.TABLE, table=TASK_SOURCE),
    ),
)

PLAN_FILE = Table(
    "",
    (
        Key("format", Kind.INTEGER, required=True),
        Key("plan", Kind.TABLE, required=True, table=PLAN_INFO),
        Key("goals", Kind.TABLES, table=GOAL),
        Key("sections", Kind.TABLES, table=SECTION),
        Key("tasks", Kind.TABLES, table=TASK),
    ),
)

DEPARTMENT = Table(
    "departments",
    (
        Key("region", Kind.TEXT, required=True),
        Key("name", Kind.TEXT, required=True),
        Key("aliases", Kind.TEXTS),
        Key("members", Kind.TEXTS),
    ),
)

DEPARTMENTS_FILE = Table(
    "",
    (
        Key("format", Kind.INTEGER, required=True),
        Key("departments", Kind.TABLES, table=DEPARTMENT),
    ),
)

FORM_PROFILE = Table(
    "form.profiles",
    (
        Key("name", Kind.TEXT, required=True),
        Key("title", Kind.TEXT, required=True),
        Key("title_en", Kind.TEXT),
        Key("drop", Kind.TEXTS, required=True),
    ),
)


def form_file(columns: Sequence[str]) -> Table:
    """Return the form of a definition of a form, where the ledger has these columns."""
    headings = tuple(Key(name, Kind.TEXT) for name in columns)
    return Table(
        "form",
        (
            Key("format", Kind.INTEGER, required=True),
            Key("kind", Kind.CHOICE, required=True, choices=tuple(FormKind)),
            Key("title", Kind.TEXT, required=True),
            Key("title_en", Kind.TEXT),
            Key("formats", Kind.TEXTS),
            Key("columns", Kind.TEXTS),
            Key("headings", Kind.TABLE, table=Table("form.headings", headings)),
            Key("headings_en", Kind.TABLE, table=Table("form.headings_en", headings)),
            Key("parts", Kind.TEXTS),
            Key("downward", Kind.SWITCH),
            Key("addressee", Kind.TEXT),
            Key("addressee_en", Kind.TEXT),
            Key("sender", Kind.TEXT),
            Key("sender_en", Kind.TEXT),
            Key("template", Kind.TEXT),
            Key("reply_days", Kind.INTEGER),
            Key("files", Kind.TEXTS),
            Key("first_for", Kind.TEXTS),
            Key("profiles", Kind.TABLES, table=FORM_PROFILE),
        ),
    )
