"""Change of a task against an earlier time (较上期), in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from plantui.words import Words
from plantui.words.phrases import term

from .summary import SummaryRow

if TYPE_CHECKING:
    from plantui.model.progress import TaskProgress
    from plantui.model.terms import Light, Status
    from plantui.query.comparison import Comparison

_REMEMBERED = 4_096
"""Pairs of standings of which it is remembered what changed."""


def compared_text(words: Words, row: SummaryRow, before: Comparison) -> str:
    """Return what changed of a task's light, status and percent since then, a line each, or that nothing has."""
    task, then = row.task, before.then
    was = then.progress_of(task.entry.pk)
    light = then.light_with(task.entry, was, then.reports_of(task.entry)).light
    return _compared(words, _Standing.of(was, light), _Standing.of(task.progress, task.reason.light))


class _Standing(NamedTuple):
    """Facts of a task that are compared: few different ones stand for very many tasks."""

    light: Light
    status: Status
    percent: int | None

    @classmethod
    def of(cls, progress: TaskProgress, light: Light) -> _Standing:
        """Return the standing of a task of this progress and light."""
        return cls(light, progress.status, progress.percent)


@lru_cache(_REMEMBERED)
def _compared(words: Words, was: _Standing, now: _Standing) -> str:
    return "\n".join(_changes(words, was, now)) or words("export.compared.same")


def _changes(words: Words, was: _Standing, now: _Standing) -> Iterator[str]:
    if was.light is not now.light:
        yield _arrow(words, _light(words, was.light), _light(words, now.light))
    if was.status is not now.status:
        yield _arrow(words, term(words, was.status), term(words, now.status))
    if was.percent != now.percent:
        unknown = words("export.compared.unknown")
        then_text, now_text = (
            unknown if percent is None else words("terms.percent", percent=percent)
            for percent in (was.percent, now.percent)
        )
        yield _arrow(words, then_text, now_text)


def _light(words: Words, light: Light) -> str:
    return words(f"export.light.{light.value}")


def _arrow(words: Words, then: str, now: str) -> str:
    return words("export.compared.change", then=then, now=now)
