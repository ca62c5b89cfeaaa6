"""Change of a task against an earlier time (较上期), in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantui.words import Words
from plantui.words.phrases import term

from .summary import SummaryRow

if TYPE_CHECKING:
    from plantui.model.terms import Light
    from plantui.query.comparison import Comparison


def compared_text(words: Words, row: SummaryRow, before: Comparison) -> str:
    """Return what changed of a task's light, status and percent since then, a line each, or that nothing has."""
    return "\n".join(_changes(words, row, before)) or words("export.compared.same")


def _changes(words: Words, row: SummaryRow, before: Comparison) -> Iterator[str]:
    task, then = row.task, before.then
    was, light_then = then.progress_of(task.entry.pk), then.light(task.entry).light
    if light_then is not task.reason.light:
        yield _arrow(words, _light(words, light_then), _light(words, task.reason.light))
    if was.status is not task.progress.status:
        yield _arrow(words, term(words, was.status), term(words, task.progress.status))
    if was.percent != task.progress.percent:
        unknown = words("export.compared.unknown")
        then_text, now_text = (
            unknown if percent is None else words("terms.percent", percent=percent)
            for percent in (was.percent, task.progress.percent)
        )
        yield _arrow(words, then_text, now_text)


def _light(words: Words, light: Light) -> str:
    return words(f"export.light.{light.value}")


def _arrow(words: Words, then: str, now: str) -> str:
    return words("export.compared.change", then=then, now=now)
