"""The options that say what a note holds."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from plantui.model.note import NoteContent
from plantui.model.problem import UsageError
from plantui.model.roles import check_may_write
from plantui.model.stages import check_closed_status
from plantui.model.terms import DONE, Status
from plantui.model.text import half_width
from plantui.words.catalogue import Words
from plantui.words.phrases import period_name, term

from ..context import CommandContext, day_of
from ..desk import desk_option, role_of
from ..options import option
from ..output import say
from ..values import Values
from ..vocabulary import STATUSES
from .details import detail_options, details_of

if TYPE_CHECKING:
    from plantui.model.plan import Task

STDIN = "-"
"""Text that means: read standard input."""
_TEXTS = ("progress", "problems", "next", "reason")
_WHOLE = 100


def content_options(words: Words) -> list[click.Option]:
    """Return the options that `note add` and `note edit` share."""
    return [
        option(words, "--status", metavar="STATUS", text="note_status"),
        option(words, "--percent", metavar="N"),
        option(words, "--progress", metavar="TEXT"),
        option(words, "--problems", metavar="TEXT"),
        option(words, "--next", metavar="TEXT"),
        option(words, "--reason", metavar="TEXT"),
        option(words, "--date", metavar="DATE"),
        *detail_options(words),
        desk_option(words),
    ]


def content_of(
    context: CommandContext, values: Values, task: Task | None, before: NoteContent | None = None
) -> NoteContent:
    """Return the content that the options give; what they leave out stays as before, or has its default.

    `task` is the one whose requirements and indicators the options number. Raises UsageError for a value that cannot
    be, EvidenceUnusable for evidence that cannot be taken.
    """
    status = _status(context.words, values.optional("status"), before)
    check_may_write(role_of(context, values), status, before.status if before else None)
    texts = _texts(values)
    day = _day(values.optional("date"), context, before)
    if day is not None and day > context.today:
        raise UsageError("cli.note.future", date=day.isoformat(), today=context.today.isoformat())
    progress = texts["progress"] if texts["progress"] is not None else before.progress if before else ""
    if not progress.strip():
        raise UsageError("cli.note.progress_missing")
    details = details_of(context, values, day or context.today, task, before)
    content = NoteContent(
        status=status,
        progress=progress,
        percent=_percent(values.optional("percent"), status, before),
        problems=_kept(texts["problems"], before.problems if before else ""),
        next_steps=_kept(texts["next"], before.next_steps if before else ""),
        as_of=day,
        # A reason speaks for one status: the next one needs its own.
        reason=_kept(texts["reason"], before.reason if before and before.status is status else ""),
        requirements=details.requirements,
        actuals=details.actuals,
        evidence=details.evidence,
    )
    check_closed_status(content, before)
    if content.lacks_reason:
        raise UsageError("cli.note.reason_missing", status=term(context.words, status))
    return content


def _day(written: str | None, context: CommandContext, before: NoteContent | None) -> date | None:
    if written is not None:
        return day_of(context.words, written, "--date", context.today)
    return before.as_of if before else _day_to_report(context)


def _day_to_report(context: CommandContext) -> date:
    """Return the day that a note without --date speaks of; say so where it is the last one of the period before."""
    from plantui.query.office import office_of

    reporting = office_of(context.ledger(), context.today).reporting
    day = reporting.day_to_report(context.today)
    if day != context.today:
        period = reporting.period_of(day)
        facts = {
            "period": period_name(context.words, period),
            "day": day,
            "closing": reporting.closing_day(period),
        }
        say(context.words("reporting.speaks_of", **facts))
    return day


def _status(words: Words, written: str | None, before: NoteContent | None) -> Status:
    if written is not None:
        return STATUSES.find(words, written)
    return before.status if before else Status.IN_PROGRESS


def _percent(written: str | None, status: Status, before: NoteContent | None) -> int | None:
    if written is None:
        if status in DONE and (before is None or before.status not in DONE):
            return _WHOLE
        return before.percent if before else None
    digits = half_width(written).strip().removesuffix("%").rstrip()
    if not digits.isdecimal() or int(digits) > _WHOLE:
        raise UsageError("cli.note.bad_percent", value=written)
    return int(digits)


def _texts(values: Values) -> dict[str, str | None]:
    """Return the texts as given, one of them read from standard input where it is `-`."""
    texts: dict[str, str | None] = {name: values.optional(name) for name in _TEXTS}
    piped = [name for name in _TEXTS if texts[name] == STDIN]
    if len(piped) > 1:
        raise UsageError("cli.note.one_stdin", options=" ".join(f"--{name}" for name in piped))
    return {name: None if text is None else piped_text(text) for name, text in texts.items()}


def piped_text(written: str) -> str:
    """Return a text as given, that on standard input where it is `-`."""
    return _standard_input().rstrip("\r\n") if written == STDIN else written


def _standard_input() -> str:
    reconfigure = getattr(sys.stdin, "reconfigure", None)  # absent where a test stands in for the stream
    if reconfigure is not None and not sys.stdin.isatty():
        reconfigure(encoding="utf-8", errors="strict")
    try:
        return sys.stdin.read()
    except UnicodeDecodeError as error:
        raise UsageError("cli.note.stdin_not_utf8") from error


def _kept(given: str | None, before: str) -> str:
    return before if given is None else given
