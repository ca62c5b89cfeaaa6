"""The sentences of a report in pieces, so that a figure stays bound to the tasks behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from plantui.export.blocks import Bar, Chart, Figure, Paragraph, Piece, TableCell, Text
from plantui.export.form_content import FormContent
from plantui.export.phrasing import percent_text
from plantui.model.department import DepartmentRef
from plantui.model.indicator_state import IndicatorState
from plantui.model.note import Note
from plantui.model.period import Period, PeriodKind
from plantui.model.terms import Language, TaskState
from plantui.query.indicators import IndicatorTable, indicator_table
from plantui.query.rows import portions_of
from plantui.query.unreported import plans_issued_after
from plantui.query.workspace import Workspace
from plantui.store.index import bits
from plantui.store.index.library import PlanEntry, TaskEntry
from plantui.words import Words
from plantui.words.phrases import numbered, period_name

NOT_KNOWN = "—"
"""Printed in the place of a figure that nobody knows."""
Fact = str | int | Piece | Text
"""A fact of a sentence."""


@dataclass(frozen=True)
class Telling:
    """A report being told: its content, and the names that its figures have so far."""

    content: FormContent
    told: int | None = None
    """The tasks that it tells of, as a task set, where these are not all tasks of the content."""
    _names: Counter[str] = field(default_factory=Counter)

    @property
    def words(self) -> Words:
        """The words of the report's language."""
        return self.content.words

    @property
    def workspace(self) -> Workspace:
        """The workspace that its figures follow from."""
        return self.content.summary.workspace

    @cached_property
    def tasks(self) -> int:
        """The tasks of the report, as a task set."""
        return bits.from_rows(self.content.summary.rows) if self.told is None else self.told

    @cached_property
    def plans(self) -> tuple[PlanEntry, ...]:
        """The plans of the report; of one that tells of some tasks only, those that the tasks belong to."""
        plans = self.content.summary.heading.plans
        if self.told is None:
            return plans
        return tuple(plan for plan in plans if self.workspace.plan_sets.of_plan(plan) & self.told)

    @property
    def is_english(self) -> bool:
        """True for a report in English."""
        return self.words.language is Language.EN

    @cached_property
    def has_several_plans(self) -> bool:
        """True where a task has to be named with its plan."""
        return len(self.plans) > 1

    def drops(self, name: str) -> bool:
        """Return whether the variant for certain readers goes without a part or a column."""
        profile = self.content.profile
        return profile is not None and name in profile.drop

    # Figures

    def figure(self, name: str, text: str, tasks: int) -> Figure:
        """Return a figure; where another one has its name already, it gets a number behind it."""
        self._names[name] += 1
        times = self._names[name]
        return Figure(name if times == 1 else f"{name}_{times}", text, tasks)

    def count(self, name: str, tasks: int) -> Figure:
        """Return the number of tasks of a set as a figure."""
        return self.figure(name, str(tasks.bit_count()), tasks)

    def share(self, name: str, share: float | None, tasks: int) -> Piece:
        """Return a share of 0 to 1 as a figure, a dash where it is not known."""
        return NOT_KNOWN if share is None else self.figure(name, percent_text(share), tasks)

    # Sentences

    def say(self, key: str, /, **facts: Fact) -> Text:
        """Return the sentence of a key of the catalogue with its facts in it."""
        found = {name: str(fact) if isinstance(fact, int) else fact for name, fact in facts.items()}
        pieces: list[Piece] = []
        for piece in self.words.woven(key, found, _printed):
            pieces += piece if isinstance(piece, tuple) else [piece]
        return run_together(pieces)

    def paragraph(self, sentences: Iterable[Text], *, is_note: bool = False) -> Paragraph:
        """Return sentences as one paragraph; between those in English stands a blank."""
        said = joined([text for text in sentences if text], " " if self.is_english else "")
        return Paragraph(run_together(said), is_note)

    def enumerated(self, items: Sequence[Text]) -> Text:
        """Return parts of a sentence one after the other: `a，b`; `a, b and c`."""
        comma = self.words("reports.join")
        if len(items) < 2:
            return joined(items, comma)
        return (*joined(items[:-1], comma), self.words("reports.join.last"), *items[-1])

    def listed(self, items: Sequence[Text]) -> Text:
        """Return names one after the other: `a、b`; `a, b and c`."""
        comma = self.words.listing(["", ""])
        if len(items) < 2 or not self.is_english:
            return joined(items, comma)
        return (*joined(items[:-1], comma), self.words("reports.join.last"), *items[-1])

    def day(self, day: date) -> str:
        """Return a day as a letter writes it: 2026年11月22日, 22 November 2026."""
        return self.words("reports.day", year=str(day.year), month=self.month(day.month), day=str(day.day))

    def month(self, month: int) -> str:
        """Return the number of a month in Chinese, its name in English."""
        return self.words("reports.months").split()[month - 1]

    def period(self, period: Period) -> str:
        """Return a reporting period as a letter writes it: 2026年11月, November 2026."""
        if period.kind is PeriodKind.MONTH:
            return self.words(
                "reports.period.month", year=str(period.first.year), month=self.month(period.first.month)
            )
        return period_name(self.words, period)

    def quoted_plan(self, title: str) -> str:
        """Return the title of a plan in the marks of titles, where it does not bring its own."""
        quoted = self.words("reports.quoted_plan", title=title)
        return title if title.startswith(quoted[0]) else quoted

    @cached_property
    def subject(self) -> str:
        """The plans of the report: 《A》, 《A》《B》, 《A》等4个计划."""
        if not self.plans:
            return self.words("reports.subject.none")
        titles = [self.quoted_plan(plan.title) for plan in self.plans]
        if len(titles) <= _NAMED_PLANS:
            return self.words("reports.subject.join").join(titles)
        return self.words("reports.subject.several", first=titles[0], count=len(titles))

    def task_name(self, entry: TaskEntry) -> str:
        """Return a task as a sentence names it, with its plan where there are several: 任务7“整治河道”."""
        plan = self.workspace.library.plan_at[entry.plan]
        key = "reports.task" if entry.number else "reports.task.bare"
        name = self.words(key, number=entry.number, title=entry.title)
        if not self.has_several_plans:
            return name
        return self.words("reports.task.of_plan", plan=self.quoted_plan(plan.short_title), task=name)

    def task_cell(self, entry: TaskEntry) -> TableCell:
        """Return a task as a cell of a table names it: number and title, with its plan below where there are several."""
        name = numbered(entry.number, entry.title)
        if self.has_several_plans:
            plan = self.workspace.library.plan_at[entry.plan]
            name = f"{name}\n{self.quoted_plan(plan.short_title)}"
        return TableCell((name,))

    def chart(self, key: str, bars: Sequence[Bar]) -> Chart:
        """Return a chart with its title, and its content in a sentence."""
        title = self.words(key)
        said = [f"{bar.label} {bar.text}" for bar in bars]
        return Chart(
            title, bars, self.words("reports.chart.said", title=title, bars=self.words.listing(said))
        )

    # Sets of tasks that several parts tell of

    @cached_property
    def overdue(self) -> int:
        """The overdue tasks."""
        return self.tasks & self.workspace.states[TaskState.OVERDUE]

    @cached_property
    def behind(self) -> int:
        """The tasks behind elapsed time."""
        states = self.workspace.states
        return self.tasks & (states[TaskState.BEHIND] | states[TaskState.FAR_BEHIND])

    @cached_property
    def still_open(self) -> int:
        """The tasks that are neither done nor out of the count of late ones."""
        return self.tasks & ~self.workspace.done & ~self.workspace.never_late

    @cached_property
    def owing(self) -> tuple[DepartmentRef, ...]:
        """The departments that have yet to report on some of the tasks in the current period."""
        owed = self.workspace.unreported.items()
        return tuple(one for one, tasks in owed if one is not None and tasks & self.tasks)

    @cached_property
    def owed(self) -> int:
        """The tasks on which they have yet to report."""
        return self.tasks & bits.union(self.workspace.unreported[one] for one in self.owing)

    @cached_property
    def owed_by_nobody(self) -> int:
        """The tasks without notes that name no department."""
        return self.tasks & self.workspace.unreported.get(None, 0)

    @cached_property
    def plans_ahead(self) -> tuple[PlanEntry, ...]:
        """The plans of the tasks that were issued after the current period, so that nobody owes a report on them."""
        return tuple(plans_issued_after(self.workspace.library, self.workspace.period, self.tasks))

    @cached_property
    def with_notes(self) -> int:
        """The tasks with notes that count."""
        return self.tasks & bits.from_rows(self.workspace.progress)

    @property
    def longest_overdue(self) -> Figure:
        """The days that the longest overdue task is late by; there is one."""
        worst = self.content.summary.overdue
        days = max(one.days for one in worst)
        tasks = bits.from_rows(one.entry.pk for one in worst if one.days == days)
        return self.figure("longest_overdue", str(days), tasks)

    @cached_property
    def indicators(self) -> IndicatorTable:
        """The indicators of the tasks with their values, worst first."""
        return indicator_table(self.workspace, self.tasks, self.content.summary.values)

    def indicator_count(self, state: IndicatorState) -> Figure:
        """Return the number of indicators in a state."""
        rows = [row for row in self.indicators.rows if row.state is state]
        tasks = bits.from_rows(row.task.pk for row in rows)
        return self.figure(f"indicators_{state.value}", str(len(rows)), tasks)

    # What was reported

    @cached_property
    def noted(self) -> Mapping[int, tuple[Note, ...]]:
        """The latest note of each department, by the row numbers of the report's tasks, in their order."""
        summary = self.content.summary
        portions = (self.workspace.library.tasks(rows) for rows in portions_of(summary.rows))
        return {pk: notes for tasks in portions for pk, notes in summary.notes.of(tasks).items()}

    def entries(self, rows: Sequence[int]) -> Iterator[TaskEntry]:
        """Yield the tasks of row numbers in their order."""
        yield from self.workspace.library.tasks(rows)


_NAMED_PLANS = 2
"""Plans that a title names one by one; of more it names the first and their number."""


def joined(items: Sequence[Text], between: str) -> Text:
    """Return texts as one with a text between them."""
    found: list[Piece] = []
    for at, item in enumerate(items):
        found += [between] if at and between else []
        found += item
    return tuple(found)


def run_together(pieces: Iterable[Piece]) -> Text:
    """Return the pieces with those between two figures as one."""
    found: list[Piece] = []
    for piece in pieces:
        if found and isinstance(piece, str) and isinstance(found[-1], str):
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(found)


def _printed(fact: Piece | Text) -> str:
    if isinstance(fact, Figure):
        return fact.text
    return fact if isinstance(fact, str) else "".join(map(_printed, fact))
