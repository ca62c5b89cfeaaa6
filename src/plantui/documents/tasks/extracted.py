"""What was read of one task, each value with its place, in any language."""

from __future__ import annotations

from typing import NamedTuple

from plantui.documents.place import range_of
from plantui.documents.reading import Doubt, ReadDeadline, ReadDepartment, ReadIndicator, TaskText
from plantui.documents.source import Source
from plantui.documents.traced import TracedText
from plantui.model.plan import Deadline, Departments, Indicator, Task, TaskSource
from plantui.model.terms import Role

ROLE_RANK = {role: rank for rank, role in enumerate(Role)}
"""The order of departments in a task."""


class ExtractedTask(NamedTuple):
    """One task, what is doubtful about it, and the pieces of text that it used."""

    number: str
    """As printed, empty where it has none."""
    code: str
    """What its number is in an id, empty where it has none."""
    title: TracedText
    text: TracedText
    departments: tuple[ReadDepartment, ...]
    deadlines: tuple[ReadDeadline, ...]
    indicators: tuple[ReadIndicator, ...]
    doubts: tuple[Doubt, ...]
    used: tuple[TracedText, ...]
    details: tuple[TracedText, ...] = ()
    """Labelled values that are no field of a plan."""
    has_own_title: bool = True
    """False where the title is the first words of the text."""
    is_guessed: bool = False
    """True where its departments are those that a sentence seems to name."""

    @property
    def words(self) -> TaskText:
        """The text beside what was read from it: the title where that is all it says."""
        text = self.text if self.text.text else self.title
        spans = (*(one.span for one in self.deadlines), *(one.span for one in self.indicators))
        return TaskText(text, frozenset(one.name for one in self.departments), spans, self.is_guessed)

    def task(self, task_id: str, section: str, source: Source) -> Task:
        """Return the task of a plan."""
        departments = self._by_role()
        return Task(
            id=task_id,
            section=section,
            number=self.number,
            title=self.title.text,
            text=self.text.text,
            departments=Departments(
                **{role.value: tuple(one.name for one in departments if one.role is role) for role in Role}
            ),
            deadlines=tuple(Deadline(one.phrase, one.due, one.clause) for one in self.deadlines),
            indicators=tuple(_indicator(one) for one in self.indicators),
            source=self._places(source, departments),
        )

    def _by_role(self) -> list[ReadDepartment]:
        """Return the departments by role, each once in a role."""
        once: dict[tuple[Role, str], ReadDepartment] = {}
        for one in self.departments:
            once.setdefault((one.role, one.name), one)
        return sorted(once.values(), key=lambda one: ROLE_RANK[one.role])

    def _places(self, source: Source, departments: list[ReadDepartment]) -> TaskSource:
        first = self.title.offsets[0] if self.title.offsets else 0
        return TaskSource(
            line=source.line_of(first),
            page=source.page_of(first),
            title=range_of(self.title.span),
            text=range_of(self.text.span) if self.text.text else "",
            departments=tuple(range_of(one.span) for one in departments),
            deadlines=tuple(range_of(one.span) for one in self.deadlines),
            indicators=tuple(range_of(one.span) for one in self.indicators),
            title_from_text=not self.has_own_title,
        )


def title_doubt(title: TracedText) -> Doubt:
    """Return the doubt that a title is the first words of its text."""
    return Doubt(title.span, title.text, "documents.doubt.title_from_text")


def _indicator(read: ReadIndicator) -> Indicator:
    return Indicator(
        read.indicator,
        read.op,
        read.value,
        read.unit,
        read.due,
        read.baseline_year,
        read.clause,
        read.grade,
        read.force,
    )
