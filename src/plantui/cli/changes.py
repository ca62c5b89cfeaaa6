"""`plantui changes`: what was stored in the ledger since a day or since one of its states."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from plantui.model.alignment import AlignmentChoice
from plantui.model.assessment import Assessment
from plantui.model.assignment import Assignment
from plantui.model.event import Choice, Extension
from plantui.model.jsonvalue import JsonObject
from plantui.model.note import Note, RevisionKind
from plantui.model.problem import ExitCode
from plantui.words.assessment_phrases import assessment_verdict
from plantui.words.assignment_phrases import assignment_word
from plantui.words.catalogue import Words
from plantui.words.note_phrases import actual_text, requirement_text
from plantui.words.phrases import alignment_made, choice_made, local_moment, since_text, term

from .command import Command
from .context import CommandContext
from .filters import since_of
from .options import json_option, option
from .output import say, write_json
from .startup import Startup
from .table import Column, write_table
from .values import Values

if TYPE_CHECKING:
    from plantui.model.event import Event
    from plantui.query.changes import Change, Standing, TaskChange


def build(startup: Startup) -> Command:
    """Return the command."""
    params = [
        option(startup.words, "--since", metavar="DAY|ACTION", required=True),
        json_option(startup.words),
    ]
    return Command(startup, "changes", _run, params, only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.query.changes import task_changes

    words, ledger = context.words, context.ledger()
    since = since_of(context, values.text("since"), "--since")
    found = task_changes(context.workspace(), ledger, since)
    changes = [(one, change) for one in found for change in one.changes]
    if context.is_json:
        changes.sort(key=lambda pair: pair[1].order)
        write_json(
            {
                "since": str(since),
                "cut": ledger.cut(),
                "changes": [_change_dict(one, change) for one, change in changes],
                "tasks": [_task_dict(one) for one in found if one.key],
            }
        )
        return ExitCode.DONE
    cells = _Cells(words)
    write_table(_columns(words), [cells.of(one) for one in found])
    say(words("reporting.changed", count=len(changes), since=since_text(words, since)))
    return ExitCode.DONE


def _columns(words: Words) -> list[Column]:
    return [
        Column(words("cli.column.plan"), is_elastic=True),
        Column(words("cli.column.task")),
        Column(words("cli.column.light")),
        Column(words("cli.column.status")),
        Column(words("cli.column.percent")),
        Column(words("cli.column.change"), is_elastic=True),
        Column(words("cli.column.author"), is_elastic=True, leaves=1),
        Column(words("cli.column.written"), leaves=2),
    ]


def _standing_cells(words: Words, then: Standing | None, now: Standing | None) -> tuple[str, str, str]:
    """Return light, status and percent of a task, each as it was and as it is; empty where no plan has the task."""
    if then is None or now is None:
        return "", "", ""
    return (
        _turned(words, term(words, then.light), term(words, now.light)),
        _turned(words, term(words, then.status), term(words, now.status)),
        _turned(words, _percent(words, then), _percent(words, now)),
    )


class _Cells:
    """Cells of tasks in words. Very many tasks stand alike and are reported by the same few: their words are made once."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._join = words("reporting.changes_join").join
        self._standing = cache(partial(_standing_cells, words))
        self._who = cache(partial(_who, words))
        self._kind = cache(lambda kind: words(f"reporting.change.{kind}"))

    def of(self, found: TaskChange) -> tuple[str, ...]:
        """Return the cells of a task's changes."""
        who = dict.fromkeys(self._who(one.stored.department, one.stored.author) for one in found.changes)
        return (
            found.key.plan if found.key else "",
            found.key.task if found.key else "",
            *self._standing(found.then, found.now),
            self._join([self._change(change) for change in found.changes]),
            self._words.listing([*who]),
            local_moment(found.last),
        )

    def _change(self, change: Change) -> str:
        kind = self._kind(_kind(change.stored))
        details = _details(self._words, change)
        return (
            self._words("notes.detailed", text=kind, details=self._words.listing(details))
            if details
            else kind
        )


def _turned(words: Words, then: str, now: str) -> str:
    """Return what was and what is; where both are alike, it once."""
    if then == now:
        return now
    nothing = words("reporting.not_given")
    return words("reporting.turned", then=then or nothing, now=now or nothing)


def _percent(words: Words, standing: Standing) -> str:
    return "" if standing.percent is None else words("terms.percent", percent=standing.percent)


def _who(words: Words, department: str, author: str) -> str:
    return words("notes.detailed", text=department, details=author) if department else author


def _details(words: Words, change: Change) -> list[str]:
    """Return what a change says of requirements, dates and actual values."""
    parts = [requirement_text(words, one) for one in change.requirements]
    parts += [actual_text(words, one) for one in change.actuals]
    if not isinstance(change.stored, Note):
        parts.append(_event_text(words, change.stored))
    return parts


def _event_text(words: Words, event: Event) -> str:
    content = event.content
    if isinstance(content, Choice):
        return choice_made(words, content)
    if isinstance(content, AlignmentChoice):
        return alignment_made(words, content)
    if isinstance(content, Extension):
        first, new = content.requirement.due.isoformat(), content.new_due.isoformat()
        return words("reporting.turned", then=first, now=new)
    if isinstance(content, Assignment):
        return assignment_word(words, content)
    if isinstance(content, Assessment):
        return assessment_verdict(words, content)
    step = words(f"terms.step.{content.kind.value}")
    return words("terms.stage.with_reason", stage=step, reason=content.reason) if content.reason else step


def _change_dict(found: TaskChange, change: Change) -> JsonObject:
    from plantui.export.noteform import event_dict, moment_json
    from plantui.planfile.noteform import actual_dict, requirement_dict

    one = change.stored
    row: JsonObject = {
        "change": _kind(one),
        "plan": one.key.plan if one.key else None,
        "task": one.key.task if one.key else None,
        "department": one.department or None,
        "as_of": one.as_of.isoformat(),
        "author": one.author,
        "written_at": moment_json(one.written_at),
        "id": one.id,
        "light": found.now.light.value if found.now else None,
    }
    if isinstance(one, Note):
        row["requirements"] = [requirement_dict(report) for report in change.requirements]
        row["actuals"] = [actual_dict(actual) for actual in change.actuals]
        return row
    return {**row, "event": event_dict(one)}


def _task_dict(found: TaskChange) -> JsonObject:
    then, now = found.then, found.now
    return {
        "plan": found.key.plan if found.key else None,
        "task": found.key.task if found.key else None,
        "title": found.task.title if found.task else None,
        "then": _standing_dict(then),
        "now": _standing_dict(now),
        "changes": [change.stored.id for change in found.changes],
    }


def _standing_dict(standing: Standing | None) -> JsonObject | None:
    if standing is None:
        return None
    return {
        "light": standing.light.value,
        "status": standing.status.value,
        "percent": standing.percent,
    }


def _kind(one: Note | Event) -> str:
    """Return the kind of a change: of a note whether it is new, edited or retracted; of an event its subject."""
    if one.kind is not RevisionKind.WRITTEN:
        return "retracted"
    if isinstance(one, Note):
        return "edited" if one.supersedes else "new"
    from plantui.export.noteform import event_subject

    return event_subject(one.content)
