"""A plan with its newest notes as a file of another system, with the account of what is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from plantui.exchange.content import PlanContent, Standing
from plantui.exchange.declared import EXCHANGES
from plantui.exchange.losses import account_of
from plantui.exchange.telling import account_lines
from plantui.model.problem import UsageError

from .filename import suggested_name
from .form_content import FormContent, FormFile
from .formats import Format
from .progress import Progress

if TYPE_CHECKING:
    from .summary import Summary, SummaryRow


def exchange_files(content: FormContent, form: Format) -> list[FormFile]:
    """Return the file. Raises UsageError where the tasks are not those of one plan."""
    summary, words = content.summary, content.words
    exchanged, exchange = _content_of(summary), EXCHANGES[form.value]
    account = account_of(exchanged, exchange.losses)

    def write(stream: BinaryIO, progress: Progress) -> None:
        progress(0, len(summary))
        stream.write(exchange.write(exchanged, words))
        progress(len(summary), len(summary))

    kind = content.form.title.text(words.language)
    name = suggested_name(summary.heading, form, words, kind)
    return [FormFile(name, write, lambda: account_lines(words, account), account)]


def _content_of(summary: Summary) -> PlanContent:
    """Return the plan of a summary with those of its tasks that are in it, in the order of the document."""
    plans = summary.heading.plans
    if len(plans) != 1:
        raise UsageError("exchange.one_plan", count=len(plans))
    rows: list[SummaryRow] = sorted(summary, key=lambda row: row.task.entry.pk)
    head = summary.workspace.library.head(plans[0])
    return PlanContent(
        head._replace(tasks=tuple(row.task.whole for row in rows)),
        {row.task.key.task: row.notes for row in rows if row.notes},
        summary.heading.as_of,
        {row.task.key.task: Standing(row.task.progress.status, row.task.progress.percent) for row in rows},
        sum(len(row.task.extensions) for row in rows),
    )
