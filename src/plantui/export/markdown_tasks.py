"""Tasks as Markdown: a heading for each, and an item for each thing that is to be said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain, islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from plantui.model.dates import RequirementDate, former_extensions
from plantui.model.requirement_progress import standing_of_whole
from plantui.model.terms import Role
from plantui.words import Words
from plantui.words.light_phrases import light_label, light_reason
from plantui.words.phrases import extended_text, former_extension_text, status_text
from plantui.words.requirement_phrases import former_text, standing_text

from .cell_source import CellSource, Reuse, RowPart, whole_row
from .markdown_labels import around, named
from .markdown_notes import NoteLists
from .marks import cells, paragraphs
from .phrasing import departments_in, indicator_text

if TYPE_CHECKING:
    from datetime import date

    from plantui.model.light import LightReason
    from plantui.model.plan import Task
    from plantui.model.progress import TaskProgress
    from plantui.model.requirement_progress import RequirementProgress
    from plantui.query.rows import TaskRow

    from .summary import SummaryRow

_WHOLE = attrgetter("task.whole")
_PROGRESS = attrgetter("task.progress")
_REASON = attrgetter("task.reason")
_DUE = attrgetter("due")

_REMEMBERED = 4_096
"""Standings of requirements that are remembered, as many as statements of the ledger are."""


def task_parts(words: Words, *, several_plans: bool) -> list[CellSource[str]]:
    """Return the parts of a task, one after the other; each is empty where it has nothing to say."""

    def light(reason: LightReason) -> str:
        return words("export.labelled", label=light_label(words, reason), text=light_reason(words, reason))

    plan, headings = attrgetter("task.plan"), attrgetter("headings")
    item = partial(_item, words)
    return [
        _all(whole_row, _titles(words)),
        *([item("plan", plan, attrgetter("title"), Reuse.SAME)] if several_plans else []),
        item("section", headings, " › ".join, Reuse.SAME),
        item("status", _PROGRESS, partial(status_text, words), Reuse.SAME),
        item("light", _REASON, light, Reuse.SAME),
        *(item(role.value, departments_in(role), words.listing, Reuse.EQUAL) for role in Role),
        _all(whole_row, DeadlineLists(words)),
        _all(_WHOLE, _indicators(words)),
        item("content", _WHOLE, attrgetter("text")),
        item("missing", attrgetter("task.owing"), words.listing, Reuse.SAME),
        item("never_reported", _PROGRESS, lambda one: words.listing(one.missing), Reuse.SAME),
        _all(whole_row, NoteLists(words)),
    ]


def _all(part: RowPart, said: Callable[[Any], list[str]]) -> CellSource[str]:
    """Return a column that is made of many parts together."""
    return CellSource(part, lambda one: said([one])[0], all_said=said)


def _titles(words: Words) -> Callable[[Sequence[SummaryRow]], list[str]]:
    fill = words.filler("export.task")

    def titles(rows: Sequence[SummaryRow]) -> list[str]:
        entries = [row.task.entry for row in rows]
        said = cells([fill(number=one.number, title=one.title) for one in entries])
        return [f"\n### {row.position}. {title}\n\n" for row, title in zip(rows, said, strict=True)]

    return titles


def _item(
    words: Words,
    column: str,
    part: RowPart,
    said: Callable[[Any], str],
    reuse: Reuse = Reuse.NEVER,
) -> CellSource[str]:
    """Return an item of a list for what is said of a part, under the heading of a column."""
    return _marked(words, column, CellSource(part, said, reuse))


def _marked(words: Words, column: str, source: CellSource[str]) -> CellSource[str]:
    """Return an item of a list for each text, under the heading of a column; none for an empty one."""
    before, after = around(words, words(f"export.column.{column}"))

    def items(texts: Sequence[str]) -> Sequence[str]:
        if not any(texts):
            return texts
        marked = paragraphs(texts, 2)
        return [f"- {before}{one}{after}\n" if text else "" for text, one in zip(texts, marked, strict=True)]

    return source.then_all(items)


def _head(words: Words, column: str) -> str:
    """Return the first line of an item with a list of its own."""
    return f"- {named(words, f'export.column.{column}', '').rstrip()}\n"


def _listed(head: str, marked: Iterable[str]) -> str:
    """Return an item with a list of paragraphs."""
    return head + "".join([f"  - {one}\n" for one in marked])


def _indicators(words: Words) -> Callable[[Sequence[Task]], list[str]]:
    head = _head(words, "indicators")

    def indicators(tasks: Sequence[Task]) -> list[str]:
        return [
            _listed(head, paragraphs([indicator_text(words, one) for one in task.indicators], 4))
            if task.indicators
            else ""
            for task in tasks
        ]

    return indicators


class DeadlineLists:
    """Says the dated requirements of tasks, with what is reported of them."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._head = _head(words, "deadlines")
        self._with_clause = words.filler("export.deadline")
        self._bare = words.filler("export.deadline.bare")
        self._with_standing = words.filler("export.deadline.standing")
        self._known: dict[int, tuple[TaskProgress, str]] = {}
        """Standings of requirements by the identity of the progress, which tasks share."""

    def __call__(self, rows: Sequence[SummaryRow]) -> list[str]:
        """Return the list of each task."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        tasks = [row.task for row in rows]
        said = [self._detailed(one) if one.found.speaks_of_dates else self._plain(one) for one in tasks]
        marked = iter(paragraphs(chain.from_iterable(said), 4))
        return [_listed(self._head, islice(marked, len(of_task))) if of_task else "" for of_task in said]

    def _plain(self, task: TaskRow) -> list[str]:
        """Return what is said of a task whose reports say nothing of single requirements, nor of other dates."""
        deadlines = task.whole.deadlines
        if not deadlines:
            return []
        known = self._known.get(id(task.progress))
        if known is None:
            dates = RequirementDate(deadlines[0], deadlines[0].due, deadlines[0].due)
            standing = self._standing(standing_of_whole(dates, task.progress), task.workspace.today)
            known = self._known[id(task.progress)] = task.progress, standing
        if len(deadlines) > 1:
            deadlines = tuple(sorted(deadlines, key=_DUE))
        return [self._line(one.due, one.phrase, one.clause, known[1]) for one in deadlines]

    def _detailed(self, task: TaskRow) -> list[str]:
        words, whole = self._words, task.whole
        ordered = sorted(task.requirements, key=lambda one: one.dates.first)
        former = former_extensions(whole.deadlines, task.extensions)
        return [
            *(self._requirement(one, task.workspace.today) for one in ordered),
            *(former_extension_text(words, extension) for extension in former),
            *(former_text(words, one) for one in task.former_words),
        ]

    def _requirement(self, one: RequirementProgress, today: date) -> str:
        dates, deadline = one.dates, one.requirement
        phrase = deadline.phrase
        if dates.is_extended:
            now = self._words("export.deadline.now", due=dates.current.isoformat())
            phrase = self._words.listing([now, extended_text(self._words, dates), phrase])
        return self._line(dates.current, phrase, deadline.clause, self._standing(one, today))

    def _standing(self, one: RequirementProgress, today: date) -> str:
        return standing_text(self._words, one, today, settled=True)

    def _line(self, due: date, phrase: str, clause: str, standing: str) -> str:
        """Return a dated requirement, with what is reported of it where something is."""
        fill = self._with_clause if clause else self._bare
        said = fill(due=due.isoformat(), phrase=phrase, clause=clause)
        return self._with_standing(said=said, standing=standing) if standing else said
