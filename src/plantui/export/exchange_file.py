"""A plan with its newest notes as a file of another system, with the account of what is lost."""

from __future__ import annotations

from typing import BinaryIO

from plantui.exchange.declared import EXCHANGES
from plantui.exchange.losses import account_of
from plantui.exchange.telling import account_lines
from plantui.model.problem import UsageError

from .filename import suggested_name
from .form_content import FormContent, FormFile
from .formats import Format
from .plan_contents import plan_contents
from .progress import Progress


def exchange_files(content: FormContent, form: Format) -> list[FormFile]:
    """Return the file. Raises UsageError where the tasks are not those of one plan."""
    summary, words = content.summary, content.words
    plans = summary.heading.plans
    if len(plans) != 1:
        raise UsageError("exchange.one_plan", count=len(plans))
    (exchanged,), exchange = plan_contents(summary), EXCHANGES[form.value]
    written = exchange.write
    assert written is not None  # `form_files` has another writer for what is not written of one plan
    account = account_of(exchanged, exchange.losses)

    def write(stream: BinaryIO, progress: Progress) -> None:
        progress(0, len(summary))
        stream.write(written(exchanged, words))
        progress(len(summary), len(summary))

    kind = content.form.title.text(words.language)
    name = suggested_name(summary.heading, form, words, kind)
    return [FormFile(name, write, lambda: account_lines(words, account), account)]
