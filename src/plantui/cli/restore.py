"""`plantui restore [BACKUP]`: the backups of the ledger, or one of them in its place again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode, UsageError
from plantui.planfile.search_path import at_home
from plantui.words.phrases import local_moment

from .command import Command
from .context import CommandContext
from .options import argument, json_option
from .output import say, write_json
from .startup import Startup
from .table import Column, write_table
from .values import Values

if TYPE_CHECKING:
    from plantui.store.backups.listing import BackupEntry


_NONE = "backup.none"
"""Message where there is no backup at all."""


def build(startup: Startup) -> Command:
    """Return the command."""
    params = [argument("BACKUP", required=False), json_option(startup.words)]
    return Command(startup, "restore", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.store.backups.listing import list_backups

    entries = list_backups(context.ledger_path)
    if wanted := values.optional("backup"):
        return _restore(context, _chosen(context, wanted, entries))
    if context.is_json:
        write_json([entry_dict(entry) for entry in entries])
    else:
        write_table(_columns(context), [_row(context, entry) for entry in entries])
    say(context.words("backup.how") if entries else context.words(_NONE, folder=_folder(context)))
    return ExitCode.DONE


def _restore(context: CommandContext, entry: BackupEntry) -> int:
    from plantui.store.backups.restoring import restore
    from plantui.store.ledger.ledger import utc_now

    done = restore(context.ledger_path, entry, utc_now())
    notes = _notes_in(done.ledger)
    say(context.words("backup.restored", source=entry.path, notes=notes, path=done.ledger))
    if done.kept_as:
        say(context.words("backup.kept_as", kept=done.kept_as))
    if context.is_json:
        kept = str(done.kept_as) if done.kept_as else None
        write_json(
            {"ledger": str(done.ledger), "restored": entry_dict(entry), "kept_as": kept, "notes": notes}
        )
    return ExitCode.DONE


def _notes_in(ledger: Path) -> int:
    from plantui.store.backups.listing import entry_of_file

    return entry_of_file(ledger).notes or 0


def _folder(context: CommandContext) -> Path:
    from plantui.store.backups import backup_folder

    return backup_folder(context.ledger_path)


def _chosen(context: CommandContext, wanted: str, entries: list[BackupEntry]) -> BackupEntry:
    """Return the backup of a day or of a file, any ledger's file. Raises UsageError."""
    fit = [entry for entry in entries if wanted in (entry.day.isoformat(), entry.path.name, str(entry.path))]
    of_day = [entry for entry in fit if not (entry.is_kept or entry.time)] or fit
    if len(of_day) > 1:
        raise UsageError("backup.several", wanted=wanted, files=" ".join(entry.path.name for entry in of_day))
    if of_day:
        return of_day[0]
    from plantui.store.backups.listing import entry_of_file

    path = at_home(Path(wanted))
    if path.is_file():
        return entry_of_file(path)
    if not entries:
        raise UsageError(_NONE, folder=_folder(context))
    days = " ".join(dict.fromkeys(entry.day.isoformat() for entry in entries))
    raise UsageError("backup.no_such", wanted=wanted, days=days)


def _columns(context: CommandContext) -> list[Column]:
    names = ("day", "kind", "size", "notes", "last_action", "file")
    numbers = {"size", "notes"}
    return [
        Column(context.words(f"backup.column.{name}"), is_number=name in numbers, is_elastic=name == "file")
        for name in names
    ]


def _row(context: CommandContext, entry: BackupEntry) -> tuple[str, ...]:
    last = local_moment(entry.last_action) if entry.last_action else ""
    notes = context.words("backup.unreadable") if entry.notes is None else str(entry.notes)
    kind = context.words(f"backup.kind.{_kind(entry)}")
    return entry.day.isoformat(), kind, f"{entry.size / (1 << 20):.1f} MiB", notes, last, str(entry.path)


def _kind(entry: BackupEntry) -> str:
    if entry.is_kept:
        return "kept"
    return "before" if entry.time else "part" if entry.is_part else "whole"


def entry_dict(entry: BackupEntry) -> JsonObject:
    """Return a backup as JSON has it."""
    return {
        "file": str(entry.path),
        "date": entry.day.isoformat(),
        "kind": _kind(entry),
        "size": entry.size,
        "notes": entry.notes,
        "last_action": entry.last_action.isoformat() if entry.last_action else None,
        "last_action_id": entry.last_action_id,
        "complete": entry.is_complete,
    }
