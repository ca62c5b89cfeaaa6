"""Hypothesis strategies for sound plans with nasty text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar, cast

from hypothesis import strategies as st

from plantui.model.department import Department
from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.plan import (
    Deadline,
    Departments,
    Funding,
    Goal,
    Indicator,
    Place,
    Plan,
    PlanInfo,
    Section,
    Source,
    Task,
    TaskSource,
)
from plantui.model.terms import Force, Op, PlanStatus, Status

T = TypeVar("T")
Strategy = st.SearchStrategy

NASTY = [
    *(
        '"',
        "'",
        '"""',
        "'''",
        "\\",
        "\n",
        "\r\n",
        "\t",
        "\x00",
        "\x1b[31m",
        "\x7f",
        "\u2028",
        "\ufeff",
        "\\u0000",
    ),
    *(
        "[/]",
        "\n[[tasks]]\n",
        "\ntitle = 1\n",
        "due = 2025-02-30",
        "# 注",
        "，",
        "🚀",
        "〔2023〕",
        "{",
        "}",
        "=",
    ),
]

texts: Strategy[str] = st.lists(
    st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), max_size=8)),
    max_size=5,
).map("".join)
full_texts = texts.filter(lambda text: bool(text.strip()))
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
years = st.integers(1900, 2199)
numbers: Strategy[int | float] = st.one_of(
    st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False, allow_infinity=False)
)


def maybe(strategy: Strategy[T]) -> Strategy[T | None]:
    """The strategy's values, or None."""
    return st.one_of(st.none(), strategy)


def some(strategy: Strategy[T], most: int = 3) -> Strategy[tuple[T, ...]]:
    """A few of the strategy's values."""
    return st.lists(strategy, max_size=most).map(lambda values: tuple(values))


ranges = st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda pair: f"{pair[0]}-{sum(pair)}")
places = st.builds(Place, st.integers(1, 10**6), st.one_of(st.just(""), ranges), maybe(st.integers(1, 999)))
goals: Strategy[Goal] = st.builds(
    Goal, full_texts, maybe(texts), maybe(st.sampled_from(Op)), maybe(numbers), maybe(texts), maybe(days),
    maybe(texts), maybe(st.sampled_from(Force)), maybe(places),
)  # fmt: skip
deadlines = st.builds(Deadline, full_texts, days, texts)
indicators: Strategy[Indicator] = st.builds(
    Indicator, full_texts, maybe(st.sampled_from(Op)), maybe(numbers), maybe(texts), maybe(days),
    maybe(years), texts, maybe(texts), maybe(st.sampled_from(Force)),
)  # fmt: skip
departments_of_task = st.builds(Departments, *[some(full_texts)] * 5)
departments = st.lists(
    st.builds(Department, st.sampled_from(["甲市", "乙市"]), full_texts, some(full_texts), some(full_texts)),
    max_size=5,
)
infos: Strategy[PlanInfo] = st.builds(
    PlanInfo, st.just("plan"), full_texts, full_texts, full_texts, maybe(st.integers(1900, 2020)),
    maybe(st.integers(2020, 2199)), st.sampled_from(PlanStatus), maybe(texts), maybe(texts),
    st.one_of(st.none(), days, st.sampled_from(["2025", "2025-10"])), some(full_texts),
    maybe(st.builds(Source, full_texts, texts, *[maybe(places)] * 5)), maybe(st.integers(1, 30)), maybe(st.integers(30, 366)),
)  # fmt: skip


@st.composite
def placed(draw: st.DrawFn, task: Task) -> Task:
    """The task, perhaps with a place for each of its values."""
    if not draw(st.booleans()):
        return task
    of = [task.departments.pairs(), task.deadlines, task.indicators]
    first, second, third = (tuple(draw(ranges) for _ in values) for values in of)
    line, page, is_first_words = (
        draw(st.integers(1, 10**6)),
        draw(maybe(st.integers(1, 999))),
        draw(st.booleans()),
    )
    return task._replace(
        source=TaskSource(line, page, draw(ranges), "", first, second, third, is_first_words)
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A sound plan: unique ids, every parent and every task's section there."""
    section_ids = draw(st.lists(full_texts, max_size=4, unique=True))
    sections = tuple(
        Section(
            id_, draw(texts), draw(full_texts),
            draw(maybe(st.sampled_from(section_ids[:at]))) if at else None, draw(maybe(places)),
        )
        for at, id_ in enumerate(section_ids)
    )  # fmt: skip
    task_ids = draw(st.lists(full_texts, max_size=4, unique=True)) if sections else []
    tasks = tuple(
        draw(placed(Task(
            id_, draw(st.sampled_from(section_ids)), draw(texts), draw(full_texts), draw(texts),
            draw(departments_of_task), draw(some(deadlines)), draw(some(indicators)),
            tags=draw(st.sampled_from([(), ("民生实事",), ("a b", "[/]")])),
            funding=draw(st.sampled_from([(), (Funding(0.5, "亿元", "[/]"), Funding(source="省级资金"))])),
            superseded_by=draw(maybe(st.just("other-plan/1"))),
        )))
        for id_ in task_ids
    )  # fmt: skip
    return Plan(draw(infos), draw(some(goals)), sections, tasks)


def mapped(value: T, change: Callable[[str], str]) -> T:
    """The value with each of its texts changed, however deep inside it."""
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return cast(T, change(value))
    if isinstance(value, tuple):
        parts = [mapped(part, change) for part in value]
        return cast(T, type(value)(*parts) if hasattr(value, "_fields") else tuple(parts))
    return value


note_contents: Strategy[NoteContent] = st.builds(
    NoteContent, st.sampled_from(Status), texts, maybe(st.integers(0, 100)), texts, texts, days
)


@st.composite
def notes_on(draw: st.DrawFn, plan: Plan) -> Mapping[str, tuple[Note, ...]]:
    """The newest notes of a department or two on some of the plan's tasks, by the tasks' ids."""
    found: dict[str, tuple[Note, ...]] = {}
    for task in plan.tasks:
        names = draw(st.lists(full_texts, max_size=2, unique=True))
        key = TaskKey(plan.info.id, task.id)
        made = [
            Note(f"n{at}", key, name, draw(note_contents), "li", datetime(2024, 7, 1, tzinfo=UTC))
            for at, name in enumerate(names)
        ]
        if made:
            found[task.id] = tuple(made)
    return found
