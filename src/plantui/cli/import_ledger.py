"""`plantui import LEDGER.xlsx`: plan and notes from a foreign ledger, by a column map that is named or recognised."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.plan_id import slug
from plantui.model.problem import DataError, ExitCode, UsageError

from .bounded_import import bounded_import
from .context import CommandContext
from .output import say, write, write_json
from .outside_notes import notes_taken, refuse_without_plan, taken_dict
from .values import Values

if TYPE_CHECKING:
    from plantui.documents.source import Source
    from plantui.exchange.ledgers.reading import LedgerRead
    from plantui.exchange.ledgers.updating import Updated
    from plantui.exchange.read_plan import ReadPlan
    from plantui.model.column_map import ColumnMap
    from plantui.model.jsonvalue import JsonObject
    from plantui.model.plan import Plan
    from plantui.query.outside_notes import OutsideTaken

_NONE = "none"
"""In the place of a map: the file is a document."""
_OF_DOCUMENTS = ("review", "explain")
LEDGER_FLAGS = ("notes", "update")
"""Flags that only ledgers have a use for."""


class SeenTable(NamedTuple):
    """A workbook or a CSV file that was opened, and the map by which it is a ledger; None where it is a document."""

    source: Source
    map: ColumnMap | None


def seen_table(context: CommandContext, values: Values) -> SeenTable | None:
    """Open a file that may be a ledger; None for others, and where it is to be read as a document.

    Raises UsageError where several maps fit and none is named, and for a map that there is not.
    """
    from plantui.exchange.ledgers.endings import may_be_ledger

    file, named = values.text("file"), values.optional("map")
    if named == _NONE or not (named or may_be_ledger(file)):
        return None
    from plantui.readback.foreign_ledger import recognised
    from plantui.store.column_maps import find_map, known_maps

    folders = context.folders()
    chosen = find_map(named, folders) if named else None
    source = _opened(context, values, file)
    if chosen is None:
        fitting = recognised(source, known_maps(folders))
        if len(fitting) > 1:
            names = " ".join(one.name for one in fitting)
            raise UsageError("exchange.ledger.several_maps", file=file, maps=names)
        chosen = fitting[0] if fitting else None
    return SeenTable(source, chosen)


def _opened(context: CommandContext, values: Values, file: str) -> Source:
    from plantui.documents.formats import open_source
    from plantui.documents.source import Selection

    selection = Selection(values.flag("hidden"), values.optional("attachment") or "")
    with bounded_import(context.words, file) as progress:
        return open_source(file, selection, watch=progress.recognition())


def import_ledger(
    context: CommandContext, values: Values, source: Source, by: ColumnMap, target: Path | None
) -> int:
    """Write plan and notes of a ledger, and tell what became of it.

    Raises UsageError for options that do not fit, DataError where it has no tasks, or `--strict` forbids a loss.
    """
    from plantui.exchange.ledgers.updating import updated_plan, with_update
    from plantui.exchange.telling import reading_lines
    from plantui.readback.foreign_plan import require_sound

    file = values.text("file")
    _refuse_options(values, file, by)
    known = _known_plan(context, values, target)
    ledger = _read(context, source, by, _plan_id(file, target), known)
    updated = updated_plan(known, ledger) if known else None
    read = with_update(ledger.read, updated) if updated else ledger.read
    require_sound(context.words, read, file)
    facts = {
        "map": by.name,
        "rows": ledger.rows,
        "tasks": len(ledger.read.plan.tasks),
        "notes": len(read.notes),
    }
    say(context.words("exchange.ledger.read_by", **facts))
    is_refused = values.flag("strict") and bool(read.account.losses)
    taken = None
    if not is_refused:
        taken = _write(context, values, read, target)
    for line in reading_lines(context.words, read):
        say(line)
    if is_refused:
        raise DataError("exchange.strict")
    if context.is_json:
        write_json(_ledger_dict(context, read, ledger, by, updated, taken))
    elif target is None:
        from plantui.planfile.writer import plan_toml

        write(plan_toml(read.plan).rstrip("\n"))
    return ExitCode.DONE


def refuse_ledger_options(values: Values, file: str, *, has_notes: bool = False) -> None:
    """Refuse options of ledgers for a file that is none, but may have notes. Raises UsageError."""
    flags = [option for option in LEDGER_FLAGS if not (has_notes and option == "notes")]
    given = [f"--{option}" for option in flags if values.flag(option)]
    given += ["--map"] if values.optional("map") not in (None, _NONE) else []
    if given:
        raise UsageError("exchange.ledger.only_ledgers", file=file, option=given[0])


def _refuse_options(values: Values, file: str, by: ColumnMap) -> None:
    given = [f"--{option}" for option in _OF_DOCUMENTS if values.flag(option)]
    given += ["--year"] if values.optional("year") else []
    if given:
        raise UsageError("exchange.not_for_exchange", file=file, format=by.name, option=given[0])
    refuse_without_plan(values)


def _known_plan(context: CommandContext, values: Values, target: Path | None) -> Plan | None:
    """Return the plan that is to be updated. Raises UsageError where there is none, DataError where it has a mistake."""
    if not values.flag("update"):
        return None
    if target is None or not target.exists():
        raise UsageError("exchange.ledger.update_needs_plan", file=target or "-o")
    from plantui.planfile.reader import read_plan

    found = read_plan(target)
    if found.plan is None:
        fault = context.words.problem(found.problems[0])
        raise DataError("exchange.ledger.plan_broken", file=target, fault=fault)
    return found.plan


def _plan_id(file: str, target: Path | None) -> str:
    return target.stem if target else slug(file)


def _read(
    context: CommandContext, source: Source, by: ColumnMap, plan_id: str, known: Plan | None
) -> LedgerRead:
    from plantui.readback.foreign_ledger import read_foreign_ledger

    departments = context.open_plans().registry.departments
    with bounded_import(context.words, source.name):
        return read_foreign_ledger(source, by, plan_id, context.today, known, departments)


def _write(
    context: CommandContext, values: Values, read: ReadPlan, target: Path | None
) -> OutsideTaken | None:
    """Write the plan's file, and the notes where they are wanted."""
    if target is not None:
        from plantui.export.writing import save
        from plantui.planfile.writer import plan_toml

        place = save([plan_toml(read.plan)], target, force=values.flag("force") or values.flag("update"))
        say(context.words("documents.written", path=place))
    return notes_taken(context, values, read, target)


def _ledger_dict(
    context: CommandContext,
    read: ReadPlan,
    ledger: LedgerRead,
    by: ColumnMap,
    updated: Updated | None,
    taken: OutsideTaken | None,
) -> JsonObject:
    from plantui.exchange.telling import imported_facts
    from plantui.planfile.jsonform import plan_dict

    facts = imported_facts(context.words, read)
    more: JsonObject = {"map": by.name, "rows": ledger.rows}
    if updated is not None:
        more |= {
            "new": [task.id for task in updated.new],
            "changed": [task.id for task in updated.changed],
            "reworded": [task.id for _, task in updated.reworded],
            "vanished": [task.id for task in updated.vanished],
        }
    if taken is not None:
        more["taken"] = taken_dict(taken)
    return {**plan_dict(read.plan), "import": {"format": "ledger", **facts, **more}}
