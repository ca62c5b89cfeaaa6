"""`plantui doctor`: ledger, index, plans, evidence, notes and backups examined, each fault with what to do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode, PlantuiError, Problem
from plantui.store.locations import cache_folder

from .command import Command
from .context import CommandContext
from .options import flag, json_option
from .output import say, write_json, write_text
from .startup import Startup
from .values import Values

if TYPE_CHECKING:
    from plantui.model.note import Note
    from plantui.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Finding:
    """Sentence on what was found, with what to do about it."""

    sentence: str
    advice: str
    is_fault: bool = True
    """False for what is worth knowing and harms nothing."""


Examine = Callable[[CommandContext], Iterator[Finding]]


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    return Command(startup, "doctor", _run, [flag(words, "--rebuild"), json_option(words)], only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    if values.flag("rebuild") and context.ledger_path.exists():
        from plantui.query.kept import forget

        context.own_ledger().rebuild()
        forget(context.library(), context.ledger())
    found = {name: _examined(context, examine) for name, examine in _EXAMINATIONS.items()}
    faults = sum(finding.is_fault for findings in found.values() for finding in findings)
    if context.is_json:
        write_json({"healthy": not faults, "checks": [_check_dict(*one) for one in found.items()]})
    else:
        for name, findings in found.items():
            write_text(
                context.words(f"doctor.check.{name}", state=context.words(f"doctor.{_state(findings)}"))
            )
            for finding in findings:
                write_text(f"  {finding.sentence}")
                write_text(f"  → {finding.advice}")
    say(context.words("doctor.faults" if faults else "doctor.healthy", count=faults))
    return ExitCode.DATA if faults else ExitCode.DONE


def _examined(context: CommandContext, examine: Examine) -> list[Finding]:
    """Return all that an examination finds; what keeps it from looking is a finding, too."""
    try:
        return list(examine(context))
    except PlantuiError as error:
        return [Finding(context.words.error(error), context.words("doctor.advice.refused"))]


def _state(findings: list[Finding]) -> str:
    if any(finding.is_fault for finding in findings):
        return "fault"
    return "notice" if findings else "ok"


def _check_dict(name: str, findings: list[Finding]) -> JsonObject:
    return {
        "check": name,
        "state": _state(findings),
        "findings": [
            {"message": one.sentence, "advice": one.advice, "fault": one.is_fault} for one in findings
        ],
    }


def _of_problem(context: CommandContext, problem: Problem, advice: str) -> Finding:
    return Finding(context.words.problem(problem), context.words(advice))


def _ledger(context: CommandContext) -> Iterator[Finding]:
    for fault in _opened(context).faults():
        sentence = context.words(f"doctor.{fault.kind}", count=fault.number, examples=fault.examples)
        yield Finding(sentence, context.words(f"doctor.{fault.kind}.advice"))


def _rows(context: CommandContext) -> Iterator[Finding]:
    for row in _opened(context).unreadable_rows():
        sentence = context.words("ledger.unreadable_row", **row.facts)
        yield Finding(sentence, context.words("doctor.advice.row"))


def _conflicts(context: CommandContext) -> Iterator[Finding]:
    for notes in _opened(context).conflicts():
        one: Note = notes[-1]
        facts = {
            "plan": one.key.plan,
            "task": one.key.task,
            "department": one.department,
            "count": len(notes),
        }
        yield Finding(context.words("doctor.conflict", **facts), context.words("doctor.conflict.advice"))


def _current(context: CommandContext) -> Iterator[Finding]:
    for key in _opened(context).differences():
        sentence = context.words("doctor.current", plan=key.plan, task=key.task)
        yield Finding(sentence, context.words("doctor.current.advice"))
    from plantui.query.kept import wrongly_kept

    if path := wrongly_kept(context.library(), _opened(context), context.today):
        yield Finding(context.words("doctor.kept", path=path), context.words("doctor.kept.advice"))


def _plans(context: CommandContext) -> Iterator[Finding]:
    from plantui.planfile.check import check_files

    folders = context.folders()
    for problem in check_files(folders, folders):
        yield _of_problem(context, problem, "doctor.advice.plan")


def _index(context: CommandContext) -> Iterator[Finding]:
    from plantui.store.database_uri import database_uri
    from plantui.store.index.files import index_path

    path = index_path(context.folders(), cache_folder())
    if not path.exists():
        return
    try:
        uri = database_uri(path, "mode=ro&immutable=1")
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        answer = str(error)
    if answer != "ok":
        facts = {"path": path, "reason": answer}
        yield Finding(context.words("doctor.index", **facts), context.words("doctor.index.advice", **facts))


def _evidence(context: CommandContext) -> Iterator[Finding]:
    from plantui.store.evidence import EvidenceState, evidence_state

    harmless = {EvidenceState.UNCHANGED, EvidenceState.NOT_CHECKED}
    for one in _opened(context).evidence(date.max):
        if (state := evidence_state(one.evidence)) not in harmless:
            facts = {"plan": one.key.plan, "task": one.key.task, "place": one.evidence.place}
            sentence = context.words(f"doctor.evidence.{state.value}", **facts)
            yield Finding(sentence, context.words("doctor.evidence.advice"))


def _notes(context: CommandContext) -> Iterator[Finding]:
    from .orphaned import orphaned_notes

    for problem in orphaned_notes(context):
        yield _of_problem(context, problem, "doctor.advice.notes")


def _backups(context: CommandContext) -> Iterator[Finding]:
    from plantui.store.backups.listing import list_backups

    entries = [entry for entry in list_backups(context.ledger_path) if not entry.is_kept]
    for entry in entries:
        if entry.notes is None or not entry.is_complete:
            sentence = context.words("doctor.backup", path=entry.path)
            yield Finding(sentence, context.words("doctor.backup.advice"))
    if not entries and context.ledger_path.exists() and context.demo_day is None:
        yield Finding(
            context.words("doctor.no_backup"), context.words("doctor.no_backup.advice"), is_fault=False
        )


def _files(context: CommandContext) -> Iterator[Finding]:
    from plantui.store.arrivals import sync_copies
    from plantui.store.backups import saved_ledgers, stray_files

    for path in saved_ledgers(context.ledger_path):
        sentence = context.words("doctor.saved", path=path)
        yield Finding(sentence, context.words("doctor.saved.advice"), is_fault=False)
    for path in sync_copies(context.ledger_path):
        kind = "copy_known" if _opened(context).holds(path) else "copy"
        advice = context.words(f"doctor.{kind}.advice", path=path)
        yield Finding(context.words(f"doctor.{kind}", path=path), advice, is_fault=kind == "copy")
    for path in stray_files(context.ledger_path):
        sentence = context.words("doctor.stray", path=path)
        yield Finding(sentence, context.words("doctor.stray.advice"), is_fault=False)


def _opened(context: CommandContext) -> Ledger:
    return context.ledger()


_EXAMINATIONS: dict[str, Examine] = {
    "ledger": _ledger,
    "rows": _rows,
    "conflicts": _conflicts,
    "current": _current,
    "plans": _plans,
    "index": _index,
    "notes": _notes,
    "evidence": _evidence,
    "backups": _backups,
    "files": _files,
}
"""The examinations in the order in which they are told."""
